"""What says nearly the same, and what was told lately."""

from datetime import UTC, datetime, timedelta

from firsthand.listen.people.sameness import MOST, WHILE, Told, alike, gist

START = datetime(2026, 3, 2, tzinfo=UTC)


def test_numbers_links_and_a_place_do_not_make_another_post() -> None:
    first = gist("Une visite à Thiers avec mes 12 élèves, accueil parfait https://example.com/a")
    assert alike(first, gist("Une visite à Lyon avec mes 9 élèves, accueil parfait"))
    assert alike(
        gist("Première visite chez eux avec mes élèves d'Issoire, accueil impeccable."),
        gist("Première visite chez eux avec mes élèves de Thiers, accueil impeccable."),
    )
    assert not alike(first, gist("Une visite de l'atelier, et mes élèves ont tout démonté"))


def test_what_goes_on_being_said_is_old_until_it_has_been_silent() -> None:
    told = Told()
    for days, again in ((0, False), (13, True), (26, True), (26 + WHILE.days, False)):
        assert told.again("Bravo aux équipes", START + timedelta(days=days)) == again
    assert not told.again("Bravo aux équipes", None)


def test_what_is_remembered_is_bounded() -> None:
    told = Told()
    for number in range(2 * MOST):
        assert not told.again("mot" + "a" * number, START)
    assert len(told.sayings) == MOST
