"""Taking stock, as its pages show it: places in words, verdicts in one language, posts to open."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import groupby
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from firsthand.library import tallies
from firsthand.library.query import Question as Everything
from firsthand.people.models import Leader
from firsthand.plan.models import Assessment
from firsthand.records.message import Message
from firsthand.records.post import Post
from firsthand.standing.measure import Measured
from firsthand.standing.readiness.compare import Comparison, Moved
from firsthand.standing.readiness.messages import GROUPS, PARTS
from firsthand.standing.readiness.questions import Question, questionnaire
from firsthand.standing.readiness.verdict import in_language
from firsthand.text.graphemes import truncate
from firsthand.web.templatetags.said import APOSTROPHE

SECONDS = 15
"""What one question takes, read and answered."""
WORDS = 90
"""So many characters of a post show which one it is."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a question stands: its number from 1, of how many, its neighbours, the time left."""

    number: int
    of: int
    before: str
    after: str
    left: str


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the questionnaire: its title, its questions with their answers as chosen."""

    title: Message
    questions: list[tuple[Question, Message | None]]

    @property
    def answered(self) -> int:
        """Give how many of them are answered."""
        return sum(chosen is not None for _, chosen in self.questions)


@dataclass(frozen=True, slots=True)
class Shown:
    """A post that shows something: where it is read, when it was written, its first words."""

    href: str
    at: datetime | None
    words: str


@dataclass(frozen=True, slots=True)
class Way:
    """Which sides and factors went one way between two verdicts."""

    title: str
    signal: str
    sides: list[str] = field(default_factory=list)
    factors: list[str] = field(default_factory=list)


def place(key: str) -> Place:
    """Give the place of a question in the questionnaire."""
    ids = [one.id for one in questionnaire()]
    at = ids.index(key)
    return Place(
        number=at + 1,
        of=len(ids),
        before=ids[at - 1] if at else "",
        after=ids[at + 1] if at + 1 < len(ids) else "",
        left=minutes(len(ids) - at),
    )


def first_open(answers: Mapping[str, str]) -> str:
    """Give the first question without an answer; empty when all have one."""
    return next((one.id for one in questionnaire() if one.id not in answers), "")


def minutes(questions: int) -> str:
    """Say in words how long some questions take."""
    words = (
        _("less than a minute left"),
        _("about one minute left"),
        _("about two minutes left"),
        _("about three minutes left"),
        _("about four minutes left"),
        _("about five minutes left"),
        _("about six minutes left"),
        _("about seven minutes left"),
    )
    return words[min(round(questions * SECONDS / 60), len(words) - 1)]


def parts(answers: Mapping[str, str]) -> list[Part]:
    """Give all questions by their parts, with the answers given."""
    return [
        Part(PARTS[part], [(one, _chosen(one, answers)) for one in asked])
        for part, asked in groupby(questionnaire(), lambda one: one.part)
    ]


def _chosen(question: Question, answers: Mapping[str, str]) -> Message | None:
    found = question.answer(answers.get(question.id, ""))
    return None if found is None else found.text


def told(kept: Assessment, lang: str) -> Any:
    """Give a kept verdict in one language, with the apostrophes of print; its posts to open.

    Whatever rests on posts has their `posts` beside it, and what is missing what it `asks`.
    """
    verdict = in_words(kept.verdict, lang)
    asked = {one["question"]: one["text"] for one in verdict["given"]}
    for one in verdict["missing"]:
        one["asks"] = asked.get(one["question"])
    for one in verdict["steps"]:
        if one["why"] in verdict["stops"]:
            one["why"] = None  # said already, and larger
    posts = posts_of(kept.leader, set(_samples(verdict)))
    return _opened(verdict, posts)


def in_words(value: Any, lang: str) -> Any:
    """Give kept JSON in one language, with the apostrophes of print."""
    return _typeset(in_language(value, lang))


def moved(one: Moved, lang: str) -> Moved:
    """Give a change between two verdicts in one language."""
    words = {name: in_words(getattr(one, name), lang) for name in ("title", "before", "after")}
    return replace(one, **words)


def ways(found: Comparison, lang: str) -> list[Way]:
    """Give the sides and factors that moved, by the way they went; ways that none went left out."""
    told = {
        "stronger": Way(_("Stronger"), "calm"),
        "weaker": Way(_("Weaker"), "warn"),
        "known": Way(_("Known now"), "calm"),
        "unknown": Way(_("No longer known"), "watch"),
    }
    for one in found.sides:
        told[_way(one)].sides.append(in_words(one.title, lang))
    for one in found.factors:
        told[_way(one)].factors.append(in_words(one.title, lang))
    return [way for way in told.values() if way.sides or way.factors]


def _way(one: Moved) -> str:
    if one.way:
        return "stronger" if one.way > 0 else "weaker"
    return "known" if one.before is None else "unknown"


def groups(verdict: Mapping[str, Any]) -> list[tuple[Message, list[Any]]]:
    """Give the factors of a verdict by their groups, in the order of the weights."""
    found: dict[str, list[Any]] = {}
    for factor in verdict["factors"]:
        found.setdefault(factor["group"], []).append(factor)
    return [(GROUPS[name], factors) for name, factors in found.items()]


def with_posts(leader: Leader, found: Iterable[Measured]) -> list[tuple[Measured, list[Shown]]]:
    """Give measures with the posts that show them."""
    held = list(found)
    posts = posts_of(leader, {id_ for one in held for id_ in one.samples})
    return [(one, _in(posts, one.samples)) for one in held]


def posts_of(leader: Leader, ids: Iterable[str]) -> dict[str, Shown]:
    """Give those of a leader's posts that are in the library, by their ids."""
    networks = [facet.value for facet in tallies.facets(leader, Everything(), "network")]
    keys = {f"{network}:{id_}": id_ for id_ in ids for network in networks}
    # Unordered: in the order of time, the whole library would be walked to find them.
    held = leader.posts.filter(key__in=keys).order_by().only("key", "at", "record")
    return {
        keys[one.key]: Shown(
            href=reverse("post", args=[leader.slug, one.key]), at=one.at, words=_opening(one.post)
        )
        for one in held
    }


def _opening(post: Post) -> str:
    return truncate(" ".join((post.title or post.text).split()), WORDS)


def _in(posts: Mapping[str, Shown], samples: Iterable[str]) -> list[Shown]:
    return [posts[id_] for id_ in samples if id_ in posts]


def _samples(value: Any) -> Iterable[str]:
    if isinstance(value, dict):
        yield from value.get("samples") or ()
        value = list(value.values())
    for item in value if isinstance(value, list) else ():
        yield from _samples(item)


def _opened(value: Any, posts: Mapping[str, Shown]) -> Any:
    if isinstance(value, list):
        return [_opened(item, posts) for item in value]
    if isinstance(value, dict):
        found = {name: _opened(item, posts) for name, item in value.items()}
        if "samples" in value:
            found["posts"] = _in(posts, value["samples"])
        return found
    return value


def _typeset(value: Any) -> Any:
    if isinstance(value, str):
        return APOSTROPHE.sub("’", value)
    if isinstance(value, list):
        return [_typeset(item) for item in value]
    if isinstance(value, dict):
        return {name: _typeset(item) for name, item in value.items()}
    return value
