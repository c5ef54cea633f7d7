"""Unpublished or forward-looking information about the company."""

from collections.abc import Iterator

from firsthand.coach.lexicon import Hit
from firsthand.coach.quiet import in_force
from firsthand.coach.view import View
from firsthand.records.finding import Finding, Level


def look(view: View) -> Iterator[Finding]:
    """Mark deals and secrets, and sentences where our figures meet the future."""
    spans = [(hit.start, hit.end) for hit in view.hits("deals")]
    spans += [span for span in _forecasts(view) if not _inside(span, spans)]
    if spans:
        quiet = _quiet(view)
        yield view.mark_all(
            sorted(spans),
            "quiet" if quiet else "it",
            level=Level.STOP if quiet else None,
            name=quiet,
        )


def _forecasts(view: View) -> Iterator[tuple[int, int]]:
    """Give the spans from a figure of ours to a word of the future in the same sentence."""
    future = view.hits("future")
    for figure in view.hits("figures"):
        near = [hit for hit in future if _same_sentence(view, hit, figure)]
        if near:
            yield min(figure.start, near[0].start), max(figure.end, near[0].end)


def _same_sentence(view: View, one: Hit, other: Hit) -> bool:
    sentences = view.reading.sentence_of
    return sentences[one.first] == sentences[other.first]


def _quiet(view: View) -> str:
    strategy = view.context.strategy
    if strategy is None:
        return ""
    periods = in_force(strategy, view.now.astimezone(view.context.zone))
    return next((period.name for period in periods), "")


def _inside(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)
