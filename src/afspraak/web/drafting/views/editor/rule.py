"""One rule on a page: as a form made of its kind's options, or as YAML, and its examples run."""

import uuid
from collections.abc import Mapping, Sequence
from typing import Literal

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from afspraak.diagnostics import Lang
from afspraak.engine import kinds
from afspraak.protocol import editing
from afspraak.protocol.editing import UnableToEdit
from afspraak.protocol.model import Rule
from afspraak.protocol.shapes import RULE_KEYS
from afspraak.web.drafting.editor import fields as forms
from afspraak.web.drafting.editor import filled, prose, saving, showing
from afspraak.web.drafting.editor.fields import Field, Raw
from afspraak.web.drafting.editor.held import Content, rules_of
from afspraak.web.drafting.editor.trying import Problem, Tried, tried
from afspraak.web.drafting.operations import UnableToSave
from afspraak.web.drafting.views.editor.opening import (
    Opened,
    clause_number,
    clause_title,
    editor,
    linked,
    not_saved,
    opened,
    page,
    told,
    unread,
    version_read,
)
from afspraak.web.drafting.views.editor.writing import beside, clause_at, save
from afspraak.web.editions.wording import sentence
from afspraak.web.people.http import Request

As = Literal["form", "yaml"]

YAML = Field(("yaml",), "prose", "Rule", "yaml")
EXAMPLES = (
    Field(("examples", "finds"), "items", "Examples", "finds"),
    Field(("examples", "clear"), "items", "Examples", "clear"),
)


def fields_of_rule(content: Content, kind: str) -> list[Field]:
    """What can be filled in for a rule of this kind: what every rule has, and its own options."""
    known = content.known
    common = forms.of_model(Rule, known, leave=("id", "kind", "examples", "options"))
    if kind not in kinds.all_kinds():
        return [*common, *EXAMPLES]
    options = kinds.all_kinds()[kind].options
    own = forms.of_model(options, known, leave=sorted(RULE_KEYS), owner=kind)
    return [*own, *common, *EXAMPLES]


@require_http_methods(["GET", "HEAD", "POST"])
@editor
def rule(request: Request, key: uuid.UUID, clause: str, rule: str) -> HttpResponse:
    """Shows a rule, runs its examples, and saves it."""
    held = opened(request, key)
    elsewhere = unread(request, held)
    if elsewhere:
        return elsewhere
    at = clause_at(clause, rule)
    if request.method != "POST":
        as_: As = "yaml" if request.GET.get("as") == "yaml" else "form"
        return _page(request, held, _part(held.content, at), clause, rule, as_=as_)
    _number, base = version_read(request, held)
    part = _part(base, at)
    if "yaml" in request.POST:
        return _save_yaml(request, held, at, clause, rule)
    fields = fields_of_rule(base, _kind(part))
    if "look" in request.POST:
        typed = filled.typed_in(fields, request.POST, part)
        return _page(request, held, part, clause, rule, typed=typed)

    def again(problem: str, typed: Mapping[str, Raw]) -> HttpResponse:
        return _page(request, held, part, clause, rule, typed=typed, problem=problem, status=422)

    return save(
        request,
        held,
        fields,
        at,
        title=rule,
        again=again,
        done=lambda _: redirect("draft-rule", key=key, clause=clause, rule=rule),
    )


@require_POST
@editor
def try_rule(request: Request, key: uuid.UUID, clause: str, rule: str) -> HttpResponse:
    """What the rule as typed does with its examples as typed. Nothing is kept of it.

    The rule is compiled by the engine that judges a draft, so this says what saving will say. It
    is about the company's own examples: what people type on the check page never comes here.
    """
    held = opened(request, key)
    part = _part(held.content, clause_at(clause, rule))
    fields = fields_of_rule(held.content, _kind(part))
    typed = filled.typed_in(fields, request.POST, part)
    result = _tried(request, held, part, fields, typed)
    return JsonResponse(
        {
            "problems": [_spoken(each, held.lang) for each in result.problems],
            "finds": _in_order(result, "finds"),
            "clear": _in_order(result, "clear"),
        }
    )


