"""WHERE and HOW: places, ways, destinations, ships, and the red flags of an order's behaviour."""
