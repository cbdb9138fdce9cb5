"""One clause on a page: its texts side by side, its lists, its rules, and what is said of it."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from afspraak.diagnostics import Lang
from afspraak.engine import kinds
from afspraak.protocol import editing
from afspraak.protocol.model import Clause
from afspraak.web.drafting.editor import fields as forms
from afspraak.web.drafting.editor import filled, prose, showing
from afspraak.web.drafting.editor.fields import Field, Raw
from afspraak.web.drafting.editor.held import Content, addresses, in_words, rules_of
from afspraak.web.drafting.editor.hints import linted
from afspraak.web.drafting.views.editor.opening import (
    Opened,
    clause_number,
    clause_title,
    editor,
    linked,
    opened,
    page,
    to_clause,
    unread,
    version_read,
)
from afspraak.web.drafting.views.editor.writing import clause_at, save
from afspraak.web.editions import queries as editions
from afspraak.web.editions.wording import sentence
from afspraak.web.people.http import Request

NOT_HERE = ("id", "overruled", "rules")
"""What a clause has besides: its name stays, rules have pages, overruling comes at offering."""


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule in the list of its clause."""

    url: str
    name: str
    kind: str
    finds: str
    severity: str
    examples: int
    failing: int
    blocking: int


@dataclass(frozen=True, slots=True)
class Beside:
    """The clause before or after."""

    url: str
    title: str


def fields_of_clause(content: Content) -> list[Field]:
    """What can be filled in for a clause of this draft."""
    return forms.of_model(Clause, content.known, leave=NOT_HERE)


@require_http_methods(["GET", "HEAD", "POST"])
@editor
def clause(request: Request, key: uuid.UUID, clause: str) -> HttpResponse:
    """Shows a clause, and saves it."""
    held = opened(request, key)
    elsewhere = unread(request, held)
    if elsewhere:
        return elsewhere
    if request.method != "POST":
        number = clause_number(held.content, clause)
        return _page(request, held, number, None, "", status=200)
    _number, base = version_read(request, held)
    at = clause_number(base, clause)
    fields = fields_of_clause(base)
    if "look" in request.POST:
        typed = filled.typed_in(fields, request.POST, base.clauses[at])
        return _page(request, held, clause_number(held.content, clause), typed, "", status=200)

    def again(problem: str, typed: Mapping[str, Raw]) -> HttpResponse:
        number = held.content.clause(clause)
        return _page(request, held, at if number is None else number, typed, problem, status=422)

    return save(
        request,
        held,
        fields,
        clause_at(clause),
        title=in_words(editing.value_at(base.clauses[at], ("title",)), held.lang) or clause,
        again=again,
        done=lambda _: to_clause(held, clause),
    )


@require_POST
@editor
def look(request: Request, key: uuid.UUID, clause: str) -> HttpResponse:
    """How the clause as typed will look, and what the linter says of it. Nothing is kept of it."""
    held = opened(request, key)
    number = clause_number(held.content, clause)
    part = held.content.clauses[number]
    fields = fields_of_clause(held.content)
    typed = filled.typed_in(fields, request.POST, part)
    shown = {
        field.name: str(prose.shown(str(typed[field.name]), field.lang or held.lang))
        for field in fields
        if field.key == "text" and field.name in typed
    }
    # Where the draft cannot be read as a whole, what holds now tells the rest.
    before = editions.in_force(request.now) if held.judged.protocol is None else None
    protocol = held.judged.protocol or (editions.protocol_of(before) if before else None)
    name = str(editing.value_at(part, ("id",)) or clause)
    found = linted(protocol, name, fields, typed, request.now.date()) if protocol else []
    hints = [
        {
            "field": field,
            "level": each.level,
            "problem": str(sentence(each.problem[held.lang])),
            "help": str(sentence(each.help[held.lang])),
        }
        for field, each in found
    ]
    return JsonResponse({"shown": shown, "hints": hints})


def _page(
    request: Request,
    held: Opened,
    number: int,
    typed: Mapping[str, Raw] | None,
    problem: str,
    *,
    status: int,
) -> HttpResponse:
    part = held.content.clauses[number]
    fields = fields_of_clause(held.content)
    said = held.judged.within("clauses", number)
    own = [each for each in said if each.path[2:3] != ("rules",)]
    on_field = [each for each in own if _has_field(each.path[2:], fields)]
    values = typed if typed is not None else showing.values_of(fields, part)
    return page(
        request,
        held,
        "clause",
        {
            "title": clause_title(held, number),
            "clause": held.clause_addresses[number],
            "place": number + 1,
            "total": len(held.content.clauses),
            "groups": showing.groups(fields, values, held.lang, part=part, said=on_field, at=2),
            "said": linked(held, [each for each in own if each not in on_field], named=False),
            "count": len(said),
            "rules": _rules(held, number),
            "kinds": [(name, _finds(name, held.lang)) for name in kinds.all_kinds()],
            "problem": problem,
            "on_version": request.POST.get("version") or held.row.version,
            "looked": typed is not None and not problem,
            "before": _beside(held, number - 1),
            "after": _beside(held, number + 1),
        },
        status=status,
    )


def _has_field(path: Sequence[str | int], fields: Sequence[Field]) -> bool:
    steps = tuple(path)
    return any(
        steps[: len(field.path)] == field.path or (field.lang and steps == field.path[:-1])
        for field in fields
    )


def _rules(held: Opened, number: int) -> list[RuleLine]:
    clause = held.content.clauses[number]
    rules = rules_of(clause)
    return [
        _rule(held, number, place, address, rules[place])
        for place, address in enumerate(addresses(rules))
    ]


def _rule(held: Opened, number: int, place: int, address: str, rule: object) -> RuleLine:
    path = ("clauses", number, "rules", place)
    kind = str(editing.value_at(rule, ("kind",)) or "")
    given = editing.value_at(rule, ("examples",))
    several = given.values() if isinstance(given, dict) else ()
    said = held.judged.within(*path)
    return RuleLine(
        url=reverse("draft-rule", args=[held.row.id, held.clause_addresses[number], address]),
        name=str(editing.value_at(rule, ("id",)) or address),
        kind=kind,
        finds=_finds(kind, held.lang),
        severity=str(editing.value_at(rule, ("severity",)) or ""),
        examples=sum(len(each) for each in several if isinstance(each, list)),
        failing=sum(each[:4] == path for each in held.judged.failing),
        blocking=sum(each.about.level == "error" for each in said),
    )


def _finds(kind: str, lang: Lang) -> str:
    if kind not in kinds.all_kinds():
        return _("unknown kind")
    return kinds.summary(kind, lang).rstrip(".")


def _beside(held: Opened, number: int) -> Beside | None:
    if not 0 <= number < len(held.content.clauses):
        return None
    url = reverse("draft-clause", args=[held.row.id, held.clause_addresses[number]])
    return Beside(url, clause_title(held, number))
