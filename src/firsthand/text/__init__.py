"""What can be known from a text alone."""
