"""What the desk keeps: drafts with who wrote what, their revisions, what others say, seals."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from firsthand.desk import messages as say
from firsthand.people.models import Leader, Organisation
from firsthand.records.errors import NotAllowed

_USER = settings.AUTH_USER_MODEL


class Gesture(models.TextChoices):
    """What a draft begins with."""

    BLANK = "blank", _("A blank page")
    IMPRESSION = "impression", _("Share an impression")
    IDEA = "idea", _("Suggest an idea")
    RECOGNISE = "recognise", _("Recognise someone’s work")
    ANSWER = "answer", _("Answer a post")


class Draft(models.Model):
    """A text that the leader writes, or that is written for them to change.

    `ledger` is `coach.authorship.codec` of it, `text` a copy of its text for lists;
    `answering` is the post it answers, as a line; `paces` says by member how much a
    hand could have typed at which moment.
    """

    class State(models.TextChoices):
        """How far it is."""

        WRITING = "writing", _("Being written")
        APPROVED = "approved", _("Approved")
        ASIDE = "aside", _("Put aside")

    leader = models.ForeignKey(Leader, models.CASCADE, related_name="drafts")
    gesture = models.CharField(max_length=12, choices=Gesture, default=Gesture.BLANK)
    state = models.CharField(max_length=10, choices=State, default=State.WRITING)
    text = models.TextField(blank=True)
    ledger = models.JSONField(default=dict)
    networks = models.JSONField(default=list)
    answering = models.JSONField(null=True)
    paces = models.JSONField(default=dict)
    by = models.ForeignKey(_USER, models.SET_NULL, null=True, related_name="+")
    created = models.DateTimeField(default=timezone.now)
    changed = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering: ClassVar = ["-changed", "-pk"]
        indexes = (models.Index(fields=["leader", "-changed"], name="drafts_latest"),)

    def __str__(self) -> str:
        return self.text[:80]


class Revision(models.Model):
    """A state of a draft on its way, as one member left it."""

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    runs = models.JSONField(default=list)
    by = models.ForeignKey(_USER, models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=120, blank=True)
    begun = models.DateTimeField(default=timezone.now)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering: ClassVar = ["-number"]
        constraints = (
            models.UniqueConstraint(fields=["draft", "number"], name="one_revision_of_each_number"),
        )

    def __str__(self) -> str:
        return f"{self.number}: {self.text[:40]}"


class Proposal(models.Model):
    """Other words that a member proposes; taken, they count as that member's."""

    class State(models.TextChoices):
        """What became of it."""

        OPEN = "open", _("Proposed")
        TAKEN = "taken", _("Taken")
        REFUSED = "refused", _("Refused")

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="proposals")
    place = models.PositiveIntegerField()
    out = models.TextField(blank=True)
    put = models.TextField(blank=True)
    why = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    by = models.ForeignKey(_USER, models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField(default=timezone.now)
    decided = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.out[:30]} → {self.put[:30]}"


class Comment(models.Model):
    """What a member says about a draft, beside it."""

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="comments")
    text = models.TextField()
    by = models.ForeignKey(_USER, models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering: ClassVar = ["at", "pk"]

    def __str__(self) -> str:
        return self.text[:80]


class Idea(models.Model):
    """A line in the notebook, until a draft is made of it."""

    leader = models.ForeignKey(Leader, models.CASCADE, related_name="ideas")
    text = models.CharField(max_length=500)
    by = models.ForeignKey(_USER, models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField(default=timezone.now)
    draft = models.ForeignKey(Draft, models.SET_NULL, null=True, related_name="ideas")

    class Meta:
        ordering: ClassVar = ["-at", "-pk"]

    def __str__(self) -> str:
        return self.text


class Seal(models.Model):
    """A sealed record: what was approved and who wrote it. It is written once and never again."""

    leader = models.ForeignKey(Leader, models.CASCADE, related_name="seals")
    number = models.PositiveIntegerField()
    body = models.TextField()
    digest = models.CharField(max_length=64)
    draft = models.ForeignKey(Draft, models.SET_NULL, null=True, related_name="seals")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering: ClassVar = ["-number"]
        constraints = (
            models.UniqueConstraint(fields=["leader", "number"], name="one_seal_of_each_number"),
        )

    def __str__(self) -> str:
        return f"{self.leader}, {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep a new record; one that is sealed already is never changed."""
        if not self._state.adding:
            raise NotAllowed(say.SEALED(number=self.number))
        super().save(*args, **kwargs)


class CoachChange(models.Model):
    """What an organisation changed in the coach; what is in force follows from all of them."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="coach_changes")
    action = models.CharField(max_length=10)
    check_name = models.CharField(max_length=60)
    value = models.CharField(max_length=200, blank=True)
    lang = models.CharField(max_length=2, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(_USER, models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.action} {self.check_name} {self.value}"


class LearntVoice(models.Model):
    """A leader's voice as it was learnt from the archive; `coach.voice` reads `profile`.

    `told` holds what the page of the voice shows; `state` names the archive it was
    learnt from, empty when it should be learnt again.
    """

    leader = models.OneToOneField(Leader, models.CASCADE, related_name="learnt_voice")
    state = models.CharField(max_length=64, blank=True)
    profile = models.BinaryField(null=True)
    told = models.JSONField(default=dict)
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.leader}, {self.at}"
