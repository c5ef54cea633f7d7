"""The vocabulary as frozen values, from the standard library alone."""
