"""Frozen values that everything else passes around; no behaviour beyond their own sense."""
