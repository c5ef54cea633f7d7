"""Folding, words and sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.text.tokens import fold, fold_offsets, sentences, words

TRICKY = st.text(
    st.sampled_from("aéÉœŒßİı’'#@ \u200b\u00ad\u0301оаРх̧ΑαжΩﬁ①Ａ𝐛…—«.?!\n1") | st.characters(),
    max_size=40,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ÉLÈVE", "eleve"),
        ("cœur", "coeur"),
        ("l’été", "l'ete"),
        ("Jоhn", "john"),  # a Cyrillic о
        ("ѕсаm", "scam"),
        ("ze\u200bro", "zero"),
        ("ze\u00adro", "zero"),
        ("𝗕𝗼𝗹𝗱", "bold"),
        ("Ｆｕｌｌ", "full"),
        ("e\u0301te\u0301", "été"),
        ("Straße", "strasse"),
        ("—", "-"),
    ],
)
def test_what_readers_take_for_the_same_folds_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize("text", ["привет как дела", "καλημέρα σε όλους", "日本語"])
def test_other_alphabets_keep_their_letters(text: str) -> None:
    assert not any("a" <= char <= "z" for char in fold(text))


@given(TRICKY)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TRICKY)
def test_offsets_lead_back_into_the_text(text: str) -> None:
    offsets = fold_offsets(text)
    assert len(offsets) == len(fold(text)) + 1
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("L'équipe qu’on aime", ["L'", "équipe", "qu’", "on", "aime"]),
        ("aujourd'hui, rendez-vous", ["aujourd'hui", "rendez-vous"]),
        ("Don't they? It's O'Neil's", ["Don't", "they", "It's", "O'Neil's"]),
        ("#NousRecrutons #PSG2024 #HTMLPage", ["Nous", "Recrutons", "PSG", "2024", "HTML", "Page"]),
        ("@lea.bsky.social et @bob@a.fr!", ["@lea.bsky.social", "et", "@bob@a.fr"]),
        ("3,5 % de 10k€ https://a.fr/x ok", ["3,5", "de", "10k", "ok"]),
        ("« oui »… (non)", ["oui", "non"]),
        ("", []),
    ],
)
def test_words(text: str, said: list[str]) -> None:
    assert words(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("M. Roux part. Vraiment ?", ["M. Roux part.", "Vraiment ?"]),
        ("C'est fini !!! Oui… Non", ["C'est fini !!!", "Oui…", "Non"]),
        ("« C'est tout. » Voilà.", ["« C'est tout. »", "Voilà."]),
        ('He said "no." Then left.', ['He said "no."', "Then left."]),
        ("3.5 % chez exemple.fr, e.g. ici.", ["3.5 % chez exemple.fr, e.g. ici."]),
        ("Titre\n\nTexte.", ["Titre", "Texte."]),
        ("Bravo 🎉 !!", ["Bravo 🎉 !!"]),
        ("J. K. Rowling writes. I read.", ["J. K. Rowling writes.", "I read."]),
        ("…", []),
    ],
)
def test_sentences(text: str, said: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == said


@given(TRICKY)
def test_sentences_lie_apart_and_in_order(text: str) -> None:
    at = 0
    for start, end in sentences(text):
        assert at <= start < end <= len(text)
        at = end
