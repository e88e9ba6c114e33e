"""Makes the basemap of the page from Natural Earth, GeoNames and CLDR: run it, commit what it writes."""
