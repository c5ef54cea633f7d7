"""Review a draft: every check looks, and what they see is put in order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from firsthand.coach.context import Context
from firsthand.coach.lexicon import Lexicon
from firsthand.coach.reading import Reading
from firsthand.coach.registry import look_of
from firsthand.coach.rules import LANGUAGES, names, rules, shared_words
from firsthand.coach.settings import Settings
from firsthand.coach.view import View
from firsthand.records.draft import Draft
from firsthand.records.finding import Finding, Level, Quality
from firsthand.text.language import detect

_ORDER = {level: place for place, level in enumerate(Level)}
_SURE = 0.5
_SAMPLE = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What the coach sees in a draft, the gravest first; `lang` is the draft's, if it is clear."""

    findings: tuple[Finding, ...] = ()
    lang: str | None = None

    @property
    def stops(self) -> tuple[Finding, ...]:
        """Give the findings that need a person's explicit yes."""
        return tuple(finding for finding in self.findings if finding.level is Level.STOP)

    def by_quality(self) -> dict[Quality, tuple[Finding, ...]]:
        """Group the findings by quality, in the order of the qualities."""
        return {
            quality: found
            for quality in Quality
            if (found := tuple(f for f in self.findings if f.quality is quality))
        }


def review(draft: Draft | str, context: Context | None = None) -> Review:
    """Review a draft, which stays as it is; the same draft and context give the same review."""
    draft = Draft(text=draft) if isinstance(draft, str) else draft
    context = context or Context()
    lang = draft.lang or language(draft.text)
    reading = Reading(draft.text, lang, _lexicon(lang, context.settings))
    findings = sorted(_findings(draft, reading, context), key=_place)
    return Review(findings=tuple(findings), lang=lang)


def language(text: str) -> str | None:
    """Give the language of a text, if it is clear."""
    found = detect(text if len(text) <= 3 * _SAMPLE else _sampled(text))
    return found.lang if found.lang in LANGUAGES and found.p >= _SURE else None


def _sampled(text: str) -> str:
    """Give the beginning, the middle and the end of a long text: its language is told by less."""
    middle = (len(text) - _SAMPLE) // 2
    return " ".join((text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:]))


def _findings(draft: Draft, reading: Reading, context: Context) -> Iterator[Finding]:
    if not draft.text.strip():
        return
    now = context.clock.now()
    for name in names():
        if name in context.settings.muted:
            continue
        level = context.settings.levels.get(name)
        for finding in look_of(name)(View(draft, reading, context, rules(name), now)):
            if level is not None and finding.level is not Level.PRAISE:
                yield replace(finding, level=level)
            else:
                yield finding


@lru_cache(maxsize=16)
def _lexicon(lang: str | None, settings: Settings) -> Lexicon:
    """Gather the lists of all checks for a language, or for both when it is not clear."""
    langs = LANGUAGES if lang is None else (lang,)
    lists: dict[tuple[str, str], list[str]] = {}
    for name in names():
        for list_name, by_lang in rules(name).words.items():
            _gather(lists, (name, list_name), by_lang, langs)
    for subject, shared in shared_words().items():
        for list_name, by_lang in shared.items():
            if subject not in _NOT_EXPRESSIONS:
                _gather(lists, (f"words.{subject}", list_name), by_lang, langs)
    for (check, term_lang), terms in settings.terms.items():
        if term_lang in langs:
            lists.setdefault((check, "words"), []).extend(terms)
    return Lexicon(lists)


_NOT_EXPRESSIONS = frozenset({"function_words", "not_names"})


def _gather(
    lists: dict[tuple[str, str], list[str]],
    key: tuple[str, str],
    by_lang: Mapping[str, tuple[str, ...]],
    langs: tuple[str, ...],
) -> None:
    for lang in (*langs, "any"):
        lists.setdefault(key, []).extend(by_lang.get(lang, ()))


def _place(finding: Finding) -> tuple[int, int, int, str]:
    return (_ORDER[finding.level], finding.start, finding.end, finding.check)
