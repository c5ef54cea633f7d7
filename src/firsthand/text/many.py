"""Whether some texts are enough for compiled code to be worth its start."""

import sys

MANY = 256
"""From this many texts on, compiled code is worth its start."""


def worth_compiled(count: int) -> bool:
    """Say whether compiled code should read so many texts: it has started already, or they are many."""
    return count >= MANY or (count > 1 and "firsthand.text.kernels" in sys.modules)
