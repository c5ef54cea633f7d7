"""What one post means for a leader, by whom it names and how it sounds."""

import pytest
from tests.listen.pipeline.streams import STRATEGY

from firsthand.listen.match.compiling import compile_strategy
from firsthand.listen.pipeline import messages as say
from firsthand.listen.pipeline.meaning import meanings
from firsthand.records.message import Message
from firsthand.records.post import Post
from firsthand.records.query import About
from firsthand.text.cues import cues

HOUSE = [query for query in compile_strategy(STRATEGY) if query.about in (About.LEADER, About.ORGANISATION)]  # fmt: skip
TOPICS = [query for query in compile_strategy(STRATEGY) if query.about is About.TOPIC]
GOOD, PLAIN, BAD = (0.1, 0.2, 0.7), (0.2, 0.6, 0.2), (0.7, 0.2, 0.1)
Tone = tuple[float, float, float]


def says(text: str, tone: Tone = PLAIN) -> list[Message]:
    post = Post(text=text, id="p", author="lea", lang="fr")
    return [message for _, message, _ in meanings(post, cues(text, "fr"), tone, HOUSE)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Merci @claire_zelmont pour votre réponse", say.THANKS),
        ("Merci Velzanor pour le prêt", say.THANKS_COMPANY),
        ("Bravo aux équipes de Velzanor", say.RECOGNITION),
        ("@claire_zelmont pourquoi vos prix montent-ils ?", say.QUESTION),
    ],
)
def test_who_is_asked_thanked_or_praised(text: str, expected: Message) -> None:
    assert says(text) == [expected]


@pytest.mark.parametrize("text", ["Merci @claire_zelmont pour votre réponse", "Bravo Velzanor"])
def test_thanks_and_praise_that_sound_bad_are_mockery(text: str) -> None:
    assert says(text, GOOD)
    assert says(text, BAD) == []


def test_thanks_to_them_are_for_the_house_where_the_post_names_it_before() -> None:
    assert says("Panne réparée en une heure par Velzanor, merci à eux")
    assert says("Panne réparée en une heure par Brelmont, merci à eux") == []


def test_a_question_that_sounds_bad_is_one() -> None:
    assert says("@claire_zelmont pourquoi vos prix montent-ils ?", BAD) == [say.QUESTION]


def test_what_names_nobody_of_the_house_means_nothing_for_it() -> None:
    text = "Merci pour ce vélo"
    assert not list(meanings(Post(text=text), cues(text, "fr"), GOOD, TOPICS))
