"""The actor that an office itself is, where nobody knows its holder."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from extract.actors.inflect import agreeing
from extract.actors.words import sections
from extract.model import Actor, ActorKind

if TYPE_CHECKING:
    from extract.actors.candidate import Office
    from extract.gazetteer.actors import World


def office_actor(world: World, office: Office) -> Actor:
    """For example "وزير الصحة اللبناني" with no known holder: health-minister-lb, "health minister of Lebanon"."""
    former = "former" in office.modifiers
    name_ar, name_en = office_names(office.key)
    prefix = "former-" if former else ""
    state = world.states.get(office.of)
    if state is not None and state.adjectives_ar:
        adjective = agreeing(state.adjectives_ar[0].removeprefix("~"), feminine_noun=False)
        arabic, of = f"{name_ar} {adjective}", state.entry.actor.name_en
    else:
        organisation = state.entry.actor if state else world.actor(office.of)
        arabic = f"{name_ar} ({organisation.name_ar if organisation else office.of})"
        of = organisation.name_en if organisation else office.of
    if former:
        arabic += " السابق"
    country = office.of.upper() if state is not None else ""
    return Actor(
        f"{prefix}{office.key}-{office.of}",
        arabic,
        f"{'former ' if former else ''}{name_en} of {of}",
        ActorKind.PERSON,
        country,
    )


@lru_cache(maxsize=256)
def office_names(key: str) -> tuple[str, str]:
    """What an office is called in both languages."""
    arabic, english = sections("ar"), sections("en")
    if key.startswith("deputy-") and key not in arabic["offices"]:
        name_ar, name_en = office_names(key.removeprefix("deputy-"))
        return f"نائب {name_ar}", f"deputy {name_en}"
    if key in arabic["offices"]:
        return arabic["offices"][key][0], english["offices"][key][0]
    portfolio = key.removesuffix("-minister")
    return f"وزير {arabic['portfolios'][portfolio][0]}", f"{english['portfolios'][portfolio][0]} minister"
