"""A voice held against people in general, where nobody's posts around the leader are known.

What ships is counts of texts by many hands (`data/background.*.npz`; where from: see
`data/README.md`). Such people write about other things, elsewhere, so they tell which
way a text leans but not how far: the scale is the spread of the leader's own later
posts, and what a step on it is worth was learnt once, from people not in the background.
"""

import itertools
import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np

from firsthand.coach.voice import experts, features
from firsthand.coach.voice.blending import Blend
from firsthand.coach.voice.corpus import Corpus, Rows, joined, prepare
from firsthand.coach.voice.kernels import Doubles, Ints
from firsthand.coach.voice.profile import Voice

PARTS = 4
STEP, START = 1.2, 0.6
"""Log-odds that one spread of the leader's own posts is worth, and those of their middle."""
KINDS = ((1.9, 0.9), (1.0, 0.4), (0.8, 0.5), (1.2, 0.2))
"""The same as each kind of writing would have it alone: what the interval comes from."""
ALIKE = 0.35
"""How much one author's posts repeat one another; what is not known of rivals repeats, too."""


@dataclass(frozen=True, slots=True)
class Background:
    """Counts of texts by people in general; `common` are the words that carry no subject."""

    common: frozenset[str]
    corpus: Corpus

    @property
    def size(self) -> int:
        """Count the texts."""
        return len(self.corpus.length)


@lru_cache(maxsize=4)
def background(lang: str) -> Background | None:
    """Give the background that ships for a language, or None."""
    place = files("firsthand.coach.voice.data").joinpath(f"background.{lang}.npz")
    if not place.is_file():
        return None
    with place.open("rb") as file, np.load(file, allow_pickle=False) as held:
        views = {
            name: _rows(held[f"{name}/sizes"], held[f"{name}/runs"]) for name in features.VIEWS
        }
        habits = held["habits"].astype(float)
        common = frozenset(json.loads(held["common"].tobytes()))
        length = held["length"].astype(float)
    nothing = np.zeros(len(length), np.int64)
    return Background(common, Corpus(views, np.zeros(0, np.uint32), nothing, habits, length))


def _rows(sizes: Ints, runs: Ints) -> Rows:
    """Read rows as `tools/build_background.py` packs them: slots as steps, and counts."""
    starts = np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)])
    steps = [np.cumsum(runs[0, a:b], dtype=np.int64) for a, b in itertools.pairwise(starts)]
    slots = np.concatenate(steps)
    return Rows(starts, slots.astype(np.int32), (1 + np.log(runs[1])).astype(np.float32))


def voice(n: int, own: list[str], general: Background) -> Voice:
    """Learn a voice from masked posts, oldest first, and people in general."""
    corpus = joined(prepare(own, general.common), general.corpus)
    mine = np.arange(len(own))
    others = np.arange(len(own), len(own) + general.size)
    spread = _spread(corpus, mine, others)
    found = experts.estrange(corpus, mine, others)
    blends = tuple(_blend(spread, step, start) for step, start in ((STEP, START), *KINDS))
    return Voice(n, general.size, general.common, found, blends, ALIKE, general=True)


def _spread(corpus: Corpus, mine: Ints, others: Ints) -> tuple[Doubles, Doubles]:
    """Give the middle and the spread of the leader's later posts, by expert, the sum's last."""
    parts = np.array_split(mine, PARTS)
    seen = []
    for later in range(PARTS // 2, PARTS):
        before = np.concatenate(parts[:later])
        seen.append(experts.estrange(corpus, before, others).odds(corpus, parts[later]))
    odds = np.vstack(seen)
    middle, spread = np.median(odds, axis=0), odds.std(axis=0) + 1e-9
    together = ((odds - middle) / spread * _weights(odds.shape[1])).sum(axis=1)
    return middle, np.append(spread, together.std() + 1e-9)


def _weights(many: int) -> Doubles:
    """Let what sets apart and what is near weigh alike, whatever the number of views."""
    near = len(features.VIEWS)
    return np.repeat([1 / (many - near), 1 / near], [many - near, near])


def _blend(spread: tuple[Doubles, Doubles], step: float, start: float) -> Blend:
    middle, (*each, together) = spread
    gains = step * _weights(len(middle)) / np.array(each) / together
    return Blend(gains, start - float(middle @ gains))
