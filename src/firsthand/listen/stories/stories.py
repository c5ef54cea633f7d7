"""Grouping posts into stories, batch by batch; the arrays and the compiled way are beside."""

import re
from collections.abc import Sequence

import msgspec
import numpy as np

from firsthand.listen.stories import kernels, merging, terms
from firsthand.listen.stories.memory import (
    JOINED,
    NAMES,
    OLDEST,
    POSTS,
    Longs,
    Memory,
    empty,
    pack,
    unpack,
)
from firsthand.records.post import Post

WINDOW = 100_000

_LINK = re.compile(r"https?://[^\s<>\"'”’»)]+", re.IGNORECASE)
_FRONT = re.compile(r"https?://(?:www\.|m\.)?", re.IGNORECASE)
_TRACKING = re.compile(r"[?&](?:utm_\w+|fbclid|gclid|ref|ref_src|s|t)=[^&#]*")


def keys(post: Post) -> list[str]:
    """Give what binds a post to others: two posts that share a key are of one story.

    These are the post itself, what it reposts or quotes, and the pages it links to.
    """
    held = [post.id] if post.id else []
    if post.repost_of:
        held.append(post.repost_of)
    if post.quote_of:
        held.append(post.quote_of)
    links = post.links
    if not links and "://" in post.text:
        links = tuple(_LINK.findall(post.text, max(0, post.text.index("://") - len("https"))))
    if links or post.url:
        held += [page for link in (post.url, *links) if link and (page := _page(link))]
    return held


def _page(link: str) -> str | None:
    """Give the address of a page without what does not matter; None for a front page."""
    front = _FRONT.match(link)
    page = (link[front.end() :] if front else link).partition("#")[0]
    if "?" in page or "&" in page:
        page = _TRACKING.sub("", page)
    page = page.rstrip("/.,;:!?…&")
    return page if "/" in page or "?" in page else None


class Stories:
    """The stories of the last `window` posts; `strict` above 1 asks for more likeness.

    `later` is the part of it that is enough for a post that still has no company when it
    is looked at again: below 1 fewer posts stay alone, and more join what they are not of.
    """

    def __init__(
        self,
        window: int = WINDOW,
        *,
        strict: float = 1.0,
        later: float = 1.0,
        saved: bytes | None = None,
    ) -> None:
        self.joined: list[tuple[int, int]] = []
        self._rule = (strict, later)
        self._known: dict[str, int]
        self._memory, self._known = (empty(window), {}) if saved is None else _opened(saved)

    def add(self, posts: Sequence[Post]) -> list[int]:
        """Give the story of each post of a batch, in order; the same number for the same story.

        A batch larger than the window is cut.
        """
        window = self._memory.story.size
        names: list[int] = []
        self.joined = []
        for at in range(0, len(posts), window):
            names += self._batch(posts[at : at + window]).tolist()
        return names

    def _batch(self, posts: Sequence[Post]) -> Longs:
        start, told = self.posts, int(self._memory.at[NAMES])
        repeats = self._repeated(posts, start)
        rows, counts = terms.encode([post.text for post in posts])
        kernels.read(self._memory, rows.view(np.int32), counts, repeats, *self._rule)
        names = np.empty(len(posts), np.int64)
        kernels.told(self._memory, start, names)
        self._note_joined(told)
        self._forget_keys()
        return names

    def _repeated(self, posts: Sequence[Post], start: int) -> Longs:
        """Give the number of the latest post that shares a key with each, or -1."""
        known, repeats = self._known, np.full(len(posts), -1, np.int64)
        for number, post in enumerate(posts, start):
            latest = -1
            for key in keys(post):
                seen = known.get(key, -1)
                if latest < seen < number:
                    latest = seen
                known[key] = number
            if latest >= 0:
                repeats[number - start] = latest
        return repeats

    def _note_joined(self, told: int) -> None:
        """Note which stories, of those told of before, became part of which."""
        count = int(self._memory.at[JOINED])
        into = dict(self._memory.joined[:count].tolist())
        self._memory.at[JOINED] = 0
        for part in [name for name in into if name < told]:
            whole = into[part]
            while whole in into:
                whole = into[whole]
            self.joined.append((part, whole))

    def _forget_keys(self) -> None:
        oldest = int(self._memory.at[OLDEST])
        if len(self._known) > 4 * self._memory.story.size:
            self._known = {key: at for key, at in self._known.items() if at >= oldest}

    def absorb(self, saved: bytes) -> dict[int, int]:
        """Take in the saved state of others, as if their posts had come after one's own.

        Gives, for each name of a story there, the name that it goes by here; `joined`
        tells which of one's own stories became one. How often each term occurs is
        then what one run over all posts would have counted; the stories are its
        stories where they are well apart, and nearly so elsewhere.
        """
        theirs, known = _opened(saved)
        told, shift = int(self._memory.at[NAMES]), self.posts - int(theirs.at[OLDEST])
        shared = [(at, known[key]) for key, at in self._known.items() if key in known]
        bound = np.array(shared, np.int64).reshape(-1, 2)
        given = np.full((theirs.story.size, 2), -1, np.int64)
        merging.absorb(self._memory, theirs, bound, given, *self._rule)
        self._known |= {key: at + shift for key, at in known.items()}
        self._forget_keys()
        self.joined = []
        self._note_joined(told)
        return self._names_of(theirs, shift)

    def _names_of(self, theirs: Memory, shift: int) -> dict[int, int]:
        mine, names = self._memory, {}
        oldest = int(mine.at[OLDEST])
        for number in range(int(theirs.at[OLDEST]), int(theirs.at[POSTS])):
            if number + shift >= oldest:
                story = theirs.story[number % theirs.story.size]
                place = (number + shift) % mine.story.size
                names[int(theirs.names[story])] = int(mine.names[mine.story[place]])
        return names

    @property
    def posts(self) -> int:
        """Posts taken in so far."""
        return int(self._memory.at[POSTS])

    def remembered(self) -> list[int]:
        """Give the story, as it stands now, of each post remembered, the oldest first."""
        oldest = int(self._memory.at[OLDEST])
        names = np.empty(self.posts - oldest, np.int64)
        kernels.told(self._memory, oldest, names)
        return names.tolist()

    def state(self) -> bytes:
        """Give all that is remembered, for `load`."""
        window = len(self._memory.names)
        return msgspec.msgpack.encode((window, pack(self._memory), self._known))

    @classmethod
    def load(cls, saved: bytes, *, strict: float = 1.0, later: float = 1.0) -> "Stories":
        """Go on from a saved state."""
        return cls(strict=strict, later=later, saved=saved)


def _opened(saved: bytes) -> tuple[Memory, dict[str, int]]:
    window, stored, known = msgspec.msgpack.decode(
        saved, type=tuple[int, dict[str, memoryview], dict[str, int]]
    )
    return unpack(stored, window), known
