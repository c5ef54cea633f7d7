"""Posts counted by watch: surges that lie in single steps, and those that last."""

from datetime import UTC, datetime, timedelta
from random import Random

from firsthand.listen.pipeline.counts import STEP, Counts, Surge
from firsthand.listen.pipeline.surging import of_surge
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
