"""The reader's language, kept in a cookie; until they choose, the browser's."""

from django.urls import path
from django.views.i18n import set_language

desk_pages = [path("language", set_language, name="set_language")]
