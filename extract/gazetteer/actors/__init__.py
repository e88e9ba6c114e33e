"""World data of actors: people, organisations, states, and the offices they held."""

from extract.gazetteer.actors.check import check_world, gaps
from extract.gazetteer.actors.model import Entry, Name, State, Tenure
from extract.gazetteer.actors.read import slug
from extract.gazetteer.actors.world import World, load_world

__all__ = ["Entry", "Name", "State", "Tenure", "World", "check_world", "gaps", "load_world", "slug"]
