"""What a set of queries of several leaders means for a post that they want."""

from tests.listen.pipeline.streams import STRATEGY

from firsthand.listen.match.compiling import compile_strategy
from firsthand.listen.pipeline.watched import Watched, WatchedSets
from firsthand.records.query import About
from firsthand.records.strategy import Company, Strategy

CLAIRE, PAUL = "Claire Zelmont", "Paul Ardoin"
OTHER = Strategy(leader=PAUL, handles=("paul_ardoin",), company=Company(name="Brelmont"))
QUERIES = [*compile_strategy(STRATEGY), *compile_strategy(OTHER)]
BAD, PLAIN, GOOD = range(3)


def by(*wanted: tuple[str, About]) -> Watched:
    return Watched.by([query for query in QUERIES if (query.leader, query.about) in wanted])


def test_each_leader_has_watches_of_their_own() -> None:
    both = by((CLAIRE, About.LEADER), (CLAIRE, About.TOPIC), (PAUL, About.ORGANISATION))
    assert both.leaders() == [CLAIRE, PAUL]
    assert both.names(CLAIRE) == ("leader", "topic: Vélos")
    assert both.names(PAUL) == ("organisation",)
    assert both.about(PAUL) == {About.ORGANISATION}
    assert both.named == {CLAIRE: 1, PAUL: 1}


def test_only_what_is_said_of_a_house_counts_by_its_tone() -> None:
    both = by((CLAIRE, About.TOPIC), (PAUL, About.ORGANISATION))
    keys = ((CLAIRE, "topic: Vélos"), (PAUL, "organisation"))
    assert both.counted[PLAIN] == keys
    assert both.counted[BAD] == (*keys, (PAUL, "tone: negative"))
    assert both.counted[GOOD] == (*keys, (PAUL, "tone: positive"))
    assert set(both.toned) == {(PAUL, "tone: negative"), (PAUL, "tone: positive")}


def test_own_posts_and_communities_are_known_by_their_leader() -> None:
    some = by((CLAIRE, About.OWN), (CLAIRE, About.COMMUNITY), (PAUL, About.OWN))
    assert some.own == (CLAIRE, PAUL)
    assert some.places == ((CLAIRE, "Cyclistes"),)
    assert some.named == {}


def test_a_set_is_worked_out_once_also_of_queries_that_came_later() -> None:
    queries = QUERIES[:2]
    sets = WatchedSets(queries)
    assert sets.of([0]) is sets.of([0]) != sets.of([1])
    queries.append(QUERIES[2])
    assert sets.of([2]).queries == (QUERIES[2],)
