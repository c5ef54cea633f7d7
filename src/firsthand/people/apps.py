"""The room as a Django app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """`firsthand.people`, known to Django as `people`."""

    name = "firsthand.people"
    label = "people"
