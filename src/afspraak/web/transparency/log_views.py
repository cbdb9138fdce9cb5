"""The log as people read it."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from afspraak.decisions.roles import Capability
from afspraak.web.audit import keeping, wording
from afspraak.web.audit import queries as audit
from afspraak.web.audit.wording import Piece
from afspraak.web.organisation import queries as organisation
from afspraak.web.people.http import Request, language, may
from afspraak.web.transparency import operations, queries
from afspraak.web.transparency.forms import LogForm


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry on the page. `who` is empty when the program did it itself or nobody knows."""

    line: audit.Line
    pieces: tuple[Piece, ...]
    who: str
    is_gone: bool


@require_GET
@may(Capability.SEE_AUDIT)
def log(request: Request) -> HttpResponse:
    """The entries that fit, the latest first, a page at a time."""
    lang, zone = language(request), ZoneInfo(organisation.chosen().timezone)
    form = LogForm(request.GET, lang=lang)
    wanted = form.wanted(zone)
    lines, more = operations.look_at_log(wanted=wanted, person=request.user, now=request.now)
    names = queries.people_by_id(line.actor for line in lines)
    onward = request.GET.copy()
    if more:
        onward["before"] = str(lines[-1].number)
    return render(
        request,
        "transparency/log.html",
        {
            "form": form,
            "rows": [
                Shown(
                    line,
                    tuple(wording.pieces(line, lang, zone)),
                    str(names.get(line.actor, "")),
                    line.actor is not None and line.actor not in names,
                )
                for line in lines
            ],
            "older": onward.urlencode() if more else "",
            "is_narrowed": bool(wanted.action or wanted.since or wanted.until),
            "is_further": wanted.before is not None,
            "verified": audit.last_verification(),
        },
    )


@require_POST
@may(Capability.SEE_AUDIT)
def verify(request: Request) -> HttpResponse:
    """Verifies the log now, or has the worker do it when it is long."""
    outcome = keeping.verify_for(actor=request.user.pk, now=request.now)
    if outcome is None:
        messages.info(request, _("The log is long: it is being verified. Look again in a minute."))
    elif outcome.found:
        messages.error(request, _("The log is not sound. What was found stands below."))
    else:
        messages.success(request, _("The log is sound."))
    return redirect("audit")
