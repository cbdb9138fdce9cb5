"""Taking a step: one address for each, and nothing happens that the rules of agreeing refuse."""

import uuid
from collections.abc import Callable

from django import forms as django_forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from afspraak.decisions.agreeing import Act
from afspraak.decisions.roles import Capability
from afspraak.diagnostics import Text
from afspraak.protocol.editing import UnableToEdit
from afspraak.protocol.problems import UnableToLoad
from afspraak.web.agreeing import access, forms, operations
from afspraak.web.agreeing.operations import UnableToAgree
from afspraak.web.agreeing.views import page
from afspraak.web.agreeing.views.page import Refused
from afspraak.web.people.http import Request, may

editor = may(Capability.MANAGE_EDITIONS)
recorder = may(Capability.RECORD_REPRESENTATION)
decider = may(Capability.DECIDE_EDITION)

BY_HAND: Text = {
    "nl": "Verander het bestand zelf, en zet het hier opnieuw klaar.",
    "en": "Change the file yourself, and put it ready here again.",
}


@require_POST
@editor
def overrule(request: Request, key: uuid.UUID) -> HttpResponse:
    """Keeps a passage, for a reason."""
    return _act(request, key, Act.OVERRULE, forms.OverruleForm(request.POST), operations.overrule)


@require_POST
@editor
def offer(request: Request, key: uuid.UUID) -> HttpResponse:
    """Offers the text."""
    return _act(request, key, Act.OFFER, forms.OfferForm(request.POST), operations.offer_text)


@require_POST
@editor
def ask(request: Request, key: uuid.UUID) -> HttpResponse:
    """Puts the text to who speaks for the staff."""
    # Who it may be put to, the rules say; here every body is a choice.
    form = forms.AskForm(request.POST, people=0)
    return _act(request, key, Act.ASK, form, operations.ask)


@require_POST
@editor
def not_needed(request: Request, key: uuid.UUID) -> HttpResponse:
    """Records why the staff need not be asked."""
    form = forms.NotNeededForm(request.POST)
    return _act(request, key, Act.NOT_NEEDED, form, operations.record_not_needed)


@require_POST
@recorder
def answer(request: Request, key: uuid.UUID) -> HttpResponse:
    """Records what the staff answered."""
    form = forms.AnswerForm(request.POST, request.FILES)
    return _act(request, key, Act.ANSWER, form, operations.record_answer)


@require_POST
@editor
def permit(request: Request, key: uuid.UUID) -> HttpResponse:
    """Records the permission of a judge."""
    form = forms.PermitForm(request.POST, request.FILES)
    return _act(request, key, Act.PERMIT, form, operations.record_permission)


@require_POST
@recorder
def meet(request: Request, key: uuid.UUID) -> HttpResponse:
    """Records that conditions were met."""
    return _act(request, key, Act.MEET, forms.MeetForm(request.POST), operations.record_met)


@require_POST
@decider
def decide(request: Request, key: uuid.UUID) -> HttpResponse:
    """Decides."""
    return _act(request, key, Act.DECIDE, forms.DecideForm(request.POST), operations.decide)


@require_POST
@editor
def excuse(request: Request, key: uuid.UUID) -> HttpResponse:
    """Excuses a leader who is away."""
    return _act(request, key, Act.EXCUSE, forms.ExcuseForm(request.POST), operations.excuse)


@require_POST
@editor
def take_back(request: Request, key: uuid.UUID) -> HttpResponse:
    """Takes the text back to be changed."""
    return _act(request, key, Act.TAKE_BACK, forms.TakeBackForm(request.POST), operations.take_back)


@require_POST
@editor
def withdraw(request: Request, key: uuid.UUID) -> HttpResponse:
    """Ends the proposal."""
    return _act(request, key, Act.WITHDRAW, forms.WithdrawForm(request.POST), operations.withdraw)


def _act(
    request: Request,
    key: uuid.UUID,
    act: Act,
    form: django_forms.Form,
    operation: Callable[..., object],
) -> HttpResponse:
    access.proceeding(key)
    if not form.is_valid():
        return page.one(request, key, failed={act: form}, status=422)
    try:
        operation(proceeding=key, now=request.now, actor=request.user.pk, **form.cleaned_data)
    except UnableToAgree as unable:
        # What was typed stays in the form, where this step has one.
        return page.one(request, key, failed={act: form}, refused=unable.refusal, status=409)
    except UnableToEdit as unable:
        return page.one(request, key, refused=Refused(unable.text, BY_HAND), status=409)
    except UnableToLoad as unable:
        return page.one(request, key, problems=unable.diagnostics, status=422)
    messages.success(request, page.done(act))
    return redirect("agreeing-one", key)
