"""The checks: every module of `coach.checks`, found by its name."""

from functools import cache
from importlib import import_module

from firsthand.coach.view import Look


@cache
def look_of(name: str) -> Look:
    """Load a check and give its function."""
    look: Look = import_module(f"firsthand.coach.checks.{name}").look
    return look
