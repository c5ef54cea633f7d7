"""Answers what was asked."""

from collections.abc import Iterator

from firsthand.coach.quoting import short
from firsthand.coach.reading import Reading
from firsthand.coach.stems import content
from firsthand.coach.view import View
from firsthand.records.finding import Finding


def look(view: View) -> Iterator[Finding]:
    """Mark an answer that shares nothing with the question, or that dodges it."""
    answering = view.context.answering
    if answering is None or "?" not in answering.text or "?" in view.text:
        return
    heard = view.reading.alike(answering.text)
    asked = [span for span in heard.sentences if heard.is_question(span)]
    if not asked or view.hits("answer"):
        return
    subject = _stems(heard)
    shared = len(subject & _stems(view.reading))
    if shared < view.number("shared") or view.hits("dodge"):
        start, end = asked[0]
        yield view.mark(
            0, len(view.text), shown=(answering,), question=short(heard.text[start:end])
        )


def _stems(reading: Reading) -> set[str]:
    return {stem for stem, _ in content(reading)}
