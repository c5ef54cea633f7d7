"""One post of the leader's, read once for all measures."""

from functools import cached_property

from firsthand.records.post import Kind, Post
from firsthand.text.cues import Cue, cues
from firsthand.text.language import detect
from firsthand.text.tokens import words


class Reading:
    """A post and what several measures need of it, each made when it is first asked for."""

    def __init__(self, post: Post, answered: str | None = None) -> None:
        self.post = post
        self.answered = answered
        """The text that this post answers, where it is known."""

    @property
    def own(self) -> bool:
        """Say whether the post holds words of the leader's own."""
        return self.post.kind is not Kind.REPOST and bool(self.post.text.strip())

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
    def lang(self) -> str | None:
        """Give the language, as the post says or as it reads."""
        return self.post.lang or detect(self.post.text).lang

    @cached_property
    def words(self) -> list[str]:
        """Give the words."""
        return words(self.post.text)

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """Give the cues."""
        return cues(self.post.text)

    def has(self, *kinds: str) -> bool:
        """Say whether some cue of these kinds is there."""
        return any(cue.kind in kinds for cue in self.cues)
