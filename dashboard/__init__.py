"""The page: a store on a timeline and a map, filtered by its URL."""
