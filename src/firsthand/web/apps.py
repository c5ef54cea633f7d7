"""The room as a Django app."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """`firsthand.web`, known to Django as `web`."""

    name = "firsthand.web"
    label = "web"
