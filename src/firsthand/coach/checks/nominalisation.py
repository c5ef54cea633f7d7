"""Verbs frozen into nouns."""

import re
from collections.abc import Iterator

from firsthand.coach.view import View
from firsthand.records.finding import Finding

_ABSTRACT = re.compile(r"\w{3,}(?:[ts]ions?|ments?|isations?|izations?|ances?|ences?|ings? of)")
_CONCRETE = frozenset({
    "moment", "moments", "appartement", "batiment", "batiments", "document", "documents", "station",
    "stations", "question", "questions", "comment", "comments", "element", "elements", "vetements",
    "attention", "television", "mention", "mentions", "avance", "france", "chance", "chances", "vacances",
    "enfance", "science", "sciences", "silence", "sentence", "sentences", "audience", "distance",
    "nation", "nations", "election", "elections", "government", "gouvernement", "president", "million",
    "millions", "action", "actions", "instrument", "instruments", "region", "regions", "conference",
    "patience", "agence", "urgence", "residence", "ambulance", "finance", "finances", "entrance", "absolument",
    "vraiment", "seulement", "simplement", "justement", "tellement", "lentement", "franchement", "rarement",
    "generation", "generations", "relation", "relations", "tradition", "traditions", "apartment", "cement",
    "restaurant", "department", "violence", "influence", "insurance", "difference", "differences", "experience",
    "experiences", "confiance", "conscience", "constance", "fence", "since", "hence", "once", "ment", "payment",
})  # fmt: skip


# Verbs that say nothing by themselves; with an abstract noun after them, the noun is the verb.
_LIGHT = frozenset({
    "effectue", "effectuer", "effectuons", "effectuent", "effectuee", "realise", "realiser", "realisons",
    "realisent", "procede", "proceder", "procedons", "procedent", "opere", "operer", "operons", "mene", "mener",
    "menons", "perform", "performs", "performed", "conduct", "conducts", "conducted", "carry", "carries",
    "carried", "undertake", "undertakes", "undertook", "effected", "accomplish", "accomplished",
})  # fmt: skip
_AFTER = 4


def look(view: View) -> Iterator[Finding]:
    """Mark a verb dressed as a noun, or a sentence with a chain of abstract nouns."""
    reading = view.reading
    dressed = [(hit.start, hit.end) for hit in view.hits()] or list(_dressed(view))
    if dressed:
        yield view.mark_all(dressed)
        return
    by_sentence: dict[int, list[int]] = {}
    for index, form in enumerate(reading.forms):
        if _is_abstract(form, reading.lang) and reading.kinds[index] == "word":
            by_sentence.setdefault(reading.sentence_of[index], []).append(index)
    for sentence, nouns in by_sentence.items():
        words = reading.sentence_of.count(sentence)
        if len(nouns) >= view.number("chain") and len(nouns) >= view.number("share") * words:
            yield view.mark_all([(reading.starts[i], reading.ends[i]) for i in nouns])
            return


def _dressed(view: View) -> Iterator[tuple[int, int]]:
    """Give the spans from an empty verb to the abstract noun that does its work."""
    reading = view.reading
    for index, form in enumerate(reading.forms):
        if form in _LIGHT:
            for after in range(index + 2, min(index + 1 + _AFTER, reading.stops[index])):
                if _is_abstract(reading.forms[after], reading.lang):
                    yield reading.starts[index], reading.ends[after]
                    break


def _is_abstract(form: str, lang: str | None) -> bool:
    if not _ABSTRACT.fullmatch(form) or form in _CONCRETE:
        return False
    # A French word in -ment is an adverb more often than not.
    return lang == "en" or not (form.endswith("ment") and form[-5] in "euai" and len(form) > 9)
