"""Share of replies: how many of the leader's own posts answer somebody else, from 0 to 1.

Articles are left aside: a blog has no replies. So are the posts of a network whose
export keeps answers in a file of their own that was not brought (LinkedIn's
`Comments.csv`), or has none to give (a feed): nobody can tell whether they answered.
"""

from collections import Counter
from datetime import datetime

from firsthand.records.message import Message
from firsthand.records.post import Kind
from firsthand.standing.measure import Counting, Measured, Samples, figure, percent, too_few
from firsthand.standing.messages import REPLIES, REPLIES_NOT_THERE, REPLIES_TITLE
from firsthand.standing.reading import Reading

NEEDS = 50
ANSWERS_BESIDE_POSTS = frozenset({"x", "bluesky", "mastodon"})
"""Networks whose exports hold answers and posts together: none there means that there was none."""


class Replies:
    """The share of answers among the posts of those networks of which both are there."""

    name = "replies"
    title: Message = REPLIES_TITLE

    def start(self, organisation: tuple[str, ...]) -> Counting:
        """Start counting."""
        return _Answers()


class _Answers:
    def __init__(self) -> None:
        self._all: Counter[str] = Counter()
        self._replies: Counter[str] = Counter()
        self._to_others: Counter[str] = Counter()
        self._samples = Samples()

    def see(self, reading: Reading) -> None:
        post = reading.post
        if not reading.own or post.kind is Kind.ARTICLE:
            return
        self._all[post.network] += 1
        self._replies[post.network] += post.kind is Kind.REPLY
        if reading.answers_someone:
            self._to_others[post.network] += 1
            self._samples.add(post)

    def tell(self, now: datetime) -> Measured:
        told = [network for network in self._all if self._can_tell(network)]
        n = sum(self._all[network] for network in told)
        if n < NEEDS:
            every = self._all.total()
            if every >= NEEDS:
                return too_few("replies", every, NEEDS, REPLIES_NOT_THERE, self._samples.ids)
            return too_few("replies", n, NEEDS, samples=self._samples.ids)
        yes = sum(self._to_others[network] for network in told)
        return Measured(
            measure="replies",
            value=yes / n,
            n=n,
            needs=NEEDS,
            said=REPLIES(share=percent(yes / n), yes=figure(yes), n=figure(n)),
            samples=self._samples.ids,
        )

    def _can_tell(self, network: str) -> bool:
        both = 0 < self._replies[network] < self._all[network]
        return both or network in ANSWERS_BESIDE_POSTS


measure = Replies()
