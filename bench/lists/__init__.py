"""Lists: how long reading, indexing, comparing and rescreening take; never a timed test."""
