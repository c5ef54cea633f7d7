"""Making the desk ready for whoever starts it: settings, folders, database."""

import os

import django
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import OperationalError

from firsthand.config import messages
from firsthand.records.errors import BadInput


def open_desk(*, migrate: bool = True) -> None:
    """Load Django with the desk's settings, and bring the database up to date.

    Raises:
        BadSetting: the environment asks for something that cannot be.
        BadInput: the database does not answer.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "firsthand.config.settings")
    if not apps.ready:
        django.setup()
    if migrate and pending():
        call_command("migrate", verbosity=0, interactive=False)


def pending() -> list[str]:
    """Give the names of the changes that the database still lacks.

    Raises:
        BadInput: the database does not answer.
    """
    try:
        executor = MigrationExecutor(connection)
    except OperationalError as error:
        raise BadInput(messages.NO_DATABASE(reason=_first_line(error))) from error
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
