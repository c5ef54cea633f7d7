"""The measures, one a file; each module gives its `measure`, and is found by itself."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from firsthand.standing.measure import Measure


@cache
def measures() -> tuple[Measure, ...]:
    """Give every measure, in the order of their names."""
    names = sorted(module.name for module in iter_modules(__path__))
    return tuple(import_module(f"{__name__}.{name}").measure for name in names)
