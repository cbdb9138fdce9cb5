"""Pages that join writing and agreeing."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from afspraak.decisions.agreeing import State
from afspraak.decisions.roles import Capability
from afspraak.diagnostics import pick
from afspraak.protocol.problems import UnableToLoad
from afspraak.web.agreeing import access as proposals
from afspraak.web.agreeing import queries as agreeing
from afspraak.web.agreeing.operations import UnableToAgree
from afspraak.web.drafting import access as drafts
from afspraak.web.editions.wording import remarks
from afspraak.web.flows import offering
from afspraak.web.people.http import Request, language, may


@require_http_methods(["GET", "POST"])
@may(Capability.MANAGE_EDITIONS)
def offer(request: Request, key: uuid.UUID) -> HttpResponse:
    """What happens when a draft is offered, and the step itself."""
    draft = drafts.draft(key)
    known = agreeing.of_draft(key)
    if known and known.state != State.DRAFT:
        return redirect("agreeing-one", known.id)
    problems = []
    if request.method == "POST":
        try:
            made = offering.offer_draft(draft=draft, now=request.now, actor=request.user.pk)
        except UnableToLoad as unable:
            problems = remarks(unable.diagnostics, language(request))
        else:
            return redirect("agreeing-one", made)
    values = {"draft": draft, "known": known, "problems": problems}
    return render(request, "flows/offer.html", values, status=422 if problems else 200)


@require_POST
@may(Capability.MANAGE_EDITIONS)
def write(request: Request, key: uuid.UUID) -> HttpResponse:
    """Makes a draft of a text that is looked at."""
    row = proposals.proceeding(key)
    try:
        draft = offering.write_proposal(proceeding=row, now=request.now, actor=request.user.pk)
    except UnableToAgree as unable:
        messages.error(request, pick(unable.refusal.says, language(request)))
        return redirect("agreeing-one", key)
    return redirect("draft-edit", draft)
