"""Stored posts, search, retention."""
