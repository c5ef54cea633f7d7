"""The compiled code beside slow and obvious models of it."""

import math
from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from tests.coach.voice.made import authors

from firsthand.coach.voice import features, kernels
from firsthand.coach.voice.corpus import prepare, rows
from firsthand.coach.voice.experts import fit, tongue

TEXTS = st.lists(st.text("abé !", min_size=1, max_size=30), min_size=1, max_size=4)


def codes(text):
    return np.array([ord(char) for char in text], np.uint32)


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_runs_are_counted_as_one_would_by_hand(texts):
    found = rows([codes(text) for text in texts], (2, 3), kernels.scratch())
    for i, text in enumerate(texts):
        slow = Counter(text[a : a + n] for n in (2, 3) for a in range(len(text) - n + 1))
        fast = found.counts[found.starts[i] : found.starts[i + 1]]
        assert sorted(fast) == pytest.approx(sorted(1 + math.log(n) for n in slow.values()))


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_equal_texts_have_equal_slots_wherever_they_stand(texts):
    found = rows([codes(text) for text in [*texts, texts[0]]], (1, 4), kernels.scratch())
    first = found.slots[: found.starts[1]]
    last = found.slots[found.starts[-2] :]
    assert first.tolist() == last.tolist()


def test_the_linear_model_is_a_logistic_regression():
    chance = np.random.default_rng(0)
    seen = (chance.random((300, 40)) * (chance.random((300, 40)) < 0.3)).astype(np.float32)
    sign = np.where(seen[:, 0] + 0.3 * chance.random(300) > seen[:, 1] + 0.15, 1.0, -1.0)
    table = csr_matrix(seen)
    weights = kernels.descend(
        np.arange(300),
        sign,
        np.full(300, 2.0),
        table.indptr.astype(np.int64),
        table.indices.astype(np.int32),
        table.data,
        40,
    )
    slow = LogisticRegression(C=2.0, solver="liblinear", tol=1e-6).fit(seen, sign)
    assert np.abs(weights[:40] - slow.coef_[0]).max() < 0.1
    assert weights[40] == pytest.approx(slow.intercept_[0], abs=0.1)


def test_a_language_model_foretells_its_own_author_best():
    calm, loud, _ = authors(60)
    texts = [*map(features.mask, calm), *map(features.mask, loud)]
    corpus = prepare(texts, features.habitual(texts))
    mine, theirs = np.arange(60), np.arange(60, 120)
    found = fit(corpus, mine[:40], theirs[:40], [tongue(corpus, theirs[:40])])
    better = found.tongues.surprise(corpus, np.r_[mine[40:], theirs[40:]])
    assert better[:20].min() > 0 > better[20:].max()


def test_masks_keep_the_place_and_lose_the_subject():
    masked = features.mask("@anna #MaFrance #idée #OUI voir https://a.example/b?c &amp; d")
    assert masked == "\ue001 \ue003 \ue002 \ue004 voir \ue000 & d"


def test_reposts_and_repeated_texts_teach_nothing():
    texts = [
        "Good day to you",
        "RT @anna: Good luck",
        "Good day to you!",
        "#only @marks",
        "One two",
    ]
    assert features.usable(texts) == ["Good day to you", "One two"]
