"""A leader's own posts as examples with clauses."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from afspraak.decisions.roles import Capability
from afspraak.protocol.handbook.clauses import clauses
from afspraak.protocol.handbook.passages import passage
from afspraak.web.editions import queries as editions
from afspraak.web.people.http import Request, language, may
from afspraak.web.reading import operations, queries
from afspraak.web.reading.forms import PinForm
from afspraak.web.reading.operations import UnableToPin


@require_http_methods(["GET", "POST"])
@may(Capability.PIN_EXAMPLE)
def examples(request: Request) -> HttpResponse:
    """The examples of this leader, and pinning another."""
    titles = _titles(request)
    form = PinForm(request.POST if request.method == "POST" else None)
    form.fields["clause"].choices = list(titles.items())  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid():
        try:
            operations.pin_example(person=request.user, now=request.now, **form.cleaned_data)
        except UnableToPin as unable:
            form.add_error(*_why(str(unable)))
        else:
            messages.success(request, _("Your example stands in the handbook now."))
            return redirect("reading-examples")
    pinned = [
        {"row": row, "title": titles.get(row.clause, row.clause)}
        for row in queries.pinned_by(request.user.pk)
    ]
    status = 422 if form.errors else 200
    context = {"form": form, "pinned": pinned, "has_clauses": bool(titles)}
    return render(request, "reading/examples.html", context, status=status)


@require_POST
@may(Capability.PIN_EXAMPLE)
def unpin(request: Request, clause: str) -> HttpResponse:
    """Takes one's own example away."""
    if operations.unpin_example(person=request.user, clause=clause, now=request.now):
        messages.success(request, _("Your example is no longer in the handbook."))
    return redirect("reading-examples")


def _titles(request: Request) -> dict[str, str]:
    held = editions.in_force(request.now)
    if held is None:
        return {}
    lang = language(request)
    return {
        clause.id: f"{number}. {passage(clause.title, lang).text}"
        for number, clause in enumerate(clauses(editions.protocol_of(held)), start=1)
    }


def _why(reason: str) -> tuple[str, str]:
    return {
        "empty": ("text", _("Paste the post first.")),
        "clause": ("clause", _("This clause is not in the edition in force.")),
        "link": ("link", _("An address begins with https://.")),
    }[reason]
