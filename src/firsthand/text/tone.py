"""The tone of a post, negative, neutral or positive, with its probabilities; French and English.

A linear model over four kinds of evidence that `tone_sums` gathers in one pass:
hashed n-grams of characters and words, the meaning of words, words and phrases of
known polarity with the reach of negations (C. Hutto and E. Gilbert, "VADER", 2014),
and signs. What it learnt from and how it fares: `docs/models.md`.
"""

import re
import threading
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from html import unescape
from importlib.resources import files
from io import BytesIO

import numpy as np
import numpy.typing as npt

from firsthand.text.aligned import aligned
from firsthand.text.language import detect_many
from firsthand.text.ngrams import composed, may_compose

LANGUAGES = ("fr", "en")
_PLACES: dict[str | None, int] = {lang: at for at, lang in enumerate(LANGUAGES)}
_NEITHER = len(LANGUAGES)
NEGATIVE, NEUTRAL, POSITIVE = 0, 1, 2
_CHUNK = 4_096

Bytes = npt.NDArray[np.int8]
Floats = npt.NDArray[np.float32]
Buffers = tuple[npt.NDArray[np.uint32], npt.NDArray[np.int64], npt.NDArray[np.int64]]

_memory = threading.local()


@dataclass(frozen=True, slots=True)
class Tone:
    """The probabilities that a text is negative, neutral or positive."""

    p: tuple[float, float, float]

    @property
    def likeliest(self) -> int:
        """Give 0 for negative, 1 for neutral, 2 for positive."""
        return max(range(3), key=self.p.__getitem__)


@dataclass(frozen=True, slots=True)
class Model:
    """What was learnt of one language.

    `words`, `chars` and `grams` are the tables of `tone_sums`; `scales` bring the sums
    of n-grams, words and meanings back to what was learnt; `signs` weighs the columns
    of `signs()` (columns × 3), after `middle` and `spread` have made them comparable.
    """

    words: Bytes
    chars: Bytes
    grams: Bytes
    scales: Floats
    signs: Floats
    bias: Floats


def tone(text: str, lang: str | None = None) -> Tone:
    """Say how a text sounds; without a language, in the one that it is written in.

    >>> tone("Merci à toute l'équipe, c'est un travail magnifique !", "fr").likeliest
    2
    """
    negative, neutral, positive = tone_many([text], [lang])[0].tolist()
    return Tone((negative, neutral, positive))


def tone_many(texts: Sequence[str], langs: Sequence[str | None] | None = None) -> Floats:
    """Give the probabilities of negative, neutral, positive for each of many texts, (n, 3).

    A text in another language than French or English, or in none that one can tell,
    is read both ways, and the two answers are averaged.
    """
    if not texts:
        return np.zeros((0, 3), np.float32)
    found = _languages(texts, langs)
    answers = np.zeros((len(texts), 3), np.float32)
    for which, lang in enumerate(LANGUAGES):
        shares = np.where(found == which, 1.0, np.where(found == _NEITHER, 0.5, 0.0))
        mine = np.flatnonzero(shares)
        if mine.size:
            some = texts if mine.size == len(texts) else [texts[at] for at in mine.tolist()]
            read = chances(some, model(lang), _buffers(lang))
            answers[mine] += read * shares[mine, np.newaxis].astype(np.float32)
    return answers


def _languages(texts: Sequence[str], langs: Sequence[str | None] | None) -> npt.NDArray[np.int8]:
    """Give the place of each text's language in LANGUAGES, or _NEITHER."""
    given: list[str | None] = list(langs) if langs is not None else [None] * len(texts)
    unknown = [at for at, lang in enumerate(given) if lang is None] if None in given else []
    for at, seen in zip(unknown, detect_many([texts[at] for at in unknown]), strict=True):
        given[at] = seen.lang
    return np.array([_PLACES.get(lang, _NEITHER) for lang in given], np.int8)


def _buffers(lang: str) -> Buffers:
    """Give this thread's buffers for a language: they remember what words sum up to."""
    from firsthand.text import tone_sums

    mine: dict[str, Buffers] = _memory.__dict__
    if lang not in mine:
        mine[lang] = tone_sums.workspace()
    return mine[lang]


def chances(texts: Sequence[str], model: Model, buffers: Buffers | None = None) -> Floats:
    """Give the three probabilities of each text by one model; buffers serve one model only."""
    parts = [
        _chances(sums(texts[at : at + _CHUNK], model, buffers), model)
        for at in range(0, len(texts), _CHUNK)
    ]
    return np.concatenate(parts, dtype=np.float32)


