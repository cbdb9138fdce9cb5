"""The page of one proposal, with a form for each step that this person can take now."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django import forms as django_forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from afspraak.decisions.agreeing import Act, Refusal, State
from afspraak.decisions.roles import Capability, Role
from afspraak.diagnostics import Diagnostic, Lang, Text
from afspraak.protocol.changes import compare
from afspraak.web.agreeing import access, forms, path, queries
from afspraak.web.agreeing.situation import Standing, today
from afspraak.web.agreeing.wording import ANSWERS, BODIES, STATES, TONES
from afspraak.web.editions import comparing
from afspraak.web.editions import operations as editing
from afspraak.web.editions import queries as editions
from afspraak.web.editions.forms import UploadForm
from afspraak.web.editions.wording import remarks
from afspraak.web.people.http import Request, language

MAY: Mapping[Act, Capability] = {
    Act.REPLACE_TEXT: Capability.MANAGE_EDITIONS,
    Act.OVERRULE: Capability.MANAGE_EDITIONS,
    Act.OFFER: Capability.MANAGE_EDITIONS,
    Act.ASK: Capability.MANAGE_EDITIONS,
    Act.NOT_NEEDED: Capability.MANAGE_EDITIONS,
    Act.ANSWER: Capability.RECORD_REPRESENTATION,
    Act.PERMIT: Capability.MANAGE_EDITIONS,
    Act.MEET: Capability.RECORD_REPRESENTATION,
    Act.DECIDE: Capability.DECIDE_EDITION,
    Act.EXCUSE: Capability.MANAGE_EDITIONS,
    Act.TAKE_BACK: Capability.MANAGE_EDITIONS,
    Act.WITHDRAW: Capability.MANAGE_EDITIONS,
}
"""Which capability each step takes. What only the worker does is nobody's."""

SILENT = frozenset({"no-refusal", "no-conditions", "answered", "not-a-leader", "not-yours"})
"""Refusals that say nothing new on the page: the path shows it already."""


@dataclass(frozen=True, slots=True)
class Refused:
    """What was just refused, in both languages."""

    says: Text
    way_out: Text


@dataclass(frozen=True, slots=True)
class Choice:
    """A step with its form, or with the reason why it cannot be taken."""

    key: str
    address: str
    form: django_forms.Form | None
    refusal: Refusal | None


def one(
    request: Request,
    key: uuid.UUID,
    *,
    failed: Mapping[Act, django_forms.Form] | None = None,
    refused: Refusal | Refused | None = None,
    problems: Sequence[Diagnostic] = (),
    status: int = 200,
) -> HttpResponse:
    """The page; with a form that failed, or with what was refused."""
    held, lang = access.proceeding_at(key, request.now), language(request)
    row = held.proceeding
    before = editions.in_force(request.now)
    is_new = row.state not in {State.IN_FORCE, State.REPLACED}
    changes = None
    if before and is_new:
        changes = comparing.shown(
            compare(editions.protocol_of(before), held.judgement.protocol), lang
        )
    is_editor = request.user.may(Capability.MANAGE_EDITIONS)
    values = {
        "row": row,
        "state": STATES[row.state],
        "tone": TONES.get(row.state, "care"),
        "stops": path.stops(held, lang),
        "choices": choices(request, held, failed or {}),
        "refused": refused,
        "problems": remarks(problems, lang),
        "before": before,
        "changes": changes,
        "is_first": before is None,
        "findings": remarks(held.judgement.diagnostics, lang) if is_new else [],
        "taken": remarks(_taken(held), lang),
        "staying": _staying(request, held, failed or {}, lang) if is_editor else [],
        "overruled": [each for each in queries.overruled(key) if each.version == row.version],
        "offers": _offers(held, lang),
        "leading": held.leading if is_editor else [],
        "excuses": _excuses(held, failed or {}) if is_editor else [],
        "excused": held.excused if is_editor else [],
        "is_editor": is_editor,
        "may_read_letters": request.user.may(Capability.RECORD_REPRESENTATION),
        "replace": UploadForm() if is_editor and row.state == State.DRAFT else None,
        "leads": Role.LEADER in request.user.roles,
    }
    return render(request, "agreeing/one.html", values, status=status)


