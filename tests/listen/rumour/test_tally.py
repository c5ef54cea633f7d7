"""What is counted of one story, and what its report says."""

from datetime import UTC, datetime, timedelta

import pytest

from firsthand.listen.rumour import Rumours, without_opening
from firsthand.listen.rumour.claims import opens
from firsthand.listen.rumour.phrases import Said, said
from firsthand.listen.rumour.tally import EVIDENCE, Tally, evidence, harm
from firsthand.records.post import Post

NINE = datetime(2026, 5, 4, 9, tzinfo=UTC)
HEARSAY, DOUBT = "Il paraît que l'usine va fermer", "C'est faux"


def post(text: str, author: str = "lea", minutes: int = 0, *, reply_to: str | None = None) -> Post:
    at = NINE + timedelta(minutes=minutes)
    return Post(text=text, id=f"{author}{minutes}", author=author, at=at, reply_to=reply_to)


def begun(text: str = "L'usine", author: str = "lea", minutes: int = 0) -> Tally:
    return Tally.begun(evidence(post(text, author, minutes), said(text)))


@pytest.mark.parametrize(
    ("to", "under"),
    [
        (Post(text=DOUBT), False),
        (Post(text=DOUBT, reply_to="a"), True),
        (Post(text=DOUBT, repost_of="a"), True),
        (Post(text=DOUBT, quote_of="a"), False),
    ],
)
def test_what_answers_or_repeats_stands_under_another(to: Post, under: bool) -> None:
    assert evidence(to, said(DOUBT)).under is under


def test_hearsay_that_two_pass_on_in_their_own_words_is_hearsay_whoever_began() -> None:
    tally = begun()
    tally.add(post(HEARSAY, "paul", 1, reply_to="a"), said(HEARSAY))
    tally.add(post(HEARSAY, "zoe", 2), said(HEARSAY))
    assert not tally.hearsay
    tally.add(post(HEARSAY, "max", 3), said(HEARSAY))
    assert tally.hearsay


def test_what_becomes_one_counts_all_that_its_parts_counted() -> None:
    told, doubted = (Said("hearsay", "il paraît"),), (Said("disbelief", "faux"),)
    whole = Tally.begun(evidence(post(HEARSAY, "lea", 5), told))
    part = Tally.begun(evidence(post(HEARSAY, "paul", 0), told))
    whole.add(post(DOUBT, "", 6, reply_to="a"), doubted)
    part.add(post(HEARSAY, "", 1), told)
    part.add(post(DOUBT, "lea", 2, reply_to="a"), doubted)
    whole.merge(part)
    assert (whole.posts, whole.answers, whole.retold) == (5, 4, 2)
    assert (whole.authors, whole.unknown, whole.voices) == ({"lea": 2, "paul": 1}, 2, 4)
    assert whole.said == {"disbelief": 2, "hearsay": 2}
    assert whole.times == [(NINE + timedelta(minutes=at)).timestamp() for at in (0, 1, 2, 5, 6)]
    assert whole.first is not None
    assert whole.first.author == "paul", "the earlier one began it"


def test_a_later_part_begins_nothing() -> None:
    whole = begun("L'usine", "lea", 0)
    whole.merge(begun(HEARSAY, "paul", 5))
    assert whole.first is not None
    assert whole.first.author == "lea"
    assert whole.opening == ()


def test_evidence_is_what_speaks_for_a_rumour_and_bounded() -> None:
    tally = begun()
    tally.add(post("Qui sait ?", "max", 1), said("Qui sait ?"))
    assert tally.evidence == []
    for minute in range(2 * EVIDENCE):
        tally.add(post(DOUBT, f"v{minute}", minute), said(DOUBT))
    assert len(tally.evidence) == EVIDENCE


def test_without_its_opening_a_story_begins_where_somebody_speaks_for_a_rumour() -> None:
    rumours = Rumours()
    posts = [
        post("Belle visite", "lea", 0), post(DOUBT, "paul", 3, reply_to="lea0"),
        post(HEARSAY, "zoe", 7), post(HEARSAY, "max", 9),
    ]  # fmt: skip
    rumours.add(posts, [1] * 4)
    report = without_opening(rumours.report(1))
    assert report.first is not None
    assert (report.first.id, report.claim) == ("zoe7", HEARSAY)
    assert report.times == tuple(each.at.timestamp() for each in posts[2:] if each.at)


def test_a_first_post_on_another_subject_does_not_open_the_rumour() -> None:
    rumours = Rumours()
    rumours.add([post("Belle visite"), post(HEARSAY, "zoe", 7)], [1, 1])
    rumours.add([post("L'usine va bientôt fermer"), post(HEARSAY, "zoe", 7)], [2, 2])
    rumours.add([post("Belle visite"), post(DOUBT, "zoe", 7, reply_to="lea0")], [3, 3])
    assert [opens(rumours.report(story)) for story in (1, 2, 3)] == [False, True, True]


def test_harm_is_of_grave_words_accusations_and_of_how_many_speak() -> None:
    found = (Said("grave", "faillite"), Said("accusation", "menteurs"))
    few = [harm(Tally(posts=1, opening=tuple(each.kind for each in some))) for some in (found[:0], found[:1], found)]  # fmt: skip
    assert few == [0, 0.4, 0.6]
    assert harm(Tally(posts=20, said={"grave": 2})) == 0, "a tenth of the posts is not enough"
    assert harm(Tally(posts=20, said={"grave": 3})) == 0.4
    assert harm(Tally(posts=20, unknown=1_000)) == 0.4
    assert harm(Tally(posts=20, unknown=100_000)) == 0.4, "more than all is no more"
