"""The room as a Django app."""

from django.apps import AppConfig


class PlanConfig(AppConfig):
    """`firsthand.plan`, known to Django as `plan`."""

    name = "firsthand.plan"
    label = "plan"
