"""Cases: what was found, who decided what and why. A case is the fold of its events."""
