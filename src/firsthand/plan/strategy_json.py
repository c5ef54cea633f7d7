"""Findings about strategies as plain dictionaries, in the reader's language, for JSON."""

from typing import Any

from firsthand.plan.harmony import Harmony, Passage
from firsthand.plan.proposals import Group, Met, Proposals, Subject
from firsthand.plan.strategy_changes import Change
from firsthand.plan.strategy_notes import Note
from firsthand.records.post import Post, to_line


def note_line(note: Note, lang: str) -> dict[str, Any]:
    """Write a piece of advice."""
    return {"section": note.section, "name": note.name or None, "advice": note.said.text(lang)}


def change_line(change: Change, lang: str) -> dict[str, Any]:
    """Write a difference."""
    return {
        "section": f"company.{change.section}" if change.company else change.section,
        "kind": change.kind,
        "name": change.name.text(lang) if change.name else None,
        "details": [
            {
                "what": detail.label.text(lang),
                "before": detail.before.text(lang),
                "after": detail.after.text(lang),
            }
            for detail in change.details
        ],
    }


def harmony_lines(found: Harmony, lang: str) -> dict[str, Any]:
    """Write a comparison with the company's plan."""
    return {
        "summary": found.said().text(lang),
        "findings": [
            {
                "verdict": accord.side.value,
                "reason": accord.reason.text(lang),
                "leader": _passage(accord.own),
                "company": _passage(accord.theirs),
                "posts": [to_line(post) for post in accord.posts],
            }
            for accord in found.accords
        ],
    }


def proposal_lines(found: Proposals, lang: str) -> dict[str, Any]:
    """Write what an archive suggests; `enough` is false when there is too little to tell."""
    return {
        "posts": found.n,
        "enough": found.why_not is None,
        "said": found.said().text(lang),
        "since": found.since,
        "until": found.until,
        "topics": [_subject(subject) for subject in found.subjects],
        "people": [_met(met) for met in found.people],
        "hashtags": [_met(met) for met in found.hashtags],
        "communities": [_group(group) for group in found.groups],
        "rhythm": found.rhythm,
        "languages": dict(found.languages),
    }


def _passage(passage: Passage | None) -> dict[str, str] | None:
    if passage is None:
        return None
    return {"section": passage.section, "name": passage.name, "says": passage.says}


def _subject(subject: Subject) -> dict[str, Any]:
    return {
        "name": subject.name,
        "phrases_fr": subject.phrases_fr,
        "phrases_en": subject.phrases_en,
        "posts": subject.n,
        "last": subject.last,
        "samples": _samples(subject.samples),
    }


def _met(met: Met) -> dict[str, Any]:
    return {"name": met.name, "posts": met.n, "last": met.last, "samples": _samples(met.samples)}


def _group(group: Group) -> dict[str, Any]:
    return {
        "hashtag": group.hashtag,
        "handles": group.handles,
        "posts": group.n,
        "samples": _samples(group.samples),
    }


def _samples(posts: tuple[Post, ...]) -> list[dict[str, Any]]:
    return [to_line(post) for post in posts]
