"""What a leader answered when taking stock, what the archive says, each verdict as it was given."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from firsthand.people.models import Leader
from firsthand.plan import readiness_messages as say
from firsthand.records.errors import NotAllowed


class ReadinessAnswers(models.Model):
    """The answers of one leader as they stand: answer ids by question id."""

    leader = models.OneToOneField(Leader, models.CASCADE, related_name="readiness_answers")
    given = models.JSONField(default=dict)
    changed = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"{self.leader}, {len(self.given)}"


class ArchiveReading(models.Model):
    """What a leader's archive said when it was last read, by measure, and what it proposes.

    `proposals` is None where they are made while a page is. `state` names the archive that was read (see `plan.archive_reading`); empty when
    it should be read again. `progress` is how far a reading has come, from 0 to 1;
    None when nothing is being read.
    """

    leader = models.OneToOneField(Leader, models.CASCADE, related_name="archive_reading")
    state = models.CharField(max_length=64, blank=True)
    found = models.JSONField(default=dict)
    proposals = models.JSONField(null=True)
    progress = models.FloatField(null=True)
    at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.leader}, {self.at}"


class Assessment(models.Model):
    """One verdict, whole and in both languages. It is written once and never again."""

    leader = models.ForeignKey(Leader, models.CASCADE, related_name="assessments")
    verdict = models.JSONField()
    answers = models.JSONField()
    weights = models.CharField(max_length=80)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering: ClassVar = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.leader}, {self.at:%Y-%m-%d}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep a new verdict; one that is kept already is never changed."""
        if not self._state.adding:
            raise NotAllowed(say.VERDICT_KEPT())
        super().save(*args, **kwargs)
