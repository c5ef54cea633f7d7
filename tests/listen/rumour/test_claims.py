"""Whether a post speaks of a rumour that is known."""

from datetime import UTC, datetime, timedelta
from random import Random

from firsthand.listen.rumour.claims import Claim, Usual, stems
from firsthand.text.tokens import fold

CLAIMS = [
    "Il paraît que l'atelier de Lyon ferme", "On ferme l'atelier de Lyon, 80 familles",
    "Fermeture de l'atelier de Lyon ?", "L'atelier lyonnais va fermer, honteux",
]  # fmt: skip
USUAL = ["L'équipe de Lyon recrute", "Lyon sous la neige", "Belle visite à Lyon", "Vu à Lyon"] * 5


def known(texts: list[str] = CLAIMS) -> Claim:
    claim = Claim()
    for text in texts:
        claim.add(stems(text))
    return claim


def usual(texts: list[str] = USUAL) -> Usual:
    said = Usual()
    for text in texts:
        said.add(stems(text))
    return said


def test_the_words_of_any_rumour_tell_none_apart() -> None:
    assert stems("Il paraît que c'est vrai, une source ?") == frozenset()
    assert stems("Apparently a source says so, @lea https://example.com") == frozenset()


def test_beginnings_stand_for_words() -> None:
    assert stems("fermeture") == stems("fermer") == stems("ferme") != frozenset()


def test_what_says_the_same_in_other_words_fits() -> None:
    assert known().fits(stems("Source pour la fermeture de cet atelier ?"), usual())


def test_what_denies_it_fits_too() -> None:
    assert known().fits(stems("Non, l'atelier ne ferme pas"), usual())


def test_what_is_said_every_day_does_not_fit() -> None:
    assert not known().fits(stems("Un beau temps à Lyon ce matin"), usual())


def test_another_claim_does_not_fit() -> None:
    assert not known().fits(stems("Ils ont pollué la rivière à Lyon"), usual())


def test_one_key_word_is_enough_only_when_many_posts_have_it() -> None:
    one = stems("Je n'y crois pas, à cette fermeture")
    assert not known(CLAIMS[:3]).fits(one, usual())
    assert known(CLAIMS * 3).fits(one, usual())
    assert known(CLAIMS[:3]).fits(one, usual(), alike=True)


def test_a_name_of_three_letters_is_a_word_within_a_sentence() -> None:
    assert "wey" in stems("Sewage in the Wey last night")
    assert "ain" in stems("Les digues de l'Ain ont cédé")
    assert stems("The way") == stems("Wey") == frozenset()


def test_the_first_posts_of_a_rumour_do_not_make_its_words_usual() -> None:
    said, noon = Usual(), datetime(2026, 5, 4, 12, tzinfo=UTC)
    for minute, text in enumerate(["Belle neige ce matin", *CLAIMS]):
        said.hear(noon + timedelta(minutes=minute), stems(text))
    said.leave_out(known())
    said.hear(noon + timedelta(hours=7), stems("Vu à Lyon"))
    assert said.posts == 1
    assert set(said.counts) == stems("Belle neige ce matin")


def test_room_is_bounded() -> None:
    claim, said = Claim(), Usual()
    for number in range(9_000):
        claim.add(stems(f"mot{number:05} autre{number:05}"))
        said.add(stems(" ".join(f"{chr(97 + n % 26)}{n:05}" for n in range(number, number + 3))))
    assert len(claim.counts) <= 401
    assert len(said.counts) <= 2_000


def test_the_quick_look_leaves_out_nothing_that_fits() -> None:
    random, words = Random(7), ["atelier", "ferme", "lyon", "rivière", "vélo", "école", "neige"]
    for _ in range(300):
        claim, said = Claim(), usual()
        for _ in range(random.randint(1, 60)):
            claim.add(stems(" ".join(random.sample(words, random.randint(2, 4)))))
            text = " ".join(random.sample(words, 3))
            assert claim.may_fit(fold(text)) or not claim.fits(stems(text), said)
