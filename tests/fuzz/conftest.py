"""The fuzzers run in processes of their own."""

collect_ignore = ["targets.py"]
