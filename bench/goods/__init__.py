"""The quality bench of the goods screen: labelled lines, and ordinary goods that must pass."""
