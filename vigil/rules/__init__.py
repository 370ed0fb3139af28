"""WHICH LAW: provisions, issuing lists and countries, by date."""
