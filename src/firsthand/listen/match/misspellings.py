"""How people misspell a name: letters lost, swapped, doubled, or written as they sound."""

from collections.abc import Iterator

from firsthand.listen.match.tokens import words

SHORTEST = 5
"""Shorter names are not varied: their misspellings are other words."""
MOST = 60
#: What is written instead of what, for one sound, French and English.
_SOUNDS = tuple(
    pair.split(">")
    for pair in [
        "ph>f",
        "f>ph",
        "y>i",
        "i>y",
        "qu>k",
        "k>c",
        "c>k",
        "ck>k",
        "eau>o",
        "eau>au",
        "au>o",
        "ei>ie",
        "ie>ei",
        "ai>e",
        "ai>ei",
        "en>an",
        "an>en",
        "em>am",
        "am>em",
        "z>s",
        "s>z",
        "th>t",
        "t>th",
        "sch>ch",
        "w>v",
        "ae>a",
        "oe>o",
        "gn>ni",
    ]
)


def misspelt(name: str) -> tuple[str, ...]:
    """Give the folded misspellings of one word that is a name, none for short ones.

    >>> [each in misspelt("Darcourt") for each in ("darcour", "dracourt", "darrcourt", "darcourt")]
    [True, True, True, False]
    """
    folded = "".join(words(name))
    if len(folded) < SHORTEST or not folded.isalpha():
        return ()
    found = dict.fromkeys([*_sounds(folded), *_lost(folded), *_swapped(folded), *_doubled(folded)])
    found.pop(folded, None)
    return tuple(found)[:MOST]


def careless(name: str) -> tuple[str, ...]:
    """Give only the misspellings that are hardly ever another word: letters swapped or doubled."""
    folded = "".join(words(name))
    if len(folded) < SHORTEST + 3 or not folded.isalpha():
        return ()
    found = dict.fromkeys([*_swapped(folded), *_doubled(folded)])
    found.pop(folded, None)
    return tuple(found)[:MOST]


def _lost(name: str) -> Iterator[str]:
    for at in range(len(name) - 1, 0, -1):
        yield name[:at] + name[at + 1 :]


def _swapped(name: str) -> Iterator[str]:
    # The first letter is nearly always right.
    for at in range(1, len(name) - 1):
        yield name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def _doubled(name: str) -> Iterator[str]:
    for at in range(1, len(name)):
        if name[at] == name[at - 1]:
            yield name[:at] + name[at + 1 :]
        elif name[at] in "cdfglmnprst":
            yield name[:at] + name[at] + name[at:]


def _sounds(name: str) -> Iterator[str]:
    for old, new in _SOUNDS:
        if old in name[1:]:
            yield name[0] + name[1:].replace(old, new, 1)
    if name[-1] in "dtsxez":
        yield name[:-1]
    else:
        yield from (name + "t", name + "d", name + "s", name + "e")
