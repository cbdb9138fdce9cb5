"""Every address of the application, and one that does nothing for whoever is signed in."""

from django.http import HttpResponse
from django.urls import include, path

from afspraak.web.people.http import Request, signed_in
from afspraak.web.urls import handler403, handler404, handler429, handler500

__all__ = ["handler403", "handler404", "handler429", "handler500", "urlpatterns"]


@signed_in
def alive(request: Request) -> HttpResponse:  # noqa: ARG001 - a view takes its request
    """The least that a page can cost here: the server, the middleware, the session, the person."""
    return HttpResponse("alive", content_type="text/plain")


urlpatterns = [path("alive/", alive), path("", include("afspraak.web.urls"))]
