"""What an organisation changed in the coach: kept change by change, with who and why."""

from firsthand.coach.settings import Action, Change, Settings
from firsthand.desk.models import CoachChange
from firsthand.people.models import Organisation, User


def settings(organisation: Organisation) -> Settings:
    """Give what is in force, and the history that led there."""
    return settings_of(organisation.pk)


def settings_of(organisation: int) -> Settings:
    """Give the same of an organisation by its number."""
    kept = CoachChange.objects.filter(organisation_id=organisation)
    return Settings(tuple(_change(one) for one in kept))


def change(organisation: Organisation, made: Change, by: User) -> Settings:
    """Keep one more change.

    Raises:
        BadInput: no such check or level, no reason for a mute, or a term that cannot be read.
    """
    after = settings(organisation).changed(made)
    CoachChange.objects.create(
        organisation=organisation,
        action=made.action,
        check_name=made.check,
        value=made.value,
        lang=made.lang,
        reason=made.reason[:300],
        by=by,
        by_name=str(by),
    )
    return after


def _change(kept: CoachChange) -> Change:
    return Change(
        action=Action(kept.action),
        check=kept.check_name,
        value=kept.value,
        lang=kept.lang,
        reason=kept.reason,
        by=kept.by_name,
        at=kept.at,
    )
