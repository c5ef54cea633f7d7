"""The tone of short posts."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import f1_score

from firsthand.text.tone import NEGATIVE, POSITIVE, plain, tone, tone_many


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Merci à toute l'équipe, c'est un travail magnifique !", "fr", POSITIVE),
        ("Service lamentable, deux heures d'attente et personne ne répond", "fr", NEGATIVE),
        ("C'est pas mal du tout", "fr", POSITIVE),
        ("Pas mal du tout, votre nouvelle boutique !", "fr", POSITIVE),
        ("Ce n'est pas bien du tout", "fr", NEGATIVE),
        ("Je n'aime pas cette décision", "fr", NEGATIVE),
        ("Super, encore une panne", "fr", NEGATIVE),
        ("Bravo, encore un retard ! Merci…", "fr", NEGATIVE),
        ("Génial, toujours en panne.", "fr", NEGATIVE),
        ("Super, encore une victoire !", "fr", POSITIVE),
        ("Not bad at all", "en", POSITIVE),
        ("Not bad at all, well done", "en", POSITIVE),
        ("This is not good", "en", NEGATIVE),
        ("I don't like this decision at all", "en", NEGATIVE),
        ("Great, another outage", "en", NEGATIVE),
        ("Awesome, the app is down again", "en", NEGATIVE),
        ("Great, another win for the team!", "en", POSITIVE),
        ("What a wonderful day, thank you all 😍", "en", POSITIVE),
    ],
)
def test_negation_and_irony(text: str, lang: str, expected: int) -> None:
    assert tone(text, lang).likeliest == expected
    assert tone(text).likeliest == expected


@settings(deadline=None)
@given(st.lists(st.text(max_size=400), max_size=6))
def test_any_text_gets_three_probabilities(texts: list[str]) -> None:
    found = tone_many(texts)
    assert found.shape == (len(texts), 3)
    assert np.all(found >= 0)
    assert np.allclose(found.sum(axis=1), 1, atol=1e-5)


def test_many_are_judged_as_one_by_one() -> None:
    texts = ["Bravo !", "", "It's a shame", "Quelle honte \ud800", "a" * 9_000, "ola que tal"] * 30
    alone = np.array([tone(text).p for text in texts])
    assert np.allclose(tone_many(texts), alone, atol=1e-6)


def test_what_careless_decoding_leaves() -> None:
    assert plain(r"don\u2019t &amp; co") == "don’t & co"
    assert tone(r"I don\u2019t like it", "en") == tone("I don’t like it", "en")


@pytest.mark.parametrize(
    ("folder", "lang", "least"), [("french", "fr", 0.65), ("english", "en", 0.62)]
)
def test_real_posts(shared: Callable[[str], Path], folder: str, lang: str, least: float) -> None:
    labels = shared(f"data/tone/{folder}/val_labels.txt").read_text("utf-8").split()
    lines = shared(f"data/tone/{folder}/val_text.txt").read_text("utf-8").split("\n")
    texts = lines[: len(labels)]
    found = tone_many(texts, [lang] * len(texts)).argmax(axis=1)
    assert f1_score(list(map(int, labels)), found, average="macro") >= least
