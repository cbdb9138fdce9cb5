"""What every request gets, and every answer."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from afspraak.web.remembering import until_made

Respond = Callable[[HttpRequest], HttpResponse]

_CHANGES_NOTHING = frozenset({"GET", "HEAD"})
_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"


class Moment:
    """Gives each request one `now`, and reads things once for it.

    Nothing below a view reads the clock.
    """

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.now = timezone.now()  # type: ignore[attr-defined]  # declared in people.http
        if request.method not in _CHANGES_NOTHING:
            return self.respond(request)
        with until_made():
            return self.respond(request)


class Headers:
    """Headers that Django has no setting for. A page about a person is kept nowhere."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.respond(request)
        response.headers.setdefault("Permissions-Policy", _POLICY)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Cache-Control", "no-store")
        return response
