"""The handbook on a screen: all at once, one clause at a time, as a file, and what changed."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from afspraak.decisions.roles import Capability
from afspraak.diagnostics import LANGUAGES, Lang
from afspraak.web.contributions import contributing
from afspraak.web.editions import comparing, queries
from afspraak.web.editions.queries import EditionRow
from afspraak.web.handbook import access, files, pages, searching
from afspraak.web.organisation import queries as organisation
from afspraak.web.people.http import Request, language, public, signed_in

OUTSIDE_SECONDS = 300
"""How long a browser or a proxy may keep the public handbook: what is switched off, goes soon."""

Note = Mapping[str, str]
Notes = dict[str, list[Note]]


@require_safe
@signed_in
def in_force(request: Request) -> HttpResponse:
    """The handbook in force, or what to do as long as there is none."""
    edition = queries.in_force(request.now)
    if edition is None:
        may_add = request.user.may(Capability.MANAGE_EDITIONS)
        coming = queries.coming(request.now)
        first = coming[-1] if coming else None
        return render(request, "handbook/empty.html", {"may_add": may_add, "first": first})
    return _book(request, access.Held(edition, edition))


@require_safe
@signed_in
def edition(request: Request, address: str) -> HttpResponse:
    """The handbook of an edition that is or was in force, or waits for those who lead."""
    return _book(request, access.held_at(address, request.now, request.user))


@require_safe
@signed_in
def clause(request: Request, clause: str, address: str = "") -> HttpResponse:
    """One clause, with the one before and the one after."""
    held = access.held_at(address, request.now, request.user)
    page = pages.page(held.edition, language(request))
    place = access.clause_of(page, clause)
    return render(
        request,
        "handbook/clause.html",
        {
            **_about(held),
            "page": page,
            "section": page.clauses[place],
            "place": place + 1,
            "total": len(page.clauses),
            "before": access.section_after(page, place, -1),
            "after": access.section_after(page, place, 1),
            "notes": _notes(held.edition, request.now).get(clause, []),
        },
    )


@require_safe
@signed_in
def editions(request: Request) -> HttpResponse:
    """Every edition that is or was in force, the latest first."""
    past = queries.past(request.now)
    rows = [
        {"edition": row, "until": next_from, "before": before}
        for row, next_from, before in zip(
            past,
            [None, *(row.in_force_from for row in past)][: len(past)],
            [*past, None][1:],
            strict=True,
        )
    ]
    coming = queries.coming(request.now)
    return render(request, "handbook/editions.html", {"rows": rows, "coming": coming})


@require_safe
@signed_in
def changes_since_read(request: Request) -> HttpResponse:
    """What changed since the edition that this person read last; else since the one before."""
    past = queries.past(request.now)
    if not past:
        raise Http404
    read = _last_read(request)
    since = next((row for row in past if row.id == read), None)
    old = since or (past[1] if len(past) > 1 else None)
    return _changes(request, old, past[0], was_read=since is not None)


@require_safe
@signed_in
def changes(request: Request, address: str) -> HttpResponse:
    """What changed in an edition, compared with the one before it."""
    past = queries.past(request.now)
    held = access.edition_at(address, request.now, request.user)
    if held.awaits:
        old = past[0] if past else None
    else:
        old = next((before for row, before in pairwise(past) if row.id == held.id), None)
    return _changes(request, old, held, was_read=False)


@require_safe
@signed_in
def download(request: Request, address: str, form: str) -> HttpResponse:
    """The handbook as a file, in the language of `?in=` or of the page."""
    held = access.edition_at(address, request.now, request.user)
    lang = _wanted(request.GET.get("in", ""), language(request))
    if form not in files.TYPES:
        raise Http404
    answer = HttpResponse(files.made(held, form, lang), content_type=files.TYPES[form])
    answer["Content-Disposition"] = f'attachment; filename="{files.name(held, form, lang)}"'
    return answer


def _book(request: Request, held: access.Held) -> HttpResponse:
    page = pages.page(held.edition, language(request))
    query = request.GET.get("q", "").strip()[: searching.MAX_QUERY_CHARS]
    notes = _notes(held.edition, request.now)
    return render(
        request,
        "handbook/handbook.html",
        {
            **_about(held),
            "page": page,
            "query": query,
            "found": page.index.search(query) if query else [],
            "body": _body(page, notes),
            "notes": notes.get("", []),
        },
    )


def _body(page: pages.Page, notes: Notes) -> SafeString:
    """The sections, made beforehand, with what others have to say in them."""
    made: list[str] = []
    for section in page.sections:
        made.append(section.shown)
        if section.clause in notes and section.clause:
            beside = {"notes": notes[section.clause]}
            made.append(render_to_string("handbook/book/note_list.html", beside))
        made.append("</section>")
    return mark_safe("".join(made))  # noqa: S308 - templates have escaped every piece


def _changes(
    request: Request, old: EditionRow | None, new: EditionRow, *, was_read: bool
) -> HttpResponse:
    same = old is not None and old.id == new.id
    shown = comparing.between(old, new, language(request)) if old and not same else None
    values = {"old": old, "new": new, "changes": shown, "same": same, "was_read": was_read}
    return render(request, "handbook/changes.html", values)


def _about(held: access.Held) -> dict[str, object]:
    return {
        "edition": held.edition,
        "now_holds": held.now_holds,
        "holds": held.holds,
        "until": held.until,
    }


def _notes(edition: EditionRow, now: dt.datetime) -> Notes:
    """What other features have to say beside a clause."""
    notes: Notes = {}
    for _, tell in contributing("handbook_notes"):
        told = cast("Callable[..., Mapping[str, Sequence[Note]]]", tell)(edition, now)
        for clause, held in told.items():
            notes.setdefault(clause, []).extend(held)
    return notes


def _last_read(request: Request) -> int | None:
    for _, tell in contributing("last_read"):
        return cast("Callable[..., int | None]", tell)(request.user)
    return None


def _wanted(given: str, otherwise: Lang) -> Lang:
    return next((lang for lang in LANGUAGES if lang == given), otherwise)


@require_safe
@public
def outside(request: HttpRequest, lang: Lang | None = None) -> HttpResponse:
    """The handbook in force for everybody, when the organisation wants that.

    It is made without the visitor: no cookie is read or set, so that it may be kept for a while.
    """
    shown = lang or language(request)
    held = access.edition_outside(request.now)  # type: ignore[attr-defined]  # the middleware's
    may_be_found = queries.may_be_found()
    page = pages.page_outside(held, shown)
    with translation.override(shown):
        made = render_to_string(
            "handbook/public.html",
            {
                "page": page,
                "body": _body(page, {}),
                "edition": held,
                "may_be_found": may_be_found,
                "chosen": organisation.chosen(),
                "LANGUAGE_CODE": shown,
            },
        )
    answer = HttpResponse(made)
    # Without a language in the address, one visitor's page is not another's.
    whose = "public" if lang else "private"
    answer["Cache-Control"] = f"{whose}, max-age={OUTSIDE_SECONDS}"
    answer["Content-Language"] = shown
    if not may_be_found:
        answer["X-Robots-Tag"] = "noindex"
    return answer
