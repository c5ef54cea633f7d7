"""Answers to hostile posts: how many of them stay calm, from 0 to 1.

Only answers whose question is known count: a quoted text, or a post of somebody
else that the archive holds. Most exports keep neither, and the answer is then unknown.
"""

from datetime import datetime

from firsthand.records.message import Message
from firsthand.standing.hostility import attacks, hostile, shouts
from firsthand.standing.measure import Counting, Measured, Share, too_few
from firsthand.standing.messages import HOSTILE, HOSTILE_TITLE, NOT_KNOWN_WHAT
from firsthand.standing.reading import Reading

NEEDS = 10


class HostileAnswers:
    """Calm answers among the answers to hostile posts."""

    name = "hostile_answers"
    title: Message = HOSTILE_TITLE

    def start(self, organisation: tuple[str, ...]) -> Counting:
        """Start counting."""
        return _Answers()


class _Answers:
    def __init__(self) -> None:
        self._calm = Share("hostile_answers", NEEDS, HOSTILE)

    def see(self, reading: Reading) -> None:
        if reading.own and reading.answered is not None and hostile(reading.answered):
            heated = attacks(reading.cues) or shouts(reading.post.text)
            self._calm.count(reading.post, not heated)

    def tell(self, now: datetime) -> Measured:
        found = self._calm.tell(now)
        if found.value is None:
            return too_few(found.measure, found.n, found.needs, NOT_KNOWN_WHAT, found.samples)
        return found


measure = HostileAnswers()
