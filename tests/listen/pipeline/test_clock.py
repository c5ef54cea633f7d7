"""The time of a stream, which no single post can move far."""

from datetime import UTC, datetime, timedelta

from firsthand.listen.pipeline.clock import StreamClock

PRESENT = datetime(2026, 6, 1, tzinfo=UTC)
NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


def test_it_goes_forward_and_never_back() -> None:
    clock = StreamClock()
    assert clock.read(NOON, PRESENT) == NOON
    earlier = NOON - timedelta(minutes=5)
    assert clock.read(earlier, PRESENT) == earlier
    assert clock.now == NOON


def test_a_time_that_cannot_be_is_none() -> None:
    clock = StreamClock()
    clock.read(NOON, PRESENT)
    for wrong in (PRESENT + timedelta(days=900), datetime(1970, 1, 1, tzinfo=UTC)):
        assert clock.read(wrong, PRESENT) is None
    assert clock.now == NOON
    assert clock.wrong == 2


def test_one_post_alone_does_not_move_it_far() -> None:
    clock = StreamClock()
    clock.read(NOON, PRESENT)
    ahead = NOON + timedelta(days=20)
    assert clock.read(ahead, PRESENT) == NOON
    assert clock.read(NOON + timedelta(minutes=1), PRESENT) == NOON + timedelta(minutes=1)
    assert clock.now == NOON + timedelta(minutes=1)


def test_two_posts_near_each_other_do() -> None:
    clock = StreamClock()
    clock.read(NOON, PRESENT)
    morning = NOON + timedelta(days=2)
    clock.read(morning, PRESENT)
    assert clock.read(morning + timedelta(minutes=3), PRESENT) == morning + timedelta(minutes=3)


def test_posts_days_apart_each_have_their_own_time() -> None:
    days = [NOON + timedelta(days=2 * n) for n in range(9)]
    *all_but_last, last = StreamClock().read_many(days, PRESENT)
    assert all_but_last == days[:-1]
    assert last == days[-2], "nothing agrees with the last one yet"


def test_one_wrong_clock_among_others_is_not_believed() -> None:
    near = [NOON + timedelta(minutes=n) for n in range(5)]
    wrong = NOON + timedelta(days=20)
    unheard_of = datetime(2999, 1, 1, tzinfo=UTC)
    told = [near[0], wrong, unheard_of, near[1], None, *near[2:]]
    clock = StreamClock()
    assert clock.read_many(told, PRESENT) == [
        near[0], near[0], None, near[1], near[1], *near[2:],
    ]  # fmt: skip
    assert clock.now == near[-1]


def test_a_stream_that_was_silent_goes_on_at_once_if_it_is_of_the_present() -> None:
    clock, present = StreamClock(), datetime(2026, 5, 4, 12, tzinfo=UTC)
    clock.read(present - timedelta(days=2), present)
    assert clock.read(present - timedelta(minutes=1), present) == present - timedelta(minutes=1)
