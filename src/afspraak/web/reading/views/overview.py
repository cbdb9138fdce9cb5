"""How the reading goes, in counts."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from afspraak.decisions import asking, counting
from afspraak.decisions.roles import Capability
from afspraak.web.people.http import Request, may
from afspraak.web.reading import chart, counts, queries


@require_GET
@may(Capability.SEE_COUNTS)
def overview(request: Request) -> HttpResponse:
    """Counts above a threshold; exact ones and the way to names for the editor only."""
    exact = request.user.may(Capability.SEE_WHO_HAS_NOT_READ)
    held = counts.overview(request.now, exact=exact)
    if held is None:
        return render(request, "reading/nothing.html")
    today = queries.today(request.now)
    values: dict[str, object] = {
        "overview": held,
        "first_day": held.days[0][0] if held.days else today,
        "last_day": today,
        "edition": held.edition.edition,
        "threshold": counting.THRESHOLD,
        "is_editor": exact,
        "chart": chart.drawn(held.days, held.total.of, today, _("How many have read, by day")),
    }
    if exact:
        values |= {
            "objections_waiting": queries.objections_waiting(),
            "refused": queries.refused(request.now),
            "may_open": held.everybody is None
            and held.started is not None
            and asking.may_open_by_hand(held.started, request.now),
        }
    return render(request, "reading/overview.html", values)
