"""What was heard around a leader, as far as the desk keeps it."""

from django.db import models
from django.utils import timezone

from firsthand.people.models import Leader


class Heard(models.Model):
    """The latest of what was heard: posts, signals and trends, as lines (see `coach.hearing`).

    Replaced whole by whoever listens; `at` is when, and tells one version from another.
    """

    leader = models.OneToOneField(Leader, models.CASCADE, related_name="heard")
    lines = models.JSONField(default=list)
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.leader}, {self.at}"
