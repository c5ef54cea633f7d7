"""The backgrounds that ship, and how they are read."""

import json
from importlib.resources import files

import numpy as np
import pytest

from firsthand.coach.voice import features
from firsthand.coach.voice.corpus import joined, prepare
from firsthand.coach.voice.general import background
from firsthand.coach.voice.kernels import BITS

DATA = files("firsthand.coach.voice.data")


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_background_holds_what_it_should(lang):
    found = background(lang)
    assert found.size > 400
    for rows in found.corpus.views.values():
        assert len(rows.starts) == found.size + 1
        assert rows.starts[-1] == len(rows.slots) == len(rows.counts)
        assert rows.slots.min() >= 0
        assert rows.slots.max() < 1 << BITS
        assert rows.counts.min() == 1


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_no_run_of_one_text_alone_is_kept(lang):
    for rows in background(lang).corpus.views.values():
        held = [set(rows.slots[a:b]) for a, b in zip(rows.starts, rows.starts[1:], strict=False)]
        assert sum(map(len, held)) == len(rows.slots)
        slots, times = np.unique(rows.slots, return_counts=True)
        assert times.min() > 1
        assert len(slots) > 100


def test_the_files_are_small_and_described():
    sizes = [len(DATA.joinpath(f"background.{lang}.npz").read_bytes()) for lang in ("en", "fr")]
    assert sum(sizes) < 2_000_000
    card = DATA.joinpath("README.md").read_text("utf-8")
    assert all(
        word in card for word in ("vaderSentiment", "wesnoth", "python tools/build_background.py")
    )


def test_common_words_are_those_of_the_language():
    assert {"le", "nous", "pas"} <= background("fr").common
    assert {"the", "and", "not"} <= background("en").common


def test_another_language_has_none():
    assert background("de") is None


def test_joined_corpora_keep_their_texts():
    one, other = ["Bonjour à tous !", "Oui."], ["Merci à l'équipe.", "Non merci, pas ce soir."]
    common = features.habitual([*one, *other])
    apart, whole = (
        joined(prepare(one, common), prepare(other, common)),
        prepare([*one, *other], common),
    )
    for name, rows in whole.views.items():
        assert rows.starts.tolist() == apart.views[name].starts.tolist()
        assert rows.slots.tolist() == apart.views[name].slots.tolist()
    assert whole.ends.tolist() == apart.ends.tolist()
    assert whole.codes.tolist() == apart.codes.tolist()
    assert json.dumps(whole.habits.tolist()) == json.dumps(apart.habits.tolist())
