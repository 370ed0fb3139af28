"""WHAT goes out: key items by code, controlled items, drone parts and models, telling words."""
