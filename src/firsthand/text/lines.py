"""Many texts folded together, as the lines of one, so that all are searched at once."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from firsthand.text.flat import Codes, codes_of, flatten, text_of
from firsthand.text.tokens import fold, fold_offsets

_LINE_END = ord("\n")


@dataclass(frozen=True, slots=True)
class Lines:
    """Folded texts, a line each, and their code points; where each starts, and one after the last.

    `offsets` gives, for the few texts whose folding is longer or shorter than they are,
    where each character comes from.
    """

    text: str
    codes: Codes
    starts: list[int]
    offsets: dict[int, list[int]]

    @classmethod
    def of(cls, texts: Sequence[str]) -> "Lines":
        """Fold texts; a line end within a text becomes a blank."""
        codes, wrong = flatten("\n".join(texts))
        starts = [0, *accumulate(len(text) + 1 for text in texts)]
        codes[np.array(starts[1:-1], np.int64) - 1] = _LINE_END
        special = {bisect_right(starts, at) - 1 for at in wrong.tolist()}
        if not special:
            return cls(text_of(codes), codes, starts, {})
        folded = {at: fold(texts[at]).replace("\n", " ") for at in sorted(special)}
        joined = _put_in(text_of(codes), folded, starts)
        lengths = (len(folded.get(at, text)) for at, text in enumerate(texts))
        starts = [0, *accumulate(length + 1 for length in lengths)]
        offsets = {at: fold_offsets(texts[at]) for at in special}
        return cls(joined, codes_of(joined), starts, offsets)

    def place(self, at: int) -> int:
        """Give the text in which a place of the whole lies."""
        return bisect_right(self.starts, at) - 1

    def span(self, which: int, start: int, end: int) -> tuple[int, int]:
        """Give where a span of the whole stands in the text itself."""
        first, offsets = self.starts[which], self.offsets.get(which)
        if offsets is None:
            return start - first, end - first
        return offsets[start - first], offsets[end - first]


def _put_in(text: str, lines: Mapping[int, str], starts: Sequence[int]) -> str:
    """Give a text with some of its lines replaced, in their order."""
    pieces: list[str] = []
    at = 0
    for which, line in lines.items():
        pieces += [text[at : starts[which]], line]
        at = starts[which + 1] - 1
    return "".join([*pieces, text[at:]])
