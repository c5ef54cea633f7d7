"""Edited posts: X keeps every version, each with an identifier of its own."""

from collections.abc import Iterator

from firsthand.networks.archives import messages
from firsthand.networks.archives.formats import Found
from firsthand.networks.archives.formats.x.tweet import EditInfo
from firsthand.networks.archives.record import Skipped
from firsthand.records.post import Post


class Edits:
    """Keeps earlier versions back, in case the latest is not in the archive."""

    def __init__(self) -> None:
        self._kept: dict[str, list[tuple[str, Post]]] = {}
        self._met: set[str] = set()

    def is_latest(self, edits: EditInfo, post: Post, place: str) -> bool:
        """Say whether a post is the latest version of itself; if not, keep it."""
        ids = edits.ids()
        if ids == [post.id]:
            return True  # as nearly all are
        latest = max(ids, key=_age, default=post.id)
        if _age(post.id) >= _age(latest):
            if len(ids) > 1:
                self._met.add(post.id)
            return True
        self._kept.setdefault(latest, []).append((place, post))
        return False

    def rest(self) -> Iterator[Found]:
        """Give the newest of those whose latest version never came; tell of the others."""
        for latest, versions in self._kept.items():
            versions.sort(key=lambda version: _age(version[1].id))
            if latest not in self._met:
                yield versions.pop()[1]
            for place, _ in versions:
                yield Skipped(place, messages.EARLIER_VERSION(), fault=False)


def _age(id_: str) -> tuple[int, str]:
    """Order identifiers as the numbers they are."""
    return len(id_), id_
