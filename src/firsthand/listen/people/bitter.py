"""Whether thanks are none: bitter, beside what went wrong and not for mending it; or politeness.

Praise that trails off (« bravo l'effort… ») is bitter by itself.
"""

import re

from firsthand.listen.people.wordlists import has
from firsthand.text.cues import Cue
from firsthand.text.tokens import fold

POLITE = 2
"""Words after a question that are no more than politeness (« Merci d'avance »)."""
_WORD = re.compile(r"[\w'’-]+")
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


def closes_a_question(text: str, cue: Cue) -> bool:
    """Say whether thanks are the politeness after a question (« … ? Merci d'avance »)."""
    asked = text.rfind("?", 0, cue.start)
    return asked >= 0 and len(_WORD.findall(text[asked:])) <= POLITE


def trails_off(text: str, cue: Cue) -> bool:
    """Say whether the sentence of a cue ends in dots."""
    return _TRAILS.match(text[cue.end :]) is not None
