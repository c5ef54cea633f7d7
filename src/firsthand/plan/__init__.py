"""Readiness answers and strategy versions."""
