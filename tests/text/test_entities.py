"""Links, mentions, hashtags and shares as X finds them: our own cases."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.text.entities import entities, reply_to
from firsthand.text.links import links

PIECES = st.lists(
    st.sampled_from(
        [
            "http://",
            "https://",
            "a.fr",
            "exemple.com/x(y)",
            ".",
            "@",
            "lea",
            "#",
            "é",
            "日本",
            "$AIR",
            " ",
            "\n",
            "-",
            "_",
            "?q=1",
            "…",
            "👩‍🚀",
            "xn--p1ai",
            "1",
            "://",
            "rt",
        ]
    ),
    max_size=12,
).map("".join)


def found(text: str) -> list[tuple[str, str]]:
    return [(entity.kind, entity.text) for entity in entities(text)]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("lire https://exemple.fr/une_page?x=1.", ["https://exemple.fr/une_page?x=1"]),
        ("lire exemple.fr.", ["exemple.fr"]),
        ("(voir exemple.fr/a_(b))", ["exemple.fr/a_(b)"]),
        ("écrire à lea@exemple.fr", []),
        ("version 2.5.1, fin.Mais", []),
        ("例え例.jpです twitter.comです", ["twitter.com"]),
        ("https://t.co/abc…", ["https://t.co/abc"]),
        ("http://localhost/x", []),
        ("http://a.fr/(b", ["http://a.fr/"]),
        ("http://москва.рф/путь", ["http://москва.рф/путь"]),
        ("sous-domaine.exemple.co.uk", ["sous-domaine.exemple.co.uk"]),
        ("exemple.fr:80/x exemple.fr?x", ["exemple.fr:80/x", "exemple.fr"]),
    ],
)
def test_links(text: str, links: list[str]) -> None:
    assert [text for kind, text in found(text) if kind == "url"] == links


def test_all_kinds_in_order() -> None:
    text = "RT @lea_b: $AIR monte, voir exemple.fr/#ancre #Écoute_ça @org/liste"
    assert found(text) == [
        ("mention", "lea_b"),
        ("cashtag", "AIR"),
        ("url", "exemple.fr/#ancre"),
        ("hashtag", "Écoute_ça"),
        ("mention", "org"),
    ]


@pytest.mark.parametrize("text", ["lea@exemple", "@", "#123", "a#b", "$1000", "@@lea"])
def test_what_is_no_entity(text: str) -> None:
    assert found(text) == []


def test_a_reply_starts_with_a_name() -> None:
    assert reply_to(" @lea bonjour") == "lea"
    assert reply_to("bonjour @lea") is None


@given(PIECES | st.text(max_size=80))
def test_spans_lie_in_the_text_apart_and_in_order(text: str) -> None:
    at = 0
    for entity in entities(text):
        assert at <= entity.start < entity.end <= len(text)
        assert text[entity.start : entity.end].endswith(entity.text + entity.slug)
        at = entity.end


@pytest.mark.parametrize("piece", ["a.", "日", "日.", "(", "a-", "http://a.fr/(", "x.com/@", "."])
def test_long_texts_are_read_in_linear_time(piece: str) -> None:
    start = time.perf_counter()
    links(piece * 10_000)
    assert time.perf_counter() - start < 2
