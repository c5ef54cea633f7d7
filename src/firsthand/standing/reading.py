"""One post of the leader's, read once for all measures."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice

from firsthand.records.post import Kind, Post
from firsthand.text.cues import Cue, cues_many
from firsthand.text.tokens import fold

TOGETHER = 512
"""Posts whose cues are heard at a time: many together cost a third of one by one."""


class Reading:
    """A post and what several measures need of it."""

    def __init__(self, post: Post, answered: str | None, cues: tuple[Cue, ...]) -> None:
        self.post = post
        self.cues = cues
        self.answered = answered
        """The text that this post answers, where it is known."""
        self.own = post.kind is not Kind.REPOST and bool(post.text.strip())
        """Whether the post holds words of the leader's own."""

    @property
    def answers_someone(self) -> bool:
        """Say whether the post answers somebody else; a thread of one's own is no answer."""
        post = self.post
        if post.kind is not Kind.REPLY:
            return False
        if post.reply_to_author is not None:
            return post.reply_to_author.casefold() != post.author.casefold()
        return not (post.author and post.reply_to and post.author in post.reply_to)

    @cached_property
    def folded(self) -> str:
        """Give the text folded."""
        return fold(self.post.text)

    def has(self, *kinds: str) -> bool:
        """Say whether some cue of these kinds is there."""
        return any(cue.kind in kinds for cue in self.cues)


def read(posts: Iterable[tuple[Post, str | None]]) -> Iterator[Reading]:
    """Read posts, each with the text that it answers where that is known."""
    waiting = iter(posts)
    while batch := list(islice(waiting, TOGETHER)):
        heard = cues_many([post.text for post, _ in batch])
        for (post, answered), found in zip(batch, heard, strict=True):
            yield Reading(post, answered, found)
