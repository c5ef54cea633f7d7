"""Tables of limited size: the entries longest untouched go first."""

from hypothesis import given
from hypothesis import strategies as st

from firsthand.listen.bounded import SPARE, put_last


@given(st.lists(st.integers(0, 40)), st.integers(1, 30))
def test_the_latest_are_always_there(keys: list[int], most: int) -> None:
    table: dict[int, int] = {}
    for number, key in enumerate(keys):
        put_last(table, key, number, most)
    touched = list(dict.fromkeys(reversed(keys)))
    assert list(reversed(table))[:most] == touched[:most]
    assert len(table) <= most + most // SPARE
    assert all(table[key] == len(keys) - 1 - keys[::-1].index(key) for key in table)
