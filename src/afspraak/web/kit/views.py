"""Pages of the frame itself: what went wrong, and the company's accent."""

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import render
from django.template.loader import render_to_string

from afspraak.web.kit import colour as colours

_A_YEAR = "public, max-age=31536000, immutable"


def accent(request: HttpRequest, colour: str) -> HttpResponse:  # noqa: ARG001 - Django's
    """The style sheet of an accent colour, for light and dark, that everybody can read."""
    chosen = f"#{colour}"
    sheet = render_to_string(
        "kit/accent.css", {"light": colours.light(chosen), "dark": colours.dark(chosen)}
    )
    return HttpResponse(sheet, content_type="text/css", headers={"Cache-Control": _A_YEAR})


accent.access = "public"  # type: ignore[attr-defined]  # the mark of people.http, which stands above


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's
    """A form that waited too long, or came from elsewhere."""
    return render(request, "kit/errors/csrf.html", status=403)


_TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """More than a form can take, or a request that no browser makes of itself."""
    if not isinstance(exception, _TOO_MUCH):
        return HttpResponseBadRequest()  # who does not send an address of ours gets no page of ours
    return render(request, "kit/errors/400.html", status=400)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's
    """There is no such page, or not for you."""
    return render(request, "kit/errors/404.html", status=404)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's
    """Something that exists, but that your role does not give."""
    return render(request, "kit/errors/403.html", status=403)


def failed(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - nothing of it may be needed
    """Something broke on our side: a page that needs no database, no session and no person."""
    return HttpResponse(render_to_string("kit/errors/500.html"), status=500)
