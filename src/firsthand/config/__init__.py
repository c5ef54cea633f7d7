"""Settings from the environment, addresses, checks."""
