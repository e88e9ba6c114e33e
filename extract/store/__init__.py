"""Events kept and asked for, through Ibis: a DuckDB file that one process owns.

`Store.open(url)` gives the one door; `extract.store.schema` tells its tables.
"""

from extract.store.store import Added, Store
from extract.store.urls import DEFAULT

__all__ = ["DEFAULT", "Added", "Store"]
