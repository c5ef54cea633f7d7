"""Finding posts in a leader's library."""

from collections import Counter
from dataclasses import dataclass, replace

from django.db.models import Count

from firsthand.library import tallies
from firsthand.library.highlight import Piece, snippet
from firsthand.library.models import StoredPost
from firsthand.library.query import Question
from firsthand.library.rows import searchable
from firsthand.library.stores import store
from firsthand.library.tallies import Facet
from firsthand.people.models import Leader

MOST = 1_000  # posts with common words are counted no further
PAGE = 20
FACETS = ("network", "kind", "lang")


@dataclass(frozen=True, slots=True)
class Hit:
    """A post that was found, and the part of it with the words looked for."""

    stored: StoredPost
    snippet: list[Piece]


@dataclass(frozen=True, slots=True)
class Page:
    """One page of what was found.

    `total` counts all pages; when `more_than_total`, it is only where counting
    stopped. `after` asks for the next page (see `Question.after`); None on the last.
    """

    hits: list[Hit]
    total: int
    more_than_total: bool
    after: int | None


def search(leader: Leader, question: Question, size: int = PAGE) -> Page:
    """Find posts, newest first unless asked otherwise."""
    first = question.terms and question.after is None
    found = store().places(leader.pk, question, MOST + 1 if first else size + 1)
    shown = found[:size]
    total = len(found) if first else _total(leader, question)
    return Page(
        [_hit(post, question) for post in _in_order(leader, shown)],
        min(total, MOST) if question.terms else total,
        bool(question.terms) and total > MOST,
        shown[-1] if len(found) > size else None,
    )


def facets(leader: Leader, question: Question) -> dict[str, list[Facet]]:
    """Count what a question finds by network, kind and language.

    With words, only the first `MOST` posts found are counted.
    """
    if not question.terms:
        return {name: tallies.facets(leader, question, name) for name in FACETS}
    places = store().places(leader.pk, replace(question, after=None), MOST)
    sorts = (
        leader.posts.filter(pk__in=places)
        .order_by()
        .values_list("network", "kind", "lang")
        .annotate(posts=Count("pk"))
    )
    counted: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    for *values, posts in sorts:
        for name, value in zip(FACETS, values, strict=True):
            counted[name][value or ""] += posts
    return {name: [Facet(*pair) for pair in found.most_common()] for name, found in counted.items()}


def _total(leader: Leader, question: Question) -> int:
    everything = replace(question, after=None)
    if not question.terms:
        return tallies.total(leader, everything)
    return len(store().places(leader.pk, everything, MOST + 1))


def _in_order(leader: Leader, places: list[int]) -> list[StoredPost]:
    # Not `leader.posts`: with both conditions SQLite walks all of a leader's keys.
    posts = StoredPost.objects.in_bulk(places)
    found = (posts[place] for place in places if place in posts)
    return [post for post in found if post.leader_id == leader.pk]


def _hit(post: StoredPost, question: Question) -> Hit:
    return Hit(post, snippet(searchable(post.post), question.terms))
