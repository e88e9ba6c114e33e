"""The timeline of many events: how many surely lie in each step of time, and how many may."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from dashboard.axis import axis, padded
from dashboard.charts.drawing import layout
from dashboard.palette import colour
from dashboard.telling import isolated, span
from dashboard.units import begins
from dashboard.words import number, word

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from dashboard.queries import Bin

HEIGHT = {False: 250, True: 200}
_MILLISECOND = timedelta(milliseconds=1)


def figure(bins: Sequence[Bin], unit: str, lang: str, theme: str, *, narrow: bool) -> dict[str, Any]:
    """Sure below, solid; possible above, hatched."""
    edges = [(begins(bin_.step, unit), begins(bin_.step + 1, unit)) for bin_ in bins]
    first, last = padded(edges[0][0], edges[-1][1], share=0.01)
    soft = colour("accent", theme)
    hatched = {"color": soft, "pattern": _hatch(theme)}
    traces = [
        _bars(edges, [bin_.sure for bin_ in bins], {"color": soft}),
        _bars(edges, [bin_.possible for bin_ in bins], hatched),
    ]
    told = [_hover(bin_, edge, lang) for bin_, edge in zip(bins, edges, strict=True)]
    for trace in traces:
        trace["hovertext"] = told
    return {
        "data": traces,
        "layout": layout(
            theme,
            HEIGHT[narrow],
            xaxis=axis(first, last, lang, theme, 4 if narrow else 9),
            yaxis=_counts(lang, theme),
            margin={"l": 8 if lang == "ar" else 44, "r": 44 if lang == "ar" else 8, "t": 8, "b": 40},
            barmode="stack",
            bargap=0.08,
            dragmode="select",
            selectdirection="h",
            hovermode="x",
            meta={"unit": unit, "kinds": ["bin_sure", "bin_possible"]},
        ),
    }


def _hatch(theme: str) -> dict[str, Any]:
    ink, ground = colour("accent", theme), colour("accent-soft", theme)
    return {
        "shape": "/",
        "size": 6,
        "solidity": 0.4,
        "fillmode": "replace",
        "fgcolor": ink,
        "bgcolor": ground,
    }


def _bars(
    edges: Sequence[tuple[datetime, datetime]], counts: list[int], marker: dict[str, Any]
) -> dict[str, Any]:
    # A sliver of air between the bars, so that a run of equal counts is not one block.
    return {
        "type": "bar",
        "x": [start.isoformat() for start, _ in edges],
        "y": counts,
        "offset": 0,
        "width": [(end - start) / _MILLISECOND * 0.92 for start, end in edges],
        "marker": {**marker, "line": {"width": 0}},
        "customdata": [
            [start.isoformat()[:10], (end - timedelta(seconds=1)).isoformat()[:10]] for start, end in edges
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _hover(bin_: Bin, edge: tuple[datetime, datetime], lang: str) -> str:
    lines = (
        f"<b>{span(*edge, lang)}</b>",
        f"{word(lang, 'timeline.number_sure')}: {number(bin_.sure)}",
        f"{word(lang, 'timeline.number_possible')}: {number(bin_.possible)}",
    )
    return "<br>".join(isolated(line, lang) for line in lines)


def _counts(lang: str, theme: str) -> dict[str, Any]:
    return {
        "side": "right" if lang == "ar" else "left",
        "rangemode": "tozero",
        "tickformat": ",d",
        "nticks": 4,
        "gridcolor": colour("line", theme),
        "zeroline": False,
        "tickfont": {"color": colour("soft", theme), "size": 12},
        "fixedrange": True,
    }
