"""Benches: what Vigil is worth, measured beside the package; nothing in `vigil` imports them."""
