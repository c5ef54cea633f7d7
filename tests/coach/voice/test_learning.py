import random

import pytest

from firsthand.coach.voice import learn

SUBJECTS = [
    "prices",
    "energy",
    "schools",
    "trains",
    "hospitals",
    "farms",
    "taxes",
    "housing",
    "ports",
    "forests",
]
REST = [
    "today",
    "again",
    "in",
    "our",
    "towns",
    "for",
    "all",
    "of",
    "us",
    "with",
    "your",
    "help",
    "after",
    "this",
    "long",
    "year",
]


def calm(chance: random.Random) -> str:
    return f"I think that {chance.choice(SUBJECTS)} matter {' '.join(chance.sample(REST, 5))}."


def loud(chance: random.Random) -> str:
    return f"{chance.choice(SUBJECTS).upper()} NOW!!! so {' '.join(chance.sample(REST, 5))} 🔥"


def plain(chance: random.Random) -> str:
    return f"we say {chance.choice(SUBJECTS)} - {' '.join(chance.sample(REST, 6))}…"


@pytest.fixture(scope="module")
def posts():
    chance = random.Random(1)
    return {f.__name__: [f(chance) for _ in range(120)] for f in (calm, loud, plain)}


@pytest.fixture(scope="module")
def profile(posts):
    return learn(posts["calm"][:80], {"a": posts["loud"][:80], "b": posts["plain"][:80]})


def test_the_same_subject_in_another_voice_is_not_taken_for_the_leader(profile, posts):
    own = [profile.score(text).p for text in posts["calm"][80:]]
    others = [profile.score(text).p for text in posts["loud"][80:] + posts["plain"][80:]]
    assert min(own) > max(others)


def test_several_texts_say_more_than_one(profile, posts):
    one, five = profile.score(posts["calm"][80]), profile.score(posts["calm"][80:85])
    assert five.p >= one.p
    assert one.low <= one.p <= one.high


def test_the_words_that_speak_are_in_the_text(profile):
    found = profile.score("PORTS NOW!!! so all of us today")
    assert any("NOW" in words or "PORTS" in words for words in found.against)


def test_below_fifty_usable_posts_nothing_is_said(posts):
    found = learn(posts["calm"][:30], {"a": posts["loud"]}).score("I think that ports matter.")
    assert found.p is None
    assert "50" in found.reason.text("en")


def test_without_anybody_else_the_answer_says_so(posts):
    found = learn(posts["calm"]).score("I think that ports matter today again.")
    assert found.p is not None
    assert found.reason is not None


def test_a_text_without_words_gets_no_probability(profile):
    assert profile.score("  ").p is None
