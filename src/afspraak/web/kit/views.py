"""Pages of the frame itself: what went wrong, and the components in every state."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's
    """A form that waited too long, or came from elsewhere."""
    return render(request, "kit/errors/csrf.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's
    """There is no such page, or not for you."""
    return render(request, "kit/errors/404.html", status=404)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's
    """Something that exists, but that your role does not give."""
    return render(request, "kit/errors/403.html", status=403)


def failed(request: HttpRequest) -> HttpResponse:
    """Something broke on our side."""
    return render(request, "kit/errors/500.html", status=500)
