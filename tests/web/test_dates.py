"""Dates on pages, as each language says them."""

from datetime import date, datetime

import pytest
from django.template import Context, Template
from django.utils.translation import override


@pytest.mark.parametrize(
    ("lang", "day", "written"),
    [
        ("fr", date(2026, 5, 1), "1er mai 2026"),
        ("fr", date(2026, 5, 11), "11 mai 2026"),
        ("fr", date(2026, 5, 21), "21 mai 2026"),
        ("en", date(2026, 5, 1), "1 May 2026"),
    ],
)
def test_the_first_of_a_month_has_its_ordinal_in_french(lang: str, day: date, written: str) -> None:
    with override(lang):
        shown = Template("{{ day|date:'DATE_FORMAT' }}").render(Context({"day": day}))
    assert shown == written


def test_a_day_and_its_hour_are_told_apart_in_french() -> None:
    with override("fr"):
        shown = Template("{{ at|date:'DATETIME_FORMAT' }}").render(
            Context({"at": datetime(2026, 1, 1, 9, 5)})
        )
    assert shown == "1er janvier 2026 à 09:05"
