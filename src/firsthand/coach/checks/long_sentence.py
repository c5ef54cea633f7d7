"""A sentence too long to be read in one breath."""

from collections import Counter
from collections.abc import Iterator

from firsthand.coach.view import View
from firsthand.records.finding import Finding


def look(view: View) -> Iterator[Finding]:
    """Mark the longest sentence, and with it the other long ones; elisions are no words."""
    reading = view.reading
    counts = Counter(
        sentence
        for sentence, kind, form in zip(
            reading.sentence_of, reading.kinds, reading.forms, strict=True
        )
        if kind != "tag" and not form.endswith("'")
    )
    most = view.number(reading.lang or "fr")
    long = sorted((s for s, n in counts.items() if n > most), key=lambda s: -counts[s])
    if long and reading.sentences:
        spans = [reading.sentences[sentence] for sentence in long]
        yield view.mark_all(spans, n=counts[long[0]])
