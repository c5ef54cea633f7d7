"""Drafts read from decoded JSON, and reviews written as JSON."""

from collections.abc import Mapping
from typing import Any

from firsthand.cli import review_words as words
from firsthand.coach.reviewing import Review
from firsthand.records.draft import Draft
from firsthand.records.errors import BadInput
from firsthand.records.finding import Finding
from firsthand.records.message import LANGUAGES, Said
from firsthand.records.post import Post, from_line, to_line
from firsthand.text.lengths import NETWORKS


def read_draft(line: Mapping[str, Any], networks: tuple[str, ...]) -> Draft:
    """Read `text`, and if given `title`, `lang`, `media`, and `networks` in place of the usual.

    Raises:
        BadInput: names the field and what it should have been.
    """
    post = from_line(line)
    chosen = line.get("networks", list(networks))
    if not isinstance(chosen, list) or any(name not in NETWORKS for name in chosen):
        raise BadInput(words.BAD_NETWORKS(known=", ".join(NETWORKS)))
    return Draft(
        text=post.text, title=post.title, lang=post.lang, networks=tuple(chosen), media=post.media
    )


def read_answering(line: Mapping[str, Any], usual: Post | None) -> Post | None:
    """Read the post that a draft answers from `answering`, or give the usual one.

    Raises:
        BadInput: it is not a post.
    """
    answering = line.get("answering")
    if answering is None:
        return usual
    if not isinstance(answering, dict):
        raise BadInput(words.BAD_ANSWERING())
    return from_line(answering)


def plain(found: Review, text: str) -> dict[str, Any]:
    """Give a review as values for JSON, each sentence in both languages.

    `start`, `end` and `also` count characters (code points) of the text.
    """
    return {
        "lang": found.lang,
        "stop": bool(found.stops),
        "findings": [_finding(finding, text) for finding in found.findings],
    }


def _finding(finding: Finding, text: str) -> dict[str, Any]:
    return {
        "check": finding.check,
        "quality": str(finding.quality),
        "level": str(finding.level),
        "start": finding.start,
        "end": finding.end,
        "also": [list(span) for span in finding.also],
        "words": [text[start:end] for start, end in finding.spans],
        "what": _both(finding.what),
        "why": _both(finding.why),
        "could": _both(finding.could),
        "shown": [to_line(post) for post in finding.shown],
    }


def _both(said: Said) -> dict[str, str]:
    return {lang: said.text(lang) for lang in LANGUAGES}
