"""Reading, a page a step: what there is to know, three posts to try, received and read."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from afspraak.decisions.practice import Exercise
from afspraak.web.editions import comparing
from afspraak.web.editions import queries as editions
from afspraak.web.people.http import Request, language, signed_in
from afspraak.web.reading import operations, queries, trying
from afspraak.web.reading.forms import ConfirmForm, TryForm
from afspraak.web.reading.operations import UnableToReceive


@require_GET
@signed_in
def start(request: Request) -> HttpResponse:
    """What changed since this person read last, or what everybody should know."""
    held = queries.to_read_by(request.user, request.now)
    if held is None:
        return render(request, "reading/nothing.html")
    lang = language(request)
    asked_for = request.GET.get("edition", "")
    values: dict[str, object] = {
        "edition": held.edition,
        "reading": queries.reading_of(request.user.pk, held.asked),
        "earlier": queries.readings_of(request.user.pk),
        "superseded": asked_for if asked_for not in {"", held.edition.number} else "",
        "tries": len(_exercises(request)),
    }
    before = queries.last_read(request.user.pk)
    if before and before.id != held.asked:
        values |= {
            "before": before,
            "changes": comparing.between(before, held.edition, lang),
        }
    else:
        values["cover"] = editions.handbook_of(held.edition, lang).cover
    return render(request, "reading/start.html", values)


@require_http_methods(["GET", "POST"])
@signed_in
def attempt(request: Request, number: int) -> HttpResponse:
    """One of the posts. A wrong answer explains and may be tried again; none is kept."""
    held, tries = queries.to_read_by(request.user, request.now), _exercises(request)
    if held is None or not 1 <= number <= len(tries):
        return redirect("read")
    form = TryForm(request.POST if request.method == "POST" else None)
    exercise = tries[number - 1]
    is_wrong = False
    if request.method == "POST" and form.is_valid():
        if (form.cleaned_data["fits"] == "yes") == exercise.fits:
            return (
                redirect("read-try", number + 1)
                if number < len(tries)
                else redirect("read-confirm")
            )
        is_wrong = True
    values = {
        "edition": held.edition,
        "form": form,
        "exercise": exercise,
        "before": tries[number - 2] if number > 1 else None,
        "number": number,
        "tries": len(tries),
        "is_wrong": is_wrong,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "reading/try.html", values, status=status)


@require_http_methods(["GET", "POST"])
@signed_in
def confirm(request: Request) -> HttpResponse:
    """Received and read; with an objection it counts all the same."""
    held = queries.to_read_by(request.user, request.now)
    if held is None:
        return redirect("read")
    if row := queries.reading_of(request.user.pk, held.asked):
        return redirect("receipt", row.id)
    form = ConfirmForm(
        request.POST if request.method == "POST" else None, initial={"edition": held.edition.id}
    )
    if request.method == "POST" and form.is_valid():
        try:
            key = operations.receive(
                person=request.user,
                edition=form.cleaned_data["edition"],
                language=language(request),
                objection=form.cleaned_data["objection"],
                now=request.now,
            )
        except UnableToReceive as unable:
            return _not_received(request, str(unable))
        messages.success(request, _("Thank you. This is your receipt."))
        return redirect("receipt", key)
    tries = _exercises(request)
    values = {
        "edition": held.edition,
        "form": form,
        "tries": len(tries),
        "before": tries[-1] if tries else None,
    }
    status = 422 if form.errors else 200
    return render(request, "reading/confirm.html", values, status=status)


def _not_received(request: Request, reason: str) -> HttpResponse:
    if reason == "superseded":
        messages.warning(
            request,
            _("A new edition came into force while you were reading. Please read this one."),
        )
    return redirect("read")


def _exercises(request: Request) -> Sequence[Exercise]:
    held = queries.to_read_by(request.user, request.now)
    if held is None:
        return []
    return trying.exercises_for(request.user.pk, held.edition, language(request), request.now)
