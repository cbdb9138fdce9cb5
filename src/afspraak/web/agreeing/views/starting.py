"""How a proposal begins: with a file, or with what was agreed on paper before."""

import uuid
from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from afspraak.decisions.agreeing import Refusal
from afspraak.decisions.roles import Capability
from afspraak.diagnostics import Diagnostic
from afspraak.protocol.problems import UnableToLoad
from afspraak.web.agreeing import access, operations
from afspraak.web.agreeing.forms import TakeOverForm
from afspraak.web.agreeing.operations import UnableToAgree
from afspraak.web.agreeing.situation import has_edition
from afspraak.web.agreeing.views import page
from afspraak.web.editions.forms import UploadForm
from afspraak.web.editions.wording import remarks
from afspraak.web.people.http import Request, language, may

SETTING_UP = "setting-up"
"""In the session as long as the first set-up goes on."""

editor = may(Capability.MANAGE_EDITIONS)


@require_http_methods(["GET", "POST"])
@editor
def upload(request: Request) -> HttpResponse:
    """Puts a file ready to be looked at, or shows everything that is wrong with it."""
    form = UploadForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if request.method != "POST" or not form.is_valid():
        return _upload(request, form, status=422 if form.errors else 200)
    try:
        key = operations.put_ready(
            source=form.cleaned_data["file"], now=request.now, actor=request.user.pk
        )
    except UnableToLoad as unable:
        return _upload(request, UploadForm(), problems=unable.diagnostics, status=422)
    return redirect("agreeing-one", key)


@require_POST
@editor
def replace(request: Request, key: uuid.UUID) -> HttpResponse:
    """Puts another file in the place of the one that is looked at."""
    access.proceeding(key)
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _upload(request, form, status=422)
    try:
        operations.replace_text(
            proceeding=key,
            source=form.cleaned_data["file"],
            now=request.now,
            actor=request.user.pk,
        )
    except UnableToAgree as unable:
        return page.one(request, key, refused=unable.refusal, status=409)
    except UnableToLoad as unable:
        return page.one(request, key, problems=unable.diagnostics, status=422)
    messages.success(request, _("This is the text now."))
    return redirect("agreeing-one", key)


@require_http_methods(["GET", "POST"])
@editor
def take_over(request: Request) -> HttpResponse:
    """Puts in force what was agreed on paper, the first time only."""
    posted = request.method == "POST"
    form = TakeOverForm(*((request.POST, request.FILES) if posted else ()))
    if not posted or not form.is_valid():
        return _take_over(request, form, status=422 if form.errors else 200)
    given = form.cleaned_data
    try:
        key = operations.take_over(
            source=given["file"],
            on=given["on"],
            reference=given["reference"],
            reason=given["reason"],
            at_once=given["starts"] == "today",
            now=request.now,
            actor=request.user.pk,
        )
    except UnableToAgree as unable:
        return _take_over(request, form, refused=unable.refusal, status=409)
    except UnableToLoad as unable:
        return _take_over(request, form, problems=unable.diagnostics, status=422)
    messages.success(request, _("What you had agreed is in force here now."))
    if request.session.get(SETTING_UP):
        return redirect("setup-protocol")
    return redirect("agreeing-one", key)


def _upload(
    request: Request,
    form: UploadForm,
    *,
    status: int,
    problems: Sequence[Diagnostic] = (),
) -> HttpResponse:
    values = {"form": form, "problems": remarks(problems, language(request))}
    return render(request, "agreeing/upload.html", values, status=status)


def _take_over(
    request: Request,
    form: TakeOverForm,
    *,
    status: int,
    refused: Refusal | None = None,
    problems: Sequence[Diagnostic] = (),
) -> HttpResponse:
    values = {
        "form": form,
        "refused": refused,
        "problems": remarks(problems, language(request)),
        "is_too_late": has_edition(request.now),
    }
    return render(request, "agreeing/take-over.html", values, status=status)
