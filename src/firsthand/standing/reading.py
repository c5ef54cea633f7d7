"""One post of the leader's, read once for all measures."""

from functools import cached_property

from firsthand.records.post import Kind, Post
from firsthand.text.cues import Cue, cues
from firsthand.text.tokens import fold


class Reading:
    """A post and what several measures need of it, each made when it is first asked for."""

    def __init__(self, post: Post, answered: str | None = None) -> None:
        self.post = post
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

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """Give the cues."""
        return cues(self.post.text)

    def has(self, *kinds: str) -> bool:
        """Say whether some cue of these kinds is there."""
        return any(cue.kind in kinds for cue in self.cues)
