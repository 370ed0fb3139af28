"""The quality bench of the name engine: what is found, what is alerted, what is wrong."""
