"""What one check sees of a draft, and how it makes a mark."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from firsthand.coach.context import Context, Target
from firsthand.coach.lexicon import Hit
from firsthand.coach.reading import Reading
from firsthand.coach.rules import Rules
from firsthand.records.draft import Draft
from firsthand.records.finding import Finding, Level
from firsthand.records.post import Post

_SHORT = 60


class View:
    """The draft, its reading and the context, through the eyes of one check."""

    def __init__(
        self, draft: Draft, reading: Reading, context: Context, rules: Rules, now: datetime
    ) -> None:
        self.draft = draft
        self.reading = reading
        self.context = context
        self.rules = rules
        self.now = now

    @property
    def text(self) -> str:
        """Give the text of the draft."""
        return self.reading.text

    @property
    def targets(self) -> tuple[Target, ...]:
        """Give the accounts for which the draft is meant, or its networks by their usual limits."""
        return self.context.targets or tuple(Target(network) for network in self.draft.networks)

    def hits(self, name: str = "words") -> list[Hit]:
        """Give what one list of this check finds, the words of others left out."""
        found = self.reading.found.get((self.rules.name, name), [])
        return [hit for hit in found if not self.reading.in_quotes(hit.start, hit.end)]

    def number(self, name: str) -> float:
        """Give one threshold of this check."""
        return self.rules.numbers[name]

    def mark(
        self,
        start: int,
        end: int,
        says: str = "it",
        /,
        *,
        level: Level | None = None,
        also: tuple[tuple[int, int], ...] = (),
        shown: tuple[Post, ...] = (),
        **values: object,
    ) -> Finding:
        """Make a finding on a span, with the remark for a situation and what fills its gaps."""
        remark = self.rules.says[says]
        given = {"words": _shortened(self.text[start:end]), **values}
        return Finding(
            check=self.rules.name,
            quality=self.rules.quality,
            level=level or self.rules.level,
            start=start,
            end=end,
            what=remark.what(**given),
            why=remark.why(**given),
            could=remark.could(**given),
            also=also,
            shown=shown,
        )

    def mark_all(
        self,
        spans: Iterable[tuple[int, int]],
        says: str = "it",
        /,
        *,
        level: Level | None = None,
        shown: tuple[Post, ...] = (),
        **values: object,
    ) -> Finding:
        """Make one finding on several spans."""
        (start, end), *others = spans
        also = tuple(others)
        return self.mark(start, end, says, level=level, also=also, shown=shown, **values)

    def mark_hits(self, name: str = "words") -> Iterator[Finding]:
        """Make one finding on all that a list finds, if anything."""
        if hits := self.hits(name):
            yield self.mark_all([(hit.start, hit.end) for hit in hits])


Look = Callable[[View], Iterator[Finding]]


def _shortened(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _SHORT else words[: _SHORT - 1].rstrip() + "…"
