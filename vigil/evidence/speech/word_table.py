"""Closed lists of words, written one after another in a text."""

from __future__ import annotations


def table(words: str) -> frozenset[str]:
    """The words of a text, by white space, each once.

    >>> sorted(table("said  told said"))
    ['said', 'told']
    """
    return frozenset(words.split())
