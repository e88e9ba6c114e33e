"""Geocoders behind one Protocol: what the gazetteer does not know may be asked elsewhere."""
