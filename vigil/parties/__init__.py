"""WHO: the names, numbers and addresses of an order against the lists."""
