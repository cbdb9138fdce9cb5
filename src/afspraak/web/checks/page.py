"""The frame of the pages where somebody types: it names nobody, so that a browser may keep it."""

from collections.abc import Mapping

from csp.utils import build_policy
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from afspraak.web.checks.policy import DIRECTIVES

SAME_FOR_ALL: Mapping[str, object] = {
    # The frame shows a name, the places of a role, and news for one person. Not here.
    "user": {"name": _("You and Afspraak")},
    "more_places": [],
    "messages": [],
}


def page(request: HttpRequest, template: str, values: Mapping[str, object]) -> HttpResponse:
    """The page with a frame that names nobody, and the policy that it shows of itself."""
    policy = [each.strip() for each in build_policy(DIRECTIVES).split(";")]
    return render(request, template, {**SAME_FOR_ALL, "policy": policy, **values})
