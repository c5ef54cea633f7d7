"""A post as the library files it: its key, the sort it is of, and the words to find it by."""

from dataclasses import dataclass, fields, replace
from datetime import datetime, tzinfo
from functools import lru_cache
from hashlib import blake2b
from typing import Any, NamedTuple

from firsthand.library import codec
from firsthand.records.post import Post
from firsthand.text.tokens import fold

LONGEST_ID = 500
LONGEST_NETWORK = 100


class Sort(NamedTuple):
    """What posts are counted by besides their day; an unknown language is empty."""

    network: str
    kind: str
    lang: str
    media: bool


@dataclass(slots=True)
class Row:
    """A post on its way into the library; `place` is its `StoredPost.id`, once it has one."""

    post: Post
    key: str
    record: str
    sort: Sort
    place: int = 0

    def words(self) -> str:
        """Give the folded words under which the post is found."""
        return fold(searchable(self.post))

    def day(self, zone: tzinfo) -> str:
        """Give the day on which it was published, as people there saw it; empty when unknown."""
        at = self.post.at
        return local(at, zone).date().isoformat() if at is not None else ""


def row(post: Post, lang: str | None = None) -> Row:
    """File a post; `lang` is the language read from its text, for a post that names none."""
    try:
        record = codec.encode(post)
    except UnicodeEncodeError:  # half of a surrogate pair, as broken exporters leave them
        post = _mended(post)
        record = codec.encode(post)
    return Row(post, key_of(post), record, sort_of(post, lang))


def key_of(post: Post) -> str:
    """Give what makes it the same post in another export: its network and its id there.

    A post without an id is known by its time, author, address and text; an id
    longer than an index can bear, by a digest of it.
    """
    network = _network(post.network)
    if post.id and len(post.id) <= LONGEST_ID:
        return f"{network}:{post.id}".replace("\0", "")
    told: object = post.id
    if not post.id:
        at = post.at.timestamp() if post.at is not None else None
        told = at, post.author, post.url, post.title, post.text, post.repost_of
    digest = blake2b(repr(told).encode("utf-8", "replace"), digest_size=16)
    return f"{network}#{digest.hexdigest()}"


def sort_of(post: Post, lang: str | None = None) -> Sort:
    """Give the sort that a post is of."""
    said = language_of(post) or lang or ""
    return Sort(_network(post.network), post.kind.value, said, bool(post.media))


@lru_cache(maxsize=256)
def _network(name: str) -> str:
    """Give the name of a network as an index can bear it."""
    return name[:LONGEST_NETWORK].replace("\0", "")


def language_of(post: Post) -> str | None:
    """Give the two or three letters of the language that a post names, if it names one."""
    return _letters(post.lang) if post.lang else None


@lru_cache(maxsize=1024)
def _letters(tag: str) -> str | None:
    letters = tag.replace("_", "-").split("-", 1)[0].lower()
    known = letters.isascii() and letters.isalpha() and len(letters) in {2, 3}
    return letters if known and letters not in _NO_LANGUAGE else None


# X writes these where a post has no words of its own; `und` is undetermined, `zxx` no language.
_NO_LANGUAGE = frozenset({"und", "zxx", "mul", "mis", "art", "qam", "qct", "qht", "qme", "qst"})


def searchable(post: Post) -> str:
    """Give all words in a post: its title, its text, what it quotes, what its pictures show."""
    if not (post.title or post.quoted_text or post.media):
        return post.text
    parts = [post.title, post.text, post.quoted_text, *[media.alt for media in post.media]]
    return "\n".join(part for part in parts if part)


def merged(old: Post, new: Post) -> Post:
    """Give the newer version of a post, with what only the older one knew."""
    known = {
        field.name: value
        for field in fields(Post)
        if (value := getattr(new, field.name)) not in (None, "", ())
    }
    known["metrics"] = {**old.metrics, **new.metrics}
    return replace(old, **known)


def local(at: datetime, zone: tzinfo) -> datetime:
    """Give a moment in another zone; at the very ends of the calendar, as it is."""
    try:
        return at.astimezone(zone)
    except OverflowError:
        return at


def _mended(post: Post) -> Post:
    values: dict[str, Any] = {
        field.name: _mend(value)
        for field in fields(Post)
        if isinstance(value := getattr(post, field.name), str)
    }
    media = tuple(
        replace(item, ref=_mend(item.ref), alt=item.alt and _mend(item.alt)) for item in post.media
    )
    return replace(post, **values, media=media, links=tuple(map(_mend, post.links)))


def _mend(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
