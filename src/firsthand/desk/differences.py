"""Two states of a text as one reading: what stayed, what went, what came, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words: `kind` is "same", "gone" or "come"."""

    kind: str
    text: str


def differences(old: str, new: str) -> list[Stretch]:
    """Compare two texts.

    >>> [(s.kind, s.text) for s in differences("un café noir", "un thé noir")]
    [('same', 'un '), ('gone', 'café'), ('come', 'thé'), ('same', ' noir')]
    """
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    found: list[Stretch] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag == "equal":
            found.append(Stretch("same", "".join(before[start:end])))
            continue
        if end > start:
            found.append(Stretch("gone", "".join(before[start:end])))
        if last > first:
            found.append(Stretch("come", "".join(after[first:last])))
    return found
