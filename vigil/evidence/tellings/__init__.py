"""What several pages tell of one thing: joined to claims, folded to discrepancies."""
