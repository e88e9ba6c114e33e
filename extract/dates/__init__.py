"""Finds the time expressions of a document and resolves them to intervals, as news means them."""

from extract.dates.explain import explain_dates
from extract.dates.find import find_dates
from extract.dates.published import published_of
from extract.dates.read import read_date

__all__ = ["explain_dates", "find_dates", "published_of", "read_date"]
