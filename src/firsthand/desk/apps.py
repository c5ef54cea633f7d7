"""The room as a Django app."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """`firsthand.desk`, known to Django as `desk`."""

    name = "firsthand.desk"
    label = "desk"
