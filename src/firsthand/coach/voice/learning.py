"""Learn a voice: experts, blended and calibrated on what they have not seen.

Each fold holds back the leader's later posts *and* some of the other people, so that
the blend is learnt on later days and on strangers, as it will be used.
"""

import itertools
from collections.abc import Mapping, Sequence

import numpy as np

from firsthand.coach.voice import blending, experts, features, languages
from firsthand.coach.voice.blending import Blend, Held
from firsthand.coach.voice.corpus import Corpus, prepare
from firsthand.coach.voice.experts import Tongue
from firsthand.coach.voice.general import background as people_in
from firsthand.coach.voice.general import voice as general_voice
from firsthand.coach.voice.kernels import Ints
from firsthand.coach.voice.profile import NEEDED, Profile, Voice

LEARNT = 2_000
"""Posts learnt from on each side, the latest ones: more cost time and change little."""
REHEARSED = 1_000
"""Posts on each side that the folds use."""
FOLDS = 4
GROUPS = 8
"""Parts in which the others are held back, and compared as speakers."""
LONE = 0.4
"""How far the log-odds are believed when one other author is known: strangers differ."""
TWO_THIRDS = 0.7
"""The log-odds at the middle of the leader's own posts when nobody else is known."""
ALIKE = 0.2
"""How much one author's posts repeat one another when nobody else is known."""


def learn(
    posts: Sequence[str],
    background: Mapping[str, Sequence[str]] | None = None,
    *,
    general: bool = True,
) -> Profile:
    """Learn a leader's voice from their posts, oldest first, each language by itself.

    `background` holds other people's posts by author, oldest first. Without it the leader
    is held against people in general, in the languages for which there is such a
    background, unless `general` is off; then only the leader's own spread is known.
    Every answer says which.
    """
    own = features.usable(posts)
    if len(own) < NEEDED:
        return Profile(len(own))
    spoken = languages.among(own, NEEDED)
    mine = languages.part(own, spoken)
    theirs = [
        languages.part(features.usable(texts), spoken) for texts in (background or {}).values()
    ]
    voices = {}
    for lang in spoken:
        others = [part[lang] for part in theirs]
        people = people_in(lang) if general and sum(map(len, others)) < NEEDED else None
        if people is not None:
            voices[lang] = general_voice(len(mine[lang]), mine[lang][-LEARNT:], people)
        else:
            voices[lang] = _voice(mine[lang], others)
    return Profile(len(own), voices)


def _voice(own: list[str], by_author: Sequence[Sequence[str]]) -> Voice:
    n, own = len(own), own[-LEARNT:]
    others = _parted(by_author) if sum(map(len, by_author)) >= NEEDED else []
    heard = sum(1 for texts in by_author if texts) if others else 0
    every = [*own, *itertools.chain(*others)]
    common = features.habitual(every)
    corpus = prepare(every, common)
    bounds = np.cumsum([0, len(own), *map(len, others)])
    mine, *parts = (np.arange(a, b) for a, b in itertools.pairwise(bounds))
    if not parts:
        return _alone(n, corpus, common)
    tongues = [experts.tongue(corpus, part) for part in parts]
    held = [_fold(corpus, mine, parts, tongues, k) for k in range(FOLDS)]
    rest = [[part for j, part in enumerate(held) if j != k] for k in range(FOLDS)]
    sure = 1.0 if heard > 1 else LONE
    blends = tuple(blending.blend(some).held_back(sure) for some in (held, *rest))
    found = experts.fit(corpus, mine, np.concatenate(parts), tongues)
    return Voice(n, heard, common, found, blends, blending.echo(held, blends[0]))


def _parted(by_author: Sequence[Sequence[str]]) -> list[list[str]]:
    """Give the others' latest posts in a few parts; a lone author is cut in spans of time."""
    found = sorted((list(texts) for texts in by_author if texts), key=len, reverse=True)
    if len(found) == 1:
        spans = np.array_split(np.arange(len(found[0])), min(FOLDS, len(found[0])))
        return [[found[0][i] for i in span] for span in spans]
    each = max(1, LEARNT // max(1, len(found)))
    parts: list[list[str]] = [[] for _ in found[:GROUPS]]
    for texts in found:
        min(parts, key=len).extend(texts[-each:])
    return parts


def _fold(
    corpus: Corpus, mine: Ints, parts: Sequence[Ints], tongues: Sequence[Tongue], k: int
) -> Held:
    # Forward in time: what is judged is later than what is learnt from, as it will be.
    *before, last = np.array_split(mine[-REHEARSED:], FOLDS)
    if k % 2:
        *before, last = before
    shown = np.concatenate(before)
    away = [i for i in range(len(parts)) if i % FOLDS == k] or [k % len(parts)]
    stay = [i for i in range(len(parts)) if i not in away] or away
    some = REHEARSED // len(parts) + 1
    rivals = np.concatenate([parts[i][-some:] for i in stay])
    found = experts.fit(corpus, shown, rivals, [tongues[i] for i in stay])
    runs = (last, *(parts[i][-some:] for i in away))
    return Held(
        tuple(found.odds(corpus, run) for run in runs),
        tuple(i == 0 for i in range(len(runs))),
    )


def _alone(n: int, corpus: Corpus, common: frozenset[str]) -> Voice:
    """Judge by nearness to the leader's mean post: half of their own posts lie above two thirds."""
    texts = np.arange(len(corpus.length))
    shown, kept = np.array_split(texts, 2)
    odds = experts.nearness(corpus, shown).odds(corpus, kept)
    gains = 1 / (odds.std(axis=0) + 1e-9) / odds.shape[1]
    middle = float(np.median(odds @ gains))
    blends = tuple(Blend(gains, TWO_THIRDS - middle + shift) for shift in (0.0, -1.0, 1.0))
    found = experts.nearness(corpus, texts)
    return Voice(n, 0, common, found, blends, ALIKE)
