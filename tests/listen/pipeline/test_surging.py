"""A surge in one tone is told beside the surge of all, or by itself where only the tone changed."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from tests.listen.pipeline.sagas import NOON, everyday, hear, post, told
from tests.listen.pipeline.streams import START

from firsthand.listen.forecast import Growth
from firsthand.listen.pipeline.counts import Run, Surge
from firsthand.listen.pipeline.surging import of_surge
from firsthand.listen.surge.detector import Verdict
from firsthand.records.signal import Signal, SignalKind

BAD = [
    "Velzanor, quelle honte, service nul et vélos dangereux",
    "Encore une panne, Velzanor est lamentable, je suis furieux",
    "Très déçu par Velzanor, c'est vraiment scandaleux et minable",
    "Velzanor : accueil détestable, j'enrage, plus jamais",
]
PLAIN = [
    "Velzanor ouvre à neuf heures", "Une selle Velzanor vue ce matin", "Velzanor, rue de la gare",
    "Le magasin Velzanor a deux portes",
]  # fmt: skip
DAYS, A_DAY = 21, 48


def weeks(night: list[str], every: float = 6) -> list[Signal]:
    """Give the surges of three weeks of plain talk, of which the last night has other texts."""
    random = Random(3)
    minutes = sorted(random.uniform(0, DAYS * 1_440) for _ in range(DAYS * A_DAY))
    end = START + timedelta(days=DAYS)
    lines = [
        post(
            f"p{n}",
            f"{random.choice(BAD if n % 9 == 0 else PLAIN)} {n}",
            START + timedelta(minutes=at),
            f"v{n % 41}",
        )
        for n, at in enumerate(minutes)
    ]
    lines += [
        post(f"b{n}", f"{text} {n}", end + timedelta(minutes=every * n), f"w{n}")
        for n, text in enumerate(night * 10)
    ]
    found = hear(lines)
    return [each for each in found if each.kind is SignalKind.SURGE and each.at and each.at >= end]


def of(watch: str, found: list[Signal]) -> Signal:
    return next(each for each in found if each.watches == (watch,))


def test_bad_words_that_rise_are_heard_before_the_whole_does() -> None:
    found = weeks(BAD)
    bad, whole = of("tone: negative", found), of("organisation", found)
    assert bad.at is not None
    assert whole.at is not None
    assert bad.at < whole.at
    assert bad.part_of is None
    assert "negative posts about you" in bad.says.text("en")
    assert "messages négatifs sur vous" in bad.says.text("fr")
    assert all("Velzanor" in proof.text for proof in bad.proofs)


def test_bad_words_within_a_surge_are_a_part_of_it() -> None:
    found = weeks(BAD, every=0.2)
    assert of("tone: negative", found).part_of == of("organisation", found).id


def test_plain_talk_that_rises_has_no_tone() -> None:
    found = weeks(PLAIN, every=1)
    assert found
    assert not [each for each in found if each.watches[0].startswith("tone: ")]


START_AT = datetime(2026, 5, 4, 12, tzinfo=UTC)


def surge(run: Run, total: float, days: float = 40.0) -> Surge:
    verdict = Verdict(0.9, True, days, total, 2.0, timedelta(minutes=15), total, 2.0)
    return Surge(("Claire", "organisation"), START_AT, verdict, (), run)


def test_a_surge_is_told_again_when_it_is_twice_as_large() -> None:
    run = Run(START_AT, START_AT, Growth())
    sizes = [(number, [each.number for each in of_surge(surge(run, number), None)]) for number in (10, 19, 20, 39, 40)]  # fmt: skip
    assert sizes == [(10, [0]), (19, []), (20, [1]), (39, []), (40, [2])]


@pytest.mark.parametrize(("days", "said"), [(365.4, "365 days"), (366.0, "less than once a year")])
def test_nothing_is_called_rarer_than_once_a_year(days: float, said: str) -> None:
    (signal,) = of_surge(surge(Run(START_AT, START_AT, Growth()), 10, days), None)
    assert said in signal.says.text("en")


@pytest.mark.parametrize(("author", "rises"), [("", True), ("crier", False)])
def test_posts_whose_author_is_not_told_are_each_somebodys(author: str, rises: bool) -> None:
    burst = [
        post(f"b{n}", f"Velzanor, {n}", NOON + timedelta(seconds=n), author) for n in range(60)
    ]
    found = hear(told(everyday(), burst))
    assert any(each.kind is SignalKind.SURGE for each in found) is rises
