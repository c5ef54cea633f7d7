"""A rumour told by each in other words, one post at a time, is one rumour all the same."""

from datetime import UTC, datetime, timedelta

from tests.listen.pipeline.sagas import NOON, everyday, post, rumours, told
from tests.listen.pipeline.streams import pipeline, written

from firsthand.listen.pipeline.decoding import decode
from firsthand.listen.pipeline.murmurs import EACH, WITHIN, Murmurs
from firsthand.records.signal import Signal

AT = datetime(2026, 5, 4, 9, tzinfo=UTC)
IN_OTHER_WORDS = [
    "Il paraît que Velzanor a déversé de l'huile dans le Gier",
    "Mon voisin pêcheur me dit : de l'huile partout sur le Gier, merci Velzanor. C'est vrai ?",
    "Selon une source, Velzanor cache une fuite, et le Gier est noir d'huile",
    "Huile dans le Gier : Velzanor ment, honteux",
]


def one_by_one(texts: list[str]) -> list[Signal]:
    """Hear some days, then posts that come one at a time, as from a pipe."""
    listening = pipeline()
    lines = [
        post(f"m{n}", text, NOON + timedelta(minutes=7 * n), f"witness{n}")
        for n, text in enumerate(texts)
    ]
    found: list[Signal] = []
    for line in written(told(everyday(), lines)).splitlines():
        found += listening.take(decode([line], listening.left_out)).signals
    return rumours(found)


def test_told_in_other_words_by_each_it_is_one_rumour() -> None:
    found = one_by_one(IN_OTHER_WORDS)
    assert len({signal.id for signal in found}) == 1
    assert found[0].starter is not None
    assert found[0].starter.id == "m0"
    assert found[0].figures["posts"] >= 3


def test_what_shares_no_two_rare_words_is_not() -> None:
    apart = [
        "Il paraît que Velzanor change de logo", "On me dit que Velzanor ouvre à Dijon",
        "Selon mon beau-frère, Velzanor cherche un mécanicien", "Velzanor, honteux, guidon rayé",
    ]  # fmt: skip
    assert one_by_one(apart) == []


def test_one_rare_word_is_enough_when_many_say_it() -> None:
    found = one_by_one(
        [
            "Il paraît que Velzanor fait faillite", "On me dit : faillite chez Velzanor",
            "Velzanor en faillite, quelqu'un a une source ?", "Selon un livreur, c'est la faillite, Velzanor",
        ]
    )  # fmt: skip
    assert len({signal.id for signal in found}) == 1


def test_words_shared_by_others_within_hours() -> None:
    said = Murmurs()
    assert said.hear("Claire", AT, "a", 1, {"huile", "gier", "noir"}) == []
    assert said.hear("Claire", AT, "a", 2, {"huile", "gier"}) == []  # the same account
    assert said.hear("Paul", AT, "b", 3, {"huile", "gier"}) == []  # about somebody else
    assert said.hear("Claire", AT, "b", 4, {"huile", "fuite"}) == []  # one word is not enough
    assert said.hear("Claire", AT, "c", 5, {"huile", "gier"}) == [(5, 1)]
    assert said.hear("Claire", AT + WITHIN, "d", 6, {"huile", "gier"}) == []


def test_one_word_joins_all_that_have_it_once_they_are_enough() -> None:
    said = Murmurs()
    for story, author in enumerate("aab", 1):
        assert said.hear("Claire", AT, author, story, {"faillite", f"autre{story}"}) == []
    assert said.hear("Claire", AT, "c", 4, {"banque"}) == []
    assert said.hear("Claire", AT, "d", 5, {"faillite"}) == []  # two other accounts so far
    assert said.hear("Claire", AT, "e", 6, {"faillite"}) == [(2, 1), (3, 1), (5, 1), (6, 1)]
    assert said.hear("Claire", AT, "f", 7, {"faillite"}) == [(7, 1)]


def test_restored_it_goes_on_and_room_is_bounded() -> None:
    said = Murmurs()
    said.hear("Claire", AT, "a", 1, {"huile", "gier"})
    assert Murmurs(said.state()).hear("Claire", AT, "b", 2, {"huile", "gier"}) == [(2, 1)]
    for number in range(2 * EACH):
        said.hear("Claire", AT, f"b{number}", 10 + number, {f"x{number}", f"y{number}"})
    assert said.hear("Claire", AT, "z", 9_999, {"huile", "gier"}) == []
