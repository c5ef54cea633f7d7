"""The parts of X's records that we need, as msgspec reads them.

Counts and identifiers are text in newer archives and numbers in older ones.
"""

from datetime import UTC, datetime, timedelta, timezone

from msgspec import Struct

_MONTHS = {
    "Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "May": 5, "Jun": 6,
    "Jul": 7, "Aug": 8, "Sep": 9, "Oct": 10, "Nov": 11, "Dec": 12,
}  # fmt: skip
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#39;", "'"), ("&amp;", "&"))


class Url(Struct):
    """A link as X shortened it, and what it stands for."""

    url: str | None = None
    expanded_url: str | None = None


class MediaItem(Struct):
    """A picture or a film; `source_status_id_str` says which post showed it first."""

    url: str | None = None
    media_url_https: str | None = None
    media_url: str | None = None
    type: str | None = None
    ext_alt_text: str | None = None
    source_status_id_str: str | None = None


class Mention(Struct):
    """Somebody named in the text."""

    id_str: str | None = None
    screen_name: str | None = None


class Entities(Struct):
    """What X found in the text."""

    urls: list[Url] | None = None
    media: list[MediaItem] | None = None
    user_mentions: list[Mention] | None = None


class EditIds(Struct):
    """The versions of an edited post, oldest first."""

    editTweetIds: list[str] | None = None  # noqa: N815


class Edit(Struct):
    """What a later version says of the first."""

    initialTweetId: str | None = None  # noqa: N815
    editControlInitial: EditIds | None = None  # noqa: N815


class EditInfo(Struct):
    """The history of edits, told from the first version or from a later one."""

    initial: EditIds | None = None
    edit: Edit | None = None

    def ids(self) -> list[str]:
        """Give the identifiers of all known versions."""
        if self.initial is not None:
            return self.initial.editTweetIds or []
        if self.edit is None:
            return []
        listed = self.edit.editControlInitial
        first = [self.edit.initialTweetId] if self.edit.initialTweetId else []
        return first + ((listed.editTweetIds or []) if listed else [])


class User(Struct):
    """An author."""

    screen_name: str | None = None


class Original(Struct):
    """The post that a repost repeats, in the first archives."""

    id_str: str | None = None
    text: str | None = None
    full_text: str | None = None
    user: User | None = None
    entities: Entities | None = None


class Tweet(Struct):
    """A post, a reply, a quote or a repost."""

    id_str: str | None = None
    id: str | int | None = None
    full_text: str | None = None
    text: str | None = None
    created_at: str | None = None
    lang: str | None = None
    entities: Entities | None = None
    extended_entities: Entities | None = None
    favorite_count: str | int | None = None
    retweet_count: str | int | None = None
    in_reply_to_status_id_str: str | None = None
    in_reply_to_status_id: str | int | None = None
    in_reply_to_screen_name: str | None = None
    in_reply_to_user_id_str: str | None = None
    in_reply_to_user_id: str | int | None = None
    quoted_status_id_str: str | None = None
    retweeted_status: Original | None = None
    user: User | None = None
    edit_info: EditInfo | None = None


class Element(Tweet):
    """A post as it stands in the list: within a wrapper, or bare as in older archives."""

    tweet: Tweet | None = None


def unescape(text: str) -> str:
    """Undo the five entities that X has ever used, and only them.

    >>> unescape("R&amp;D &lt;3 &amp;lt;")
    'R&D <3 &lt;'
    """
    for entity, character in _ENTITIES:
        text = text.replace(entity, character)
    return text


def read_created_at(value: str | None) -> datetime | None:
    """Read one of X's ways to write a time; None when it is none of them.

    >>> read_created_at("Wed Nov 12 14:33:00 +0000 2025").isoformat()
    '2025-11-12T14:33:00+00:00'
    >>> read_created_at("2012-11-09 15:31:04 +0000").isoformat()
    '2012-11-09T15:31:04+00:00'
    """
    if value is None:
        return None
    try:
        if value[3:4] == " ":
            offset = value[20:25]
            return datetime(
                int(value[26:30]),
                _MONTHS[value[4:7]],
                int(value[8:10]),
                int(value[11:13]),
                int(value[14:16]),
                int(value[17:19]),
                tzinfo=UTC if offset == "+0000" else _zone(offset),
            )
        at = datetime.fromisoformat(value.replace(" +", "+").replace(" -", "-"))
    except (ValueError, KeyError):
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _zone(offset: str) -> timezone:
    minutes = int(offset[1:3]) * 60 + int(offset[3:5])
    return timezone(timedelta(minutes=-minutes if offset[0] == "-" else minutes))
