"""A post, as a line of JSON and back."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.records.errors import BadInput
from firsthand.records.post import MOST_COUNTED, Kind, Media, Post, from_line, read_time, to_line

TEXT = st.text(max_size=20)
WORD = st.text(min_size=1, max_size=20)  # what is empty is written as unknown
ZONES = st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
POSTS = st.builds(
    Post, text=TEXT, id=TEXT, at=st.none() | st.datetimes(timezones=ZONES), author=TEXT, network=TEXT,
    lang=st.none() | WORD, title=st.none() | WORD, url=st.none() | WORD,
    reply_to=st.none() | WORD, reply_to_author=st.none() | WORD,
    repost_of=st.none() | WORD, repost_of_author=st.none() | WORD,
    quote_of=st.none() | WORD, quoted_text=st.none() | WORD, visibility=st.none() | WORD,
    links=st.lists(TEXT, max_size=3).map(tuple),
    media=st.lists(st.builds(Media, ref=TEXT, kind=TEXT, alt=st.none() | TEXT), max_size=2).map(tuple),
    metrics=st.dictionaries(TEXT, st.integers(0, MOST_COUNTED), max_size=3),
)  # fmt: skip


@given(POSTS)
def test_a_line_gives_the_post_back(post: Post) -> None:
    assert from_line(to_line(post)) == post


@given(POSTS)
def test_what_is_unknown_is_left_out_of_the_line(post: Post) -> None:
    line = to_line(post)
    assert None not in line.values()
    assert {"id", "text"} <= set(line)


@given(
    st.dictionaries(
        st.sampled_from(["id", "at", "text", "lang", "media", "links", "metrics", "repost_of"]),
        st.none()
        | st.booleans()
        | st.floats()
        | st.integers()
        | TEXT
        | st.lists(st.none() | TEXT | st.dictionaries(TEXT, TEXT, max_size=2), max_size=2)
        | st.dictionaries(TEXT, st.none() | st.booleans() | st.floats() | TEXT, max_size=2),
    )
)
def test_no_line_escapes_as_another_error(line: dict[str, Any]) -> None:  # fmt: skip
    with suppress(BadInput):
        assert isinstance(from_line(line).text, str)


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({}, Kind.POST),
        ({"reply_to": "1"}, Kind.REPLY),
        ({"reply_to_author": "paul"}, Kind.REPLY),
        ({"quote_of": "1"}, Kind.QUOTE),
        ({"quote_of": "1", "reply_to": "1"}, Kind.REPLY),
        ({"repost_of": "1"}, Kind.REPOST),
        ({"repost_of_author": "paul", "reply_to": "1"}, Kind.REPOST),
        ({"title": "Un article"}, Kind.ARTICLE),
        ({"title": "Un article", "quote_of": "1"}, Kind.QUOTE),
    ],
)
def test_the_kind_follows_from_what_a_post_refers_to(fields: dict[str, str], kind: Kind) -> None:
    assert Post(text="Oui", **fields).kind is kind  # type: ignore[arg-type]  # all are texts


def refusal(**line: object) -> str:
    with pytest.raises(BadInput) as caught:
        from_line({"text": "a"} | line)
    return caught.value.text("en")


@pytest.mark.parametrize("count", [True, False, 1.0, 1.5, -1, "3", [3], {}, MOST_COUNTED + 1])
def test_a_count_is_a_whole_number_and_no_truth_value(count: object) -> None:
    assert refusal(metrics={"likes": count}) == "“metrics.likes” is not a count such as 12"


def test_a_count_that_is_null_is_unknown() -> None:
    assert from_line({"text": "a", "metrics": {"likes": None, "replies": 0}}).metrics == {
        "replies": 0
    }


@pytest.mark.parametrize("name", ["author", "lang", "url", "reply_to", "title", "visibility"])
@pytest.mark.parametrize("value", [5, 1.5, True, [], {}])
def test_a_field_of_text_is_text(name: str, value: object) -> None:
    assert refusal(**{name: value}) == f"“{name}” is not text"


@pytest.mark.parametrize("value", [True, 1.5, [], {}])
def test_an_identifier_is_text_or_a_whole_number(value: object) -> None:
    assert from_line({"text": "a", "id": 12}).id == "12"
    assert refusal(id=value) == "“id” is not text"


@pytest.mark.parametrize(
    "line", [{}, {"text": None}, {"id": "1"}, {"text": None, "repost_of": None}]
)
def test_only_a_repost_may_be_without_text(line: dict[str, object]) -> None:
    with pytest.raises(BadInput, match="no text"):
        from_line(line)
    assert from_line(line | {"repost_of": "9"}).kind is Kind.REPOST


@pytest.mark.parametrize(
    ("told", "moment"),
    [
        ("2026-05-04T09:12:00Z", datetime(2026, 5, 4, 9, 12, tzinfo=UTC)),
        ("2026-05-04T11:12:00+02:00", datetime(2026, 5, 4, 9, 12, tzinfo=UTC)),
        ("2026-05-04T09:12:00.123456Z", datetime(2026, 5, 4, 9, 12, 0, 123456, tzinfo=UTC)),
        ("0001-01-01T00:00:00Z", datetime(1, 1, 1, tzinfo=UTC)),
        ("9999-12-31T23:59:59-14:00", datetime(9999, 12, 31, 23, 59, 59, tzinfo=timezone(timedelta(hours=-14)))),
    ],
)  # fmt: skip
def test_a_time_bears_its_offset(told: str, moment: datetime) -> None:
    assert read_time(told) == moment


@pytest.mark.parametrize(
    "told", ["2026-05-04T09:12:00", "2026-05-04", "04/05/2026", "0000-01-01T00:00:00Z",
             "2026-02-30T00:00:00Z", "10000-01-01T00:00:00Z", "", 1777885920, None, True, "9" * 5000],
)  # fmt: skip
def test_what_is_no_time_is_refused_and_quoted_shortly(told: object) -> None:
    with pytest.raises(BadInput) as caught:
        read_time(told)
    assert str(told)[:40] in caught.value.text("en")
    assert len(caught.value.text("fr")) < 150
