"""Posts made for the library's tests, one by one or at random."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from firsthand.records.post import Media, Post

START = datetime(2024, 5, 4, 9, 0, tzinfo=UTC)


def post(number: int, text: str = "", **values: Any) -> Post:
    """Give a post; each number is an hour later than the one before."""
    given: dict[str, Any] = {
        "id": str(number),
        "text": text or f"Message {number}",
        "network": "x",
        "at": START + timedelta(hours=number),
        "lang": "fr",
    }
    return Post(**(given | values))


TEXT = st.text(st.characters(codec="utf-8"), max_size=60)
MAYBE = st.none() | TEXT
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
POSTS = st.builds(
    Post,
    text=TEXT,
    id=TEXT,
    at=st.none() | st.datetimes(datetime(1000, 1, 2), datetime(9999, 12, 30), timezones=ZONES),
    author=TEXT,
    network=TEXT,
    lang=MAYBE,
    title=MAYBE,
    url=MAYBE,
    reply_to=MAYBE,
    reply_to_author=MAYBE,
    repost_of=MAYBE,
    repost_of_author=MAYBE,
    quote_of=MAYBE,
    quoted_text=MAYBE,
    visibility=MAYBE,
    links=st.lists(TEXT, max_size=3).map(tuple),
    media=st.lists(st.builds(Media, ref=TEXT, kind=TEXT, alt=MAYBE), max_size=2).map(tuple),
    metrics=st.dictionaries(TEXT, st.integers(0, 2**62), max_size=3),
)
