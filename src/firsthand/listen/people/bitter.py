"""Whether thanks are bitter: said beside what went wrong, and not for mending it.

Praise that trails off (« bravo l'effort… ») is bitter by itself.
"""

import re

from firsthand.listen.people.wordlists import has
from firsthand.text.cues import Cue
from firsthand.text.tokens import fold

_STOP = re.compile(r"[.!?\n…]")
_TRAILS = re.compile(r"[^.!?\n…]*(?:\.\.|…)")


def is_bitter(text: str, cue: Cue) -> bool:
    """Say whether thanks follow a grievance in one sentence, or trail off (“…”) after one.

    One that a comma sets after them counts too (« Merci …, deux jours sans eau »).
    """
    before, after = text[: cue.start], text[cue.end :]
    same = _STOP.split(before)[-1]
    rest = _STOP.split(after)[0]
    if has(fold(same + rest), "mends"):
        return False
    told = (before if trails_off(text, cue) else same, rest.partition(",")[2])
    return any(has(fold(each), "grieves") for each in told)


def trails_off(text: str, cue: Cue) -> bool:
    """Say whether the sentence of a cue ends in dots."""
    return _TRAILS.match(text[cue.end :]) is not None
