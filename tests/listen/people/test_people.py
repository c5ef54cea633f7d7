"""Who waits for an answer, and who speaks without a tie."""

from datetime import UTC, datetime, timedelta

from firsthand.listen.bounded import SPARE
from firsthand.listen.people import People
from firsthand.listen.people import people as module
from firsthand.records.post import Post

START = datetime(2026, 5, 4, 9, tzinfo=UTC)


def post(text: str, name: str, author: str, minutes: int, **more: str) -> Post:
    return Post(text=text, id=name, author=author, at=START + timedelta(minutes=minutes), **more)


QUESTION = post("@ClaireMartin quand ouvre l'usine ?", "q1", "lea", 0)
LATER = post("Et les salaires ?", "q2", "paul", 30, reply_to_author="clairemartin")


def test_questions_wait_with_their_age_until_answered() -> None:
    people = People(["@ClaireMartin"])
    people.add([QUESTION, LATER, post("Quel temps fait-il ?", "q3", "lea", 31)])
    now = START + timedelta(hours=1)
    assert [(each.id, each.age) for each in people.waiting(now)] == [
        ("q1", timedelta(hours=1)), ("q2", timedelta(minutes=30)),
    ]  # fmt: skip
    people.add([post("En mai.", "a1", "ClaireMartin", 70, reply_to="q1")])
    assert [each.id for each in people.waiting(now + timedelta(hours=1))] == ["q2"]


def test_no_question_waits_for_ever() -> None:
    people = People(["clairemartin"])
    people.add([QUESTION])
    assert people.waiting(START + module.PATIENCE + timedelta(days=1)) == []


def test_praise_is_no_question() -> None:
    people = People(["clairemartin"])
    people.add([post("@clairemartin bravo", "p", "lea", 0)])
    assert people.waiting(START) == []


def test_voices_are_those_without_a_tie() -> None:
    people = People(["clairemartin"])
    for at, text in enumerate(("Le cuivre manque", "Il pleut", "Un col dur", "Une roue voilée")):
        people.add([post(text, f"l{at}", "lea", at), post(text, f"p{at}", "Paul", at)])
    people.add([post("Une fois", "x", "zoe", 5)])
    assert [voice.author for voice in people.voices()] == ["Paul", "lea"]
    people.add([post("Merci @paul", "m", "clairemartin", 9)])
    (voice,) = people.voices()
    assert (voice.author, voice.posts) == ("lea", 4)
    assert [sample.id for sample in voice.samples] == ["l1", "l2", "l3"]


def test_saved_it_goes_on() -> None:
    people = People(["clairemartin"])
    people.add([QUESTION, LATER])
    again = People.load(people.state())
    now = START + timedelta(hours=1)
    assert again.waiting(now) == people.waiting(now) != []
    assert again.state() == people.state()


def test_room_is_bounded() -> None:
    people = People(["clairemartin"])
    people.add([post("x", f"n{at}", f"a{at}", 0) for at in range(module.AUTHORS + 50)])
    kept = list(people._state.speakers)
    assert module.AUTHORS <= len(kept) <= module.AUTHORS + module.AUTHORS // SPARE
    assert kept[-1] == f"a{module.AUTHORS + 49}"


def test_who_only_passes_on_or_repeats_is_no_voice() -> None:
    people = People(["clairemartin"])
    for at in range(5):
        people.add([post(f"Le cuivre manque https://example.com/{at}", f"s{at}", "robot", at)])
        people.add([post("Vu", f"r{at}", "relais", at, repost_of="x", repost_of_author="lea")])
    assert people.voices() == []


def test_answers_to_the_leaders_latest_posts_are_known() -> None:
    people = People(["clairemartin"])
    people.add([post("Bonjour", f"m{at}", "clairemartin", 0) for at in range(2 * module.MINE)])
    latest = f"m{2 * module.MINE - 1}"
    assert people.answers_leader(Post(text="Quand ?", reply_to=latest))
    assert not people.answers_leader(Post(text="Quand ?", reply_to=latest, reply_to_author="zoe"))
    assert not people.answers_leader(Post(text="Quand ?", reply_to="m0"))
    assert not people.answers_leader(Post(text="Quand ?"))


def test_a_question_without_a_time_or_an_id_cannot_wait() -> None:
    people = People(["clairemartin"])
    people.asks(Post(text="Quand ?", id="q"))
    people.asks(post("Quand ?", "", "lea", 0))
    assert people.waiting(START) == []


def test_ties_have_bounded_room_and_the_latest_stay() -> None:
    people = People(["clairemartin"], room=0.002)
    for at in range(400):
        people.own(post(f"Merci @a{at}", f"m{at}", "clairemartin", at))
    assert len(people._state.ties) <= 100 + 100 // SPARE
    assert "a399" in people._state.ties
