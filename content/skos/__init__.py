"""The vocabulary as SKOS: written for others (``export``), read from others (``load``)."""
