"""Which posts raise a rumour, and which are of one, by their stories and their words."""

from collections.abc import Iterable
from datetime import timedelta

import msgspec
from tests.listen.pipeline.sagas import NOON
from tests.listen.pipeline.streams import STRATEGY

from firsthand.listen.match.compiling import compile_strategy
from firsthand.listen.match.plain import account
from firsthand.listen.pipeline.following import Following
from firsthand.listen.pipeline.raising import Raising
from firsthand.listen.pipeline.signals import Heard, names_watched
from firsthand.listen.pipeline.watched import Watched
from firsthand.listen.rumour.phrases import said
from firsthand.records.post import Post
from firsthand.records.query import About
from firsthand.records.signal import Signal
from firsthand.text.cues import cues

QUERIES = compile_strategy(STRATEGY)
NAMED = Watched.by([query for query in QUERIES if query.about is About.ORGANISATION])
BOTH = Watched.by([query for query in QUERIES if query.about in (About.LEADER, About.ORGANISATION)])
ELSEWHERE = Watched.by([query for query in QUERIES if query.about is About.COMMUNITY])
LEADER, OWN = "Claire Zelmont", "claire_zelmont"
OURS = frozenset({account(OWN)})
CLAIM = "Il paraît que Velzanor ferme son atelier de Lyon"
ASKED = "Velzanor ferme son atelier de Lyon ?"
DOUBTED = "Velzanor ferme son atelier de Lyon, c'est faux"


def raising() -> tuple[Raising, Following]:
    following = Following()
    following.watch(names_watched(QUERIES))
    return Raising(following, OURS), following


def heard(
    name: str, text: str, story: int = 1, watched: Watched = NAMED, author: str = "", reply_to: str | None = None,
    quote_of: str | None = None,
) -> Heard:  # fmt: skip
    """Give a post, heard as many minutes after noon as its name has for a number."""
    post = Post(
        text=text, id=name, author=author or f"author-{name}", network="x", lang="fr",
        at=NOON + timedelta(minutes=int(name[1:])), reply_to=reply_to, quote_of=quote_of,
    )  # fmt: skip
    return Heard(post, watched, (0.2, 0.6, 0.2), cues(text, "fr"), story, said(text, "fr"))


def put(to: Raising, posts: Iterable[Heard]) -> list[Signal]:
    """Put posts to the rumours as the pipeline does; the leader's own are only placed."""
    found: list[Signal] = []
    for each in posts:
        story, alert = to.place(each)
        if each.post.author != OWN:
            found += to.hear(each, story, alert=alert)
        elif alert:
            to.put_off(story)
    return found


def claims(count: int = 5, story: int = 1) -> list[Heard]:
    return [heard(f"c{n}", CLAIM, story) for n in range(count)]


def test_what_several_accounts_pass_on_is_a_rumour_of_whom_it_names() -> None:
    (signal,) = put(raising()[0], claims())
    assert signal.leader == LEADER
    assert signal.starter is not None
    assert signal.starter.id == "c0"


def test_what_names_nobody_is_no_rumour() -> None:
    posts = [heard(f"c{n}", "Il paraît que l'atelier ferme", watched=ELSEWHERE) for n in range(9)]
    assert put(raising()[0], posts) == []


def test_what_is_only_asked_waits_for_somebody_who_doubts_also_after_a_restart() -> None:
    rumours, following = raising()
    own = heard("o0", "Velzanor, une annonce lundi", author="lea")
    asked = [heard(f"q{n}", ASKED, reply_to="o0") for n in range(1, 8)]
    assert put(rumours, [own, *asked]) == []
    saved = msgspec.msgpack.decode(msgspec.msgpack.encode(rumours.state()))
    assert saved["pending"]
    again = Raising(following, OURS)
    again.restore(saved)
    (signal,) = put(again, [heard("d9", DOUBTED)])
    assert signal.figures["posts"] == 9
    assert not again.state()["pending"]


def test_what_people_say_under_the_leaders_own_post_is_a_conversation() -> None:
    own = heard("o0", "Velzanor : l'atelier de Lyon", author=OWN)
    under = [heard(f"u{n}", DOUBTED, reply_to="o0") for n in range(1, 9)]
    assert put(raising()[0], [own, *under]) == []


def test_what_quotes_the_leaders_own_post_may_be_a_rumour_that_others_began() -> None:
    own = heard("o0", "Velzanor : l'atelier de Lyon", author=OWN)
    (signal,) = put(
        raising()[0], [own, *(heard(f"u{n}", DOUBTED, quote_of="o0") for n in range(1, 9))]
    )
    assert signal.starter is not None
    assert signal.starter.id == "u1"
    said_of_it = " ".join(each.text("en") for each in signal.details)
    assert OWN not in said_of_it


