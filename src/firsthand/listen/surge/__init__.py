"""Surges: counts far above what hour, weekday and habit let expect."""
