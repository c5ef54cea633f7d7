"""What ships with the voice: the general background by language."""
