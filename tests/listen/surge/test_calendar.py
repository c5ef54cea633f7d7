"""Public holidays are like Sundays; a country that is none is refused in a sentence."""

from datetime import UTC, datetime

import pytest

from firsthand.listen.surge.calendar import SUNDAY, like_a_sunday_on_holidays
from firsthand.records.errors import BadInput

BASTILLE_DAY = datetime(2026, 7, 14, 9, tzinfo=UTC)  # a Tuesday


def test_a_holiday_is_like_a_sunday_in_its_country_only() -> None:
    assert like_a_sunday_on_holidays("fr")(BASTILLE_DAY) == SUNDAY
    assert like_a_sunday_on_holidays("GB")(BASTILLE_DAY) == 1


def test_a_country_that_is_none() -> None:
    with pytest.raises(BadInput, match="such as FR"):
        like_a_sunday_on_holidays("ZZ")
