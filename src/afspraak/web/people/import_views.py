"""Importing people: upload, columns, what it would change, and doing it."""

import datetime as dt
import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from afspraak.decisions.roles import Capability
from afspraak.diagnostics import Lang, Text
from afspraak.web.people import access, applying, importing, sheets
from afspraak.web.people.columns import COLUMNS
from afspraak.web.people.forms import UploadForm
from afspraak.web.people.http import Request, language, may
from afspraak.web.people.importing import UnableToImport
from afspraak.web.people.languages import SAID
from afspraak.web.people.reasons import COLUMN_PROBLEMS, FILE_PROBLEMS, ROW_PROBLEMS
from afspraak.web.people.sheets import UnableToRead

PAGE_ROWS = 50
LISTED_MISSING = 500
KINDS = ("error", "new", "changed", "same")


@require_http_methods(["GET", "POST"])
@may(Capability.MANAGE_PEOPLE)
def upload(request: Request) -> HttpResponse:
    """Choosing a file."""
    form = UploadForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            if file.size > sheets.MAX_BYTES:
                raise UnableToRead("too-big")
            sheet = sheets.read(file.read())
        except UnableToRead as refusal:
            form.add_error("file", str(FILE_PROBLEMS[refusal.args[0]]))
        else:
            key = importing.keep_upload(
                name=file.name or "", sheet=sheet, by=request.user, now=request.now
            )
            return redirect("people-preview", upload=key)
    context = {"form": form, "rows": sheets.MAX_ROWS, "megabytes": sheets.MAX_BYTES // 1024**2}
    status = 422 if form.errors else 200
    return render(request, "people/import.html", context, status=status)


@require_http_methods(["GET", "POST"])
@may(Capability.MANAGE_PEOPLE)
def preview(request: Request, upload: uuid.UUID) -> HttpResponse:
    """What the file would change, row by row, and which column is what."""
    found = access.upload_of(request.user, upload)
    if found.confirmed_at:
        return redirect("people-imported", upload=found.pk)
    if request.method == "POST":
        importing.choose_columns(upload=found, columns=request.POST.getlist("column"))
        return redirect("people-preview", upload=found.pk)
    context: dict[str, object] = {
        "upload": found,
        "columns": _columns(found.headings, found.columns, importing.first_row(found)),
        "choices": COLUMNS.items(),
    }
    try:
        plan = importing.plan(found)
    except UnableToImport as refusal:
        problem = {"problem": COLUMN_PROBLEMS[refusal.args[0]]}
        return render(request, "people/preview.html", context | problem, status=422)
    counts = plan.counted()
    show = request.GET.get("show", "")
    if show not in KINDS:
        show = next((kind for kind in KINDS if counts[kind]), "same")
    number = request.GET.get("page", "1")
    shown = [outcome for outcome in plan.outcomes if outcome.kind == show]
    page = Paginator(shown, PAGE_ROWS).get_page(int(number) if number.isdecimal() else 1)
    missing = [each for each in plan.missing if each.pk != request.user.pk]
    context |= {
        "counts": counts,
        "todo": counts["new"] + counts["changed"],
        "show": show,
        "page": page,
        "rows": [_row(outcome, language(request)) for outcome in page.object_list],
        "missing": missing[:LISTED_MISSING],
        "missing_count": len(missing),
        "fields": COLUMNS,
    }
    return render(request, "people/preview.html", context)


@require_POST
@may(Capability.MANAGE_PEOPLE)
def confirm(request: Request, upload: uuid.UUID) -> HttpResponse:
    """Does what the preview said, or has the worker do it when it is much."""
    found = access.upload_of(request.user, upload)
    leaving = {uuid.UUID(key) for key in request.POST.getlist("leaving") if _is_id(key)}
    applying.confirm(upload=found, now=request.now, leaving=leaving)
    if found.count <= applying.AT_ONCE_ROWS:
        applying.apply_or_give_back(upload=found.pk, now=request.now)
    return redirect("people-imported", upload=found.pk)


@require_GET
@may(Capability.MANAGE_PEOPLE)
def result(request: Request, upload: uuid.UUID) -> HttpResponse:
    """What an import did, or that it is still being done."""
    found = access.upload_of(request.user, upload)
    if found.done_at:
        return render(request, "people/imported.html", {"upload": found, "done": found.result})
    if found.confirmed_at:
        return render(request, "people/importing.html", {"upload": found})
    if found.has_failed:
        messages.error(request, _("Something changed meanwhile. Nothing was imported: look again."))
    return redirect("people-preview", upload=found.pk)


@require_POST
@may(Capability.MANAGE_PEOPLE)
def cancel(request: Request, upload: uuid.UUID) -> HttpResponse:
    """Deletes the file and changes nothing."""
    found = access.upload_of(request.user, upload)
    if not importing.drop_upload(upload=found):
        return redirect("people-imported", upload=found.pk)
    messages.success(request, _("Nothing was imported, and the file is deleted."))
    return redirect("people")


def _columns(headings: list[str], chosen: list[str], first: list[str]) -> list[dict[str, object]]:
    return [
        {"heading": heading, "chosen": column, "example": example}
        for heading, column, example in zip(headings, chosen, first, strict=True)
    ]


def _row(outcome: importing.Outcome, lang: Lang) -> dict[str, object]:
    names: list[Text] = [COLUMNS[change.field] for change in outcome.changes]
    return {
        "number": outcome.row,
        "name": outcome.name,
        "values": outcome.values,
        "changes": [
            (name, _said(change.field, change.old, lang), _said(change.field, change.new, lang))
            for name, change in zip(names, outcome.changes, strict=True)
        ],
        "problem": ROW_PROBLEMS.get(outcome.reason),
        "column": COLUMNS.get(outcome.column),
    }


def _said(field: str, value: importing.Value, lang: Lang) -> str:
    """A value as people read it: a day as a date, a language by its name."""
    if isinstance(value, dt.date):
        return date_format(value, "j F Y")
    said = SAID.get(str(value)) if field == "language" else None
    return said[lang] if said else str(value or "–")


def _is_id(value: str) -> bool:
    try:
        uuid.UUID(value)
    except ValueError:
        return False
    return True
