"""The language of short posts."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.text import kernels, ngrams
from firsthand.text.language import detect, detect_many
from firsthand.text.many import MANY

TEXTS = st.text(
    st.sampled_from("aéÉ'’@#_.-htpsw:/ \n日本жARTé\u0301😀1") | st.characters(), max_size=200
)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Merci à toute l'équipe !", "fr"),
        ("C'est vrai ?", "fr"),
        ("Thanks for having me", "en"),
        ("RT @lea: We are hiring #JoinUs https://a.fr/offres-emploi", "en"),
        ("Nous recrutons @TheBigCompany #NousRecrutons", "fr"),
        ("Gracias a todos por venir hoy", "es"),
        ("Vielen Dank für die Einladung", "de"),
        ("Grazie mille a tutti quanti", "it"),
        ("Muito obrigado pela vossa presença", "pt"),
        ("شكرا جزيلا لكم", "ar"),
        ("धन्यवाद मित्रों", "hi"),
        ("Спасибо большое всем", "ru"),
        ("ありがとうございます", "ja"),
    ],
)
def test_languages(text: str, lang: str) -> None:
    assert detect(text).lang == lang


@pytest.mark.parametrize(
    "text", ["", "😀 !!!", "https://exemple.fr/une/page", "@lea @bob", "1 234"]
)
def test_nothing_to_read_is_unsure(text: str) -> None:
    assert detect(text).lang is None
    assert detect(text).p == 0


def test_too_little_to_read_is_unsure() -> None:
    assert detect("ok").lang is None


@settings(deadline=None)
@given(TEXTS)
def test_the_compiled_way_finds_the_same_grams(text: str) -> None:
    kept, out = kernels.workspace()
    text = unicodedata.normalize("NFC", text)
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    count = kernels.buckets(codes, 0, len(codes), ngrams.table(), kept, out)
    assert out[:count].tolist() == ngrams.buckets(text)


@settings(max_examples=20, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=8))
def test_many_are_judged_as_one_by_one(texts: list[str]) -> None:
    texts = [*texts, "Merci beaucoup", "a" * 10_000]
    many = detect_many(texts * MANY)[: len(texts)]
    for one, other in zip(map(detect, texts), many, strict=True):
        assert (one.lang, round(one.p, 6)) == (other.lang, round(other.p, 6))


@pytest.mark.parametrize(("folder", "lang"), [("french", "fr"), ("english", "en")])
def test_real_posts(shared: Callable[[str], Path], folder: str, lang: str) -> None:
    lines = shared(f"data/tone/{folder}/val_text.txt").read_text("utf-8").splitlines()
    found = detect_many([line for line in lines if line.strip()])
    assert sum(one.lang == lang for one in found) / len(found) >= 0.985
