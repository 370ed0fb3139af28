"""Names of the world found in a text: how each must stand to count."""
