"""The room as a Django app."""

from django.apps import AppConfig


class WatchConfig(AppConfig):
    """`firsthand.watch`, known to Django as `watch`."""

    name = "firsthand.watch"
    label = "watch"
