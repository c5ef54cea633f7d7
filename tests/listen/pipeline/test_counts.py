"""Posts counted by watch: surges that lie in single steps, and those that last."""

from datetime import UTC, datetime, timedelta
from random import Random

import msgspec
import pytest

from firsthand.listen.pipeline.counts import FEWEST, STEP, Counts, Surge
from firsthand.listen.pipeline.surging import of_surge
from firsthand.listen.surge.detector import SurgeDetector
from firsthand.records.signal import Proof

START = datetime(2026, 3, 2, tzinfo=UTC)
KEY = ("Claire Martin", "organisation")
DAY = timedelta(days=1) // STEP


def heard(counts: list[int], accounts: int) -> list[Surge]:
    """Feed so many posts each step, by turns of so many accounts."""
    found, watch, posts = [], Counts(), 0
    for number, count in enumerate(counts):
        at = START + STEP * number
        found += list(watch.advance(at))
        for _ in range(count):
            posts += 1
            proof = Proof(id=str(posts), text="", author="", network="", at=at, url=None)
            watch.add([KEY], at, f"a{posts % accounts}", lambda proof=proof: proof)  # type: ignore[misc]
    return found


def hours_of_talk() -> list[int]:
    """Three weeks with a post in every other step, then a night with three in each."""
    random = Random(5)
    counts = [int(random.random() < 0.5) for _ in range(21 * DAY)]
    return counts + [random.choice((2, 3, 4)) for _ in range(8 * 12)]


def test_a_surge_that_lasts_is_heard_though_no_step_holds_five_posts() -> None:
    surges = heard(hours_of_talk(), accounts=40)
    last = next(surge for surge in surges if surge.start >= START + timedelta(days=21))
    assert last.verdict.over > STEP
    assert last.verdict.total >= 5
    assert last.proofs
    (signal,) = of_surge(last, None)
    said = signal.says.text("en")
    assert said.startswith(f"{last.verdict.total:.0f} posts about your company in ")
    assert "messages sur votre entreprise en " in signal.says.text("fr")
    assert signal.figures["minutes"] == last.verdict.over / timedelta(minutes=1)


def test_one_account_that_talks_for_hours_is_no_surge() -> None:
    assert heard(hours_of_talk(), accounts=1) == []


def test_a_surge_at_once_says_the_minutes_it_took() -> None:
    counts = [*hours_of_talk()[: 21 * DAY], *[40] * 6]
    first = heard(counts, accounts=40)[0]
    assert first.verdict.over <= 3 * STEP
    assert 40 <= first.verdict.total <= 45


def bursts(seed: int) -> list[int]:
    """Give four weeks of counts: mostly silence, now and then some posts, and long pauses."""
    random = Random(seed)
    counts = [0] * (28 * DAY)
    for _ in range(60):
        at = random.randrange(len(counts) - 12)
        for step in range(at, at + random.randint(1, 12)):
            counts[step] += random.choice((0, 1, 1, 2, 9))
    pause = random.randrange(10 * DAY, 18 * DAY)
    counts[pause : pause + 4 * DAY] = [0] * (4 * DAY)
    counts[-20:-14] = [30] * 6
    return counts


@pytest.mark.parametrize("seed", range(4))
def test_silences_are_passed_over_as_if_each_step_had_been_judged(seed: int) -> None:
    """Held against a detector that judges every step; the state is saved and loaded on the way."""
    counts = bursts(seed)
    first = next(number for number, count in enumerate(counts) if count)
    detector, wanted = SurgeDetector(STEP, fewest=FEWEST), []
    for number in range(first, len(counts)):
        verdict = detector.judge(START + STEP * number, counts[number])
        if verdict.surge:
            wanted.append((START + STEP * number, verdict))
    watch, found = Counts(), []
    for number, count in enumerate(counts):
        at = START + STEP * number
        if count or number % 500 == 0:
            found += [(surge.start, surge.verdict) for surge in watch.advance(at)]
        if number % 500 == 0:
            saved = msgspec.msgpack.encode(watch.state())
            watch = Counts()
            watch.restore(msgspec.msgpack.decode(saved))
        for each in range(count):
            proof = Proof(id=str(each), text="", at=at)
            watch.add([KEY], at, f"{number}-{each}", lambda proof=proof: proof)  # type: ignore[misc]
    assert wanted
    assert found == [each for each in wanted if each[0] < at]
