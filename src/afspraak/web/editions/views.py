"""Editions for the editor: what holds, what is to come, a new file, and who may read it outside."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from afspraak.decisions.roles import Capability
from afspraak.diagnostics import Diagnostic
from afspraak.protocol.changes import compare
from afspraak.protocol.problems import UnableToLoad
from afspraak.protocol.text_hash import text_hash
from afspraak.web.editions import access, comparing, judging, operations, outside, queries
from afspraak.web.editions.forms import OWN_DATE, BringInForm, OutsideForm, UploadForm
from afspraak.web.editions.queries import ProposalRow
from afspraak.web.editions.wording import remarks
from afspraak.web.organisation import queries as organisation
from afspraak.web.people.http import Request, language, may

editor = may(Capability.MANAGE_EDITIONS)


@require_safe
@editor
def editions(request: Request) -> HttpResponse:
    """Everything there is, and what can be done with it."""
    return _page(request, UploadForm(), status=200)


@require_POST
@editor
def upload(request: Request) -> HttpResponse:
    """Puts a file ready to be looked at, or shows everything that is wrong with it."""
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form, status=422)
    source = form.cleaned_data["file"]
    try:
        key = operations.propose(source=source, now=request.now, actor=request.user.pk)
    except UnableToLoad as unable:
        return _page(request, UploadForm(), status=422, problems=unable.diagnostics)
    return redirect("edition-proposed", key=key)


@require_safe
@editor
def proposed(request: Request, key: uuid.UUID) -> HttpResponse:
    """A file that was put ready: what changes for people, and what the linter says of it."""
    return _proposed(request, access.proposal(key), None, status=200)


@require_POST
@editor
def bring_in(request: Request, key: uuid.UUID) -> HttpResponse:
    """Makes it an edition."""
    proposal = access.proposal(key)
    form = BringInForm(request.POST, own_date=_own_date(request, proposal))
    if not form.is_valid():
        return _proposed(request, proposal, form, status=422)
    try:
        added = operations.bring_in(
            proposal=proposal,
            at_once=form.cleaned_data["when"] != OWN_DATE,
            now=request.now,
            actor=request.user.pk,
        )
    except UnableToLoad as unable:
        return _page(request, UploadForm(), status=422, problems=unable.diagnostics)
    if added.in_force_from > request.now:
        day = formats.date_format(timezone.localtime(added.in_force_from), "j F Y")
        says = _("Edition %(number)s comes into force on %(day)s.")
        messages.success(request, says % {"number": added.number, "day": day})
    else:
        messages.success(request, _("Edition %(number)s is in force.") % {"number": added.number})
    return redirect("editions")


@require_POST
@editor
def discard(request: Request, key: uuid.UUID) -> HttpResponse:
    """Throws a file away that was put ready."""
    operations.discard(proposal=access.proposal(key), now=request.now, actor=request.user.pk)
    messages.success(request, _("The file was thrown away. Nothing has changed."))
    return redirect("editions")


@require_POST
@editor
def withdraw(request: Request, edition: int) -> HttpResponse:
    """Takes back an edition that is to come."""
    held = access.edition(edition)
    try:
        operations.withdraw_edition(edition=held.id, now=request.now, actor=request.user.pk)
    except operations.UnableToWithdraw:
        says = _("Edition %(number)s is in force already. It can only be followed by a new one.")
        messages.error(request, says % {"number": held.number})
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
        return _page(request, UploadForm(), status=422)
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


def _page(
    request: Request, form: UploadForm, *, status: int, problems: tuple[Diagnostic, ...] = ()
) -> HttpResponse:
    past = queries.past(request.now)
    on = organisation.chosen().handbook_is_public
    values = {
        "upload": form,
        "problems": remarks(problems, language(request)),
        "in_force": past[0] if past else None,
        "earlier": past[1:],
        "coming": queries.coming(request.now),
        "proposals": queries.proposals(),
        "outside": OutsideForm(initial={"on": on, "may_be_found": queries.may_be_found()}),
        "is_outside": on,
        "names": outside.names_in_texts(queries.protocol_of(past[0])) if past else [],
    }
    return render(request, "editions/editions.html", values, status=status)


def _proposed(
    request: Request, proposal: ProposalRow, form: BringInForm | None, *, status: int
) -> HttpResponse:
    judgement = judging.judge(proposal.source, request.now.date())
    before = queries.in_force(request.now)
    changes = None
    if before:
        changes = comparing.shown(
            compare(queries.protocol_of(before), judgement.protocol), language(request)
        )
    own_date = _own_date(request, proposal)
    values = {
        "proposal": proposal,
        "before": before,
        "changes": changes,
        "diagnostics": remarks(judgement.diagnostics, language(request)),
        "same_edition": before is not None
        and before.number == proposal.number
        and before.text_hash == text_hash(judgement.protocol),
        "form": form or BringInForm(own_date=own_date),
        "own_date": own_date,
    }
    return render(request, "editions/proposed.html", values, status=status)


def _own_date(request: Request, proposal: ProposalRow) -> str:
    """The file's own date, unless it has passed and people already live by another edition."""
    protocol = judging.judge(proposal.source, request.now.date()).protocol
    own = operations.starts(protocol)
    if own <= request.now and queries.in_force(request.now):
        return ""
    return formats.date_format(protocol.edition.in_force, "j F Y")
