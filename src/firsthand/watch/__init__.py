"""Streams, queries, signals, alerts."""
