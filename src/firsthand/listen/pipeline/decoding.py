"""Lines of a stream decoded into minimal records: our own lines, and Jetstream's events."""

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

from firsthand.listen.pipeline import messages as say
from firsthand.records.errors import BadInput
from firsthand.records.message import Message
from firsthand.records.post import Post, quick_post, read_time

MOST_CHARACTERS = 100_000
"""A longer text is no post that anybody wrote."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_POST = "app.bsky.feed.post"


class Reference(msgspec.Struct, gc=False, frozen=True):
    """Another post, by its address."""

    uri: str = ""


class Reply(msgspec.Struct, gc=False, frozen=True):
    """What a Bluesky post answers."""

    parent: Reference = Reference()


class Record(msgspec.Struct, gc=False):
    """A Bluesky post (`app.bsky.feed.post`)."""

    text: str = ""
    langs: list[str] | None = None
    reply: Reply | None = None
    embed: Any = None


class Commit(msgspec.Struct, gc=False):
    """What a Jetstream event says was written."""

    operation: str = ""
    collection: str = ""
    rkey: str = ""
    record: msgspec.Raw = msgspec.Raw()


class Line(msgspec.Struct, gc=False):
    """One post as a line of JSON tells it; what is not told is None. The last four are Jetstream's."""

    text: str | None = None
    id: str | int = ""
    at: str | None = None
    author: str | None = None
    network: str | None = None
    lang: str | None = None
    title: str | None = None
    url: str | None = None
    reply_to: str | None = None
    reply_to_author: str | None = None
    repost_of: str | None = None
    repost_of_author: str | None = None
    quote_of: str | None = None
    quoted_text: str | None = None
    links: Any = None
    kind: str | None = None
    did: str | None = None
    time_us: int | None = None
    commit: Commit | None = None


_line = msgspec.json.Decoder(Line).decode
_lines = msgspec.json.Decoder(Line).decode_lines
_record = msgspec.json.Decoder(Record).decode


class Skipped(Exception):
    """A line that is no post, and why."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason.en)
        self.reason = reason


_NO_POST = (Skipped, msgspec.DecodeError, UnicodeDecodeError, RecursionError)


def decode(lines: Iterable[bytes], skipped: Counter[Message]) -> list[Line]:
    """Give the posts of lines; what is none is counted by its reason, blank lines are not."""
    found: list[Line] = []
    for line in lines:
        try:
            found.append(_line(line))
        except _NO_POST as fault:
            if line.strip():
                skipped[_reason(fault)] += 1
    return _posts(found, skipped)


def decode_at_once(content: bytes, skipped: Counter[Message]) -> list[Line] | None:
    """Give the posts of many lines as `decode` does, in half the time; None if one cannot be read."""
    try:
        found = _lines(content)
    except _NO_POST:
        return None
    # Two on one line, or one on two lines, are faults: `decode` counts them.
    lines = content.count(b"\n") + (not content.endswith(b"\n"))
    begun = content.count(b"\n{") + content.startswith(b"{")
    return _posts(found, skipped) if len(found) == lines == begun else None


def _posts(read: Iterable[Line], skipped: Counter[Message]) -> list[Line]:
    """Give those that are posts, as they are to be understood."""
    found: list[Line] = []
    for line in read:
        text = line.text
        if line.kind is None and line.commit is None and text and len(text) <= MOST_CHARACTERS:
            found.append(line)  # Most lines are ours and plain: they are spared the calls.
            continue
        try:
            found.append(_judged(line))
        except _NO_POST as fault:
            skipped[_reason(fault)] += 1
    return found


def _judged(line: Line) -> Line:
    if line.kind is not None:
        return checked(_post(line))
    line.commit = None  # only Jetstream's: raw JSON could not be handed to another process
    return checked(line)


def checked(line: Line) -> Line:
    """Give a line that may be a post; raises `Skipped` for one that is none."""
    if line.text is None:
        if line.repost_of is None and line.repost_of_author is None:
            raise Skipped(say.NO_TEXT)
    elif len(line.text) > MOST_CHARACTERS:
        raise Skipped(say.TOO_LONG)
    return line


def _reason(fault: Exception) -> Message:
    if isinstance(fault, Skipped):
        return fault.reason
    return say.WRONG_KIND if isinstance(fault, msgspec.ValidationError) else say.NOT_READ


def _post(event: Line) -> Line:
    commit = event.commit
    if commit is None or commit.operation != "create" or commit.collection != _POST:
        raise Skipped(say.OTHER)
    record = _record(commit.record)
    answered = record.reply.parent.uri if record.reply else None
    link, quoted = _embedded(record.embed)
    return Line(
        text=record.text,
        id=f"at://{event.did}/{_POST}/{commit.rkey}",
        at=_moment(event.time_us),
        author=event.did,
        network="bluesky",
        lang=record.langs[0] if record.langs else None,
        reply_to=answered,
        reply_to_author=_owner(answered),
        quote_of=quoted,
        links=[link] if link else None,
    )


def _moment(time_us: int | None) -> str | None:
    if time_us is None or not 0 < time_us < 1 << 62:
        return None
    try:
        return (_EPOCH + timedelta(microseconds=time_us)).isoformat()
    except OverflowError:
        return None


def _owner(uri: str | None) -> str | None:
    parts = (uri or "").split("/")
    return parts[2] if len(parts) > 3 and parts[0] == "at:" else None


def _embedded(embed: Any) -> tuple[str | None, str | None]:
    """Give the page that a post shows, and the post that it quotes."""
    if not isinstance(embed, dict):
        return None, None
    shown, quoted = embed.get("external"), embed.get("record")
    if isinstance(quoted, dict) and isinstance(quoted.get("record"), dict):
        quoted = quoted["record"]
    link = shown.get("uri") if isinstance(shown, dict) else None
    uri = quoted.get("uri") if isinstance(quoted, dict) else None
    return link if isinstance(link, str) else None, uri if isinstance(uri, str) else None


def moment(line: Line) -> datetime | None:
    """Give the time of a post in UTC; None when it tells none, or none that can be read."""
    if line.at is None:
        return None
    try:
        at = read_time(line.at)
        return at if at.tzinfo is UTC else at.astimezone(UTC)
    except (BadInput, OverflowError):
        return None


def to_post(line: Line, at: datetime | None, lang: str | None) -> Post:
    """Give the full record of a line, with the time and the language as they have been judged."""
    return quick_post(
        text=line.text or "",
        id=str(line.id),
        at=at,
        author=line.author or "",
        network=line.network or "",
        lang=lang,
        title=line.title,
        url=line.url,
        reply_to=line.reply_to,
        reply_to_author=line.reply_to_author,
        repost_of=line.repost_of,
        repost_of_author=line.repost_of_author,
        quote_of=line.quote_of,
        quoted_text=line.quoted_text,
        links=tuple(map(str, line.links)) if isinstance(line.links, list) else (),
    )
