"""A draft as a whole: its file as text, what changes for people, and its earlier versions."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from afspraak.protocol import editing
from afspraak.protocol.changes import compare
from afspraak.protocol.editing import UnableToEdit
from afspraak.web.drafting import queries
from afspraak.web.drafting.editor import saving
from afspraak.web.drafting.editor.difference import lines_between
from afspraak.web.drafting.editor.fields import Field
from afspraak.web.drafting.editor.held import Content, content_of
from afspraak.web.drafting.operations import UnableToSave
from afspraak.web.drafting.sources import told as told_by
from afspraak.web.drafting.views.editor.opening import (
    Opened,
    editor,
    linked,
    not_saved,
    opened,
    page,
    told,
    version_read,
)
from afspraak.web.drafting.views.editor.writing import beside
from afspraak.web.editions import comparing
from afspraak.web.editions import queries as editions
from afspraak.web.people.http import Request

TEXT = Field(("source",), "prose", "Protocol", "source")
MOST_LINES = 600


@require_http_methods(["GET", "HEAD", "POST"])
@editor
def text(request: Request, key: uuid.UUID) -> HttpResponse:
    """The whole file as text, with what is said of it by line."""
    held = opened(request, key)
    if request.method != "POST":
        return _text(request, held, held.content.text)
    number, base = version_read(request, held)
    try:
        typed = _typed(request, base)
        outcome = saving.save_text(
            draft=key,
            version=number,
            field=TEXT,
            typed=typed,
            read=lambda content: content.text,
            put=lambda _, new: new,
            now=request.now,
            actor=request.user.pk,
        )
    except (UnableToEdit, UnableToSave) as unable:
        typed = request.POST.get("source", "")
        return _text(request, held, typed, problem=not_saved(unable, held.lang), status=422)
    if not outcome.is_saved:
        return beside(
            request, held, outcome, [TEXT], {"source": typed}, title=_("The file as text")
        )
    told(request, outcome, _("Saved."))
    return redirect("draft-text", key=key)


@require_safe
@editor
def changes(request: Request, key: uuid.UUID) -> HttpResponse:
    """What becomes different for people, compared with the edition in force."""
    held = opened(request, key)
    before = editions.in_force(request.now)
    protocol = held.judged.protocol
    shown = None
    if before and protocol:
        shown = comparing.shown(compare(editions.protocol_of(before), protocol), held.lang)
    values = {"before": before, "changes": shown, "can_be_read": protocol is not None}
    return page(request, held, "changes", values)


@require_safe
@editor
def versions(request: Request, key: uuid.UUID) -> HttpResponse:
    """Every version that was saved, with when and by whom."""
    held = opened(request, key)
    return page(request, held, "versions", {"versions": queries.saved(key)})


@require_safe
@editor
def version(request: Request, key: uuid.UUID, number: int) -> HttpResponse:
    """What somebody changed in a version, or what is different now."""
    held = opened(request, key)
    row = queries.version(key, number)
    if row is None:
        raise Http404
    to_now = request.GET.get("with") == "now" and number != held.row.version
    earlier = row if to_now else queries.version(key, number - 1)
    later = held.row if to_now else row
    shown, lines = None, []
    if earlier:
        one, other = told_by(earlier.source).protocol, told_by(later.source).protocol
        if one and other:
            shown = comparing.shown(compare(one, other), held.lang)
        lines = lines_between(content_of(earlier.source).text, content_of(later.source).text)
    values = {
        "row": row,
        "to_now": to_now,
        "is_latest": number == held.row.version,
        "first": earlier is None,
        "changes": shown,
        "lines": lines[:MOST_LINES],
        "more": max(0, len(lines) - MOST_LINES),
    }
    return page(request, held, "version", values)


@require_POST
@editor
def restore(request: Request, key: uuid.UUID, number: int) -> HttpResponse:
    """Goes on from an earlier version: it becomes the newest, and what came between stays kept."""
    held = opened(request, key)
    row = queries.version(key, number)
    if row is None:
        raise Http404
    known, _base = version_read(request, held)
    earlier = content_of(row.source)

    def change(base: Content, there: Content) -> str | None:
        return earlier.text if base.text == there.text else None

    try:
        outcome = saving.save_change(
            draft=key, version=known, change=change, now=request.now, actor=request.user.pk
        )
    except (UnableToEdit, UnableToSave) as unable:
        messages.error(request, not_saved(unable, held.lang))
        return redirect("draft-versions", key=key)
    if outcome.gone:
        says = _("Somebody saved meanwhile, so nothing was done. Look at the newest version first.")
        messages.error(request, says)
        return redirect("draft-versions", key=key)
    says = _("Version %(number)s is the newest again. What came after it stays in the list.")
    messages.success(request, says % {"number": number})
    return redirect("draft-edit", key=key)


def _typed(request: Request, base: Content) -> str:
    """What was typed or chosen, with lines that end as those of the file do."""
    if "pick.source" in request.POST:
        return _picked(request, base)
    return _as_lines(request.POST.get("source", ""), base)


def _picked(request: Request, base: Content) -> str:
    """The version that was chosen of two; `base` is what somebody else made of it."""
    match request.POST["pick.source"]:
        case "theirs":
            return base.text
        case "both":
            return _as_lines(request.POST.get("own.source", ""), base)
        case _:
            return _as_lines(request.POST.get("source", ""), base)


def _as_lines(typed: str, base: Content) -> str:
    made = str(editing.clean(typed)).rstrip("\n") + "\n"
    return made.replace("\n", "\r\n") if "\r\n" in base.text else made


def _text(
    request: Request, held: Opened, shown: str, *, problem: str = "", status: int = 200
) -> HttpResponse:
    line = request.GET.get("line", "")
    values = {
        "source": shown,
        "said": linked(held, held.judged.said),
        "problem": problem,
        "line": line if line.isdecimal() else "",
        "unable": held.content.unable,
        "on_version": request.POST.get("version") or held.row.version,
    }
    return page(request, held, "text", values, status=status)
