"""Bringing a document, looking at it beside our clauses, choosing, and taking it along."""

import re
import uuid
from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from afspraak.decisions.roles import Capability
from afspraak.diagnostics import pick
from afspraak.protocol.editing import UnableToEdit
from afspraak.protocol.model import Protocol
from afspraak.web.people import queries as people
from afspraak.web.people.http import Request, language, may
from afspraak.web.supplementing import access, beside, making, operations, queries, shown
from afspraak.web.supplementing.forms import BringForm, ChoicesForm, proposed
from afspraak.web.supplementing.queries import DocumentRow

editor = may(Capability.MANAGE_EDITIONS)
LOOK_AGAIN_SECONDS = 2
_NO_NAME = re.compile(r"[^A-Za-z0-9._-]+")


@require_http_methods(["GET", "HEAD", "POST"])
@editor
def supplementing(request: Request) -> HttpResponse:
    """The documents that are here, and bringing another."""
    if request.method != "POST":
        return _start(request, BringForm(), status=200)
    form = BringForm(request.POST, request.FILES)
    if not form.is_valid():
        return _start(request, form, status=422)
    ours = beside.protocol_beside(request.now, language(request))
    key = operations.bring(
        content=form.content,
        name=form.name,
        document=form.cleaned_data["file"],
        source=ours.source,
        edition=ours.edition,
        now=request.now,
        actor=request.user.pk,
    )
    return redirect("supplementing-one", key)


@require_http_methods(["GET", "HEAD", "POST"])
@editor
def one(request: Request, key: uuid.UUID) -> HttpResponse:
    """How far the reading is; then our clauses, each with what the document says of it."""
    row = access.document(key, request.now)
    if not row.is_ready:
        answer = render(request, "supplementing/waiting.html", {"document": row})
        if not row.is_stopped:
            answer["Refresh"] = str(LOOK_AGAIN_SECONDS)
        return answer
    if request.method != "POST":
        return _judged(request, row, None, status=200)
    held = queries.held(key)
    titles = _titles(request, beside.loaded(held.source))
    form = ChoicesForm(held.judged, titles, {}, request.POST)
    if not form.is_valid():
        return _judged(request, row, form, status=422)
    operations.choose(document=key, choices=form.chosen, now=request.now, actor=request.user.pk)
    messages.success(request, _("Your choices are kept. You can take the document along now."))
    return redirect("supplementing-one", key)


@require_safe
@editor
def document(request: Request, key: uuid.UUID, form: str) -> HttpResponse:
    """The document completed, or a supplement beside it, as a file."""
    row = access.ready(key, request.now)
    held = queries.held(key)
    chosen = {**proposed(held.judged), **queries.choices(key)}
    made = making.document(row, held, chosen, form=form, day=people.today_at(request.now))
    ending = _("supplemented")
    return _file(made, making.TYPES[form], f"{_stem(row)}-{ending}.{form}")


@require_safe
@editor
def protocol(request: Request, key: uuid.UUID) -> HttpResponse:
    """The protocol file with what was chosen, as a file."""
    row = access.ready(key, request.now)
    held = queries.held(key)
    chosen = {**proposed(held.judged), **queries.choices(key)}
    try:
        made = making.protocol(row, held, chosen, held.source)
    except UnableToEdit as unable:
        messages.error(request, pick(unable.text, language(request)))
        return redirect("supplementing-one", key)
    return _file(made, "application/yaml", "protocol.yaml")


@require_POST
@editor
def throw_away(request: Request, key: uuid.UUID) -> HttpResponse:
    """Lets the document go at once."""
    access.document(key, request.now)
    operations.throw_away(document=key, now=request.now, actor=request.user.pk)
    messages.success(request, _("The document is thrown away. A receipt of it stays."))
    return redirect("supplementing")


def _start(request: Request, form: BringForm, *, status: int) -> HttpResponse:
    values = {
        "form": form,
        "documents": queries.documents(request.now),
        "beside": beside.protocol_beside(request.now, language(request)),
        "days": operations.KEPT_DAYS,
    }
    return render(request, "supplementing/start.html", values, status=status)


def _judged(
    request: Request, row: DocumentRow, form: ChoicesForm | None, *, status: int
) -> HttpResponse:
    held = queries.held(row.id)
    ours = beside.loaded(held.source)
    chosen = queries.choices(row.id)
    filled = form or ChoicesForm(held.judged, _titles(request, ours), chosen)
    values = {
        "document": row,
        "form": filled,
        "groups": shown.groups(ours, held.judged, filled, language(request)),
        "is_same": making.has_own_form(row),
        "has_chosen": bool(chosen),
    }
    return render(request, "supplementing/judged.html", values, status=status)


def _titles(request: Request, ours: Protocol) -> Mapping[str, str]:
    return {clause.id: pick(clause.title, language(request)) for clause in ours.clauses}


def _stem(row: DocumentRow) -> str:
    return _NO_NAME.sub("-", row.name.rsplit(".", 1)[0]).strip("-.") or "protocol"


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
