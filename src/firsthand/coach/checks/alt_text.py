"""A picture without a description."""

from collections.abc import Iterator

from firsthand.coach.view import View
from firsthand.records.finding import Finding


def look(view: View) -> Iterator[Finding]:
    """Mark the draft when a picture has no words for those who cannot see it."""
    bare = [media for media in view.draft.media if media.kind == "image" and not _told(media.alt)]
    if bare:
        yield view.mark(0, len(view.text), "many" if len(bare) > 1 else "one", n=len(bare))


def _told(alt: str | None) -> bool:
    return bool(alt and alt.strip())
