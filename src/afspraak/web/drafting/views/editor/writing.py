"""Saving a form of the editor, and the page on which two people's changes come together."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.utils.translation import gettext as _

from afspraak.protocol import editing
from afspraak.protocol.editing import UnableToEdit
from afspraak.web.drafting.editor import filled, saving, showing
from afspraak.web.drafting.editor.difference import Piece, between
from afspraak.web.drafting.editor.fields import Field, Raw
from afspraak.web.drafting.editor.held import Content
from afspraak.web.drafting.editor.saving import Clash, Outcome
from afspraak.web.drafting.editor.showing import Group, Shown
from afspraak.web.drafting.operations import UnableToSave
from afspraak.web.drafting.views.editor.opening import (
    Opened,
    not_saved,
    page,
    told,
    version_read,
)
from afspraak.web.people.http import Request


@dataclass(frozen=True, slots=True)
class Choice:
    """A field to choose in: both versions against what was, and both together to go on with."""

    name: str
    label: str
    lang: str
    only_theirs: bool
    fits: bool
    is_text: bool
    mine: Sequence[Piece]
    theirs: Sequence[Piece]
    both: str
    lines: int
    several: Shown


@dataclass(frozen=True, slots=True)
class Kept:
    """A value that goes along with a form without being shown."""

    name: str
    value: str


def save(
    request: Request,
    held: Opened,
    fields: Sequence[Field],
    at: saving.At,
    *,
    title: str,
    again: Callable[[str, Mapping[str, Raw]], HttpResponse],
    done: Callable[[Outcome], HttpResponse],
) -> HttpResponse:
    """Writes what was typed and goes on with `done`; with `again` when it cannot be written.

    What somebody else changed in the meantime comes beside it, to choose from.
    """
    number, base = version_read(request, held)
    path = at(base)
    there = None if path is None else editing.value_at(base.root, path)
    typed = filled.typed_in(fields, request.POST, there)
    try:
        outcome = saving.save_fields(
            draft=held.row.id,
            version=number,
            at=at,
            fields=fields,
            typed=typed,
            now=request.now,
            actor=request.user.pk,
        )
    except (UnableToEdit, UnableToSave) as unable:
        return again(not_saved(unable, held.lang), typed)
    if outcome.is_saved:
        told(request, outcome, _("Saved."))
        return done(outcome)
    return beside(request, held, outcome, fields, typed, title=title)


def beside(
    request: Request,
    held: Opened,
    outcome: Outcome,
    fields: Sequence[Field],
    typed: Mapping[str, Raw],
    *,
    title: str,
) -> HttpResponse:
    """Both versions side by side, with everything that was typed; nothing has been written."""
    clashing = {each.field.name for each in outcome.clashes}
    values = {
        "title": title,
        "on_version": outcome.version,
        "by": outcome.latest.changed_by,
        "gone": outcome.gone,
        "choices": [_choice(each, held) for each in outcome.clashes],
        "kept": [
            kept
            for field in fields
            if field.name in typed
            for kept in _kept(field, typed[field.name])
        ],
        "typed": _readable(fields, typed, held) if outcome.gone else [],
        "clashing": clashing,
    }
    return page(request, held, "beside", values, status=422)


def _choice(clash: Clash, held: Opened) -> Choice:
    field = clash.field
    several = showing.groups([field], {field.name: clash.both}, held.lang)[0].shown[0]
    name = field.label[held.lang]
    language = f" · {showing.LANGUAGE_NAMES[field.lang][held.lang]}" if field.lang else ""
    was, both = _as_text(clash.was), _as_text(clash.both)
    return Choice(
        name=field.name,
        label=name + language,
        lang=field.lang if field.lang and field.lang != held.lang else "",
        only_theirs=clash.only_theirs,
        fits=clash.fits,
        is_text=isinstance(clash.both, str) and field.kind in {"line", "prose", "lines"},
        mine=between(was, _as_text(clash.mine)),
        theirs=between(was, _as_text(clash.theirs)),
        both=both,
        lines=max(2, min(30, sum(1 + len(line) // 90 for line in both.split("\n")) + 1)),
        several=several,
    )


def _kept(field: Field, value: Raw, under: str = "") -> list[Kept]:
    name = under + field.name
    if isinstance(value, str):
        return [Kept(name, value)]
    found: list[Kept] = []
    for each in value:
        if isinstance(each, Mapping):
            found += [
                Kept(f"{name}.{column.name}", str(each.get(column.name, "")))
                for column in field.columns
            ]
        else:
            found.append(Kept(name, str(each)))
    return found


def _readable(fields: Sequence[Field], typed: Mapping[str, Raw], held: Opened) -> list[Group]:
    some = [field for field in fields if typed.get(field.name)]
    texts: dict[str, Raw] = {field.name: _as_text(typed[field.name]) for field in some}
    return showing.groups(some, texts, held.lang)


def _as_text(value: Raw) -> str:
    if isinstance(value, str):
        return value
    return "\n".join(
        " / ".join(filter(None, each.values())) if isinstance(each, Mapping) else str(each)
        for each in value
    )


def part_at(name: str) -> saving.At:
    """Where one of the parts besides the clauses stands."""
    return lambda _: (name,)


def clause_at(address: str, *more: str) -> saving.At:
    """Where a clause stands in a version of the file, and what is inside it."""

    def at(content: Content) -> tuple[str | int, ...] | None:
        number = content.clause(address)
        if number is None:
            return None
        if not more:
            return ("clauses", number)
        rule = content.rule(number, more[0])
        return None if rule is None else ("clauses", number, "rules", rule)

    return at
