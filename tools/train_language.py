"""Trains the language model that the package ships: one seeded command.

    python tools/train_language.py WORK_FOLDER

The folder must hold `wordfreq` (what `pip install --target` puts there: word
frequencies of 40 languages) and `wesnoth` (the `translations` that Debian's
package wesnoth-1.16-data unpacks to: a game's dialogues); `--fetch` brings both
there by pip and apt. Writes `src/firsthand/text/data/language.npz`.
"""

import argparse
import gettext
import gzip
import random
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from itertools import pairwise
from pathlib import Path

import numpy as np
from numba import njit

from firsthand.text import kernels, ngrams

SEED = 20260504
OUT = Path(__file__).resolve().parents[1] / "src/firsthand/text/data/language.npz"
SHARES = {"en": 4.0, "fr": 4.0, "es": 2.0, "pt": 2.0, "de": 2.0, "it": 2.0}
"""How much more of what the desk hears most; others 1."""
LANGUAGES = [
    "en",
    "fr",
    "es",
    "pt",
    "de",
    "it",
    "nl",
    "ca",
    "ro",
    "pl",
    "cs",
    "sv",
    "da",
    "nb",
    "fi",
    "hu",
    "tr",
    "id",
    "vi",
    "ru",
    "uk",
    "bg",
    "ar",
    "fa",
    "hi",
    "bn",
    "ja",
    "zh",
    "ko",
    "el",
    "he",
]
OTHERS = [
    "sk",
    "sl",
    "sh",
    "lt",
    "lv",
    "is",
    "mk",
    "ms",
    "ur",
    "ta",
    "fil",
    "gl",
    "eu",
    "eo",
    "et",
    "af",
    "la",
    "ga",
]
"""Languages told apart from those above, but not named."""
CODES = {"nb": "no"}
GAME = {"nb": "nb_NO", "zh": "zh_CN", "sh": "hr", "fil": "tl"}
PER_SHARE = 14_000
EPOCHS = 3
TOP = 58
"""Weights are stored from -58 to 58, so that 16 bits hold the sum of a whole text's."""


def fetch(work: Path) -> None:
    work.mkdir(parents=True, exist_ok=True)
    pip = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--target",
        str(work / "pip"),
    ]
    subprocess.run([*pip, "wordfreq==3.1.1"], check=True)
    subprocess.run([*pip, "msgpack"], check=True)
    subprocess.run(["apt-get", "download", "wesnoth-1.16-data"], check=True, cwd=work)
    (package,) = work.glob("wesnoth-1.16-data_*.deb")
    subprocess.run(["dpkg-deb", "-x", str(package), str(work / "wesnoth")], check=True)


def frequencies(work: Path, lang: str) -> tuple[list[str], np.ndarray] | None:
    sys.path.insert(0, str(work / "pip"))
    import msgpack

    (data,) = (work / "pip").glob("wordfreq/data")
    path = data / f"large_{lang}.msgpack.gz"
    if not path.exists():
        path = data / f"small_{lang}.msgpack.gz"
    if not path.exists():
        return None
    with gzip.open(path) as stream:
        bins = msgpack.load(stream, raw=False)[1:]
    words, weights = [], []
    for place, bin_ in enumerate(bins[:600]):
        words += bin_
        weights += [10 ** (-place / 100)] * len(bin_)
    share = np.array(weights)
    return words, share / share.sum()


_TAG = re.compile(r"<[^>]*>|\$[\w|]+|&\w+;|\^|~|\|")


def dialogues(work: Path, lang: str) -> list[str]:
    # The game is written in English: its sentences are the keys of any translation.
    folder = "fr" if lang == "en" else GAME.get(lang, lang)
    found: list[str] = []
    for path in sorted(work.glob(f"wesnoth/**/{folder}/LC_MESSAGES/*.mo")):
        with path.open("rb") as stream:
            catalog = gettext.GNUTranslations(stream)._catalog
        for source, said in catalog.items():
            text = english(source) if lang == "en" else translated(source, said)
            found += [part for part in _TAG.sub(" ", text).split("\n") if len(part) > 12]
    return found


def english(source: str | tuple[str, int]) -> str:
    text = source if isinstance(source, str) else source[0]
    return text.split("^", 1)[-1].split("\x04", 1)[-1]


def translated(source: str | tuple[str, int], said: str) -> str:
    key = source if isinstance(source, str) else source[0]
    return said if key and said != key else ""


def window(text: str, dice: random.Random) -> str:
    said = text.split()
    if len(said) < 3 and len(text) > 30:
        size = dice.randint(4, 60)
        at = dice.randrange(max(1, len(text) - size))
        return text[at : at + size]
    size = min(len(said), dice.choice((2, 3, 4, 5, 6, 8, 10, 14, 18, 24)))
    at = dice.randrange(len(said) - size + 1)
    return " ".join(said[at : at + size])


def spoil(text: str, dice: random.Random, loans: list[str]) -> str:
    """Make a text like those of networks: accents dropped, names and loan words put in."""
    if dice.random() < 0.08:
        text = "".join(
            c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)
        )
    if dice.random() < 0.25:
        said = text.split()
        for _ in range(dice.randint(1, 2)):
            said.insert(dice.randrange(len(said) + 1), dice.choice(loans))
        text = " ".join(said)
    return text


