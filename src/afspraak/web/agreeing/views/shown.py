"""Every proposal, one of them with its path, and the texts and letters that go with it."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from afspraak.decisions.roles import Capability
from afspraak.protocol.changes import compare
from afspraak.protocol.handbook import handbook
from afspraak.web.agreeing import access, queries, text
from afspraak.web.agreeing.situation import has_edition
from afspraak.web.agreeing.views import page
from afspraak.web.agreeing.wording import STATES, TONES
from afspraak.web.editions import comparing, judging
from afspraak.web.editions.forms import UploadForm
from afspraak.web.people.http import Request, language, may

reader = may(Capability.SEE_AGREEING)


@require_safe
@reader
def proposals(request: Request) -> HttpResponse:
    """Every proposal, the latest first."""
    rows = [
        {"row": row, "state": STATES[row.state], "tone": TONES.get(row.state, "care")}
        for row in queries.summaries()
    ]
    values = {
        "rows": rows,
        "may_edit": request.user.may(Capability.MANAGE_EDITIONS),
        "may_take_over": not has_edition(request.now),
        "upload": UploadForm(),
    }
    return render(request, "agreeing/list.html", values)


@require_safe
@reader
def one(request: Request, key: uuid.UUID) -> HttpResponse:
    """One proposal: how far it is, what is next, and why something cannot be done yet."""
    return page.one(request, key)


@require_safe
@reader
def text_of(request: Request, key: uuid.UUID, version: int) -> HttpResponse:
    """A text of a proposal, as people would read it."""
    row, lang = access.proceeding(key), language(request)
    source = access.source(key, version)
    protocol = judging.judge(source, request.now.date(), facts_to_come=True).protocol
    earlier = queries.source_of(key, version - 1) if version > 1 else None
    before = None
    if earlier:
        before = judging.judge(earlier, request.now.date(), facts_to_come=True).protocol
    values = {
        "row": row,
        "version": version,
        "book": text.shown(handbook(protocol, lang), lang),
        "changes": comparing.shown(compare(before, protocol), lang) if before else None,
        "is_latest": version == row.version,
    }
    return render(request, "agreeing/text.html", values)


@require_safe
@may(Capability.MANAGE_EDITIONS)
def source(request: Request, key: uuid.UUID, version: int) -> HttpResponse:  # noqa: ARG001 - Django's
    """The protocol file of a text. It may hold confidential lists, so it is for the editor."""
    answer = HttpResponse(access.source(key, version), content_type="application/yaml")
    answer["Content-Disposition"] = f'attachment; filename="protocol-{version}.yaml"'
    return answer


@require_safe
@may(Capability.RECORD_REPRESENTATION)
def letter(request: Request, key: uuid.UUID, outcome: int) -> HttpResponse:  # noqa: ARG001 - Django's
    """The letter that goes with an answer."""
    held = access.letter(key, outcome)
    answer = HttpResponse(held.content, content_type="application/pdf")
    answer["Content-Disposition"] = 'attachment; filename="letter.pdf"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
