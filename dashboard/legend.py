"""What stands beside the timeline in words: its legend, its notes, and the same figures as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dash import html

from dashboard.charts.lanes import KINDS, kind
from dashboard.palette import FAMILIES, family
from dashboard.press import press
from dashboard.telling import headline, span, time
from dashboard.units import begins
from dashboard.words import counted, number, word

if TYPE_CHECKING:
    from dashboard.charts.timeline import Rows


def legend(of: Rows, lang: str) -> list[Any]:
    """Only what is drawn: how well a time is known, and the families of types."""
    if of.bins:
        unit = word(lang, f"unit.{of.unit}")
        kinds = [
            ("sure", word(lang, "timeline.bin_sure", unit=unit)),
            ("within", word(lang, "timeline.bin_possible", unit=unit)),
        ]
        return [_key(f"key accent {key}", text) for key, text in kinds]
    drawn = {kind(row) for row in of.events}
    families = {family(row["type"]) for row in of.events}
    keys = [_key(f"key {which}", word(lang, f"timeline.{which}")) for which in KINDS if which in drawn]
    colours = [
        _key(f"swatch {which}", word(lang, f"family.{which}")) for which in FAMILIES if which in families
    ]
    return [html.Span(keys, className="keys"), html.Span(colours, className="keys")] if keys else []


def note(of: Rows, lang: str) -> list[Any]:
    """How to use the timeline, and how many events it cannot show."""
    parts: list[Any] = []
    if of.drawn:
        parts.append(html.Span(word(lang, "timeline.help_bins" if of.bins else "timeline.help")))
    else:
        parts.append(html.Span(word(lang, "timeline.none_dated" if of.totals.events else "timeline.none")))
    windowed = of.filters.since or of.filters.until
    if of.undated:
        key = "timeline.undated_hidden" if windowed else "timeline.undated"
        parts.append(html.Strong(counted(lang, key, of.undated), id="undated"))
    if windowed:
        parts.append(press(word(lang, "timeline.whole"), does="loosen", value="time", style="plain"))
    return parts


def table(of: Rows, lang: str) -> list[Any]:
    """What the timeline draws, for those who do not see it."""
    if of.bins:
        heads = ("timeline.step", "timeline.number_sure", "timeline.number_possible")
        filled = [bin_ for bin_ in of.bins if bin_.sure or bin_.possible]
        lines = [
            (
                span(begins(bin_.step, of.unit), begins(bin_.step + 1, of.unit), lang),
                number(bin_.sure),
                number(bin_.possible),
            )
            for bin_ in filled
        ]
    else:
        heads = ("timeline.step", "list.what", "filter.status")
        lines = [
            (time(row, lang), headline(row, lang), word(lang, f"status.{row['status']}")) for row in of.events
        ]
    head = html.Thead(html.Tr([html.Th(word(lang, key), scope="col") for key in heads]))
    return [html.Table([head, html.Tbody([html.Tr([html.Td(cell) for cell in line]) for line in lines])])]


def _key(style: str, text: str) -> html.Span:
    return html.Span([html.Span(className=style), text], className="entry")
