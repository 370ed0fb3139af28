"""Content words, their synonyms and the names of states, for all that compares texts."""
