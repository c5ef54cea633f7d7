"""The room as a Django app."""

from django.apps import AppConfig


class LibraryConfig(AppConfig):
    """`firsthand.library`, known to Django as `library`."""

    name = "firsthand.library"
    label = "library"
