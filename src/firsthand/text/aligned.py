"""Arrays whose rows lie in as few lines of a processor's memory as they can.

What lies in one line is fetched at once; numpy begins its arrays anywhere.
"""

from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

LINE = 64
"""Bytes of a line."""

_Number = TypeVar("_Number", bound=np.generic)


def zeros(shape: tuple[int, ...], kind: type[_Number]) -> npt.NDArray[_Number]:
    """Give zeros that begin with a line.

    >>> zeros((1000, 8), np.float64).ctypes.data % LINE
    0
    """
    size = int(np.prod(shape)) * np.dtype(kind).itemsize
    room: npt.NDArray[Any] = np.zeros(size + LINE, np.uint8)
    start = -room.ctypes.data % LINE
    return room[start : start + size].view(kind).reshape(shape)


def aligned(array: npt.NDArray[_Number]) -> npt.NDArray[_Number]:
    """Give a copy of an array that begins with a line."""
    copy = zeros(array.shape, array.dtype.type)
    copy[...] = array
    return copy
