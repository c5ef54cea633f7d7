"""The words of a post as queries look for them; the plain way and the compiled one agree."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from firsthand.listen.match.cutting import hash_of
from firsthand.listen.match.hashing import Tokeniser
from firsthand.listen.match.tokens import humps, tokens, words

CASES = {
    "L’usine d'Orange, aujourd’hui": ["l", "usine", "d", "orange", "aujourd'hui"],
    "don't, O'Brien's, the Darcourts'": ["don't", "o'brien", "the", "darcourts"],
    "Saint-Aubrac e-mail": ["saint", "aubrac", "e", "mail"],
    "S.N.C.F. U.S.A exemple.fr": ["sncf", "usa", "exemple", "fr"],
    "3,5 % de 1.500 €, v2.0": ["3.5", "de", "1.500", "v2.0"],
    "Canal+ ou C++ ?": ["canal+", "ou", "c+"],
    "voir https://solvane.fr/usine?a=b, www.x.fr et solvane.fr": ["voir", "et", "solvane", "fr"],
    "Sol\u200bva\u00adne, Sо\u043bvane, Ｓｏｌｖａｎｅ, 𝐒𝐨𝐥𝐯𝐚𝐧𝐞": [
        "solvane",
        "soлvane",
        "solvane",
        "solvane",
    ],
    "Œuvre e\u0301te\u0301 ça": ["oeuvre", "ete", "ca"],
    "contact@solvane.fr @a-b @a-b.c": ["contact", "solvane", "fr", "@a", "b", "@a-b.c"],
    "Москва рада": ["москва", "рада"],
}


@pytest.mark.parametrize("text", CASES)
def test_words_of_a_text(text: str) -> None:
    assert [token.text for token in tokens(text)] == CASES[text]


def test_a_look_alike_letter_is_read_as_latin() -> None:
    assert words("Sоlvane fеrme") == ["solvane", "ferme"]


def test_a_hashtag_is_itself_one_word_and_several() -> None:
    found = [(token.text, token.start, token.end) for token in tokens("La #SolvaneFerme_2026 ici")]
    assert found == [
        ("la", 0, 1),
        ("#solvaneferme_2026", 1, 4),
        ("solvaneferme2026", 1, 4),
        ("solvane", 1, 2),
        ("ferme", 2, 3),
        ("2026", 3, 4),
        ("ici", 4, 5),
    ]


def test_a_mention_stands_with_and_without_its_server() -> None:
    assert [token.text for token in tokens("@Lea@piaille.fr.")] == ["@lea@piaille.fr", "@lea"]


def test_humps() -> None:
    assert humps("iPhone15ProMAX") == ["i", "Phone", "15", "Pro", "MAX"]


SIGNS = "aAéÉsSœŒ0129 .,'’-+_@#&/:\n\u200b\u0301оеΣßİ²½＃＠ﬁ…𝐒𠀀🙂\U000e0041ﷺlqudtw"
TEXTS = st.text(st.sampled_from(SIGNS), max_size=25) | st.text(max_size=25) | st.lists(
    st.sampled_from(["l'", "qu'", "http://", "https://a", "www.", "S.N.C.F.", "#AbC1_d", "@a.b-c@d.e", "'s", " ", "x", "é"])
).map("".join)  # fmt: skip


@settings(deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=5))
@example(["#", "@", "'", "a'", "l'", "a.", "1."])
@example(["\ud800", ""])
def test_the_compiled_way_finds_the_same(texts: list[str]) -> None:
    found = Tokeniser()(texts)
    for i, text in enumerate(texts):
        part = slice(found.firsts[i], found.firsts[i + 1])
        rows = zip(found.hashes[part], found.starts[part], found.stops[part], strict=True)
        wanted = [(hash_of(token.text), token.start, token.end) for token in tokens(text)]
        assert [tuple(map(int, row)) for row in rows] == wanted, (text, tokens(text))


def test_every_character_is_read_alike() -> None:
    texts = [f"a{chr(code)}b" for code in range(0x110000) if not 0xE100 <= code < 0xF700]
    found = Tokeniser()(texts)
    for i in range(0, len(texts), 1 if len(texts) < 1e5 else 97):
        wanted = [hash_of(token.text) for token in tokens(texts[i])]
        assert found.hashes[found.firsts[i] : found.firsts[i + 1]].tolist() == wanted, ascii(
            texts[i]
        )
