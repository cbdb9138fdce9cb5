"""A person's own receipt: as a page, as a PDF and as JSON."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from afspraak.web.people.http import Request, signed_in
from afspraak.web.reading import access, paper


@require_GET
@signed_in
def page(request: Request, key: uuid.UUID) -> HttpResponse:
    """The receipt in words, with what it proves and how to verify it."""
    row = access.own_reading(request.user, key)
    sheet = paper.words(row)
    parts = (sheet.proves, sheet.does_not, sheet.verify)
    values = {"reading": row, "sheet": sheet, "parts": parts}
    return render(request, "reading/receipt.html", values)


@require_GET
@signed_in
def pdf(request: Request, key: uuid.UUID) -> HttpResponse:
    """The sealed PDF."""
    row = access.own_reading(request.user, key)
    return _file(paper.pdf(row), "application/pdf", paper.file_name(row, "pdf"))


@require_GET
@signed_in
def signed(request: Request, key: uuid.UUID) -> HttpResponse:
    """The signed JSON."""
    row = access.own_reading(request.user, key)
    return _file(row.receipt.encode(), "application/json", paper.file_name(row, "json"))


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(
        content,
        content_type=kind,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
