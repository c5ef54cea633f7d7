"""Refusing a file that the disk cannot hold, before a byte of it is taken."""

import shutil
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

SPARE = 200 * 1024 * 1024  # the database and its journal go on growing meanwhile
TWICE = 2  # the file itself, and what the library makes of it


def room_for_upload(
    answer: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Answer 413 to what does not fit; stands before whatever reads the body."""

    def guard(request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        size = int(length) if length.isdecimal() else 0
        if size > settings.DATA_UPLOAD_MAX_MEMORY_SIZE and size * TWICE + SPARE > _free():
            return render(request, "413.html", status=413)
        return answer(request)

    return guard


def _free() -> int:
    return shutil.disk_usage(settings.FIRSTHAND_HOME).free
