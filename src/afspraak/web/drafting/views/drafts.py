"""Drafts: all of them, the file of one with its versions, and the ways to begin."""

import re
import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from afspraak.decisions.roles import Capability
from afspraak.protocol.editing import UnableToEdit
from afspraak.protocol.problems import UnableToLoad
from afspraak.web.drafting import access, operations, queries
from afspraak.web.drafting.forms import FileForm
from afspraak.web.drafting.operations import UnableToSave
from afspraak.web.drafting.queries import DraftRow
from afspraak.web.editions import judging
from afspraak.web.editions import queries as editions
from afspraak.web.editions.wording import Remark, remarks
from afspraak.web.people import queries as people
from afspraak.web.people.http import Request, language, may

_NO_NAME = re.compile(r"[^A-Za-z0-9._-]+")

editor = may(Capability.MANAGE_EDITIONS)


@require_safe
@editor
def drafts(request: Request) -> HttpResponse:
    """Every draft, and the ways to begin one."""
    return _list(request, FileForm(), status=200)


@require_POST
@editor
def upload(request: Request) -> HttpResponse:
    """Begins a draft with a file, with problems or without."""
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _list(request, form, status=422)
    key = operations.start_draft(
        source=form.cleaned_data["file"], now=request.now, actor=request.user.pk
    )
    messages.success(request, _("The file is a draft now. Nothing holds yet."))
    draft = access.draft(key)
    return redirect("draft-edit" if draft.text_hash else "draft-file", key)


@require_POST
@editor
def from_edition(request: Request) -> HttpResponse:
    """Begins a draft that says what the edition in force says, under the next number."""
    edition = editions.in_force(request.now)
    if edition is None:
        raise Http404
    try:
        key = operations.start_from_edition(
            edition=edition,
            today=people.today_at(request.now),
            now=request.now,
            actor=request.user.pk,
        )
    except UnableToEdit as unable:
        messages.error(request, unable.text[language(request)])
        return redirect("drafts")
    return redirect("draft-edit", key)


@require_http_methods(["GET", "HEAD", "POST"])
@editor
def file(request: Request, key: uuid.UUID) -> HttpResponse:
    """The file of a draft: what is wrong with it, its versions, and a newer file for it."""
    draft = access.draft(key)
    if request.method != "POST":
        return _file(request, draft, FileForm(), status=200)
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _file(request, draft, form, status=422)
    try:
        version = operations.save_draft(
            draft=key,
            version=_whole(request.POST.get("version", "")),
            source=form.cleaned_data["file"],
            now=request.now,
            actor=request.user.pk,
        )
    except UnableToSave as unable:
        if unable.args[0] == "gone":
            raise Http404 from unable
        return _file(request, access.draft(key), FileForm(), status=409, is_late=True)
    messages.success(request, _("Saved as version %(version)s.") % {"version": version})
    return redirect("draft-file", key)


@require_safe
@editor
def download(request: Request, key: uuid.UUID) -> HttpResponse:
    """The file as it was saved: the last version, or the one that is asked for."""
    draft = access.draft(key)
    asked = request.GET.get("version", "")
    source = draft.source
    if asked:
        number = int(asked) if asked.isdecimal() and len(asked) < 9 else 0
        source = access.version(key, number).source
    answer = HttpResponse(source, content_type="application/yaml")
    name = _NO_NAME.sub("-", draft.number).strip("-.") or "draft"
    answer["Content-Disposition"] = f'attachment; filename="protocol-{name}.yaml"'
    return answer


@require_POST
@editor
def drop(request: Request, key: uuid.UUID) -> HttpResponse:
    """Throws a draft away, with all its versions."""
    access.draft(key)
    operations.drop_draft(draft=key, now=request.now, actor=request.user.pk)
    messages.success(request, _("The draft was thrown away. Nothing that holds has changed."))
    return redirect("drafts")


def _whole(said: str) -> int:
    """A version's number, or one that no version has."""
    return int(said) if re.fullmatch("[0-9]{1,8}", said) else 0


def _list(request: Request, form: FileForm, *, status: int) -> HttpResponse:
    begun = queries.interview(request.user.pk)
    held = {(row.number, row.text_hash) for row in editions.past(request.now)}
    return render(
        request,
        "drafting/drafts.html",
        {
            "drafts": [
                {"draft": row, "holds": (row.number, row.text_hash) in held}
                for row in queries.drafts()
            ],
            "in_force": editions.in_force(request.now),
            "interview": begun if begun and not begun.made_at else None,
            "form": form,
        },
        status=status,
    )


def _file(
    request: Request, draft: DraftRow, form: FileForm, *, status: int, is_late: bool = False
) -> HttpResponse:
    found, is_readable = _problems(request, draft)
    return render(
        request,
        "drafting/file.html",
        {
            "draft": draft,
            "diagnostics": found,
            "stops": sum(each.level == "error" for each in found),
            "is_readable": is_readable,
            "form": form,
            "is_late": is_late,
        },
        status=status,
    )


def _problems(request: Request, draft: DraftRow) -> tuple[list[Remark], bool]:
    """Everything there is to say about the file, and whether it can be read at all."""
    try:
        judgement = judging.judge(draft.source, request.now.date())
    except UnableToLoad as unable:
        return remarks(unable.diagnostics, language(request)), False
    return remarks(judgement.diagnostics, language(request)), True
