"""What a leader has said before: their own posts, searched by the words of a subject."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from firsthand.listen.pipeline import messages as say
from firsthand.records.message import Said
from firsthand.records.post import Post
from firsthand.records.signal import Proof
from firsthand.records.spans import moment
from firsthand.text.similarity import said_words
from firsthand.text.tokens import fold

SHOWN = 3
_NEVER = datetime.min.replace(tzinfo=UTC)


class Spoken:
    """Posts of one leader, the latest first."""

    def __init__(self, proofs: Iterable[Proof]) -> None:
        self._posts = sorted(proofs, key=lambda proof: proof.at or _NEVER, reverse=True)
        self._words = [f" {' '.join(said_words(proof.text))} " for proof in self._posts]

    @classmethod
    def of(cls, posts: Iterable[Post]) -> "Spoken":
        """Take the posts of an archive; what was only passed on is not said by oneself."""
        return cls(
            Proof(
                id=post.id, text=post.text, author=post.author, network=post.network,
                at=post.at.astimezone(UTC) if post.at else None, url=post.url,
            )
            for post in posts
            if post.repost_of is None and post.repost_of_author is None
        )  # fmt: skip

    def about(self, terms: Sequence[str], most: int = SHOWN) -> list[Proof]:
        """Give the latest posts that hold one of some words, pairs of words or hashtags."""
        sought = [f" {' '.join(said_words(fold(term.lstrip('#'))))} " for term in terms]
        sought = [each for each in sought if each.strip()]
        found: list[Proof] = []
        for proof, said in zip(self._posts, self._words, strict=True):
            if any(each in said for each in sought):
                found.append(proof)
                if len(found) == most:
                    break
        return found


def said_before(own: Sequence[Proof]) -> Iterator[Said]:
    """Say how often a leader has spoken of something, and when last; no more than `SHOWN` are looked for."""
    times = [proof.at for proof in own if proof.at]
    if times:
        said = say.YOU_SAID_OFTEN if len(own) >= SHOWN else say.YOU_SAID
        yield said(n=len(own), day=moment(max(times))[:10])
    elif not own:
        yield say.NEVER_SAID()