def _save_yaml(
    request: Request, held: Opened, at: saving.At, clause: str, rule: str
) -> HttpResponse:
    number, base = version_read(request, held)
    typed = str(filled.posted(YAML, request.POST))
    if request.POST.get("pick.yaml") == "theirs":
        typed = _piece(base, at) or typed
    elif request.POST.get("pick.yaml") == "both":
        typed = str(filled.posted(YAML, request.POST, under="own."))

    def put(there: Content, new: str) -> str:
        path = at(there)
        return editing.put_piece(there.text, path or (), new + "\n")

    try:
        outcome = saving.save_text(
            draft=held.row.id,
            version=number,
            field=YAML,
            typed=typed,
            read=lambda content: _piece(content, at),
            put=put,
            now=request.now,
            actor=request.user.pk,
        )
        new_name = editing.value_at(editing.read(typed), ("id",)) if typed else None
    except (UnableToEdit, UnableToSave) as unable:
        problem = not_saved(unable, held.lang)
        part = _part(base, at)
        return _page(
            request, held, part, clause, rule, as_="yaml", yaml=typed, problem=problem, status=422
        )
    if not outcome.is_saved:
        return beside(request, held, outcome, [YAML], {"yaml": typed}, title=rule)
    told(request, outcome, _("Saved."))
    name = new_name if isinstance(new_name, str) and not rule.startswith("~") else rule
    there = opened(request, held.row.id).content
    found = there.rule(clause_number(there, clause), name)
    if found is None:
        return redirect("draft-clause", key=held.row.id, clause=clause)
    return redirect("draft-rule", key=held.row.id, clause=clause, rule=name)


def _page(
    request: Request,
    held: Opened,
    part: object,
    clause: str,
    rule: str,
    *,
    as_: As = "form",
    typed: Mapping[str, Raw] | None = None,
    yaml: str | None = None,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    kind = _kind(part)
    fields = fields_of_rule(held.content, kind)
    values = typed if typed is not None else showing.values_of(fields, part)
    result = _tried(request, held, part, fields, values)
    path = clause_at(clause, rule)(held.content)
    said = held.judged.within(*path) if path and typed is None else ()
    number = held.content.clause(clause)
    extra = editing.value_at(part, ("examples", "posts"))
    groups = showing.groups(
        fields, values, held.lang, part=part, said=said, at=4, holds=result.holds
    )
    return page(
        request,
        held,
        "rule",
        {
            "title": str(editing.value_at(part, ("id",)) or rule),
            "clause": clause,
            "rule": rule,
            "clause_title": clause_title(held, number) if number is not None else clause,
            "kind": kind,
            "finds": kinds.summary(kind, held.lang) if kind in kinds.all_kinds() else "",
            "about": _about(kind, held.lang),
            "options": groups[: -len(EXAMPLES)],
            "examples": groups[-len(EXAMPLES) :],
            "said": linked(held, said, named=False),
            "tried": [
                {
                    "problem": sentence(each.problem[held.lang]),
                    "help": sentence(each.help[held.lang]),
                }
                for each in result.problems
            ],
            "failing": [not each for each in result.holds.values()].count(True),
            "number_of_examples": len(result.holds),
            "more_examples": len(extra) if isinstance(extra, list) else 0,
            "as": as_,
            "yaml": (_piece(held.content, clause_at(clause, rule)) or "") if yaml is None else yaml,
            "problem": problem,
            "looked": typed is not None and not problem,
            "on_version": request.POST.get("version") or held.row.version,
        },
        status=status,
    )


def _about(kind: str, lang: Lang) -> str:
    """What there is to know of a kind besides the line that says what it finds."""
    if kind not in kinds.all_kinds():
        return ""
    _finds, _line, more = kinds.explain(kind, lang).strip().partition("\n")
    return prose.shown(more.strip(), lang)


def _tried(
    request: Request,
    held: Opened,
    part: object,
    fields: Sequence[Field],
    values: Mapping[str, Raw],
) -> Tried:
    there = dict(part) if isinstance(part, dict) else {}
    wanted: dict[str, editing.Value] = dict(there)
    for path, value in filled.changes(fields, part, values).items():
        if len(path) == 1:
            wanted[path[0]] = value
        else:
            inner = wanted.get(path[0])
            wanted[path[0]] = {**(inner if isinstance(inner, dict) else {}), path[1]: value}
    rule = {key: each for key, each in wanted.items() if each is not None}
    return tried(held.content, {"id": "x", **rule}, request.now)


def _in_order(result: Tried, key: str) -> list[bool]:
    return [holds for (named, _), holds in sorted(result.holds.items()) if named == key]


def _spoken(problem: Problem, lang: Lang) -> Mapping[str, str]:
    where = ".".join(str(each) for each in problem.path)
    help_ = str(sentence(problem.help[lang])) if problem.help[lang] else ""
    return {"at": where, "problem": str(sentence(problem.problem[lang])), "help": help_}


def _part(content: Content, at: saving.At) -> object:
    path = at(content)
    if path is None:
        raise Http404
    return editing.value_at(content.root, path)


def _piece(content: Content, at: saving.At) -> str | None:
    path = at(content)
    return None if path is None else editing.piece(content.text, path).rstrip("\n")


def _kind(part: object) -> str:
    return str(editing.value_at(part, ("kind",)) or "")


def rule_names(content: Content) -> set[str]:
    """The ids of every rule of the draft."""
    return {
        str(editing.value_at(each, ("id",)) or "")
        for clause in content.clauses
        for each in rules_of(clause)
    }
