"""What a leader's own archive suggests for a strategy; nothing that it does not hold.

Subjects are terms that meet in the same posts; people are those really
answered; the rhythm is that of the weeks there were.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo
from statistics import median

from firsthand.plan import strategy_messages as say
from firsthand.plan.proposal_subjects import Bundle, bundles
from firsthand.plan.proposal_terms import terms
from firsthand.plan.strategy_dates import spoken
from firsthand.plan.strategy_phrases import stems
from firsthand.records.message import Said
from firsthand.records.post import Kind, Post
from firsthand.text.entities import entities
from firsthand.text.language import detect_many
from firsthand.text.tokens import fold

#: Below this, words come back by chance.
ENOUGH = 30
_SUBJECTS = 8
_RECENT = 5_000
_SAMPLES = 3


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject that comes back, with the phrases used, how many posts, and some of them."""

    name: str
    phrases_fr: tuple[str, ...]
    phrases_en: tuple[str, ...]
    n: int
    last: datetime | None
    samples: tuple[Post, ...]


@dataclass(frozen=True, slots=True)
class Met:
    """Something or somebody met in the archive: how often, and when last."""

    name: str
    n: int
    last: datetime | None
    samples: tuple[Post, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A community that shows: a hashtag, and the people answered under it."""

    hashtag: str
    handles: tuple[str, ...]
    n: int
    samples: tuple[Post, ...] = ()


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often and when: posts a week (median of all weeks), by weekday (from Monday), by hour."""

    per_week: float
    weeks: int
    silent_weeks: int
    weekdays: tuple[int, ...]
    hours: tuple[int, ...]

    def said(self) -> Said:
        """Say the rhythm in one sentence."""
        return say.A_WEEK(
            n=self.per_week,
            weeks=self.weeks,
            silent=self.silent_weeks,
            day=say.DAYS[self.weekdays.index(max(self.weekdays))],
            hour=self.hours.index(max(self.hours)),
        )


@dataclass(frozen=True, slots=True)
class Proposals:
    """All that the archive suggests; `why_not` says what is too little to tell."""

    n: int
    since: datetime | None = None
    until: datetime | None = None
    subjects: tuple[Subject, ...] = ()
    people: tuple[Met, ...] = ()
    hashtags: tuple[Met, ...] = ()
    groups: tuple[Group, ...] = ()
    rhythm: Rhythm | None = None
    languages: tuple[tuple[str, int], ...] = ()
    why_not: Said | None = None

    def said(self) -> Said:
        """Say in one sentence what was read."""
        if self.why_not:
            return self.why_not
        if self.since and self.until:
            since, until = spoken(self.since.date()), spoken(self.until.date())
            return say.READ_FROM(n=self.n, since=since, until=until)
        return say.READ_UNDATED(n=self.n)


@dataclass(slots=True)
class _Pile:
    posts: list[Post] = field(default_factory=list)
    with_people: Counter[str] = field(default_factory=Counter)


def propose(
    posts: Iterable[Post], zone: tzinfo | None = None, names: Iterable[str] = ()
) -> Proposals:
    """Read what an archive suggests.

    Hours are those of `zone`, or as the posts have them; `names` are the leader's
    own, which are no subject. Beyond the last 5,000 posts subjects are not read.
    """
    own = _own(posts)
    dated = [post.at for post in own if post.at]
    since, until = min(dated, default=None), max(dated, default=None)
    if len(own) < ENOUGH:
        why_not = say.TOO_FEW(n=len(own), wanted=ENOUGH)
        return Proposals(len(own), since, until, why_not=why_not)
    recent = own[-_RECENT:]
    langs = _languages(recent)
    tags = _tags(recent)
    return Proposals(
        len(own),
        since,
        until,
        subjects=_subjects(recent, langs, names),
        people=_people(own),
        hashtags=tuple(_met(name, pile.posts) for name, pile in tags if len(pile.posts) > 1)[:12],
        groups=tuple(_group(name, pile) for name, pile in tags if _is_group(pile))[:6],
        rhythm=_rhythm([at.astimezone(zone) if zone else at for at in dated]),
        languages=tuple(Counter(lang for lang in langs if lang).most_common()),
    )


def _own(posts: Iterable[Post]) -> list[Post]:
    """Give the posts in the leader's own words, each text once, oldest first."""
    seen: dict[str, Post] = {}
    for post in posts:
        if post.kind is not Kind.REPOST and post.text.strip():
            seen.setdefault(fold(post.text), post)
    return sorted(seen.values(), key=lambda post: post.at.timestamp() if post.at else 0.0)


def _languages(own: Sequence[Post]) -> list[str | None]:
    found = detect_many([post.text for post in own])
    return [post.lang or each.lang for post, each in zip(own, found, strict=True)]


def _subjects(
    own: Sequence[Post], langs: Sequence[str | None], names: Iterable[str]
) -> tuple[Subject, ...]:
    without = frozenset(
        stem for name in (*names, *{post.author for post in own}) for stem in stems(f"#{name}")
    )
    found = terms([post.text for post in own], max(3, len(own) // 200), without)
    return tuple(_subject(each, own, langs) for each in bundles(found, len(own), _SUBJECTS))


def _subject(bundle: Bundle, own: Sequence[Post], langs: Sequence[str | None]) -> Subject:
    french: list[str] = []
    english: list[str] = []
    for term in bundle.terms:
        votes = Counter(langs[n] for n in term.posts)
        (french if votes["fr"] >= votes["en"] else english).append(term.shown)
    name = bundle.terms[0].shown
    held = [own[n] for n in sorted(bundle.posts)]
    typical = sorted(bundle.posts, key=lambda n: sum(n in term.posts for term in bundle.terms))
    return Subject(
        name=name[0].upper() + name[1:],
        phrases_fr=tuple(french),
        phrases_en=tuple(english),
        n=len(held),
        last=held[-1].at,
        samples=_samples([own[n] for n in typical]),
    )


def _samples(posts: Sequence[Post]) -> tuple[Post, ...]:
    """Give a few of some posts, the most recent first."""
    return tuple(reversed(posts[-_SAMPLES:]))


def _people(own: Sequence[Post]) -> tuple[Met, ...]:
    answered: dict[str, list[Post]] = defaultdict(list)
    shown: dict[str, str] = {}
    for post in own:
        name = post.reply_to_author
        if name and fold(name).lstrip("@") != fold(post.author).lstrip("@"):
            key = fold(name).lstrip("@")
            answered[key].append(post)
            shown[key] = f"@{name.lstrip('@')}"
    ranked = sorted(answered.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(_met(shown[key], posts) for key, posts in ranked[:12])


def _met(name: str, posts: Sequence[Post]) -> Met:
    return Met(name, len(posts), posts[-1].at, _samples(posts))


def _tags(own: Sequence[Post]) -> list[tuple[str, _Pile]]:
    piles: dict[str, _Pile] = defaultdict(_Pile)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for post in own:
        found = entities(post.text)
        tags = {fold(e.text): e.text for e in found if e.kind == "hashtag"}
        people = {f"@{e.text}" for e in found if e.kind == "mention"}
        if post.reply_to_author:
            people.add(f"@{post.reply_to_author.lstrip('@')}")
        for key, written in tags.items():
            piles[key].posts.append(post)
            piles[key].with_people.update(people)
            forms[key][written] += 1
    ranked = sorted(piles.items(), key=lambda item: (-len(item[1].posts), item[0]))
    return [(f"#{forms[key].most_common(1)[0][0]}", pile) for key, pile in ranked]


def _is_group(pile: _Pile) -> bool:
    return len(pile.posts) >= 3 and bool(pile.with_people)


def _group(name: str, pile: _Pile) -> Group:
    handles = tuple(handle for handle, _ in pile.with_people.most_common(6))
    return Group(name, handles, len(pile.posts), _samples(pile.posts))


def _rhythm(moments: Sequence[datetime]) -> Rhythm | None:
    if not moments:
        return None
    weeks = Counter(_monday(at.date()) for at in moments)
    first, last = min(weeks), max(weeks)
    every = [weeks[first + timedelta(weeks=n)] for n in range((last - first).days // 7 + 1)]
    days = Counter(at.weekday() for at in moments)
    hours = Counter(at.hour for at in moments)
    return Rhythm(
        per_week=float(median(every)),
        weeks=len(every),
        silent_weeks=every.count(0),
        weekdays=tuple(days[n] for n in range(7)),
        hours=tuple(hours[n] for n in range(24)),
    )


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
