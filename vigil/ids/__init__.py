"""Identifiers that belong to one bearer, one scheme a file; `scheme` is the table of them."""
