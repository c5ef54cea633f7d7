"""Finding posts: the same answers as a slow obvious search, on either database."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.library.made import START, post

from firsthand.library import search as searching
from firsthand.library.query import Question, question, terms
from firsthand.library.search import facets, search
from firsthand.library.shelf import shelve
from firsthand.library.tallies import Facet
from firsthand.people.founding import found
from firsthand.people.models import Leader
from firsthand.records.post import Media, Post


def ids(leader: Leader, **fields: str) -> list[str]:
    return [hit.stored.post.id for hit in search(leader, question(fields)).hits]


@pytest.fixture
def library(leader: Leader) -> Leader:
    shelve(
        leader,
        [
            post(1, "L’été à l'usine : un œil neuf"),
            post(2, "L'usine ne fermera pas"),
            post(3, "Grève à l’usine, grève au siège", network="linkedin"),
            post(4, "A new plant is opening", lang="en", media=(Media("a.jpg", alt="Usine"),)),
            post(5, "Merci à tous", reply_to="9"),
            post(6, "𝗠𝗘𝗥𝗖𝗜 infiniment", lang=None, at=None),
        ],
    )
    other = found("Paul Durand")
    shelve(other, [post(1, "L'usine d'en face")])
    return leader


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("usine", ["4", "3", "2", "1"]),
        ("USINE", ["4", "3", "2", "1"]),
        ("l'usine", ["4", "3", "2", "1"]),
        ("ete", ["1"]),
        ("été usine", ["1"]),
        ("oeil", ["1"]),
        ("œil", ["1"]),
        ('"usine ne fermera"', ["2"]),
        ('"fermera usine"', []),
        ("usine -grève", ["4", "2", "1"]),
        ('usine -"un œil neuf" -plant', ["3", "2"]),
        ("ferm", []),
        ("ferm*", ["2"]),
        ("merci", ["5", "6"]),
        ("-usine", ["5", "6"]),
        ("rien", []),
        ("AND OR NOT NEAR(", []),
        ("words:usine", []),
        ('sort leader1 "kindpost"', []),
        ("", ["5", "4", "3", "2", "1", "6"]),
    ],
)
def test_words_find_posts(library: Leader, typed: str, answer: list[str]) -> None:
    assert ids(library, q=typed) == answer


@pytest.mark.parametrize(
    ("fields", "answer"),
    [
        ({"network": "linkedin"}, ["3"]),
        ({"network": "linkedin", "q": "usine"}, ["3"]),
        ({"kind": "reply"}, ["5"]),
        ({"lang": "en"}, ["4"]),
        ({"media": "yes"}, ["4"]),
        ({"media": "no", "q": "usine"}, ["3", "2", "1"]),
        ({"order": "oldest", "q": "usine"}, ["1", "2", "3", "4"]),
        ({"from": "2024-05-04", "to": "2024-05-04"}, ["5", "4", "3", "2", "1"]),
        ({"to": "2024-05-03"}, []),
        ({"from": "2024-05-05"}, []),
        ({"network": 'x" OR "linkedin'}, []),
    ],
)
def test_filters_narrow_down(library: Leader, fields: dict[str, str], answer: list[str]) -> None:
    assert ids(library, **fields) == answer


def test_days_begin_at_midnight_where_people_are(leader: Leader) -> None:
    late = START.replace(hour=22, minute=30)  # half past midnight in Paris, the next day
    shelve(leader, [post(1, at=late)])
    assert ids(leader, **{"from": "2024-05-05", "to": "2024-05-05"}) == ["1"]
    assert ids(leader, **{"from": "2024-05-04", "to": "2024-05-04"}) == []


@pytest.mark.parametrize("order", ["", "oldest"])
@pytest.mark.parametrize("typed", ["", "message"])
def test_pages_follow_one_another_without_gap_or_repeat(
    leader: Leader, typed: str, order: str
) -> None:
    shelve(leader, [post(n, at=START if n % 2 else post(n).at) for n in range(23)])
    seen: list[str] = []
    fields = {"q": typed, "order": order}
    while True:
        page = search(leader, question(fields), size=5)
        assert page.total == 23
        seen += [hit.stored.post.id for hit in page.hits]
        if page.after is None:
            break
        fields["after"] = str(page.after)
    assert len(seen) == 23
    assert set(seen) == {str(n) for n in range(23)}


def test_common_words_are_counted_up_to_a_limit(
    leader: Leader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "MOST", 3)
    shelve(leader, [post(n, "usine") for n in range(5)])
    page = search(leader, Question(terms=terms("usine")))
    assert (page.total, page.more_than_total) == (3, True)
    page = search(leader, Question())
    assert (page.total, page.more_than_total) == (5, False)


def test_facets_count_what_is_found(library: Leader) -> None:
    assert facets(library, Question())["network"] == [Facet("x", 5), Facet("linkedin", 1)]
    found_ = facets(library, question({"q": "usine"}))
    assert found_["network"] == [Facet("x", 3), Facet("linkedin", 1)]
    assert found_["lang"] == [Facet("fr", 3), Facet("en", 1)]
    assert facets(library, question({"q": "absent"})) == {"network": [], "kind": [], "lang": []}


WORDS = ["usine", "Été", "œuvre", "l'équipe", "aujourd'hui", "plan", "social", "ne", "pas"]
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
QUERIES = st.lists(
    st.sampled_from(["usine", "ete", "equipe", "-plan", '"plan social"', '"ne pas"', "oeu*"]),
    max_size=3,
).map(" ".join)


def obvious(typed: str, item: Post) -> bool:
    """Search word by word, as one would by hand."""
    text = item.text.lower().replace("œ", "oe").replace("é", "e").replace("'", " ")
    held = f" {text} "
    for part in typed.replace('"plan social"', "plan_social").replace('"ne pas"', "ne_pas").split():
        word = part.lstrip("-").rstrip("*").replace("_", " ")
        there = f" {word}" in held if part.endswith("*") else f" {word} " in held
        if there == part.startswith("-"):
            return False
    return True


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(TEXTS, max_size=6), QUERIES)
def test_search_finds_what_reading_every_post_finds(
    leader: Leader, texts: list[str], typed: str
) -> None:
    some = found("Somebody", "Somewhere")
    posts = [post(n, text) for n, text in enumerate(texts)]
    shelve(some, posts)
    expected = [item.id for item in reversed(posts) if obvious(typed, item)]
    assert ids(some, q=typed) == expected
