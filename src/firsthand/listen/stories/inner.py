"""Compiling functions that only compiled functions call."""

from collections.abc import Callable
from typing import Any, TypeVar

from numba import njit

_Function = TypeVar("_Function", bound=Callable[..., object])


def inner(function: _Function) -> _Function:
    """Compile a function as `compiled` does, but without the way in from Python.

    For functions that take a `Memory`, that way is most of what there is to compile.
    """
    options: dict[str, Any] = {
        "cache": True, "nogil": True, "boundscheck": False, "_nrt": False,
        "no_cpython_wrapper": True, "no_cfunc_wrapper": True,
    }  # fmt: skip
    fast: _Function = njit(**options)(function)
    return fast
