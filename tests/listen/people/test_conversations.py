"""Which conversations are worth joining, and which are not."""

from datetime import UTC, datetime, timedelta

import pytest

from firsthand.listen.bounded import SPARE
from firsthand.listen.people import conversations as module
from firsthand.listen.people.conversations import Conversation, Conversations, Remark
from firsthand.records.post import Post
from firsthand.records.signal import Proof

START = datetime(2026, 5, 4, 9, tzinfo=UTC)


def remark(name: str, author: str, minutes: float, under: str = "", **more: object) -> Remark:
    at = START + timedelta(minutes=minutes)
    topics = ("Vélos",) if name == "root" else ()
    values = {"topics": topics, "place": "Cyclistes", **more}
    proof = Proof(id=name, text=f"{author} parle", author=author, at=at)
    return Remark(proof, at, (under,) if under else (), **values)  # type: ignore[arg-type]


def thread(minutes: tuple[float, ...] = (0, 5, 9), **more: object) -> list[Remark]:
    first, second, third = minutes
    return [
        remark("root", "lea", first),
        remark("r1", "paul", second, "root", **more),
        remark("r2", "zoe", third, "r1", **more),
    ]


def heard(*posts: Remark) -> Conversations:
    talks = Conversations()
    for post in posts:
        talks.hear(post)
    return talks


def due(*posts: Remark) -> list[Conversation]:
    return heard(*posts).due(posts[-1].at)


def test_several_people_on_a_topic_are_a_conversation_told_once() -> None:
    talks = heard(*thread())
    (found,) = talks.due(START + timedelta(minutes=10))
    assert (found.topic, found.place) == ("Vélos", "Cyclistes")
    assert list(found.voices) == ["lea", "paul", "zoe"]
    assert [proof.id for proof in found.proofs] == ["root", "r1", "r2"]
    talks.hear(remark("r3", "max", 12, "r2"))
    assert talks.due(START + timedelta(minutes=13)) == []


def test_quotes_and_posts_of_one_story_belong_together() -> None:
    root = remark("root", "lea", 0, story=7)
    same = remark("other", "paul", 3, story=7, topics=("Vélos",))
    assert len(due(root, same, remark("q", "zoe", 6, "other"))) == 1


def test_answers_to_a_post_never_heard_belong_together() -> None:
    said = [remark(f"a{n}", f"voice{n}", n, "unseen", topics=("Vélos",)) for n in range(3)]
    assert len(due(*said)) == 1


@pytest.mark.parametrize(
    "posts",
    [
        pytest.param(thread((0, 5, 400)), id="too old"),
        pytest.param(thread(harsh=True), id="a quarrel"),
        pytest.param([remark("root", "lea", 0, house=True), *thread()[1:]], id="about the house"),
        pytest.param(thread(house=True), id="turned to the house"),
        pytest.param([remark("root", "lea", 0, topics=()), *thread()[1:]], id="on no topic"),
        pytest.param(thread()[:2], id="two people only"),
        pytest.param(
            [remark(f"m{n}", "lea", n, "root" if n else "", topics=("Vélos",)) for n in range(6)],
            id="a monologue",
        ),
        pytest.param(
            [remark(f"n{n}", f"v{n}", n, story=3, topics=("Vélos",)) for n in range(6)],
            id="a headline that many post and nobody answers",
        ),
    ],
)
def test_what_is_no_conversation_to_join(posts: list[Remark]) -> None:
    assert due(*posts) == []


def test_where_the_leader_speaks_already_there_is_nothing_to_tell() -> None:
    talks = heard(*thread()[:2])
    talks.joined(["r1"])
    talks.hear(thread()[2])
    assert talks.due(START + timedelta(minutes=10)) == []


def test_an_open_question_is_told_by_itself_while_nobody_has_answered() -> None:
    (found,) = due(remark("root", "lea", 0, opens=True))
    assert found.lone
    assert due(remark("root", "lea", 0, opens=True), remark("r1", "paul", 1, "root")) == []


def test_of_lone_questions_only_some_are_told_a_day() -> None:
    asked = [
        remark(f"q{n}", f"v{n}", n, topics=("Vélos",), opens=True) for n in range(module.A_DAY + 3)
    ]
    assert len(due(*asked)) == module.A_DAY


def test_the_next_day_lone_questions_are_told_again() -> None:
    asked = [
        remark(f"q{n}", f"v{n}", minute, topics=("Vélos",), opens=True)
        for n, minute in enumerate([*range(module.A_DAY), 1_441 + module.A_DAY])
    ]
    assert [talk.first.id for talk in due(*asked)] == [f"q{module.A_DAY}"]


def test_where_the_leader_comes_first_there_is_nothing_to_tell_any_more() -> None:
    talks = heard(*thread())
    talks.joined(["r2"])
    assert talks.due(START + timedelta(minutes=10)) == []


def test_posts_of_no_story_do_not_belong_together_for_it() -> None:
    said = [remark(f"n{n}", f"v{n}", n, topics=("Vélos",)) for n in range(3)]
    assert due(*said, remark("r", "zoe", 4, "n2")) == []


def test_saved_it_goes_on_as_in_one_run() -> None:
    talks = Conversations()
    for post in thread():
        talks = Conversations.load(talks.state())
        talks.hear(post)
    again = Conversations.load(talks.state())
    now = START + timedelta(minutes=10)
    assert again.due(now) == heard(*thread()).due(now) != []


def test_it_knows_the_posts_that_it_followed() -> None:
    talks = heard(*thread())
    assert talks.knows(Post(text="", reply_to="r2"))
    assert talks.knows(Post(text="", quote_of="root"))
    assert not talks.knows(Post(text="", reply_to="elsewhere"))


def test_room_is_bounded() -> None:
    talks = Conversations(room=0.05)
    for n in range(3_000):
        talks.hear(remark(f"p{n}", f"v{n}", n, topics=("Vélos",)))
    assert len(talks._state.talks) <= 50 + 50 // SPARE
    assert len(talks._state.names) <= 1_000 + 1_000 // SPARE


def test_an_opening_heard_after_its_answers_belongs_to_them() -> None:
    opening, *answers = thread()
    late = opening._replace(at=START + timedelta(minutes=10))
    said = [each._replace(topics=("Vélos",)) for each in answers]
    assert len(due(*said, late)) == 1


def test_other_words_of_a_wide_story_are_another_conversation() -> None:
    root = remark("root", "lea", 0, story=7)
    apart = Proof(id="o", text="Les pneus d'hiver sont arrivés", author="paul", at=root.at)
    other = root._replace(proof=apart)
    assert due(root, other, remark("q", "zoe", 6, "o")) == []
