"""Bluesky's facets in UTF-8 bytes, and LinkedIn's little text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.text.facets import facets
from firsthand.text.little import escape_little

TEXTS = st.lists(
    st.sampled_from(
        [
            "@lea.bsky.social",
            "#Été",
            "https://a.fr/x(y)",
            "exemple.fr",
            " ",
            "é",
            "👩‍🚀",
            "\n",
            "(",
            ")",
            ".",
            ",",
            "_",
            "\\",
            "{",
            "@bob",
            "#",
            "日本",
        ]
    )
    | st.characters(),
    max_size=20,
).map("".join)


def test_facets() -> None:
    text = "👋 @lea.bsky.social, lire exemple.fr/été. https://a.fr/x #Vive_l_été (@bob.test)"
    raw = text.encode()
    found = [(f.kind, raw[f.start : f.end].decode(), f.value) for f in facets(text)]
    assert found == [
        ("mention", "@lea.bsky.social", "lea.bsky.social"),
        ("link", "exemple.fr/été", "https://exemple.fr/été"),
        ("link", "https://a.fr/x", "https://a.fr/x"),
        ("tag", "#Vive_l_été", "Vive_l_été"),
        ("mention", "@bob.test", "bob.test"),
    ]


@pytest.mark.parametrize("text", ["@lea", "lea@exemple.fr", "#1", "#" + "a" * 65, "@lea.inconnu1"])
def test_what_is_no_facet(text: str) -> None:
    assert facets(text) == ()


@given(TEXTS)
def test_byte_offsets_cut_the_text_where_its_characters_do(text: str) -> None:
    text = text.encode("utf-8", "ignore").decode()
    raw = text.encode()
    at = 0
    for facet in facets(text):
        assert at <= facet.start < facet.end <= len(raw)
        shown = raw[facet.start : facet.end].decode()
        assert shown in text
        assert facet.value.endswith(shown.lstrip("@#＃"))
        at = facet.end


@pytest.mark.parametrize(
    ("text", "little"),
    [
        ("Ravi (enfin) !", r"Ravi \(enfin\) !"),
        (r"a|b{c}@d[e]<f>*g_h~i\j", r"a\|b\{c\}\@d\[e\]\<f\>\*g\_h\~i\\j"),
        ("#Équipe et # seul, n#1", r"#Équipe et \# seul, n\#1"),
        ("https://a.fr/x_y", r"https://a.fr/x\_y"),
    ],
)
def test_little_text(text: str, little: str) -> None:
    assert escape_little(text) == little


@given(TEXTS)
def test_little_text_reads_as_the_text(text: str) -> None:
    read = re.sub(r"\\(.)", r"\1", escape_little(text), flags=re.DOTALL)
    assert read == text.replace("＃", "#") or "＃" in text
