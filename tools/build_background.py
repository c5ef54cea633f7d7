"""Builds the general background that the voice is held against: one seeded command.

    python tools/build_background.py WORK_FOLDER --fetch

`--fetch` brings to the folder, by pip and apt: the posts that vaderSentiment 2.5 carries
(MIT), a game's dialogues (wesnoth-1.16-data, GPL) and French manuals (Debian, GPL). To
these come the sentences of this repository's own planted drafts. Writes
`src/firsthand/coach/voice/data/background.*.npz`: counts of runs, none of which stands
in one text only; no text can be read back from them.
"""

import argparse
import gettext
import html
import json
import re
import subprocess
import sys
import tarfile
import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from random import Random

import numpy as np

from firsthand.coach.voice import features
from firsthand.coach.voice.corpus import Rows, prepare

SEED = 20260504
ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "src/firsthand/coach/voice/data"
TAKEN = {
    "en": {"posts": 300, "drafts": 120, "talk": 60},
    "fr": {"drafts": 400, "talk": 120, "manuals": 60},
}
FEWEST, LONGEST = 4, 300  # words at least, characters at most, of a text
SHARED = 2  # texts that hold a run which is kept
MANUALS = (
    "aptitude-doc-fr",
    "debian-faq-fr",
    "debian-handbook",
    "debian-reference-fr",
    "maint-guide-fr",
)
GAME = "wesnoth-1.16-data"
PARAGRAPH = re.compile(r"<p>(.{60,400}?)</p>", re.DOTALL)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--fetch", action="store_true")
    given = options.parse_args()
    if given.fetch:
        fetch(given.folder)
    for lang, wanted in TAKEN.items():
        random = Random(f"{SEED} {lang}")
        texts: list[str] = []
        for name, many in wanted.items():
            found = sorted(set(filter(fits, features.usable(SOURCES[name](given.folder, lang)))))
            texts += random.sample(found, min(many, len(found)))
            print(lang, name, len(found), "found,", min(many, len(found)), "taken")
        print(lang, write(lang, texts), "bytes")


def fetch(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    pip = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--no-binary", ":all:"]
    subprocess.run([*pip, "-d", folder, "vaderSentiment==2.5"], check=True)
    subprocess.run(["apt-get", "download", GAME, *MANUALS], cwd=folder, check=True)
    for package in folder.glob("*.deb"):
        subprocess.run(["dpkg-deb", "-x", package, folder / package.name.split("_")[0]], check=True)


def fits(masked: str) -> bool:
    return len(masked) <= LONGEST and len(re.findall(r"[^\W\d_]+", masked)) >= FEWEST


def posts(folder: Path, lang: str) -> Iterator[str]:
    with tarfile.open(next(folder.glob("vaderSentiment-2.5*"))) as outer:
        inner = next(m for m in outer.getmembers() if m.name.endswith("hutto_ICWSM_2014.tar.gz"))
        with tarfile.open(fileobj=outer.extractfile(inner)) as held:
            name = next(m for m in held.getmembers() if m.name.endswith("tweets_GroundTruth.txt"))
            file = held.extractfile(name)
            for line in file.read().decode("utf-8").splitlines() if file else ():
                yield re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), line.split("\t")[2])


def drafts(folder: Path, lang: str) -> Iterator[str]:
    for name in ("clean", "held", "seen"):
        held = tomllib.loads((ROOT / f"tests/coach/planted/{name}.toml").read_text("utf-8"))
        for key, value in held.items():
            lists = value.get(lang, []) if isinstance(value, dict) else value if key == lang else []
            for one in lists:
                yield one if isinstance(one, str) else one.get("text", "")


def talk(folder: Path, lang: str) -> Iterator[str]:
    """Give what a game's figures say, one campaign after another."""
    for path in sorted((folder / GAME).rglob("fr/LC_MESSAGES/wesnoth-*.mo")):
        with path.open("rb") as file:
            catalogue = gettext.GNUTranslations(file)._catalog
        for key, said in catalogue.items():
            text = (said if lang == "fr" else key) if isinstance(key, str) else ""
            if (
                text
                and text[-1] in ".!?…"
                and "<" not in text
                and "$" not in text
                and "\n" not in text
            ):
                yield text.split("^")[-1].split("\x04")[-1]


def manuals(folder: Path, lang: str) -> Iterator[str]:
    for package in MANUALS:
        for path in sorted((folder / package).rglob("*.html"))[:80]:
            if "fr" in path.parts or path.name.endswith(".fr.html") or "fr-FR" in str(path):
                page = path.read_text("utf-8", "replace")
                for found in PARAGRAPH.findall(page):
                    text = " ".join(html.unescape(re.sub(r"<[^>]+>", "", found)).split())
                    yield text


SOURCES = {"posts": posts, "drafts": drafts, "talk": talk, "manuals": manuals}


def write(lang: str, texts: list[str]) -> int:
    common = features.habitual(texts)
    corpus = prepare(texts, common)
    arrays: dict[str, np.ndarray] = {}
    for name, rows in corpus.views.items():
        arrays[f"{name}/sizes"], arrays[f"{name}/runs"] = packed(rows)
    arrays["habits"] = corpus.habits.astype(np.float16)
    arrays["length"] = corpus.length.astype(np.uint16)
    arrays["common"] = np.frombuffer(json.dumps(sorted(common)).encode(), np.uint8)
    OUT.mkdir(exist_ok=True)
    path = OUT / f"background.{lang}.npz"
    np.savez_compressed(path, allow_pickle=False, **arrays)
    return path.stat().st_size


def packed(rows: Rows) -> tuple[np.ndarray, np.ndarray]:
    """Give the sizes of the rows, and for each run the step to its slot and its count."""
    having = np.bincount(rows.slots)
    sizes, runs = [], []
    for start, end in pairwise(rows.starts):
        slots, counts = rows.slots[start:end], rows.counts[start:end]
        kept = having[slots] >= SHARED
        order = np.argsort(slots[kept])
        steps = np.diff(slots[kept][order], prepend=0)
        times = np.rint(np.exp(counts[kept][order] - 1))
        sizes.append(len(steps))
        runs.append(np.stack([steps, times]))
    return np.array(sizes, np.uint16), np.concatenate(runs, axis=1).astype(np.uint32)


if __name__ == "__main__":
    main()
