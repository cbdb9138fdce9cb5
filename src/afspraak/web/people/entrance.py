"""What stands around the pages of signing in: which exist, and what ending a session clears."""

import functools
from collections.abc import Callable

from allauth.account.internal.flows.login import record_authentication
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views import i18n
from django.views.decorators.http import require_POST

from afspraak.diagnostics import LANGUAGES
from afspraak.web.people import access, operations, signing_in
from afspraak.web.people.http import Request, public
from afspraak.web.people.models import Person

WAIT_MINUTES = 5  # the longest of ACCOUNT_RATE_LIMITS

View = Callable[..., HttpResponseBase]


def form_page(view: View) -> View:
    """A page with a form: one that comes back says so by its status, 422."""

    @functools.wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if request.method == "POST" and response.status_code == 200:
            response.status_code = 422
        return response

    return answer


def only_with(way: str, view: View) -> View:
    """A page of one way of signing in: 404 where that way is not used."""

    @functools.wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if way not in settings.CONFIG.sign_in:
            raise Http404
        return view(request, *args, **kwargs)

    return answer


def shows_it_is_you(view: View) -> View:
    """Adding a passkey: who just used one need not show it again to see the recovery codes."""

    @functools.wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if request.method == "POST" and response.headers.get("Location") == reverse(
            "mfa_view_recovery_codes"
        ):
            record_authentication(request, request.user, "mfa", reauthenticated=True)
        return response

    return answer


def sign_in_page(view: View) -> View:
    """The page where one signs in. What is sent to it is a password: 404 where none is used."""

    @functools.wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if request.method == "POST" and "password" not in settings.CONFIG.sign_in:
            raise Http404
        response = view(request, *args, **kwargs)
        if isinstance(response, TemplateResponse) and response.context_data is not None:
            config = settings.CONFIG
            # Who comes by a link with an address has had a mail.
            arrives = bool(config.mail) or config.demo or "email" in request.GET
            response.context_data["codes_arrive"] = arrives
            response.context_data["is_new"] = not arrives and not access.anybody()
        return response

    return answer


def ends_session(view: View) -> View:
    """After it nothing of these pages stays in the browser: no copy for the next person."""

    @functools.wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if request.method == "POST":
            response.headers["Clear-Site-Data"] = '"cache", "storage"'
        return response

    return answer


def to_profile(request: Request) -> HttpResponse:  # noqa: ARG001 - a view
    """Where allauth lists passkeys, we have the profile."""
    return HttpResponseRedirect("/profile/")


@public
@require_POST
def set_language(request: HttpRequest) -> HttpResponseBase:
    """Chooses the language of the pages, also for the next time and for mails."""
    wanted = request.POST.get("language", "")
    if isinstance(request.user, Person) and wanted in LANGUAGES:
        operations.change_person(
            person=request.user,
            values={"language": wanted},
            now=request.now,  # type: ignore[attr-defined]  # by kit.middleware
            actor=request.user.pk,
        )
    response: HttpResponseBase = i18n.set_language(request)
    return response


def too_many(request: HttpRequest) -> HttpResponse:
    """The page for who tried too often: how long to wait, and what to do meanwhile."""
    address = str(request.POST.get("email") or request.POST.get("login") or "")
    signing_in.note_failures(
        way="code" if "/code/" in request.path else "page",
        address=address,
        now=request.now,  # type: ignore[attr-defined]  # by kit.middleware
    )
    response = render(
        request,
        "people/too_many.html",
        {"minutes": WAIT_MINUTES},
        status=429,
    )
    response.headers["Retry-After"] = str(WAIT_MINUTES * 60)
    return response
