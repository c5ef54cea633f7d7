"""One check a file; the registry finds them."""