def _chances(found: Floats, model: Model) -> Floats:
    logits = logits_of(found, model)
    logits -= logits.max(axis=1, keepdims=True)
    np.exp(logits, logits)
    shares: Floats = logits / logits.sum(axis=1, keepdims=True)
    return shares


def sums(texts: Sequence[str], model: Model, buffers: Buffers | None = None) -> Floats:
    """Give the sums of `tone_sums` for each text."""
    # Imported here because compiled code takes a second to start.
    from firsthand.text import tone_kernels, tone_sums, tone_table

    texts = [plain(text) if "&" in text or "\\" in text or '""' in text else text for text in texts]
    codes = _codes(texts)
    if may_compose(codes):
        texts = composed(texts)
        codes = _codes(texts)
    ends = np.cumsum(np.fromiter(map(len, texts), np.int64, len(texts)))
    found = np.zeros((len(texts), tone_table.COLUMNS), np.float32)
    tone_sums.many(
        codes, ends, tone_kernels.table(), model.words, model.chars, model.grams,
        *(buffers or tone_sums.workspace()), found,
    )  # fmt: skip
    return found


def _codes(texts: Sequence[str]) -> npt.NDArray[np.uint32]:
    return np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)


_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")


def plain(text: str) -> str:
    r"""Undo what careless decoding leaves: `\u2019`, `&amp;`, doubled quotes.

    >>> plain(r"C\u2019est &lt;3")
    'C’est <3'
    """
    if "\\" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
        text = text.replace("\\n", " ").replace('\\""', '"')
    if "&" in text:
        text = unescape(text)
    if '""' in text:
        text = text.replace('""', '"')
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def logits_of(found: Floats, model: Model) -> Floats:
    """Weigh the sums: one logit for each text and tone."""
    from firsthand.text import tone_table as at

    chars, grams, senses = model.scales
    norm = np.sqrt(np.maximum(found[:, [at.CHAR_NORM, at.WORD_NORM]], 1))
    known = np.maximum(found[:, at.KNOWN], 1)[:, np.newaxis]
    logits: Floats = (
        found[:, at.CHAR : at.CHAR + 3] * (chars / norm[:, :1])
        + found[:, at.WORD : at.WORD + 3] * (grams / norm[:, 1:])
        + found[:, at.MEANING : at.MEANING + 3] * (senses / known)
        + signs(found) @ model.signs
        + model.bias
    )
    return logits


def signs(found: Floats) -> Floats:
    """Give what polarities, emojis, marks and capitals say, each on a scale near one."""
    from firsthand.text import tone_table as at

    def column(*which: int) -> Floats:
        return found[:, list(which)]

    known = np.maximum(column(at.KNOWN), 1)
    size = np.maximum(column(at.TOKENS), 1)
    polarity = column(at.GOOD, at.BAD, at.GOOD_2, at.BAD_2)
    balance = column(at.GOOD, at.GOOD_2) - column(at.BAD, at.BAD_2)
    counts = column(at.SHOUTS, at.ASKS, at.TAGS)
    some = column(at.SHOUTS, at.LINKS, at.NAMES, at.DOTS, at.QUOTES, at.DRAWN) > 0
    capitals = column(at.CAPITALS) / np.maximum(column(at.CAPITALS) + column(at.LETTERS), 1)
    return np.concatenate(
        [
            np.log1p(polarity), np.tanh(balance / 3), column(at.BEST, at.WORST, at.LAST) / 4,
            column(at.VALENCE) / known * 3, np.tanh(column(at.VALENCE_UP, at.VALENCE_DOWN)),
            column(at.VALENCE_MAX, at.VALENCE_MIN), np.tanh(column(at.EMOJI)),
            np.log1p(counts), some.astype(np.float32), capitals * 3, np.log1p(size) / 2,
            column(at.NEGATED, at.FIRST_NAME, at.FIRST_RT),
            np.tanh(column(at.IDIOMS) / 4), column(at.IRONY),
        ],
        axis=1,
    )  # fmt: skip


@cache
def model(lang: str) -> Model:
    """Read the model of a language."""
    with np.load(BytesIO((files(__package__) / "data" / "tone.npz").read_bytes())) as stored:
        names = ("words", "chars", "grams", "scales", "signs", "bias")
        return Model(*(aligned(stored[f"{lang}_{name}"]) for name in names))
