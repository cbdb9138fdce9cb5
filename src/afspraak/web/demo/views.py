"""Coming in as one of the bakery's people, and reading their mail. Only in a demo."""

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from afspraak.web.demo import queries
from afspraak.web.people.http import public


@public
@require_GET
def welcome(request: HttpRequest) -> HttpResponse:
    """Who there is to be."""
    _only_in_a_demo()
    return render(request, "demo/welcome.html", {"people": queries.people()})


@public
@require_POST
def sign_in(request: HttpRequest) -> HttpResponse:
    """Comes in as the person with the handle asked for."""
    _only_in_a_demo()
    person = queries.person(request.POST.get("person", ""))
    if person is None:
        raise Http404
    login(request, person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return redirect("home")


def _only_in_a_demo() -> None:
    if not settings.CONFIG.demo:
        raise Http404
