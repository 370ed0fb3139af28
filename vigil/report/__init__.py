"""Decisions, matches and worlds as tables, text and JSON lines."""
