"""The parts of a draft besides its clauses, each as a form made from the file format."""

import uuid
from collections.abc import Mapping

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from afspraak.protocol import editing
from afspraak.protocol.editing import UnableToEdit
from afspraak.protocol.model import Protocol, TermList
from afspraak.web.drafting.editor import fields as forms
from afspraak.web.drafting.editor import saving, showing
from afspraak.web.drafting.editor.fields import Field, Raw
from afspraak.web.drafting.editor.held import Content
from afspraak.web.drafting.editor.naming import as_name
from afspraak.web.drafting.operations import UnableToSave
from afspraak.web.drafting.views.editor.opening import (
    PARTS,
    Opened,
    editor,
    linked,
    not_saved,
    opened,
    page,
    part_label,
    told,
    unread,
    version_read,
)
from afspraak.web.drafting.views.editor.writing import save
from afspraak.web.people.http import Request

LISTS = "lists"


def fields_of_part(content: Content, part: str) -> list[Field]:
    """What can be filled in for one of the parts."""
    known = content.known
    if part != LISTS:
        annotation = Protocol.model_fields[part].rebuild_annotation()
        return forms.fields_of(annotation, "Protocol", part, known)
    return [
        forms.under(field, (LISTS, name))
        for name in known.lists
        for field in forms.of_model(TermList, known)
    ]


@require_http_methods(["GET", "HEAD", "POST"])
@editor
def part(request: Request, key: uuid.UUID, part: str) -> HttpResponse:
    """Shows a part, and saves it."""
    if part not in PARTS:
        raise Http404
    held = opened(request, key)
    elsewhere = unread(request, held)
    if elsewhere:
        return elsewhere
    if request.method != "POST":
        return _page(request, held, part)
    if part == LISTS and "add" in request.POST:
        return _add_list(request, held)

    def again(problem: str, typed: Mapping[str, Raw]) -> HttpResponse:
        return _page(request, held, part, typed=typed, problem=problem, status=422)

    _number, base = version_read(request, held)
    return save(
        request,
        held,
        fields_of_part(base, part),
        lambda _: (),
        title=part_label(part)[held.lang],
        again=again,
        done=lambda _: redirect("draft-part", key=key, part=part),
    )


def _add_list(request: Request, held: Opened) -> HttpResponse:
    name = as_name(request.POST.get("name", ""))
    terms = [each for each in request.POST.get("terms", "").split() if each]
    lines = [each.strip() for each in request.POST.get("terms", "").splitlines() if each.strip()]
    if not name or not terms:
        problem = _("Give the list a name and at least one term.")
        return _page(request, held, LISTS, problem=problem, status=422)
    if name in held.content.known.lists:
        problem = _("There is a list with that name already.")
        return _page(request, held, LISTS, problem=problem, status=422)
    value: dict[str, editing.Value] = {"terms": list(lines)}
    if request.POST.get("confidential"):
        value = {"confidential": True, **value}
    number, _base = version_read(request, held)
    try:
        outcome = saving.save_change(
            draft=held.row.id,
            version=number,
            change=lambda _, there: editing.edit(there.text, {(LISTS, name): value}),
            now=request.now,
            actor=request.user.pk,
        )
    except (UnableToEdit, UnableToSave) as unable:
        problem = not_saved(unable, held.lang)
        return _page(request, held, LISTS, problem=problem, status=422)
    told(request, outcome, _("The list was added."))
    return redirect("draft-part", key=held.row.id, part=LISTS)


def _page(
    request: Request,
    held: Opened,
    part: str,
    *,
    typed: Mapping[str, Raw] | None = None,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    fields = fields_of_part(held.content, part)
    root = held.content.root
    said = held.judged.within(part)
    values = typed if typed is not None else showing.values_of(fields, root)
    groups = showing.groups(fields, values, held.lang, part=root, said=said)
    named = [each for each in said if any(each.path[: len(f.path)] == f.path for f in fields)]
    return page(
        request,
        held,
        "part",
        {
            "part": part,
            "title": part_label(part)[held.lang],
            "groups": groups,
            "sections": _sections(groups) if part == LISTS else [("", groups)],
            "is_lists": part == LISTS,
            "new_name": request.POST.get("name", "") if problem else "",
            "new_terms": request.POST.get("terms", "") if problem else "",
            "said": linked(held, [each for each in said if each not in named], named=False),
            "problem": problem,
            "on_version": request.POST.get("version") or held.row.version,
        },
        status=status,
    )


def _sections(groups: list[showing.Group]) -> list[tuple[str, list[showing.Group]]]:
    """The fields of each list under its name."""
    found: dict[str, list[showing.Group]] = {}
    for group in groups:
        found.setdefault(group.shown[0].field.path[1], []).append(group)
    return list(found.items())
