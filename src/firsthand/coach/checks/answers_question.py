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
    if not asked or _answered(view, heard):
        return
    subject = _stems(heard)
    shared = len(subject & _stems(view.reading))
    if shared < view.number("shared") or view.hits("dodge"):
        start, end = asked[0]
        yield view.mark(
            0, len(view.text), shown=(answering,), question=short(heard.text[start:end])
        )


def _answered(view: View, heard: Reading) -> bool:
    """Tell whether an answer is given: in words, in brief, or by the figure that was asked."""
    if view.hits("answer"):
        return True
    if view.reading.words <= view.number("brief") and view.hits("brief"):
        return True
    wanted = heard.found.get((view.rules.name, "asks_figure"))
    return bool(wanted and view.hits("figure"))


def _stems(reading: Reading) -> set[str]:
    return {stem for stem, _ in content(reading)}
