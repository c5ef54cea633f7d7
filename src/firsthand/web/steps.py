"""The few steps from nothing to a strategy, each told by the room it belongs to.

A file of `web.views` may give `step(leader, can)`: the step that its room asks of
this leader, or None. The leader's first page shows them in order.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules

from firsthand.people.access import Can
from firsthand.people.models import Leader
from firsthand.web import views


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """One step: its place in the order, what it is, how far it is, and where it goes on."""

    order: int
    title: str
    state: str
    href: str
    action: str
    done: bool


def steps(leader: Leader, can: frozenset[Can]) -> list[Step]:
    """Give the steps of a leader for somebody who may do some things, in their order."""
    found = []
    for module in iter_modules(views.__path__):
        tell: Callable[[Leader, frozenset[Can]], Step | None] | None
        tell = getattr(import_module(f"{views.__name__}.{module.name}"), "step", None)
        if tell is not None and (one := tell(leader, can)) is not None:
            found.append(one)
    return sorted(found)
