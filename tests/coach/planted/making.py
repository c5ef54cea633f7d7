"""A seeded maker of drafts, each a clean post spoiled by one known fault.

The faults in words stand in `seen.toml` and `held.toml`, the clean posts in
`clean.toml`; the faults of form are made by `spoiling.py`. The first half of the
clean posts goes with the seen faults, the second with those held back.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from tests.coach.planted.spoiling import SPOILERS

HERE = Path(__file__).parent
HALVES = ("seen", "held")
LANGS = ("fr", "en")
EACH = 2
SEED = 20260504


@dataclass(frozen=True)
class Planted:
    """A case as `made.py` reads it, and the check that should see its fault."""

    check: str
    lang: str
    half: str
    case: Mapping[str, Any]


def clean(half: str) -> Iterator[tuple[str, str]]:
    """Give the clean posts of a half, with their language."""
    for lang, posts in _read("clean").items():
        middle = len(posts) // 2
        for post in posts[:middle] if half == "seen" else posts[middle:]:
            yield lang, post


def planted(half: str, seed: int = SEED) -> Iterator[Planted]:
    """Give the spoiled drafts of a half, the same for the same seed."""
    random = Random(f"{seed} {half}")
    posts = {lang: [text for own, text in clean(half) if own == lang] for lang in LANGS}
    for check, faults in _read(half).items():
        for lang in LANGS:
            for fault in faults[lang]:
                for text in random.sample(posts[lang], EACH):
                    case = {**faults.get("usual", {}), **_placed(fault, text, posts[lang], faults)}
                    yield Planted(check, lang, half, case)
    for check, spoil in SPOILERS.items():
        for lang in LANGS:
            for text in random.sample(posts[lang], EACH):
                yield Planted(check, lang, half, spoil(text, lang, random))


def fresh() -> Iterator[tuple[str, str]]:
    """Give freely written sentences that nobody looked at, each with the check that should see it."""
    for check, faults in _read("fresh").items():
        for lang in LANGS:
            for text in faults[lang]:
                yield check, text


def _placed(fault: str, text: str, posts: list[str], faults: Mapping[str, Any]) -> dict[str, Any]:
    """Put a fault at the start or at the end of a clean post, or leave it alone."""
    usual = faults.get("usual", {})
    if usual.get("long"):
        text = " ".join([text, *(post for post in posts if post != text)][:4])
    at = faults.get("at", "end")
    gap = "\n\n" if usual.get("paragraph") else " "
    whole = {"alone": fault, "start": fault + gap + text, "end": text + gap + fault}
    return {"text": whole[at]}


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))
