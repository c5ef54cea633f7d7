"""The terms by which stories are told apart."""

import pytest

from firsthand.listen.stories.terms import MOST, encode


def terms(text: str) -> list[int]:
    rows, counts = encode([text])
    found: list[int] = rows[0, : counts[0]].tolist()
    return found


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("L'usine ferme", "les usines fermées"),
        ("#TopChef", "top chef"),
        ("Élysée", "elysee"),
        ("crashes, crashed; crashing", "crash"),
        ("vote @lea https://example.com/abc", "Votes"),
        ("journaux", "journal"),
        ("www.example.com grève", "grèves"),
        ("cœur", "coeur"),
        ("stopped", "stop"),
        ("gre\u0300ve", "grève"),
        ("gr\u200bève", "grève"),
    ],
)
def test_says_the_same(a: str, b: str) -> None:
    assert terms(a) == terms(b) != []


@pytest.mark.parametrize(
    ("a", "b"), [("usine", "urne"), ("bus", "bu"), ("地震", "天気"), ("서울", "부산")]
)
def test_does_not_say_the_same(a: str, b: str) -> None:
    assert set(terms(a)).isdisjoint(terms(b))


def test_a_term_counts_once_and_only_so_many_are_read() -> None:
    assert len(terms("grève grève grèves")) == 1
    assert len(terms(" ".join(f"mot{n}" for n in range(100)))) == MOST


def test_a_post_of_no_words_is_known_by_its_signs() -> None:
    assert terms("🔥🔥") == terms("🔥🔥") != terms("👍")
    assert terms("") == []


def test_texts_are_told_apart_in_a_batch_as_alone() -> None:
    texts = ["Une usine", "", "two words @x", "https://a.fr/b", "日本語 test"]
    rows, counts = encode(texts)
    assert [rows[at, : counts[at]].tolist() for at in range(5)] == [terms(text) for text in texts]
