"""The versions of a leader's strategy; each is kept as it was saved."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from firsthand.people.models import Leader
from firsthand.plan import strategy_messages as say
from firsthand.records.errors import NotAllowed


class StrategyVersion(models.Model):
    """One version, as TOML without comments. It is written once and never again."""

    leader = models.ForeignKey(Leader, models.CASCADE, related_name="strategy_versions")
    number = models.PositiveIntegerField()
    toml = models.TextField()
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    author_name = models.CharField(max_length=120, blank=True)
    note = models.CharField(max_length=300, blank=True)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering: ClassVar = ["-number"]
        constraints = (
            models.UniqueConstraint(
                fields=["leader", "number"], name="one_strategy_of_each_number"
            ),
        )

    def __str__(self) -> str:
        return f"{self.leader}, {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep a new version; one that is kept already is never changed."""
        if not self._state.adding:
            raise NotAllowed(say.VERSION_KEPT())
        super().save(*args, **kwargs)
