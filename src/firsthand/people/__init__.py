"""Organisations, leaders, members, accounts."""
