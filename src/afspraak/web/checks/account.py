"""My account: how will a reader take this name and profile? Nothing of it comes here."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from afspraak.protocol.model import Organisation
from afspraak.web.checks import queries
from afspraak.web.checks.module import module_of
from afspraak.web.checks.page import page
from afspraak.web.checks.policy import in_page_only
from afspraak.web.editions import queries as editions
from afspraak.web.people.http import Request, language, signed_in

READINGS = ("private", "affiliated", "professional", "corporate", "unclear")


@in_page_only
@signed_in
@require_GET
def account(request: Request) -> HttpResponse:
    """The page with the fields. All that is typed in them stays there."""
    edition = editions.in_force(request.now)
    if edition is None:
        return page(request, "checks/no_edition.html", {})
    organisation = editions.protocol_of(edition).organisation
    values = {
        "edition": edition,
        "pack": module_of(edition).hash,
        "networks": queries.beside(edition, language(request)).networks,
        "employer": organisation.name,
        "short": _short(organisation),
    }
    return page(request, "checks/account.html", values)


@signed_in
@require_GET
def choose_language(request: Request) -> HttpResponse:
    """The form that a page without a way out cannot have."""
    return render(request, "checks/language.html")


def _short(organisation: Organisation) -> str:
    """The company as people write it in a handle."""
    names = (*organisation.aliases, organisation.name)
    word = next((name for name in names if not name.startswith("@")), organisation.name)
    return "".join(letter for letter in word.title() if letter.isalnum())
