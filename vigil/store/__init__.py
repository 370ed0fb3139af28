"""Worlds on disk: written whole or not at all, checked whenever they are opened."""
