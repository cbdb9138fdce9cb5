"""Coming in as one of the bakery's people, and reading their mail. Only in a demo."""

import functools
from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language_from_request, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from afspraak.web.demo import beginning, queries
from afspraak.web.people.http import public

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
View = Callable[..., HttpResponse]


def only_in_a_demo(view: View) -> View:
    """A view that elsewhere does not exist."""

    @functools.wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not settings.CONFIG.demo:
            raise Http404
        return view(request, *args, **kwargs)

    return answer


@public
@only_in_a_demo
@require_GET
def welcome(request: HttpRequest) -> HttpResponse:
    """What this is, what to try first, and who there is to be."""
    return render(
        request,
        "demo/welcome.html",
        {
            "parts": queries.parts(),
            "can_start_again": beginning.can_start_again(settings.CONFIG.data),
        },
    )


@public
@only_in_a_demo
@require_POST
def sign_in(request: HttpRequest) -> HttpResponse:
    """Comes in as the person with the handle asked for."""
    person = queries.person(request.POST.get("person", ""))
    if person is None:
        raise Http404
    login(request, person, backend=BACKEND)
    return redirect("home")


@public
@only_in_a_demo
@require_GET
def mailbox(request: HttpRequest) -> HttpResponse:
    """The mail of who is signed in, or with `?everybody=1` all mail."""
    own = str(getattr(request.user, "email", "") or "")
    is_all = not own or "everybody" in request.GET
    found = queries.mails("" if is_all else own)
    return render(request, "demo/mailbox.html", {"mails": found, "own": own, "is_all": is_all})


@public
@only_in_a_demo
@require_GET
def mail(request: HttpRequest, key: int) -> HttpResponse:
    """One mail."""
    found = queries.mail(key)
    if found is None:
        raise Http404
    return render(request, "demo/mail.html", {"mail": found})


@public
@only_in_a_demo
@require_POST
def start_again(request: HttpRequest) -> HttpResponse:
    """Everything as it was when the bakery opened."""
    if not beginning.can_start_again(settings.CONFIG.data):
        raise Http404
    logout(request)
    beginning.start_again(settings.CONFIG.data)
    with override(get_language_from_request(request)):  # that of the page which shows it
        messages.success(request, _("The bakery is as it was at the start."))
    return redirect("demo")
