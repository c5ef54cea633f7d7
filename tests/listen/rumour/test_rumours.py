"""Rumours, followed post by post."""

from datetime import UTC, datetime, timedelta
from random import Random

from firsthand.listen.rumour import Rumours, Verdict
from firsthand.records.post import Post

START = datetime(2026, 5, 4, 9, tzinfo=UTC)
CLAIM = "Il paraît que l'usine de Lyon va fermer, 300 licenciements"
DOUBTS = ["C'est vrai ?", "Source ?", "C'est faux, la direction dément", "Quelqu'un confirme ?"]
CHEERS = ["Bravo à toute l'équipe", "Félicitations !", "Merci pour ce beau travail", "Super"]


def conversation(opening: str, answers: list[str], name: str = "a") -> list[Post]:
    texts = [opening, *answers]
    return [
        Post(
            text=text, id=f"{name}{at}", author=f"{name}-author{at}", at=START + timedelta(minutes=at),
            reply_to=f"{name}0" if at else None,
        )
        for at, text in enumerate(texts)
    ]  # fmt: skip


def judge(posts: list[Post], rumours: Rumours | None = None) -> list[Verdict]:
    return (rumours or Rumours()).add(posts, range(len(posts)))


def test_hearsay_under_doubt_is_raised_once() -> None:
    verdicts = judge(conversation(CLAIM, DOUBTS))
    assert [verdict.alert for verdict in verdicts].count(True) == 1
    assert not verdicts[0].alert
    assert verdicts[-1].p > 0.6
    assert {verdict.story for verdict in verdicts} == {0}


def test_good_news_is_not() -> None:
    verdicts = judge(conversation("Notre nouvelle ligne est ouverte à Lyon", CHEERS * 3))
    assert not any(verdict.alert for verdict in verdicts)
    assert verdicts[-1].p < 0.3


def test_one_account_alone_spreads_no_rumour() -> None:
    posts = conversation(CLAIM, DOUBTS)
    alone = [Post(text=post.text, id=post.id, author="x", reply_to=post.reply_to) for post in posts]
    assert not any(verdict.alert for verdict in judge(alone))


def test_many_who_ask_the_same_thing_spread_no_rumour() -> None:
    asked = [
        Post(text=f"Qui a un bon chauffagiste vers {city} ?", id=city, author=city)
        for city in ("Lyon", "Nantes", "Clermont", "Lille", "Brest")
    ]
    assert not any(verdict.alert for verdict in Rumours().add(asked, [1] * 5))


def test_doubt_makes_it_likelier_and_comfort_less() -> None:
    doubted = judge(conversation("L'usine de Lyon", DOUBTS))[-1].p
    plain = judge(conversation("L'usine de Lyon", ["Ah", "Tiens", "Vu", "Oui"]))[-1].p
    cheered = judge(conversation("L'usine de Lyon", CHEERS))[-1].p
    assert doubted > plain > cheered


def test_the_report_has_evidence_claim_and_first_source() -> None:
    rumours = Rumours()
    judge(conversation(CLAIM, DOUBTS), rumours)
    report = rumours.report(0)
    assert report.claim == CLAIM
    assert report.first is not None
    assert (report.first.author, report.first.id) == ("a-author0", "a0")
    assert report.voices == report.posts == 5
    assert report.harm > 0.4
    assert {each.id for each in report.evidence} >= {"a2", "a3"}
    assert all(each.words for each in report.evidence)


def test_a_repost_adds_a_voice_but_says_nothing_itself() -> None:
    rumours = Rumours()
    posts = conversation(CLAIM, DOUBTS)
    posts.append(Post(text=CLAIM, id="r", author="z", repost_of="a0"))
    judge(posts, rumours)
    assert rumours.report(0).voices == 6
    assert rumours.report(0).p == judge(conversation(CLAIM, DOUBTS))[-1].p


def test_stories_that_become_one_are_judged_as_one() -> None:
    rumours = Rumours()
    rumours.add(conversation(CLAIM, DOUBTS[:1], "a"), [1, 1])
    rumours.add(conversation("L'usine ferme ?", DOUBTS[1:], "b"), [2] * 4)
    rumours.joined([(2, 1)])
    assert rumours.report(2).posts == rumours.report(1).posts == 6
    late = Post(text="Source ?", id="late", author="y", reply_to="b0")
    assert rumours.add([late], [9])[0].story == 1


def test_replayed_in_pieces_it_gives_the_same() -> None:
    random = Random(5)
    posts = [
        post
        for number in range(30)
        for post in conversation(CLAIM, random.choices(DOUBTS + CHEERS, k=6), f"t{number}-")
    ]
    stories = [number // 7 for number in range(len(posts))]
    whole = Rumours().add(posts, stories)
    pieces, found = Rumours(), []
    for at in range(0, len(posts), 11):
        found += pieces.add(posts[at : at + 11], stories[at : at + 11])
        pieces = Rumours.load(pieces.state())
    assert found == whole
    assert any(verdict.alert for verdict in whole)


def test_the_worst_come_first() -> None:
    rumours = Rumours()
    rumours.add(conversation("Bonne journée", CHEERS, "a"), [1] * 5)
    rumours.add(conversation(CLAIM, DOUBTS, "b"), [2] * 5)
    assert [report.story for report in rumours.worst(2)] == [2, 1]
