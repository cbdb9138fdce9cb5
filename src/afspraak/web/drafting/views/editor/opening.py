"""What every page of the editor begins with: the draft, what is in it, and what is said of it."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from afspraak.decisions.roles import Capability
from afspraak.diagnostics import Lang, Text
from afspraak.protocol import editing
from afspraak.web.drafting import queries
from afspraak.web.drafting.editor import words
from afspraak.web.drafting.editor.held import Content, addresses, content_of, in_words, rules_of
from afspraak.web.drafting.editor.judged import Judged, Said, judged
from afspraak.web.drafting.editor.saving import Outcome
from afspraak.web.drafting.operations import UnableToSave
from afspraak.web.drafting.queries import DraftRow
from afspraak.web.editions.wording import Remark, remarks
from afspraak.web.people.http import Request, language, may

editor = may(Capability.MANAGE_EDITIONS)

PARTS = (
    "organisation",
    "edition",
    "languages",
    "values",
    "people",
    "work_time",
    "lists",
    "accounts",
    "questions",
    "desk",
    "retention",
)
"""The parts of the file besides the clauses, in the order of the file."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A draft that is open on a page. `clause_addresses` is how its clauses are called in one."""

    row: DraftRow
    content: Content
    judged: Judged
    lang: Lang
    clause_addresses: Sequence[str]


@dataclass(frozen=True, slots=True)
class Linked:
    """A remark with what it is about and a way to where it can be mended."""

    remark: Remark
    where: str
    url: str


def opened(request: Request, key: uuid.UUID) -> Opened:
    """The draft under this key as it is now; 404 when there is none."""
    row = queries.draft(key)
    if row is None:
        raise Http404
    content = content_of(row.source)
    return Opened(
        row,
        content,
        judged(row.source, request.now.date()),
        language(request),
        addresses(content.clauses),
    )


def version_read(request: Request, held: Opened) -> tuple[int, Content]:
    """The version that the page was about, and what was in it; the latest for a strange one."""
    typed = request.POST.get("version", "")
    number = int(typed) if typed.isdecimal() and len(typed) < 9 else held.row.version
    if number == held.row.version:
        return number, held.content
    row = queries.version(held.row.id, number)
    return (number, content_of(row.source)) if row else (held.row.version, held.content)


def clause_number(content: Content, address: str) -> int:
    """The number of the clause with this address; 404 when there is none."""
    number = content.clause(address)
    if number is None:
        raise Http404
    return number


def page(
    request: Request,
    held: Opened,
    template: str,
    values: Mapping[str, object],
    *,
    status: int = 200,
) -> HttpResponse:
    """A page of the editor with the draft on it."""
    given = {"draft": held.row, "number": held.row.number or "…", **values}
    return render(request, f"drafting/editor/{template}.html", given, status=status)


def unread(request: Request, held: Opened) -> HttpResponse | None:
    """The way to the text screen for a file whose parts cannot be shown; None for another."""
    if held.content.unable is None:
        return None
    messages.warning(request, held.content.unable[held.lang])
    return redirect("draft-text", key=held.row.id)


def told(request: Request, outcome: Outcome, says: str) -> None:
    """Says that it is saved, and whose changes were kept with it."""
    if outcome.brought_together:
        also = _("%(name)s saved something else meanwhile. Both are kept.")
        somebody = outcome.latest.changed_by or _("Somebody")
        says = f"{says} {also % {'name': somebody}}"
    messages.success(request, says)


def not_saved(unable: Exception, lang: Lang) -> str:
    """Why something could not be saved, as a sentence."""
    if isinstance(unable, editing.UnableToEdit):
        return unable.text[lang]
    reason = unable.args[0] if isinstance(unable, UnableToSave) and unable.args else ""
    return {
        "too-big": _("The file would be larger than 1 MB. Make something shorter."),
        "gone": _("Somebody threw this draft away. Copy what you wrote before you go."),
    }.get(str(reason), _("Others are saving at the same moment. Try it once more."))


def linked(held: Opened, said: Iterable[Said], *, named: bool = True) -> list[Linked]:
    """Remarks with the way to what they are about; `named` says which part that is."""
    return [
        Linked(remark, *_where(held, each.path, remark.line, named=named))
        for each in said
        for remark in remarks([each.about], held.lang)
    ]


def part_label(part: str) -> Text:
    """What a part of the file is called."""
    return words.label("Protocol", part)


def clause_title(held: Opened, number: int) -> str:
    """The title of a clause in the language of the page, or else its id or its place."""
    clause = held.content.clauses[number]
    title = in_words(editing.value_at(clause, ("title",)), held.lang)
    return title or str(editing.value_at(clause, ("id",)) or f"{number + 1}")


def to_clause(held: Opened, address: str) -> HttpResponseRedirect:
    """The way to the page of a clause."""
    return redirect("draft-clause", key=held.row.id, clause=address)


def _where(held: Opened, path: tuple[str | int, ...], line: int, *, named: bool) -> tuple[str, str]:
    key = held.row.id
    match path:
        case ("clauses", int(clause), *rest) if clause < len(held.content.clauses):
            address = held.clause_addresses[clause]
            title = clause_title(held, clause) if named else ""
            rules = rules_of(held.content.clauses[clause])
            place = rest[1] if rest[:1] == ["rules"] and len(rest) > 1 else None
            if isinstance(place, int) and place < len(rules):
                rule = addresses(rules)[place]
                name = str(editing.value_at(rules[place], ("id",)) or rule)
                url = reverse("draft-rule", args=[key, address, rule])
                return f"{title} · {name}" if title else name, url
            field = "-".join(str(each) for each in rest[:2])
            return title, reverse("draft-clause", args=[key, address]) + (
                f"#f-{field}" if field else ""
            )
        case (str(part), *_) if part in PARTS:
            says = part_label(part)[held.lang]
            return says, reverse("draft-part", args=[key, part])
        case _:
            return _("the file"), f"{reverse('draft-text', args=[key])}?line={line}#text"