def samples(work: Path) -> tuple[list[str], np.ndarray, list[str], np.ndarray]:
    dice = random.Random(SEED)
    chance = np.random.default_rng(SEED)
    known = frequencies(work, "en")
    assert known is not None
    loans = known[0][2000:30000]
    train: list[str] = []
    train_y: list[int] = []
    held: list[str] = []
    held_y: list[int] = []
    for lang in [*LANGUAGES, *OTHERS]:
        label = LANGUAGES.index(lang) if lang in LANGUAGES else len(LANGUAGES)
        size = int(PER_SHARE * SHARES.get(lang, 1.0) * (1 if lang in LANGUAGES else 0.4))
        said = dialogues(work, lang)
        dice.shuffle(said)
        cut = len(said) // 20
        known = frequencies(work, lang)
        picks: list[str] = []
        if len(said) > 200:
            held += [window(t, dice) for t in said[:cut][:600]]
            held_y += [label] * len(said[:cut][:600])
            picks = [
                window(dice.choice(said[cut:]), dice) for _ in range(size // 2 if known else size)
            ]
        if known:
            joint = "" if lang in ("zh", "ja") else " "
            lengths = chance.integers(2, 14, size - len(picks))
            drawn = iter(chance.choice(len(known[0]), int(lengths.sum()), p=known[1]))
            picks += [joint.join(known[0][next(drawn)] for _ in range(n)) for n in lengths]
        train += [spoil(text, dice, loans) if lang != "en" else text for text in picks]
        train_y += [label] * len(picks)
        print(lang, len(said), len(picks), flush=True)
    return train, np.array(train_y), held, np.array(held_y)


@njit(boundscheck=False, fastmath=True)
def chances(flat, first, last, weights, scale, out):
    out[:] = 0
    for at in range(first, last):
        for c in range(out.size):
            out[c] += weights[flat[at], c]
    out *= scale
    out -= out.max()
    np.exp(out, out)
    out /= out.sum()


@njit(boundscheck=False, fastmath=True)
def learn(flat, first, last, errors, scale, weights, squares, rate):
    """One step of AdaGrad (Duchi, Hazan and Singer 2011)."""
    for at in range(first, last):
        row = flat[at]
        for c in range(errors.size):
            step = errors[c] * scale
            squares[row, c] += step * step
            weights[row, c] -= rate * step / np.sqrt(squares[row, c])


@njit(boundscheck=False, fastmath=True)
def epoch(flat, starts, labels, order, weights, squares, rate):
    loss = 0.0
    out = np.empty(weights.shape[1], np.float32)
    for one in order:
        first, last = starts[one], starts[one + 1]
        if first == last:
            continue
        scale = np.float32(1.0 / np.sqrt(last - first))
        chances(flat, first, last, weights, scale, out)
        loss -= np.log(out[labels[one]] + 1e-12)
        out[labels[one]] -= 1
        learn(flat, first, last, out, scale, weights, squares, rate)
    return loss / order.size


def extract(texts: list[str]) -> tuple[np.ndarray, np.ndarray]:
    table = ngrams.table()
    kept = np.empty(ngrams.ROOM + 4, np.uint32)
    out = np.empty(kernels.MOST, np.uint32)
    rows, starts = [], [0]
    for text in texts:
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        n = kernels.buckets(codes, 0, len(codes), table, kept, out)
        rows.append(out[:n].copy())
        starts.append(starts[-1] + n)
    return np.concatenate(rows), np.array(starts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path)
    parser.add_argument("--fetch", action="store_true")
    given = parser.parse_args()
    if given.fetch:
        fetch(given.work)
    train, train_y, held, held_y = samples(given.work)
    flat, starts = extract(train)
    classes = 32
    weights = np.zeros((1 << ngrams.BUCKET_BITS, classes), np.float32)
    squares = np.full_like(weights, 1e-3)
    chance = np.random.default_rng(SEED)
    for turn in range(EPOCHS):
        order = chance.permutation(len(train))
        loss = epoch(flat, starts, train_y, order, weights, squares, 0.25 / (1 + turn))
        print("epoch", turn, "loss", round(loss, 4), flush=True)
    limit = float(np.quantile(np.abs(weights[weights != 0]), 0.9995))
    scale = limit / TOP
    stored = np.clip(np.rint(weights / scale), -TOP, TOP).astype(np.int8)
    h_flat, h_starts = extract(held)
    logits = np.array(
        [
            stored[h_flat[a:b]].astype(np.int32).sum(0) * scale / max(1, b - a) ** 0.5
            for a, b in pairwise(h_starts)
        ]
    )
    right = logits.argmax(1) == held_y
    print("held-out windows:", len(held), "right:", right.mean().round(4))
    names = [CODES.get(lang, lang) for lang in LANGUAGES] + [""]
    np.savez_compressed(OUT, weights=stored, scale=np.float32(scale), languages=np.array(names))
    print(OUT.stat().st_size, "bytes;", Counter(held_y.tolist()).most_common(3))


if __name__ == "__main__":
    main()
