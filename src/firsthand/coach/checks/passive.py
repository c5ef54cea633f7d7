"""The passive that hides who acts, or one passive after another."""

import re
from collections.abc import Iterator

from firsthand.coach.lexicon import Hit
from firsthand.coach.view import View
from firsthand.records.finding import Finding

_BE = frozenset({"is", "are", "was", "were", "been", "being", "be"})
_LATER = frozenset({"sera", "seront", "serait", "seraient", "soit", "soient"})
_ENGLISH = re.compile(
    r"\w{2,}(?:ed|wn)|made|done|taken|given|held|built|sent|told|kept|paid|sold|put|set|cut|found|"
    r"brought|written|chosen|broken|lost|left|led|met|hidden|forgotten|driven"
)
_FRENCH = re.compile(r"\w{2,}(?:ee?s?|ies?|i[ts]?e?s?|us?|ues?|erte?s?|in?te?s?)")
_NOT_ENGLISH = frozenset({
    "need", "indeed", "speed", "red", "hundred", "interested", "excited", "tired", "pleased", "delighted",
    "thrilled", "worried", "married", "used", "supposed", "scared", "determined", "committed", "bed",
    "concerned", "convinced", "surprised", "related", "known", "own", "blessed", "honored", "honoured",
    "humbled", "retired", "dedicated", "talented", "devoted", "crowded", "down", "town",
    "brown", "unprecedented", "touched", "ashamed", "frightened", "disappointed", "amazed", "aged",
})  # fmt: skip
_NOT_FRENCH = frozenset({
    "alle", "allee", "venu", "venus", "arrive", "arrivee", "arrives", "parti", "partie", "partis", "reste",
    "restee", "restes", "devenu", "devenue", "ne", "nee", "mort", "morte", "tres", "plus", "pas", "encore",
    "jamais", "toujours", "une", "mes", "tes", "ses", "des", "les", "nos", "vos", "la", "le", "the",
    "bien", "utile", "possible", "facile", "difficile", "meilleur", "simple", "rare", "ici", "qui",
    "elle", "elles", "celle", "cette", "aussi", "ainsi", "puis", "ravi", "ravie", "heureuse", "pres",
    "present", "presente", "prete", "libre", "tranquille", "suivi", "necessaire", "seule", "avec",
})  # fmt: skip
_REACH = 2


def look(view: View) -> Iterator[Finding]:
    """Mark the passive of a decision or a fault, or several passives together."""
    hidden = [(hit.start, hit.end) for hit in view.hits("hidden") if not _by(view, hit)]
    found = hidden or list(_passives(view))
    if hidden or len(found) >= view.number("many"):
        yield view.mark_all(found)


def _by(view: View, hit: Hit) -> bool:
    """Tell whether somebody is named after the passive."""
    after = view.reading.forms[hit.last : min(hit.last + 3, view.reading.stops[hit.first])]
    return "par" in after or "by" in after


def _passives(view: View) -> Iterator[tuple[int, int]]:
    reading = view.reading
    past = 0
    for index, form in enumerate(reading.forms):
        if index < past:
            continue
        pattern = _pattern(reading.lang, form, index, view)
        if pattern is None:
            continue
        for after in range(index + 1, min(index + 1 + _REACH, reading.stops[index])):
            if pattern.fullmatch(reading.forms[after]) and _is_verb(reading.forms[after]):
                yield reading.starts[index], reading.ends[after]
                past = after
                break


def _pattern(lang: str | None, form: str, index: int, view: View) -> re.Pattern[str] | None:
    """Give what a participle looks like after this word, or None when it opens no passive."""
    if lang == "en":
        return _ENGLISH if form in _BE else None
    been = form == "ete" and index > 0 and view.reading.forms[index - 1] not in {"l'", "cet", "un"}
    return _FRENCH if form in _LATER or been else None


def _is_verb(form: str) -> bool:
    return form not in _NOT_ENGLISH and form not in _NOT_FRENCH
