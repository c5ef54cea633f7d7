from statistics import median

import pytest
from tests.coach.voice.made import authors

from firsthand.coach.voice import learn


@pytest.fixture(scope="module")
def posts():
    return dict(zip(("calm", "loud", "plain"), authors(120), strict=True))


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
    found = learn(posts["calm"], general=False).score("I think that ports matter today again.")
    assert found.p is not None
    assert "Nobody else" in found.reason.text("en")
    assert found.compared == found.reason


def test_without_others_around_people_in_general_are_compared_with(posts):
    profile = learn(posts["calm"][:80])
    own = [profile.score(text) for text in posts["calm"][80:]]
    others = [profile.score(text) for text in posts["loud"][80:] + posts["plain"][80:]]
    assert median(found.p for found in own) > 0.5 > max(found.p for found in others)
    assert all(found.low < found.p < found.high and found.reason is None for found in own)
    assert "general background" in own[0].compared.text("en")
    assert "fonds général" in own[0].compared.text("fr")


def test_others_around_are_named_as_what_was_compared_with(profile):
    found = profile.score("I think that ports matter today again.")
    assert found.compared.text("en") == "Compared with the posts of 2 other people."


def test_a_text_without_words_gets_no_probability(profile):
    for text in ("  ", "https://firm.example/a", "🔥🔥", "12 %"):
        found = profile.score(text)
        assert found.p is None
        assert "no words" in found.reason.text("en")


def test_a_language_that_was_not_learnt_is_told(profile):
    found = profile.score("Je pense que les écoles comptent pour nous tous, chers amis.")
    assert "this language" in found.reason.text("en")
    assert profile.score("I think that schools matter for all of us.").reason is None


def test_one_other_person_is_said_to_be_few(posts):
    found = learn(posts["calm"][:80], {"a": posts["loud"]}).score("I think that ports matter.")
    assert "one other person" in found.reason.text("en")


def test_each_language_is_held_against_its_own():
    english, others, _ = authors(80)
    subjects = [
        "prix",
        "énergie",
        "écoles",
        "trains",
        "hôpitaux",
        "fermes",
        "impôts",
        "logements",
        "ports",
        "forêts",
    ]
    french = [
        f"Je pense que les {a} et les {b} comptent pour nous tous, vous le savez bien."
        for a in subjects
        for b in subjects
    ]
    profile = learn([*english, *french], {"a": others, "b": others[::-1]}, general=False)
    assert set(profile.voices) == {"en", "fr"}
    said = profile.score("Je pense que les écoles comptent pour nous tous, chers amis.")
    assert "Nobody else" in said.reason.text("en")
    assert profile.score("I think that ports matter for all of us.").reason is None


def test_the_interval_holds_the_answer_and_is_wider_without_others(posts):
    text = "I think that ports matter today again."
    heard = learn(posts["calm"], {"a": posts["loud"], "b": posts["plain"]}).score(text)
    alone = learn(posts["calm"], general=False).score(text)
    assert heard.low < heard.p < heard.high < 1
    assert alone.high - alone.low > heard.high - heard.low
