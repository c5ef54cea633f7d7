"""A review as the Write page shows it: eight words with a state, and marks by quality."""

from dataclasses import dataclass

from firsthand.coach.reviewing import Review
from firsthand.records.finding import LEVEL_NAMES, QUALITY_NAMES, Finding, Level, Quality
from firsthand.records.message import Message

SIGNALS = {Level.STOP: "act", Level.WARN: "warn", Level.ADVISE: "watch", Level.PRAISE: "calm"}


@dataclass(frozen=True, slots=True)
class Mark:
    """One finding, with the words it is about; `key` is the same while it stays."""

    key: str
    finding: Finding
    words: str

    @property
    def signal(self) -> str:
        """Give the signal of its level."""
        return SIGNALS[self.finding.level]

    @property
    def level(self) -> Message:
        """Give the name of its level."""
        return LEVEL_NAMES[self.finding.level]


@dataclass(frozen=True, slots=True)
class Group:
    """A quality with its marks, the gravest first; none when the coach has nothing to say."""

    quality: Quality
    marks: list[Mark]

    @property
    def name(self) -> Message:
        """Give the name of the quality."""
        return QUALITY_NAMES[self.quality]

    @property
    def signal(self) -> str:
        """Give the signal of the gravest mark, empty when there is none."""
        return self.marks[0].signal if self.marks else ""

    @property
    def level(self) -> Message | None:
        """Give the name of the gravest level."""
        return self.marks[0].level if self.marks else None


def groups(review: Review, text: str) -> list[Group]:
    """Put a review in the order of the qualities; the strategy, beside them, comes last."""
    found = review.by_quality()
    return [
        Group(quality, [_mark(finding, text) for finding in found.get(quality, ())])
        for quality in Quality
    ]


def spans(review: Review) -> list[dict[str, object]]:
    """Give what the editor underlines: places in characters, and how."""
    return [
        {
            "key": _key(finding),
            "level": str(finding.level),
            "spans": [list(s) for s in finding.spans],
        }
        for finding in review.findings
    ]


def _mark(finding: Finding, text: str) -> Mark:
    return Mark(_key(finding), finding, text[finding.start : finding.end])


def _key(finding: Finding) -> str:
    return f"{finding.check}-{finding.start}"