def test_when_stories_become_one_the_rumour_goes_on_in_it() -> None:
    rumours, following = raising()
    put(rumours, claims(story=4))
    rumours.joined([(4, 2)])
    assert following.follows(2, LEADER)
    assert not following.follows(4, LEADER)
    assert put(rumours, [heard(f"l{n}", CLAIM, story=2) for n in range(10, 14)]) == []


def test_everyday_talk_in_the_same_rare_words_is_no_murmur() -> None:
    rumours, following = raising()
    put(rumours, [heard("m0", "Velzanor, atelier de Lyon, peinture bleue", story=1)])
    put(rumours, [heard("m1", "Atelier Velzanor : peinture bleue", story=2)])
    assert rumours.place(heard("m2", "Peinture bleue à l'atelier Velzanor", story=3))[0] == 3
    assert following.rare_words(heard("m3", "L'atelier Velzanor"), LEADER) == {"ateli"}


def test_a_story_begun_before_a_restart_raises_its_alert_after_it() -> None:
    whole, _ = raising()
    (expected,) = put(whole, claims())
    cut, following = raising()
    assert put(cut, claims()[:2]) == []
    again = Raising(following, OURS)
    again.restore(msgspec.msgpack.decode(msgspec.msgpack.encode(cut.state())))
    assert put(again, claims()[2:]) == [expected]


def test_what_names_nobody_under_a_claim_is_of_whom_the_claim_names_also_after_a_restart() -> None:
    cut, following = raising()
    under = [heard(f"u{n}", "C'est faux", 1, ELSEWHERE, reply_to="c0") for n in range(1, 9)]
    assert put(cut, [*claims(1), *under[:1]]) == []
    again = Raising(following, OURS)
    again.restore(msgspec.msgpack.decode(msgspec.msgpack.encode(cut.state())))
    (signal,) = put(again, under[1:])
    rumour = following.claim_in(LEADER, [CLAIM])
    assert rumour is not None
    assert (rumour.id, rumour.posts) == (signal.id, 9)


def test_stories_that_become_one_raise_one_alert_about_whom_either_names() -> None:
    rumours, _ = raising()
    unnamed = "Il paraît qu'ils ferment"
    assert put(rumours, [heard(f"c{n}", CLAIM, story=1) for n in range(2)]) == []
    assert put(rumours, [heard(f"u{n}", unnamed, 2, ELSEWHERE) for n in range(2, 4)]) == []
    rumours.joined([(1, 2)])
    (signal,) = put(rumours, [heard("u9", unnamed, 2, ELSEWHERE)])
    assert signal.leader == LEADER
    assert signal.figures["posts"] == 5


def test_what_waits_for_doubt_goes_on_waiting_in_the_story_that_it_became_part_of() -> None:
    rumours, _ = raising()
    own = heard("o0", "Velzanor, une annonce lundi", author="lea")
    put(rumours, [own, *(heard(f"q{n}", ASKED, reply_to="o0") for n in range(1, 8))])
    rumours.joined([(1, 2)])
    assert len(put(rumours, [heard("d9", DOUBTED, story=2)])) == 1


def test_the_leader_who_answers_neither_hides_the_rumour_nor_carries_it() -> None:
    own = heard("o2", "Non, Velzanor ne ferme rien", author=OWN, reply_to="c0")
    signal, *_ = put(raising()[0], [*claims(2), own, *claims(4)[3:]])
    assert (signal.figures["posts"], signal.figures["voices"]) == (4, 3)
    assert signal.starter is not None
    assert signal.starter.id == "c0"


def test_a_rumour_is_told_with_the_watches_that_heard_it() -> None:
    rumours, following = raising()
    (signal,) = put(rumours, claims(4))
    assert signal.watches == ("organisation",)
    put(rumours, [heard("b7", CLAIM, watched=BOTH)])
    rumour = following.claim_in(LEADER, [CLAIM])
    assert rumour is not None
    assert set(rumour.watches) == {"leader", "organisation"}


def test_posts_of_the_same_story_days_before_are_no_part_of_it() -> None:
    before = [heard(f"o{minute}", CLAIM, author="lea") for minute in range(-2900, -2800, 10)]
    signal, *_ = put(raising()[0], [*before, *claims()])
    assert signal.since == NOON


def test_the_names_of_the_house_tell_no_rumour_apart() -> None:
    rumours, following = raising()
    put(rumours, claims(20))
    assert following.claim_in(LEADER, ["Un vélo neuf chez Velzanor"]) is None
    put(rumours, [heard(f"e{n}", "Un vélo neuf chez Velzanor", story=n) for n in range(21, 30)])
    rumour = following.claim_in(LEADER, [CLAIM])
    assert rumour is not None
    assert rumour.posts == 20
