"""One rumour that is followed: whom it counts, when it is told again, and how it ends."""

from datetime import UTC, datetime, timedelta

import pytest

from firsthand.listen.calmed import Calmed
from firsthand.listen.forecast import Growth
from firsthand.listen.pipeline import followed as module
from firsthand.listen.pipeline.followed import LOOKS, PAUSE, SILENT, UNKNOWN, Followed
from firsthand.listen.rumour.claims import Claim
from firsthand.records.signal import State

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def begun(posts: int = 0, every: timedelta = MINUTE) -> Followed:
    rumour = Followed(
        id="r", leader="Claire", claim="L'atelier ferme", since=NOON, last=NOON, told_at=NOON,
        p=0.9, harm=0.4, first=None, growth=Growth(), words=Claim(),
    )  # fmt: skip
    for number in range(posts):
        rumour.add(NOON + number * every, f"a{number}", 1)
    return rumour


def test_who_carries_it_are_the_three_known_accounts_that_speak_most() -> None:
    rumour = begun()
    spoken = {"once": 1, "twice": 2, "four": 4, "three": 3, "five": 5, UNKNOWN + "p9": 9}
    for author, times in spoken.items():
        for _ in range(times):
            rumour.add(NOON, author, 1)
    assert rumour.carriers() == [("five", 5), ("four", 4), ("three", 3)]


def test_time_that_goes_back_does_not_move_its_last_post() -> None:
    rumour = begun(5)
    rumour.add(NOON, "late", 1)
    assert rumour.last == NOON + 4 * MINUTE


def test_accounts_and_stories_have_bounded_room() -> None:
    rumour = begun()
    for number in range(module.VOICES + 50):
        rumour.add(NOON, f"a{number}", number)
    rumour.add(NOON, "a0", 0)
    assert (len(rumour.voices), len(rumour.stories)) == (module.VOICES, module.STORIES)
    assert rumour.voices["a0"] == 2
    assert rumour.posts == module.VOICES + 51


def test_a_story_that_became_part_of_another_goes_by_its_name() -> None:
    rumour = begun(1)
    rumour.join(1, 7)
    rumour.join(3, 9)
    assert list(rumour.stories) == [7]


def test_the_first_answer_after_its_beginning_counts() -> None:
    rumour = begun(1)
    assert not rumour.answer_at(NOON - MINUTE, None)
    assert rumour.answer_at(NOON, None)
    assert not rumour.answer_at(NOON + MINUTE, None)
    assert (rumour.answered, rumour.state) == (NOON, State.ANSWERED)


def judged(monkeypatch: pytest.MonkeyPatch, *, now: float, chance: float, verdict: bool | None) -> Followed:  # fmt: skip
    """Give an answered rumour of which each look finds the same; before the answer 100 posts an hour came."""
    found = Calmed(5, 5, 1, 9, 0.5, verdict, 100, now, chance)
    monkeypatch.setattr(module, "calmed", lambda *_: found)
    rumour = begun(20)
    rumour.answer_at(NOON, None)
    return rumour


def told(rumour: Followed, until: timedelta) -> list[tuple[timedelta, State]]:
    return [(at - NOON, rumour.state) for at, _ in rumour.looks(NOON + until)]


def test_calm_is_looked_for_at_its_own_moments_and_told_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rumour = judged(monkeypatch, now=80, chance=0.3, verdict=True)
    assert told(rumour, LOOKS[0] - MINUTE) == []
    assert told(rumour, LOOKS[0]) == [(LOOKS[0], State.CALMED)]
    assert told(rumour, LOOKS[-1]) == []
    assert rumour.looked == len(LOOKS)


@pytest.mark.parametrize(
    ("now", "chance", "expected"),
    [(25, 0.001, State.CALMED), (26, 0.001, State.UNSURE), (25, 0.02, State.UNSURE)],
)
def test_a_pace_that_surely_fell_to_a_quarter_is_calm_and_what_one_cannot_say_is_unsure_at_last(
    monkeypatch: pytest.MonkeyPatch, now: float, chance: float, expected: State
) -> None:
    found = told(judged(monkeypatch, now=now, chance=chance, verdict=None), LOOKS[-1])
    assert found == [(LOOKS[0] if expected is State.CALMED else LOOKS[-1], expected)]


def test_not_calmed_is_not_said_before_people_had_time_to_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = told(judged(monkeypatch, now=100, chance=0.5, verdict=False), LOOKS[-1])
    assert found == [(module.READ, State.NOT_CALMED)]


def test_growth_is_news_when_it_has_doubled_and_not_too_soon_after_the_last_telling() -> None:
    rumour = begun(20)
    rumour.told, rumour.foreseen = 10, True
    assert not rumour.grew(NOON + PAUSE - MINUTE)
    assert rumour.grew(NOON + PAUSE)
    rumour.told = 11
    assert not rumour.grew(NOON + PAUSE)


@pytest.mark.parametrize("state", [State.ANSWERED, State.UNSURE])
def test_after_an_answer_growth_waits_for_the_looks(state: State) -> None:
    rumour = begun(20)
    rumour.told, rumour.state = 1, state
    assert not rumour.grew(NOON + PAUSE)


def test_a_first_forecast_is_news_once_while_it_is_open() -> None:
    rumour = begun(40)
    rumour.told, now = 40, NOON + 40 * MINUTE
    assert rumour.grew(now)
    for name, value in (("foreseen", True), ("state", State.GROWING)):
        other = begun(40)
        other.told = 40
        setattr(other, name, value)
        assert not other.grew(now)


@pytest.mark.parametrize(
    ("state", "fades"),
    [(State.OPEN, True), (State.GROWING, True), (State.ANSWERED, False), (State.FADED, False)],
)
def test_what_falls_silent_without_an_answer_fades(state: State, fades: bool) -> None:
    rumour = begun(1)
    rumour.state = state
    assert rumour.fades(NOON + SILENT) is fades
    assert not rumour.fades(NOON + SILENT - MINUTE)
