"""Which expressions of a text speak for the leader, and which against."""

from collections.abc import Iterable, Sequence

from firsthand.coach.voice import features
from firsthand.coach.voice.corpus import rows
from firsthand.coach.voice.experts import Lens

SPOKEN = 3
"""Expressions told on each side."""

Ranked = list[tuple[str, float]]


def telling(heard: Iterable[tuple[Lens, Sequence[str]]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the expressions of masked texts that speak most for, and most against.

    They stand in the text as given here; none shares a word with a stronger one.
    """
    shares: dict[str, float] = {}
    for lens, texts in heard:
        for text in texts:
            for words, share in _expressions(lens, text):
                shares[words] = shares.get(words, 0.0) + share
    ranked = sorted(shares.items(), key=lambda each: (-abs(each[1]), each[0]))
    for_ = _apart([each for each in ranked if each[1] > 0])
    return for_, _apart([each for each in ranked if each[1] < 0])


def _apart(ranked: Ranked) -> tuple[str, ...]:
    chosen: list[str] = []
    told: set[str] = set()
    for words, _ in ranked:
        parts = {part.lower() for part in features.tokens(words)}
        if not parts & told:
            told |= parts
            chosen.append(words)
    return tuple(chosen[:SPOKEN])


def _expressions(lens: Lens, text: str) -> Ranked:
    found = features.spans(text)
    codes = features.codes([text[a:b] for a, b in found])[1:-1]
    pairs = [codes[i : i + 2] for i in range(len(codes))]
    if not pairs:
        return []
    counted = rows(pairs, 1, 2)
    weights = lens.weights[counted.slots] * lens.idf[counted.slots]
    told = []
    for i, (start, end) in enumerate(found):
        if text[start].isalnum():
            first = counted.starts[i]
            told.append((text[start:end], float(weights[first])))
            if i + 1 < len(found) and text[found[i + 1][0]].isalnum():
                # Of two words, the first alone is counted before both together.
                told.append((text[start : found[i + 1][1]], float(weights[first + 1])))
    return told
