"""Whom stories concern: the leaders whose house their posts name, and how often."""

from collections.abc import Iterable, Mapping

from firsthand.listen.bounded import shorten

STORIES = 20_000
"""Stories for which it is remembered whom they concern."""
PASSING = 3
"""A leader named so many times less often in a story than another is named in passing."""


class Concerned:
    """For each story, how many queries of each leader's want its posts."""

    def __init__(self, saved: Iterable[tuple[int, Mapping[str, int]]] = ()) -> None:
        self._counts = {story: dict(counts) for story, counts in saved}

    def note(self, story: int, named: Mapping[str, int]) -> None:
        """Take in a post of a story, by what its queries name."""
        if not named:
            return
        known = self._counts.get(story)
        if known is None:
            self._counts[story] = dict(named)
            shorten(self._counts, STORIES)
        else:
            _add(known, named)

    def joined(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Learn that stories (the first of each pair) became part of others."""
        for part, whole in pairs:
            if (counts := self._counts.pop(part, None)) is not None:
                _add(self._counts.setdefault(whole, {}), counts)

    def of(self, story: int) -> Iterable[str]:
        """Give the leaders whom a story concerns."""
        return self._counts.get(story, ())

    def mostly(self, story: int) -> list[str]:
        """Give the leaders whom a story concerns, not those whom some post of it names in passing."""
        counts = self._counts.get(story, {})
        most = max(counts.values(), default=0)
        return [leader for leader, count in counts.items() if PASSING * count >= most]

    def state(self) -> list[tuple[int, dict[str, int]]]:
        """Give all that is remembered."""
        return list(self._counts.items())


def _add(counts: dict[str, int], more: Mapping[str, int]) -> None:
    for leader, count in more.items():
        counts[leader] = counts.get(leader, 0) + count
