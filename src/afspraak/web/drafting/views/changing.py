"""People and lists: what one proposes, and what another says to it."""

import uuid

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from afspraak.decisions.roles import Capability
from afspraak.diagnostics import Diagnostic, pick
from afspraak.protocol import editing
from afspraak.protocol.changes import compare
from afspraak.protocol.editing import UnableToEdit
from afspraak.protocol.handbook.secrecy import Secrets
from afspraak.protocol.model import Protocol
from afspraak.protocol.problems import UnableToLoad
from afspraak.web.drafting import access, matters, operations, queries
from afspraak.web.drafting.matters_forms import MattersForm, NoForm
from afspraak.web.drafting.operations import UnableToDecide, UnableToPropose
from afspraak.web.drafting.queries import ChangeRow
from afspraak.web.drafting.sources import told
from afspraak.web.editions import comparing
from afspraak.web.editions import queries as editions
from afspraak.web.editions.queries import EditionRow
from afspraak.web.editions.wording import remarks
from afspraak.web.people.http import Request, language, may

reader = may(Capability.SEE_AGREEING)
decider = may(Capability.DECIDE_EDITION)


@require_safe
@reader
def changes(request: Request) -> HttpResponse:
    """What waits for a yes and what was decided lately; for the editor, the way to propose."""
    rows = queries.changes()
    return render(
        request,
        "drafting/changes/changes.html",
        {
            "waiting": [row for row in rows if not row.decision],
            "decided": [row for row in rows if row.decision],
            "edition": editions.in_force(request.now),
            "may_propose": request.user.may(Capability.MANAGE_EDITIONS),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
@may(Capability.MANAGE_EDITIONS)
def propose(request: Request) -> HttpResponse:
    """The small screen. What is sent goes to somebody else first."""
    edition = editions.in_force(request.now)
    if edition is None:
        raise Http404
    held = matters.of(editions.protocol_of(edition))
    if request.method != "POST":
        return _form(request, edition, MattersForm(held=held, lang=language(request)))
    form = MattersForm(request.POST, held=held, lang=language(request))
    base = request.POST.get("base", "")
    if base != edition.protocol_hash:
        return _form(request, edition, form, status=409, is_late=True)
    if not form.is_valid():
        return _form(request, edition, form, status=422)
    found = matters.differing(held, form.wanted())
    try:
        text = editing.edit(editions.source_of(edition).decode("utf-8"), found)
        key = operations.propose_change(
            edition=edition,
            base=base,
            source=text.encode(),
            why=form.cleaned_data["why"],
            now=request.now,
            actor=request.user.pk,
        )
    except UnableToEdit as unable:
        form.add_error(None, pick(unable.text, language(request)))
    except UnableToLoad as unable:
        return _form(request, edition, form, status=422, problems=unable.diagnostics)
    except UnableToPropose as unable:
        if unable.args[0] == "changed":
            return _form(request, edition, form, status=409, is_late=True)
        form.add_error(None, _("Nothing is different yet."))
    else:
        return redirect("change", key)
    return _form(request, edition, form, status=422)


@require_safe
@reader
def change(request: Request, key: uuid.UUID) -> HttpResponse:
    """One change in plain language, and what this person may say to it."""
    return _change(request, access.change(key), NoForm(), status=200)


@require_POST
@decider
def decide(request: Request, key: uuid.UUID) -> HttpResponse:
    """Yes, or no with a reason. Nobody says yes to their own, unless they work here alone."""
    row = access.change(key)
    is_yes = request.POST.get("decision") == "yes"
    form = NoForm(None if is_yes else request.POST)
    if not is_yes and not form.is_valid():
        return _change(request, row, form, status=422)
    try:
        operations.decide_change(
            change=key,
            decision="yes" if is_yes else "no",
            reason="" if is_yes else form.cleaned_data["reason"],
            now=request.now,
            actor=request.user.pk,
        )
    except UnableToDecide as unable:
        if unable.args[0] == "own":
            raise PermissionDenied from unable
        return _change(request, access.change(key), NoForm(), status=409)
    except UnableToLoad as unable:
        return _change(request, row, NoForm(), status=422, problems=unable.diagnostics)
    if is_yes:
        messages.success(request, _("It holds from now on. Nobody has to read again."))
    else:
        messages.success(request, _("It stays as it was. Your reason stands with the change."))
    return redirect("change", key)


@require_POST
@may(Capability.MANAGE_EDITIONS)
def take_back(request: Request, key: uuid.UUID) -> HttpResponse:
    """Takes one's own proposal back."""
    access.change(key)
    try:
        operations.take_back(change=key, now=request.now, actor=request.user.pk)
    except UnableToDecide as unable:
        if unable.args[0] == "gone":
            raise Http404 from unable
        return redirect("change", key)
    messages.success(request, _("You took it back. Nothing has changed."))
    return redirect("changes")


def _form(
    request: Request,
    edition: EditionRow,
    form: MattersForm,
    *,
    status: int = 200,
    is_late: bool = False,
    problems: tuple[Diagnostic, ...] = (),
) -> HttpResponse:
    return render(
        request,
        "drafting/changes/propose.html",
        {
            "edition": edition,
            "form": form,
            "is_late": is_late,
            "problems": remarks(problems, language(request)),
            "alone": operations.may_decide_alone(),
        },
        status=status,
    )


def _change(
    request: Request,
    row: ChangeRow,
    form: NoForm,
    *,
    status: int,
    problems: tuple[Diagnostic, ...] = (),
) -> HttpResponse:
    edition = editions.by_id(row.edition)
    old, new = _before(row), told(row.source).protocol
    sees_all = request.user.may(Capability.MANAGE_EDITIONS)
    in_force = editions.in_force(request.now)
    is_own = row.proposer == request.user.pk
    return render(
        request,
        "drafting/changes/change.html",
        {
            "change": row,
            "edition": edition,
            "changes": comparing.shown(compare(old, new), language(request))
            if old and new
            else None,
            "secret": matters.secret_terms(old, new) if sees_all and old and new else [],
            "hides": bool(old and new and not sees_all and matters.secret_terms(old, new)),
            "why": _said(row.why, old, new, sees_all=sees_all),
            "reason": _said(row.reason, old, new, sees_all=sees_all),
            "is_own": is_own,
            "has_nobody": is_own and not queries.somebody_else(request.user.pk),
            "may_decide": request.user.may(Capability.DECIDE_EDITION),
            "alone": is_own and operations.may_decide_alone(),
            "is_outdated": not row.decision
            and (
                in_force is None or in_force.id != row.edition or in_force.protocol_hash != row.base
            ),
            "form": form,
            "problems": remarks(problems, language(request)),
        },
        status=status,
    )


def _before(row: ChangeRow) -> Protocol | None:
    """The file that the change was made from, also when another holds by now."""
    source = queries.file_of(row.edition, row.base)
    return told(source).protocol if source else None


def _said(why: str, *protocols: Protocol | None, sees_all: bool) -> str:
    """A reason as it may be shown: a confidential term in it is only for who may see the file."""
    if not sees_all and any(each and Secrets.of(each).stand_in(why) for each in protocols):
        return "[…]"
    return why
