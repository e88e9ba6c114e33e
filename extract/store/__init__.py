"""Events kept and asked for, through Ibis: a DuckDB file that one process owns.

`Store.open(url)` gives the one door; `extract.store.schema` tells its tables. `fold_search` is how
`search_text` was folded, so the words of a search are folded by it too.
"""

from extract.script import fold_search
from extract.store.store import Added, Store
from extract.store.urls import DEFAULT

__all__ = ["DEFAULT", "Added", "Store", "fold_search"]
