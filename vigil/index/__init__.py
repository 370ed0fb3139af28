"""Many listed names, searched without losing any."""
