"""Readiness and e-reputation."""
