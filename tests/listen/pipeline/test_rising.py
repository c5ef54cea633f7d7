"""A subject that was told of, and what is more of the same."""

from datetime import UTC, datetime

from firsthand.listen.pipeline.rising import RARE, TERMS, Told
from firsthand.listen.trends import Subject

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


def subject(*said: set[str], usual: float = 0.0) -> Subject:
    """Give one of posts with some signs each."""
    terms = tuple(dict.fromkeys(sign for each in said for sign in sorted(each)))
    return Subject(terms, 0.001, len(said), usual, len(said), None, (), tuple(map(frozenset, said)))


def told() -> Told:
    return Told("t", ["cuivre"], NOON, NOON, 5)


def test_posts_with_one_of_its_first_signs_are_of_it() -> None:
    assert told().holds(subject({"cuivre", "lyon"}, {"lyon"})) == 0.5
    assert told().holds(subject()) == 0


def test_of_signs_learnt_later_two_are_needed() -> None:
    known = told()
    known.take(subject({"cuivre", "grève"}, {"usine"}))
    assert known.holds(subject({"grève"})) == 0
    assert known.holds(subject({"grève", "usine"})) == 1


def test_of_what_is_said_every_day_no_sign_is_learnt_and_room_is_bounded() -> None:
    known = told()
    known.take(subject({"lundi", "mardi"}, usual=2 * RARE))
    assert known.learnt == []
    known.take(subject({f"sign{n}" for n in range(2 * TERMS)}))
    assert len(known.learnt) == TERMS
