"""Puts events together: who did what to whom, when and where, with the words that say so."""

from extract.events.explain import explain_events
from extract.events.find import find_events

__all__ = ["explain_events", "find_events"]
