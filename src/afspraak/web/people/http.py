"""A request as our views know it, and who may make it.

Every view is marked with exactly one of `public`, `signed_in` and `may`; a test goes through all
addresses and refuses one that is not.
"""

import datetime as dt
import functools
from collections.abc import Callable
from typing import Concatenate, ParamSpec, cast

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from afspraak.decisions.roles import Capability
from afspraak.diagnostics import Lang
from afspraak.web.people.models import Person

P = ParamSpec("P")


class Request(HttpRequest):
    """A request of a person who is signed in."""

    now: dt.datetime
    user: Person


View = Callable[Concatenate[Request, P], HttpResponseBase]


def language(request: HttpRequest) -> Lang:
    """The language that this page is in."""
    return "en" if getattr(request, "LANGUAGE_CODE", "nl").startswith("en") else "nl"


def public(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """For anybody, signed in or not."""
    view.access = "public"  # type: ignore[attr-defined]
    return view


def signed_in(view: View[P]) -> Callable[..., HttpResponseBase]:
    """For everybody who works here."""
    return _guarded(view, None)


def may(capability: Capability) -> Callable[[View[P]], Callable[..., HttpResponseBase]]:
    """For those whose role gives `capability`; others get a page that says so."""
    return lambda view: _guarded(view, capability)


def _guarded(view: View[P], capability: Capability | None) -> Callable[..., HttpResponseBase]:
    @functools.wraps(view)
    def answer(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not isinstance(request.user, Person):
            return redirect_to_login(request.get_full_path())
        if capability and not request.user.may(capability):
            raise PermissionDenied
        return view(cast("Request", request), *args, **kwargs)

    answer.access = capability or "signed-in"  # type: ignore[attr-defined]
    return answer