def choices(
    request: Request, held: Standing, failed: Mapping[Act, django_forms.Form]
) -> list[Choice]:
    """Every step that this person's roles give, with its form or the reason why not."""
    represents = Role.REPRESENTATION in request.user.roles
    found = path.refusals(held, request.now, by=str(request.user.pk), represents=represents)
    made = []
    for act, refusal in found.items():
        capability = MAY.get(act)
        if (
            act in {Act.OVERRULE, Act.REPLACE_TEXT, Act.EXCUSE}
            or not capability
            or not request.user.may(capability)
        ):
            continue
        if refusal and refusal.reason in SILENT:
            continue
        form = failed.get(act) or (None if refusal else _form(act, held, request))
        made.append(Choice(act.value, _address(act, held), form, refusal if form is None else None))
    return made


def _address(act: Act, held: Standing) -> str:
    return reverse(f"agreeing-{act.value}", args=[held.proceeding.id])


def _form(act: Act, held: Standing, request: Request) -> django_forms.Form:
    text_hash = {"text_hash": held.situation.text_hash}
    match act:
        case Act.OFFER:
            return forms.OfferForm(initial=text_hash)
        case Act.ASK:
            return forms.AskForm(people=held.situation.people)
        case Act.NOT_NEEDED:
            return forms.NotNeededForm()
        case Act.ANSWER:
            return forms.AnswerForm(initial=text_hash)
        case Act.PERMIT:
            return forms.PermitForm()
        case Act.MEET:
            return forms.MeetForm()
        case Act.DECIDE:
            protocol = held.judgement.protocol
            first = forms.planned_first(editing.starts(protocol).date(), today(request.now))
            return forms.DecideForm(initial=text_hash | {"planned_on": first})
        case Act.TAKE_BACK:
            return forms.TakeBackForm()
    return forms.WithdrawForm()


def _taken(held: Standing) -> Sequence[Diagnostic]:
    return [each for each in held.problems if each not in held.judgement.diagnostics]


def _staying(
    request: Request, held: Standing, failed: Mapping[Act, django_forms.Form], lang: Lang
) -> list[dict[str, object]]:
    """Each passage that may stay for a reason, with a form for that reason."""
    if held.proceeding.state != State.DRAFT:
        return []
    sent = (request.POST.get("clause"), request.POST.get("code"))
    return [
        {
            "remark": remarks([each.diagnostic], lang)[0],
            "form": failed[Act.OVERRULE]
            if Act.OVERRULE in failed and sent == (each.clause, each.code)
            else forms.OverruleForm(
                initial={"clause": each.clause, "code": each.code},
                auto_id=f"id_{each.clause}_{each.code}_%s",
            ),
        }
        for each in {(each.clause, each.code): each for each in held.judgement.may_stay}.values()
    ]


def _excuses(held: Standing, failed: Mapping[Act, django_forms.Form]) -> list[dict[str, object]]:
    """Each leader who is away and is still waited for, with a form to excuse them."""
    let_off = {row.person for row in held.excused}
    return [
        {
            "name": each.name,
            "form": failed.get(Act.EXCUSE)
            or forms.ExcuseForm(initial={"person": each.person}, auto_id=f"id_{each.person}_%s"),
        }
        for each in held.leading
        if each.is_away and not each.has_read and each.person not in let_off
    ]


def _offers(held: Standing, lang: Lang) -> list[dict[str, object]]:
    """Every text that was offered, the latest first, with what came of it."""
    return [
        {
            "row": each,
            "body": BODIES[each.body][lang],
            "answers": [
                {
                    "row": answer,
                    "says": ANSWERS[answer.answer][lang],
                    "lines": list(path.outcome_lines(answer, lang)),
                }
                for answer in held.outcomes
                if answer.version == each.version
            ],
        }
        for each in reversed(held.offers)
    ]


def done(act: Act) -> str:
    """What to say once a step was taken."""
    return {
        Act.REPLACE_TEXT: _("This is the text now."),
        Act.OVERRULE: _("The reason is in the text now."),
        Act.OFFER: _("The text was offered."),
        Act.ASK: _("The text was put to the staff."),
        Act.NOT_NEEDED: _("It is recorded why the staff need not be asked."),
        Act.ANSWER: _("The answer is recorded."),
        Act.PERMIT: _("The permission is recorded."),
        Act.MEET: _("It is recorded that the conditions were met."),
        Act.DECIDE: _("It is decided. Those who lead are asked to read it now."),
        Act.EXCUSE: _("This leader is excused."),
        Act.TAKE_BACK: _("The text was taken back. You can change it now."),
        Act.WITHDRAW: _("The proposal was withdrawn."),
    }[act]
