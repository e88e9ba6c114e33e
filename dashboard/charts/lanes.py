"""The timeline of few events: each is a bar that says how well its time is known, packed into lanes."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from dashboard.axis import axis, padded
from dashboard.charts.drawing import layout, plain, wrapped
from dashboard.palette import colour, family
from dashboard.telling import headline, isolated, time
from dashboard.words import word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.filters import Window
    from dashboard.queries import Row

SURE, WITHIN, BOUNDED, OPEN = KINDS = ("sure", "within", "bounded", "open")
LABELLED = 30  # more names than this only hide each other
_WIDTH = {False: 860, True: 300}  # pixels of the axis, at least, by whether the screen is narrow
_LETTER = 7.0  # pixels, on average
_DOT = 13
_GAP = 10
_FINE = frozenset({"minute", "hour", "day"})
_PATTERN = {
    WITHIN: {"shape": "/", "size": 7},
    BOUNDED: {"shape": ".", "size": 6},
    OPEN: {"shape": "-", "size": 6},
}


class Bar(NamedTuple):
    """An event on its lane, from `start` to `end` as far as the axis shows it."""

    row: Row
    kind: str
    start: datetime
    end: datetime
    label: str
    lane: int = 0
    fits: bool = True  # the label, between the bar's start and the end of the axis


def kind(row: Row) -> str:
    """How well an event's time is known: a day, a span it lies in, two limits, or an open end."""
    if row["start"] is None or row["end"] is None:
        return OPEN
    if row["grain"] in _FINE and row["end"] - row["start"] <= timedelta(days=1):
        return SURE
    return BOUNDED if row["basis"] == "bounded" else WITHIN


def figure(rows: Sequence[Row], window: Window, lang: str, theme: str, *, narrow: bool) -> dict[str, Any]:
    """One bar an event; drawn from left to right, or from right to left in Arabic."""
    if not rows:
        return {"data": [], "layout": layout(theme, 24, xaxis={"visible": False}, yaxis={"visible": False})}
    first, last = reach(rows, window)
    labelled = len(rows) <= LABELLED
    pixel = (last - first) / _WIDTH[narrow]
    bars = packed(_bars(rows, first, last, lang, labelled=labelled), last, pixel)
    count = 1 + max(bar.lane for bar in bars)
    height = count * (36 if labelled else 18) + 56
    traces = [trace for which in KINDS for trace in _spans(bars, which, lang, theme, labelled=labelled)]
    traces += [_dots(bars, pixel, lang, theme), _arrows(bars, lang, theme)]
    if labelled:
        traces += _labels(bars, lang, theme)
    return {
        "data": [trace for trace in traces if trace["y"]],
        "layout": layout(
            theme,
            height,
            xaxis=axis(first, last, lang, theme, 4 if narrow else 9),
            yaxis={"visible": False, "range": [count - 0.3, -0.75], "fixedrange": True},
            barmode="overlay",
            dragmode="select",
            selectdirection="h",
            meta={"unit": "day", "kinds": sorted({bar.kind for bar in bars}, key=KINDS.index)},
        ),
    }


def reach(rows: Sequence[Row], window: Window) -> tuple[datetime, datetime]:
    """What the axis shows: the window asked for, else all ends that are known."""
    ends = [end for row in rows for end in (row["start"], row["end"]) if end is not None]
    first, last = window.start or min(ends), window.end or max(ends)
    return padded(min(first, last), max(first, last))


def packed(bars: Sequence[Bar], last: datetime, pixel: timedelta) -> list[Bar]:
    """Each bar on the first lane where neither it nor its label meets another; a label stays on the axis."""
    lanes: list[list[tuple[datetime, datetime]]] = []
    placed = []
    for bar in sorted(bars, key=lambda bar: (bar.start, bar.end)):
        wide = pixel * len(bar.label) * _LETTER
        fits = bar.start + wide <= last
        start = bar.start if fits else min(bar.start, bar.end - wide)
        end = max(bar.end, bar.start + pixel * _DOT, bar.start + wide if fits else bar.end) + pixel * _GAP
        lane = next((number for number, taken in enumerate(lanes) if _free(taken, start, end)), len(lanes))
        if lane == len(lanes):
            lanes.append([])
        lanes[lane].append((start, end))
        placed.append(bar._replace(lane=lane, fits=fits))
    return placed


def _free(taken: Sequence[tuple[datetime, datetime]], start: datetime, end: datetime) -> bool:
    return all(end <= other_start or start >= other_end for other_start, other_end in taken)


def _bars(rows: Sequence[Row], first: datetime, last: datetime, lang: str, *, labelled: bool) -> list[Bar]:
    bars = []
    for row in rows:
        start, end = max(row["start"] or first, first), min(row["end"] or last, last)
        label = plain(headline(row, lang), 44) if labelled else ""
        bars.append(Bar(row, kind(row), min(start, end), end, label))
    return bars


