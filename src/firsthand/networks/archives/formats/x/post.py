"""From X's record of a post to ours."""

import re
from collections.abc import Iterable

from firsthand.networks.archives import messages
from firsthand.networks.archives.formats.x.notes import Note, Notes
from firsthand.networks.archives.formats.x.tweet import (
    Entities,
    MediaItem,
    Tweet,
    Url,
    read_created_at,
    unescape,
)
from firsthand.records.message import Said
from firsthand.records.post import MOST_COUNTED, NO_TEXT, Media, Post

_REPOST = re.compile(r"RT @(\w+):? ?")
_STATUS = re.compile(
    r"https?://(?:www\.|mobile\.|m\.)?(?:twitter|x)\.com/(?:#!/)?(?:i/web|\w+)/status(?:es)?/(\d+)",
    re.IGNORECASE,
)
_KINDS = {"photo": "image", "video": "video", "animated_gif": "video"}
_DIGITS = 20
_LANGUAGES = {"in": "id", "iw": "he", "ji": "yi"}


class PostMaker:
    """Makes the posts of one owner, whose handle may be unknown (empty)."""

    def __init__(self, handle: str, notes: Notes) -> None:
        self._handle = handle
        self._notes = notes

    def make(self, tweet: Tweet) -> Post | Said:
        """Make a post, or say why there is none."""
        id_ = tweet.id_str or (str(tweet.id) if tweet.id else "")
        if not id_:
            return messages.NO_ID()
        raw = tweet.full_text if tweet.full_text is not None else tweet.text
        if raw is None:
            return NO_TEXT()
        repeated = _REPOST.match(raw)
        if repeated or tweet.retweeted_status:
            return self._repost(tweet, id_, raw, repeated)
        at = read_created_at(tweet.created_at)
        note = self._notes.find(at, raw) if at and self._notes else None
        media = _media_items(tweet)
        text, links, quote = _own_words(raw, note, tweet.entities, media, id_)
        handle = self._author(tweet)
        return Post(
            id=id_,
            text=text,
            at=at,
            author=handle,
            network="x",
            lang=_lang(tweet.lang),
            url=f"https://x.com/{handle or 'i'}/status/{id_}",
            reply_to=tweet.in_reply_to_status_id_str or _text(tweet.in_reply_to_status_id),
            reply_to_author=_answered(tweet),
            quote_of=tweet.quoted_status_id_str or quote,
            links=links,
            media=tuple(map(_media, media)) if media else (),
            metrics=_metrics(tweet),
        )

    def _author(self, tweet: Tweet) -> str:
        return self._handle or (tweet.user.screen_name if tweet.user else None) or ""

    def _repost(
        self, tweet: Tweet, id_: str, raw: str, repeated: re.Match[str] | None
    ) -> Post | Said:
        """Make a repost; its counts are the original's, so they are left out."""
        original, entities = tweet.retweeted_status, tweet.entities
        media = _media_items(tweet)
        said = raw[repeated.end() :] if repeated else raw
        author, of = repeated.group(1) if repeated else None, None
        if original is not None:
            said = original.full_text or original.text or said
            author = (original.user.screen_name if original.user else None) or author
            of, entities = original.id_str, original.entities or entities
        of = of or next((m.source_status_id_str for m in media if m.source_status_id_str), None)
        handle = self._author(tweet)
        return Post(
            id=id_,
            text="",
            at=read_created_at(tweet.created_at),
            author=handle,
            network="x",
            lang=_lang(tweet.lang),
            url=f"https://x.com/{handle or 'i'}/status/{id_}",
            repost_of=of,
            repost_of_author=author,
            quoted_text=_own_words(said, None, entities, media, id_)[0],
        )


def _own_words(
    raw: str, note: Note | None, entities: Entities | None, media: list[MediaItem], id_: str
) -> tuple[str, tuple[str, ...], str | None]:
    """Give the words as typed, the links they hold, and the post that they quote.

    The addresses that X itself adds at the end, of the pictures and of the
    quoted post, are nobody's words.
    """
    urls: Iterable[Url] = (entities.urls or ()) if entities else ()
    if note is not None:
        raw, urls = note.text, (*note.urls, *urls)
    text = unescape(raw) if "&" in raw else raw
    for item in media:
        if item.url:
            text = text.replace(item.url, "").rstrip()
    links: list[str] = []
    quote = None
    for url in urls:
        if url.url and url.expanded_url:
            text, quoted = _expand(text, url.url, url.expanded_url, id_)
            if quoted is None and url.expanded_url not in links:
                links.append(url.expanded_url)
            elif quoted and quoted != id_:
                quote = quoted
    return text, tuple(links), quote


def _expand(text: str, short: str, full: str, own_id: str) -> tuple[str, str | None]:
    """Put a link in full into the text, or take away that of a quoted post at its end."""
    status = _STATUS.match(full) if "/status" in full else None
    if status is None:
        return text.replace(short, full), None
    if text.endswith(short):
        text = text[: -len(short)].rstrip()
    elif status.group(1) != own_id:
        text = text.replace(short, full)
    return text, status.group(1)


def _answered(tweet: Tweet) -> str | None:
    """Give who is answered; X forgets the name of an account that is gone, but not its number."""
    number = tweet.in_reply_to_user_id_str or _text(tweet.in_reply_to_user_id)
    if tweet.in_reply_to_screen_name or not number:
        return tweet.in_reply_to_screen_name
    named = (tweet.entities.user_mentions or ()) if tweet.entities else ()
    return next((m.screen_name for m in named if m.id_str == number), None) or number


def _media_items(tweet: Tweet) -> list[MediaItem]:
    found = tweet.extended_entities and tweet.extended_entities.media
    return found or (tweet.entities and tweet.entities.media) or []


def _media(item: MediaItem) -> Media:
    return Media(
        ref=item.media_url_https or item.media_url or item.url or "",
        kind=_KINDS.get(item.type or "photo", "image"),
        alt=item.ext_alt_text,
    )


def _lang(code: str | None) -> str | None:
    """Give X's language as ISO 639-1; its private codes (und, qme, zxx…) mean unknown."""
    if code is None or len(code) != 2:
        return None
    return _LANGUAGES.get(code, code)


def _metrics(tweet: Tweet) -> dict[str, int]:
    found: dict[str, int] = {}
    if (likes := _count(tweet.favorite_count)) is not None:
        found["likes"] = likes
    if (reposts := _count(tweet.retweet_count)) is not None:
        found["reposts"] = reposts
    return found


def _count(value: str | int | None) -> int | None:
    """Give a count, unless it is none, or more than anybody could have counted."""
    if isinstance(value, str):
        value = int(value) if len(value) < _DIGITS and value.isdecimal() else None
    return value if value is not None and 0 <= value <= MOST_COUNTED else None


def _text(value: str | int | None) -> str | None:
    return str(value) if value else None
