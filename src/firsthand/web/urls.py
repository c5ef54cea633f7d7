"""Every address of the pages, gathered from the files of `web.views`.

A file there gives `desk_pages` (addresses of the whole desk) or `leader_pages`
(addresses under `/<leader's slug>/`, whose views take that slug as `slug`), or
both. A room's main address has the room's name: `/ada/library` is `library`.
"""

from importlib import import_module
from pkgutil import iter_modules

from django.urls import URLPattern, include, path

from firsthand.web import views

desk_pages: list[URLPattern] = []
leader_pages: list[URLPattern] = []
for _module in sorted(iter_modules(views.__path__), key=lambda found: found.name):
    _room = import_module(f"{views.__name__}.{_module.name}")
    desk_pages += getattr(_room, "desk_pages", [])
    leader_pages += getattr(_room, "leader_pages", [])

urlpatterns = [*desk_pages, path("<slug:slug>/", include(leader_pages))]