def _colours(bars: Sequence[Bar], theme: str) -> list[str]:
    return [colour(family(bar.row["type"]), theme) for bar in bars]


def _common(bars: Sequence[Bar], lang: str) -> dict[str, Any]:
    return {
        "y": [bar.lane for bar in bars],
        "customdata": [bar.row["id"] for bar in bars],
        "hovertext": [hover(bar.row, lang) for bar in bars],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def hover(row: Row, lang: str) -> str:
    """What a pointer over an event reads: what, who, when, and the sentence."""
    status = word(lang, f"status.{row['status']}")
    lines = [f"<b>{plain(headline(row, lang), 60)}</b>", f"{plain(time(row, lang))} · {status}"]
    return "<br>".join(isolated(line, lang) for line in [*lines, *wrapped(row["sentence"]).split("<br>")])


def _spans(bars: Sequence[Bar], which: str, lang: str, theme: str, *, labelled: bool) -> list[dict[str, Any]]:
    """One trace a colour: plotly takes no list of colours under a pattern."""
    by_colour: dict[str, list[Bar]] = {}
    for bar in bars:
        if bar.kind == which:
            by_colour.setdefault(colour(family(bar.row["type"]), theme), []).append(bar)
    return [_span(kept, which, shown, lang, theme, labelled=labelled) for shown, kept in by_colour.items()]


def _span(
    kept: Sequence[Bar], which: str, shown: str, lang: str, theme: str, *, labelled: bool
) -> dict[str, Any]:
    marker: dict[str, Any] = {"color": shown, "line": {"color": shown, "width": 1}}
    if which in _PATTERN:
        marker["pattern"] = {**_PATTERN[which], "fillmode": "overlay", "solidity": 0.35, "fgopacity": 1}
        marker["pattern"]["fgcolor"] = colour("card", theme)
        marker["opacity"] = {WITHIN: 0.85, BOUNDED: 0.45, OPEN: 0.6}[which]
    return {
        "type": "bar",
        "orientation": "h",
        "base": [bar.start.isoformat() for bar in kept],
        "x": [(bar.end - bar.start) / timedelta(milliseconds=1) for bar in kept],
        "width": [0.3 if labelled else 0.6] * len(kept),
        "marker": marker,
        **_common(kept, lang),
    }


def _dots(bars: Sequence[Bar], pixel: timedelta, lang: str, theme: str) -> dict[str, Any]:
    """A day too narrow to be seen is a dot."""
    kept = [bar for bar in bars if bar.kind == SURE and bar.end - bar.start < pixel * _DOT]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [(bar.start + (bar.end - bar.start) / 2).isoformat() for bar in kept],
        "marker": {
            "symbol": "circle",
            "size": _DOT,
            "color": _colours(kept, theme),
            "line": {"color": colour("card", theme), "width": 1.5},
        },
        **_common(kept, lang),
    }


def _arrows(bars: Sequence[Bar], lang: str, theme: str) -> dict[str, Any]:
    """An arrow where an end is open, pointing the way that time goes on."""
    onward, backward = ("left", "right") if lang == "ar" else ("right", "left")
    ends = [(bar, bar.end, onward) for bar in bars if bar.row["grain"] and bar.row["end"] is None]
    ends += [(bar, bar.start, backward) for bar in bars if bar.row["grain"] and bar.row["start"] is None]
    kept = [bar for bar, _, _ in ends]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [at.isoformat() for _, at, _ in ends],
        "marker": {
            "symbol": [f"triangle-{side}" for _, _, side in ends],
            "size": 14,
            "color": _colours(kept, theme),
        },
        "cliponaxis": False,
        **_common(kept, lang),
    }


def _labels(bars: Sequence[Bar], lang: str, theme: str) -> list[dict[str, Any]]:
    """Each name above its bar, from where the bar begins; at the end of the axis it ends there."""
    traces = []
    near, far = ("left", "right") if lang == "ar" else ("right", "left")
    for side in (near, far):
        kept = [bar for bar in bars if bar.fits == (side == near)]
        traces.append(
            {
                "type": "scatter",
                "mode": "text",
                "x": [(bar.start if side == near else bar.end).isoformat() for bar in kept],
                "y": [bar.lane - 0.42 for bar in kept],
                "text": [isolated(bar.label, lang) for bar in kept],
                "textposition": f"middle {side}",
                "textfont": {"color": colour("ink", theme), "size": 12.5},
                "customdata": [bar.row["id"] for bar in kept],
                "hoverinfo": "skip",
                "cliponaxis": False,
            }
        )
    return traces
