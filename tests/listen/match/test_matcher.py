"""Many queries against many posts: what is found, quickly and by the slow, obvious way alike."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.listen.match.made import EXPRESSIONS, POSTS

from firsthand.listen.match.matcher import MERGED, Batch, Matcher, batch_of
from firsthand.listen.match.parser import parse
from firsthand.listen.match.plain import Heard, wanted
from firsthand.records.post import Post
from firsthand.records.query import Expression, Query


def batch(posts: list[Heard]) -> Batch:
    return Batch(
        [post.text for post in posts],
        [post.author for post in posts],
        [post.network for post in posts],
        [post.lang for post in posts],
        [post.about for post in posts],
    )


def matched(queries: list[str], *texts: str) -> list[list[str]]:
    matcher = Matcher.of(Query(text, parse(text)) for text in queries)
    found = matcher.match(Batch(texts)).by_post(len(texts))
    return [[queries[number] for number in numbers] for numbers in found]


FOUND = {
    "Darcourt": ["L'avis de DARCOURT", "d’Àrcourt ou Dàrcourt's", "#DarcourtDémission", "Dаrcourt",
                 "Dar\u200bcourt", "#darcourt", "les Darcourts"],
    "usine": ["L'usine", "les usines", "d’usine", "qu'usine", "#UsineSolvane", "usine-mère"],
    "pièce détachée": ["pièces détachées", "PIECES DETACHEES"],
    '"pièce détachée"': ["des pièces détachées", "#PiècesDétachées"],
    "journal": ["les journaux"],
    "company": ["companies", "the company's"],
    "@lea": ["merci @Lea !", "@lea@piaille.fr"],
    "#Solvane": ["#solvane", "＃SOLVANE"],
    "#solvaneferme": ["#SolvaneFerme"],
    "AT&T": ["chez AT&T"],
    "SNCF": ["la S.N.C.F."],
}  # fmt: skip
NOT_FOUND = {
    "Darcourt": ["Darcourtois", "Harcourt", "https://exemple.fr/darcourt"],
    "art": ["départ", "l'article", "#Départ", "artiste"],
    "don": ["I don't"],
    "hui": ["aujourd'hui"],
    "Paris": ["je parie", "un pari"],
    "@lea": ["lea", "@lea_b", "contact@lea.fr", "@lea.bsky.social"],
    "#Solvane": ["Solvane", "#SolvaneFerme"],
    '"usine solvane"': ["solvane usine", "usine de solvane"],
    "5": ["3,5 %"],
}


@pytest.mark.parametrize("query", FOUND)
def test_nothing_hides_a_match(query: str) -> None:
    texts = FOUND[query]
    assert matched([query], *texts) == [[query]] * len(texts)


@pytest.mark.parametrize("query", NOT_FOUND)
def test_a_part_of_a_word_makes_none(query: str) -> None:
    texts = NOT_FOUND[query]
    assert matched([query], *texts) == [[]] * len(texts)


def test_near_counts_words_either_way() -> None:
    queries = ["usine NEAR/1 ferme", "usine NEAR/3 ferme"]
    texts = [
        "l'usine ferme",
        "il ferme son usine",
        "ferme un deux usine",
        "ferme un, deux, trois usine",
    ]
    expected = [queries, queries[1:], queries[1:], []]
    assert matched(queries, *texts) == expected
    slow = [[query for query in queries if wanted(parse(query), Heard(text))] for text in texts]
    assert slow == expected


def test_a_language_is_asked_for_only_where_the_network_does_not_tell() -> None:
    matcher = Matcher.of(
        [Query("fr", parse("usine lang:fr")), Query("en", parse("usine -lang:fr"))]
    )
    texts = ["Nous sommes allés voir cette usine hier matin avec toute l'équipe", "usine"]
    told = matcher.match(Batch([*texts, texts[0]], langs=[None, None, "en"])).by_post(3)
    assert told == [[0], [1], [1]]


def test_an_answer_to_the_leader_speaks_to_the_leader() -> None:
    matcher = Matcher.of([Query("leader", parse("@helene"))])
    post = Post(text="Bravo !", reply_to_author="Helene")
    assert matcher.match(batch_of([post])).by_post(1) == [[0]]


def test_queries_come_and_go() -> None:
    matcher = Matcher.of([Query("a", parse("usine"))])
    matcher.add([Query("b", parse("usine OR ferme"))])
    texts = Batch(["usine", "ferme"])
    assert matcher.match(texts).by_post(2) == [[0, 1], [1]]
    matcher.remove("a")
    assert matcher.match(texts).by_post(2) == [[1], [1]]


def test_a_new_query_counts_at_once_among_many_that_are_not_put_together_again() -> None:
    matcher = Matcher.of(Query(str(n), parse(f'"mot{n} autre"')) for n in range(2 * MERGED))
    (many,) = matcher._parts
    for n in range(3):
        matcher.add([Query(f"new {n}", parse(f"nouvelle usine{n}"))])
    found = matcher.match(Batch(["la nouvelle usine2", "mot7 autre"])).by_post(2)
    assert found == [[2 * MERGED + 2], [7]]
    assert matcher._parts[0] is many
    assert len(matcher._parts) == 2, "those that were added are one part"


def test_no_query_and_no_post() -> None:
    assert Matcher().match(Batch(["usine"])).by_post(1) == [[]]
    assert Matcher.of([Query("a", parse("usine"))]).match(Batch([])).by_post(0) == []


@settings(deadline=None)
@given(st.lists(EXPRESSIONS, min_size=1, max_size=4), st.lists(POSTS, min_size=1, max_size=4))
def test_the_slow_way_finds_the_same(wants: list[Expression], posts: list[Heard]) -> None:
    matcher = Matcher.of(Query(str(n), each) for n, each in enumerate(wants))
    slow = [[n for n, each in enumerate(wants) if wanted(each, post)] for post in posts]
    assert matcher.match(batch(posts)).by_post(len(posts)) == slow
