"""Names as text: scripts, words, legal forms, similarity, and the score of one name on another."""
