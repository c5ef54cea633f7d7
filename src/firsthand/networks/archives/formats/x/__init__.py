"""X: the archive that a person downloads from their account, in its forms since 2012.

`data/tweets.js`, `tweets-part1.js`, `community-tweet.js`; the older `tweet.js` without
wrappers; the first archives' `data/js/tweets/2012_11.js`; long texts in `note-tweet.js`;
the owner in `account.js`. Files are known by what they assign to, whatever their names.
"""

import re
from collections.abc import Iterator

import msgspec

from firsthand.networks.archives.formats import Found, Reading
from firsthand.networks.archives.formats.x.edits import Edits
from firsthand.networks.archives.formats.x.notes import Notes
from firsthand.networks.archives.formats.x.post import PostMaker
from firsthand.networks.archives.formats.x.tweet import Element
from firsthand.networks.archives.jsonstream import ArrayStream
from firsthand.networks.archives.lenient import Unread
from firsthand.networks.archives.record import Owner, Skipped
from firsthand.networks.archives.source import Entry, Source
from firsthand.networks.archives.textual import Utf8, as_utf8
from firsthand.records.post import Post

_ARRAY = re.compile(rb"\A\s*\[|(?:window\.YTD|Grailbird\.data)\.[\w.]+\s*=\s*\[")
_YTD = re.compile(rb"\s*window\.YTD\.(\w+)\.part(\d+)\s*=")
_GRAILBIRD = re.compile(rb"\s*Grailbird\.data\.tweets_(\d+_\d+)\s*=")
_BARE = re.compile(rb'\s*\[\s*\{\s*"(tweet|noteTweet)"\s*:\s*\{')
_OWNER = re.compile(
    rb"\s*(?:window\.YTD\.account\.part\d+|var\s+user_details)\s*=\s*(.*?);?\s*\Z", re.DOTALL
)
_ROLES = {
    b"tweets": "posts",
    b"tweet": "posts",
    b"community_tweet": "posts",
    b"note_tweet": "notes",
    b"noteTweet": "notes",
}


class XArchive(Reading):
    """The posts of an X archive."""

    format = "x"
    network = "x"

    def __init__(
        self, source: Source, entries: list[Entry], notes: list[Entry], owner: Owner | None
    ) -> None:
        super().__init__(source, entries, owner)
        self._note_entries = notes
        self._notes = Notes()
        self._edits = Edits()

    def begin(self) -> Iterator[Found]:
        """Learn the long texts."""
        self._notes = Notes()
        self._edits = Edits()
        for entry in self._note_entries:
            yield from self._notes.learn(self.source, entry, _ARRAY)

    def read(self, entry: Entry) -> Iterator[Found]:
        """Give the posts of one file."""
        make = PostMaker(self.owner.handle if self.owner else "", self._notes).make
        with self.source.open(entry) as reader:
            for number, element in ArrayStream(Utf8(reader), Element, _ARRAY):
                if isinstance(element, Unread):
                    yield Skipped(f"{entry.name} #{number}", element.reason)
                    continue
                tweet = element.tweet or element
                made = make(tweet)
                if not isinstance(made, Post):
                    yield Skipped(f"{entry.name} #{number}", made)
                elif tweet.edit_info is None or self._edits.is_latest(
                    tweet.edit_info, made, f"{entry.name} #{number}"
                ):
                    yield made

    def rest(self) -> Iterator[Found]:
        """Give what only the end can tell: of edited posts, and of long texts left over."""
        yield from self._edits.rest()
        yield from self._notes.unused()


class _Account(msgspec.Struct, rename="camel"):
    username: str | None = None
    account_display_name: str | None = None


class _AccountElement(msgspec.Struct):
    account: _Account | None = None


class _UserDetails(msgspec.Struct):
    screen_name: str | None = None
    full_name: str | None = None


def recognise(source: Source) -> XArchive | None:
    """Find the lists of posts, the long texts and the owner, by the first bytes of each file."""
    roles: dict[str, list[tuple[tuple[int, str], Entry]]] = {"posts": [], "notes": []}
    owner: Owner | None = None
    for entry in source.readable():
        head = as_utf8(source.head(entry))
        owner = owner or _owner(head)
        if found := _role(head):
            role, part = found
            roles[role].append(((part, entry.name), entry))
    if not roles["posts"]:
        return None
    posts, notes = ([entry for _, entry in sorted(roles[role])] for role in ("posts", "notes"))
    return XArchive(source, posts, notes, owner)


def _role(head: bytes) -> tuple[str, int] | None:
    """Say what a file holds, and which part of it."""
    if match := _YTD.match(head):
        role = _ROLES.get(match.group(1))
        return (role, int(match.group(2))) if role else None
    if _GRAILBIRD.match(head):
        return "posts", 0
    if match := _BARE.match(head):
        return _ROLES[match.group(1)], 0
    bare = head.lstrip()[:1] == b"[" and b'"full_text"' in head and b'"id_str"' in head
    return ("posts", 0) if bare else None


def _owner(head: bytes) -> Owner | None:
    match = _OWNER.match(head)
    if match is None:
        return None
    try:
        if head.lstrip().startswith(b"var"):
            details = msgspec.json.decode(match.group(1), type=_UserDetails)
            return Owner(details.screen_name or "", details.full_name or "")
        elements = msgspec.json.decode(match.group(1), type=list[_AccountElement])
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    account = next((e.account for e in elements if e.account), None)
    return Owner(account.username or "", account.account_display_name or "") if account else None
