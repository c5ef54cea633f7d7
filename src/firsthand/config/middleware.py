"""What every answer carries, and how a refusal becomes a page."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse

from firsthand.records.errors import NotAllowed, NotFound

Answer = Callable[[HttpRequest], HttpResponse]

# Everything comes from the desk itself; styles set by a script (charts) go through the
# CSSOM, which this policy lets through, so that nothing inline is ever needed.
SOURCES = {
    "default-src": "'self'",
    "img-src": "'self' data: blob:",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
POLICY = "; ".join(f"{name} {value}" for name, value in SOURCES.items())


def protect(answer: Answer) -> Answer:
    """Add the headers that keep foreign scripts, frames and sensors out."""

    def add(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), geolocation=(), microphone=()"
        )
        return response

    return add


class RefusalMiddleware:
    """Turn what the access function refuses into the pages for 404 and 403."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as usual."""
        return self.answer(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> None:
        """Say in Django's words what was refused; anything else goes on."""
        if isinstance(error, NotFound):
            raise Http404(error.text("en")) from error
        if isinstance(error, NotAllowed):
            raise PermissionDenied(error.text("en")) from error
