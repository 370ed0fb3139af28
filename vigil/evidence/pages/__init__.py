"""Bytes of a report to a page: decoding, HTML, blocks, dates, oddities."""
