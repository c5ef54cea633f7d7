"""What the library keeps: posts, how many there are of each sort, and imports."""

from functools import cached_property
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from firsthand.library import codec
from firsthand.people.models import Leader, User
from firsthand.records.post import Post


class StoredPost(models.Model):
    """A post of a leader's archive, whole in `record`; the columns are for finding it.

    `id` grows with the time of the post (see `library.places`), so that the
    newest posts, a span of dates or the next page are a walk along the key and
    never a sort. A post whose time is corrected gets another `id`: refer to a
    post from elsewhere by leader and `key`.
    """

    id = models.BigIntegerField(primary_key=True)
    leader = models.ForeignKey(Leader, models.CASCADE, related_name="posts", db_index=False)
    key = models.TextField()
    network = models.TextField()
    kind = models.TextField()
    lang = models.TextField(null=True)
    at = models.DateTimeField(null=True)
    record = models.TextField()

    class Meta:
        ordering: ClassVar = ["-id"]
        constraints = (models.UniqueConstraint(fields=["leader", "key"], name="stored_once"),)
        indexes = (models.Index(fields=["leader", "id"], name="library_order"),)

    def __str__(self) -> str:
        return self.post.text[:80]

    @cached_property
    def post(self) -> Post:
        """Give the post itself."""
        return codec.decode(self.record)


class Tally(models.Model):
    """How many posts of one sort a leader published on one day, kept as posts come and go.

    `day` is ISO 8601, empty when the time of the posts is unknown; `lang` likewise.
    """

    leader = models.ForeignKey(Leader, models.CASCADE, related_name="tallies", db_index=False)
    day = models.CharField(max_length=10)
    network = models.TextField()
    kind = models.TextField()
    lang = models.TextField()
    media = models.BooleanField()
    posts = models.IntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["leader", "day", "network", "kind", "lang", "media"],
                name="one_tally_of_each_sort",
            ),
        )
        # What a page adds up it reads from these alone, in the order it wants.
        indexes = (
            models.Index(fields=["leader", "network", "kind", "lang", "posts"], name="tally_sorts"),
            models.Index(fields=["leader", "day", "posts"], name="tally_days"),
        )

    def __str__(self) -> str:
        return f"{self.day or '?'}: {self.posts}"


class Import(models.Model):
    """One bringing-in of an archive, as far as it has come.

    `path` is the folder with the files brought, gone when it has ended. `reasons`
    are the first of what was skipped, each `{"place", "fault", "en", "fr"}`; `error`
    is the sentence that ended a failed one, `{"en", "fr"}`.
    """

    class State(models.TextChoices):
        """How far it has come."""

        WAITING = "waiting", _("Waiting")
        RUNNING = "running", _("Running")
        DONE = "done", _("Done")
        FAILED = "failed", _("Failed")

    UNFINISHED = (State.WAITING, State.RUNNING)

    leader = models.ForeignKey(Leader, models.CASCADE, related_name="imports")
    name = models.CharField(max_length=255)
    path = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    progress = models.FloatField(null=True)
    format = models.CharField(max_length=80, blank=True)
    imported = models.IntegerField(default=0)
    updated = models.IntegerField(default=0)
    unchanged = models.IntegerField(default=0)
    skipped = models.IntegerField(default=0)
    reasons = models.JSONField(default=list)
    error = models.JSONField(null=True)
    by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    created = models.DateTimeField(auto_now_add=True)
    started = models.DateTimeField(null=True)
    ended = models.DateTimeField(null=True)
    leased_until = models.DateTimeField(null=True)
    attempts = models.IntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["-created", "-pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def finished(self) -> bool:
        """Tell whether nothing more will happen to it."""
        return self.state not in self.UNFINISHED

    @property
    def posts(self) -> int:
        """Give the number of posts read so far, new or not."""
        return self.imported + self.updated + self.unchanged
