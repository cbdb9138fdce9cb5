"""What only the editor does: names, reminders by hand, paper, objections, opening to everybody."""

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from afspraak.decisions.roles import Capability
from afspraak.web.people.http import Request, may
from afspraak.web.reading import access, operations, queries
from afspraak.web.reading.forms import AnswerForm, OpenForm, PaperForm
from afspraak.web.reading.operations import (
    UnableToAnswer,
    UnableToOpen,
    UnableToReceive,
    UnableToRemind,
)

_EDITOR = may(Capability.SEE_WHO_HAS_NOT_READ)


@require_GET
@_EDITOR
def people(request: Request) -> HttpResponse:
    """Who has not read yet, a page at a time."""
    words = request.GET.get("q", "").strip()[:100]
    found = queries.waiting(request.now, words=words)
    page = Paginator(found, queries.PAGE).get_page(request.GET.get("page"))
    shown = found[max(0, page.start_index() - 1) : page.end_index()]
    rows = queries.waiting_rows(shown, request.now)
    values = {"page": page, "rows": rows, "words": words, "query": request.GET}
    return render(request, "reading/people.html", values)


@require_POST
@_EDITOR
def remind(request: Request, key: uuid.UUID) -> HttpResponse:
    """A reminder by hand."""
    person = access.person_here(key)
    try:
        operations.remind_by_hand(person=person.pk, editor=request.user, now=request.now)
    except UnableToRemind as unable:
        messages.warning(request, _why_not_reminded(str(unable)))
    else:
        messages.success(request, _("%(name)s gets a reminder.") % {"name": person.name})
    return redirect("reading-people")


@require_http_methods(["GET", "POST"])
@_EDITOR
def paper(request: Request, key: uuid.UUID) -> HttpResponse:
    """Recording that somebody signed on paper."""
    person = access.person_here(key)
    held = queries.to_read_by(person, request.now)
    if held is None or queries.has_read_this(person.pk, held):
        return redirect("reading-people")
    form = PaperForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.receive_on_paper(
                person=person,
                edition=held.edition.id,
                editor=request.user,
                now=request.now,
                language="en" if person.language == "en" else "nl",
                **form.cleaned_data,
            )
        except UnableToReceive as unable:
            form.add_error(*_why_not_received(str(unable)))
        else:
            done = _("It is recorded that %(name)s has read on paper.")
            messages.success(request, done % {"name": person.name})
            return redirect("reading-people")
    values = {"form": form, "person": person, "edition": held.edition}
    status = 422 if form.errors else 200
    return render(request, "reading/paper.html", values, status=status)


@require_GET
@_EDITOR
def sheet(request: Request) -> HttpResponse:
    """A sheet to print and sign, for everybody without an e-mail address or for one team."""
    held = queries.to_read(request.now)
    if held is None:
        return redirect("reading-overview")
    team = request.GET.get("team", "")
    waiting = queries.waiting(request.now)
    people = waiting.filter(team=team) if team else waiting.filter(email=None)
    values = {"edition": held.edition, "people": people[:500], "team": team}
    return render(request, "reading/sheet.html", values)


@require_http_methods(["GET", "POST"])
@_EDITOR
def open_to_all(request: Request) -> HttpResponse:
    """Asking everybody although somebody who leads has not read."""
    held = queries.to_read(request.now)
    if held is None:
        return redirect("reading-overview")
    form = OpenForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.open_to_everybody(
                edition=held.edition.id,
                reason=form.cleaned_data["reason"],
                editor=request.user,
                now=request.now,
            )
        except UnableToOpen as unable:
            messages.warning(request, _why_not_opened(str(unable)))
        else:
            messages.success(request, _("Everybody is asked now."))
        return redirect("reading-overview")
    status = 422 if form.errors else 200
    values = {"form": form, "edition": held.edition}
    return render(request, "reading/open.html", values, status=status)


@require_GET
@_EDITOR
def objections(request: Request) -> HttpResponse:
    """Every objection, those without an answer first."""
    return render(request, "reading/objections.html", {"rows": queries.objections()})


@require_http_methods(["GET", "POST"])
@_EDITOR
def answer(request: Request, key: uuid.UUID) -> HttpResponse:
    """Answering one objection."""
    row = access.objection(key)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.answer_objection(
                reading=key, text=form.cleaned_data["answer"], editor=request.user, now=request.now
            )
        except UnableToAnswer:
            messages.warning(request, _("This objection was answered already."))
        else:
            messages.success(request, _("%(name)s gets your answer.") % {"name": row.name})
        return redirect("reading-objections")
    status = 422 if form.errors else 200
    return render(request, "reading/answer.html", {"form": form, "row": row}, status=status)


def _why_not_reminded(reason: str) -> str:
    return {
        "superseded": _("There is no edition to read."),
        "read": _("This person has read it meanwhile."),
        "not-asked": _("This person was not asked yet. Those who lead come first."),
        "no-address": _("This person has no e-mail address. Offer the paper sheet."),
        "today": _("This person got a reminder by hand in the last day. One a day is enough."),
    }[reason]


def _why_not_received(reason: str) -> tuple[str | None, str]:
    return {
        "superseded": (None, _("A new edition came into force meanwhile.")),
        "received": (None, _("This person has read it meanwhile.")),
        "future": ("read_on", _("This day has yet to come.")),
        "witness": ("witness", _("Say who saw it.")),
    }[reason]


def _why_not_opened(reason: str) -> str:
    return {
        "superseded": _("A new edition came into force meanwhile."),
        "open": _("Everybody is asked already."),
        "early": _("Those who lead have two weeks first."),
        "reason": _("Say why."),
    }[reason]
