"""Adding, moving and removing clauses and rules."""

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from afspraak.diagnostics import pick
from afspraak.engine import kinds
from afspraak.protocol import editing
from afspraak.protocol.editing import UnableToEdit
from afspraak.web.drafting.editor import saving, shelf
from afspraak.web.drafting.editor.held import Content
from afspraak.web.drafting.editor.naming import as_name, free
from afspraak.web.drafting.editor.saving import Outcome
from afspraak.web.drafting.operations import UnableToSave
from afspraak.web.drafting.views.editor.opening import (
    Opened,
    editor,
    not_saved,
    opened,
    page,
    told,
    unread,
    version_read,
)
from afspraak.web.drafting.views.editor.rule import rule_names
from afspraak.web.drafting.views.editor.writing import clause_at
from afspraak.web.people.http import Request

FIRST_SEVERITY = "note"
MAX_TITLE = 400


@require_http_methods(["GET", "HEAD", "POST"])
@editor
def add_clause(request: Request, key: uuid.UUID) -> HttpResponse:
    """What can be added: a clause of one's own, or one from the library."""
    held = opened(request, key)
    elsewhere = unread(request, held)
    if elsewhere:
        return elsewhere
    if request.method != "POST":
        return _shelf(request, held, "", status=200)
    if "library" in request.POST:
        return _from_library(request, held, request.POST["library"])
    return _of_its_own(request, held)


@require_POST
@editor
def move(request: Request, key: uuid.UUID) -> HttpResponse:
    """Moves a clause one place up or down."""
    held = opened(request, key)
    address, _colon, way = request.POST.get("move", "").partition(":")
    by = {"up": -1, "down": 1}.get(way)
    if by is None or held.content.clause(address) is None:
        raise Http404

    def change(_: Content, there: Content) -> str | None:
        number = there.clause(address)
        if number is None:
            return None
        return editing.move(there.text, ("clauses", number), number + by)

    _changed(request, held, change, said="")
    return redirect(f"{reverse('draft-edit', args=[key])}#c-{address}")


@require_POST
@editor
def remove_clause(request: Request, key: uuid.UUID, clause: str) -> HttpResponse:
    """Takes a clause out. An earlier version still has it."""
    return _removed(request, key, clause_at(clause), ("draft-clause", [key, clause]))


@require_POST
@editor
def remove_rule(request: Request, key: uuid.UUID, clause: str, rule: str) -> HttpResponse:
    """Takes a rule out. An earlier version still has it."""
    way = ("draft-clause", [key, clause])
    return _removed(request, key, clause_at(clause, rule), way, then=way)


@require_POST
@editor
def add_rule(request: Request, key: uuid.UUID, clause: str) -> HttpResponse:
    """Begins a rule of a kind; its page says what it still needs."""
    held = opened(request, key)
    kind = request.POST.get("kind", "")
    if kind not in kinds.all_kinds() or held.content.clause(clause) is None:
        raise Http404
    wanted = as_name(request.POST.get("name", "")) or kind
    name = free(wanted, rule_names(held.content))
    new: editing.Value = {"id": name, "kind": kind, "severity": FIRST_SEVERITY}

    def change(_: Content, there: Content) -> str | None:
        number = there.clause(clause)
        if number is None:
            return None
        path = ("clauses", number, "rules")
        rules = editing.value_at(there.root, path)
        last = len(rules) if isinstance(rules, list) else 0
        return editing.insert(there.text, path, last, new)

    done = _changed(
        request, held, change, said=_("The rule was begun. It still needs a few things.")
    )
    if done:
        return redirect("draft-rule", key=key, clause=clause, rule=name)
    return redirect("draft-clause", key=key, clause=clause)


def _removed(
    request: Request,
    key: uuid.UUID,
    at: saving.At,
    back: tuple[str, list[object]],
    *,
    then: tuple[str, list[object]] | None = None,
) -> HttpResponse:
    held = opened(request, key)
    _number, base = version_read(request, held)
    if at(base) is None:
        raise Http404

    def change(base: Content, there: Content) -> str | None:
        was, now = at(base), at(there)
        if was is None or now is None:
            return None
        # What somebody wrote on in the meantime is not taken out unread.
        if editing.value_at(base.root, was) != editing.value_at(there.root, now):
            return None
        return editing.remove(there.text, now)

    done = _changed(
        request, held, change, said=_("It was taken out. An earlier version still has it.")
    )
    name, args = (then or ("draft-edit", [key])) if done else back
    return redirect(reverse(name, args=args))


def _shelf(request: Request, held: Opened, problem: str, *, status: int) -> HttpResponse:
    languages = held.content.languages
    clauses = shelf.on_shelf(held.content, held.judged.protocol, held.lang)
    values = {
        "languages": [(lang, request.POST.get(f"title.{lang}", "")) for lang in languages],
        "library": [
            (
                clause.id,
                pick(clause.title, held.lang),
                pick(clause.text, held.lang).strip().split("\n\n", maxsplit=1)[0],
                len(clause.rules),
            )
            for clause in clauses
        ],
        "problem": problem,
        "on_version": held.row.version,
    }
    return page(request, held, "add", values, status=status)


def _of_its_own(request: Request, held: Opened) -> HttpResponse:
    titles: dict[str, editing.Value] = {
        lang: request.POST.get(f"title.{lang}", "").strip()[:MAX_TITLE] or None
        for lang in held.content.languages
    }
    first = next((str(each) for each in titles.values() if each), "")
    if not first:
        return _shelf(request, held, _("Give the clause a title."), status=422)
    taken = {str(editing.value_at(each, ("id",))) for each in held.content.clauses}
    name = free(as_name(first) or "clause", taken)
    value: editing.Value = {"id": name, "title": titles}
    return _added(request, held, value, name, len(held.content.clauses))


def _from_library(request: Request, held: Opened, name: str) -> HttpResponse:
    clauses = shelf.on_shelf(held.content, held.judged.protocol, held.lang)
    clause = next((each for each in clauses if each.id == name), None)
    if clause is None:
        return _shelf(request, held, _("That clause is in the draft already."), status=422)
    value = shelf.value_of(clause, frozenset(rule_names(held.content)))
    return _added(request, held, value, name, shelf.place_of(clause, held.content))


def _added(
    request: Request, held: Opened, value: editing.Value, name: str, place: int
) -> HttpResponse:
    done = _changed(
        request,
        held,
        lambda _, there: editing.insert(there.text, ("clauses",), place, value),
        said=_("The clause was added."),
    )
    if done is None:
        return redirect("draft-clause-add", key=held.row.id)
    return redirect("draft-clause", key=held.row.id, clause=name)


def _changed(
    request: Request,
    held: Opened,
    change: Callable[[Content, Content], str | None],
    *,
    said: str,
) -> Outcome | None:
    """Makes the change and says so; None, with the reason told, when it cannot be made."""
    number, _base = version_read(request, held)
    try:
        outcome = saving.save_change(
            draft=held.row.id, version=number, change=change, now=request.now, actor=request.user.pk
        )
    except (UnableToEdit, UnableToSave) as unable:
        messages.error(request, not_saved(unable, held.lang))
        return None
    if outcome.gone:
        says = _("Somebody changed this meanwhile, so nothing was done. Look at it first.")
        messages.error(request, says)
        return None
    if said:
        told(request, outcome, said)
    return outcome
