"""Archives that have changed since something was made of them (a reading, a voice)."""

from hashlib import sha256

from django.db.models import Exists, F, Max, OuterRef, Q, Sum

from firsthand import __version__
from firsthand.library.models import Import, StoredPost
from firsthand.people.models import Leader


def state_of(leader: Leader, *about: object) -> tuple[int, str]:
    """Give how many posts there are, and a name for the archive as it is: another once it changes.

    `about`: what else the making depends on.
    """
    posts = leader.tallies.aggregate(posts=Sum("posts"))["posts"] or 0
    keys = leader.posts.values_list("pk", flat=True)
    ends = [keys.order_by(order).first() for order in ("pk", "-pk")]  # each one step in the index
    brought = leader.imports.aggregate(last=Max("pk"), ended=Max("ended"))
    state = [__version__, *about, posts, ends, brought]
    return posts, sha256(repr(state).encode()).hexdigest()


def next_changed(made: str) -> Leader | None:
    """Give a leader with posts, none on their way in, whose archive has changed since `made` was.

    `made` names the relation from a leader to what was made; it has `state`, empty when
    it should be made again, and `at`.
    """
    mine = OuterRef("pk")
    unfinished = Import.objects.filter(leader=mine, state__in=Import.UNFINISHED)
    since = Import.objects.filter(leader=mine, ended__gt=OuterRef(f"{made}__at"))
    never = Q(**{f"{made}__at": None})
    again = Q(**{f"{made}__state": ""})
    return (
        Leader.objects.filter(Exists(StoredPost.objects.filter(leader=mine)))
        .exclude(Exists(unfinished))
        .filter(never | again | Exists(since))
        .order_by(F(f"{made}__at").asc(nulls_first=True), "pk")
        .select_related("organisation")
        .first()
    )
