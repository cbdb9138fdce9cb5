"""Editions for the editor: what holds, what is to come, and who may read it outside."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from afspraak.decisions.roles import Capability
from afspraak.web.editions import access, operations, outside, queries
from afspraak.web.editions.forms import OutsideForm, UploadForm
from afspraak.web.organisation import queries as organisation
from afspraak.web.people.http import Request, may

editor = may(Capability.MANAGE_EDITIONS)


@require_safe
@editor
def editions(request: Request) -> HttpResponse:
    """Everything there is, and what can be done with it."""
    return _page(request)


@require_POST
@editor
def withdraw(request: Request, edition: int) -> HttpResponse:
    """Takes back an edition that is to come."""
    held = access.edition(edition)
    try:
        operations.withdraw_edition(edition=held.id, now=request.now, actor=request.user.pk)
    except operations.UnableToWithdraw as unable:
        messages.error(request, _why_not(str(unable)) % {"number": held.number})
    else:
        messages.success(request, _("Edition %(number)s was withdrawn.") % {"number": held.number})
    return redirect("editions")


@require_safe
@editor
def source(request: Request, edition: int) -> HttpResponse:  # noqa: ARG001 - Django's
    """The protocol file of an edition, as it was uploaded."""
    held = access.edition(edition)
    answer = HttpResponse(queries.source_of(held), content_type="application/yaml")
    answer["Content-Disposition"] = f'attachment; filename="protocol-{held.address}.yaml"'
    return answer


@require_POST
@editor
def show_outside(request: Request) -> HttpResponse:
    """Lets everybody read the handbook, or not."""
    form = OutsideForm(request.POST)
    if not form.is_valid():
        return _page(request, status=422)
    operations.show_outside(
        on=form.cleaned_data["on"],
        may_be_found=form.cleaned_data["may_be_found"],
        now=request.now,
        actor=request.user.pk,
    )
    if form.cleaned_data["on"]:
        messages.success(request, _("Everybody can now read the handbook in force."))
    else:
        messages.success(request, _("Only people who work here can read the handbook."))
    return redirect("editions")


def _why_not(reason: str) -> str:
    if reason == "awaits":
        return _("Edition %(number)s was agreed on in steps. Withdraw it where you agree.")
    return _("Edition %(number)s is in force already. It can only be followed by a new one.")


def _page(request: Request, *, status: int = 200) -> HttpResponse:
    past = queries.past(request.now)
    on = organisation.chosen().handbook_is_public
    values = {
        "upload": UploadForm(),
        "in_force": past[0] if past else None,
        "earlier": past[1:],
        "awaiting": queries.awaiting(),
        "coming": queries.coming(request.now),
        "outside": OutsideForm(initial={"on": on, "may_be_found": queries.may_be_found()}),
        "is_outside": on,
        "names": outside.names_in_texts(queries.protocol_of(past[0])) if past else [],
    }
    return render(request, "editions/editions.html", values, status=status)
