"""Who says so: open reports, what they state on whose word, and how many origins that has."""
