"""What each step of agreeing asks for besides its place on the path.

A condition gives the reason why the step is refused, or nothing.
"""

import datetime as dt
from collections.abc import Callable, Mapping

from afspraak.decisions.agreeing_path import (
    COUNCIL_FROM,
    Act,
    Answer,
    Body,
    Ground,
    Situation,
    State,
    Step,
)

Condition = Callable[[Step, Situation], str]


def _overrule(step: Step, situation: Situation) -> str:
    if step.passage not in situation.may_stay:
        return "no-passage"
    return "" if step.says.strip() else "reason"


def _offer(step: Step, situation: Situation) -> str:
    if step.text_hash != situation.text_hash:
        return "text-changed"
    if situation.is_known_edition:
        return "nothing-new"
    return "errors" if situation.errors else ""


def _take_over(step: Step, situation: Situation) -> str:
    if situation.has_edition:
        return "not-first"
    if situation.errors:
        return "errors"
    if step.planned_for is None or step.planned_for > step.now:
        return "starts-later"
    return _said(step) or _date(step, None)


def _ask(step: Step, situation: Situation) -> str:
    if step.body is None:
        return "body"
    return "council" if situation.people >= COUNCIL_FROM and step.body is not Body.OR else ""


def _not_needed(step: Step, situation: Situation) -> str:
    if situation.answered:
        return "answered"
    match step.ground:
        case Ground.ALONE:
            return "" if situation.people == 1 else "not-alone"
        case Ground.SAME_TEXT:
            return "" if situation.is_known_text else "other-text"
        case Ground.COLLECTIVE:
            return _said(step)
        case Ground.OTHER:
            if situation.representatives:
                return "represented"
            return "" if step.says.strip() else "reason"
    return "ground"


def _answer(step: Step, situation: Situation) -> str:
    if situation.representatives:
        if not step.represents:
            return "not-yours"
    elif not step.reference.strip():
        return "minutes"
    if step.text_hash != situation.text_hash:
        return "text-changed"
    if held := situation.answered:
        return "refused" if held.answer is Answer.REFUSAL else "answered"
    if step.answer not in {Answer.CONSENT, Answer.CONDITIONS, Answer.REFUSAL}:
        return "answer"
    if step.answer is Answer.CONDITIONS and not step.says.strip():
        return "conditions"
    return _date(step, situation.offered_on)


def _permit(step: Step, situation: Situation) -> str:
    held = situation.answered
    if held is None or held.answer is not Answer.REFUSAL:
        return "no-refusal"
    if not step.reference.strip():
        return "reference"
    return _date(step, held.on)


def _meet(step: Step, situation: Situation) -> str:
    held = situation.answered
    if held is None or held.met:
        return "no-conditions"
    if situation.representatives and not step.represents:
        return "not-yours"
    return "" if step.says.strip() else "how"


def _decide(step: Step, situation: Situation) -> str:
    held = situation.answered
    if held is None:
        return "unanswered" if not situation.answers else "answer-on-other-text"
    if held.answer is Answer.REFUSAL:
        return "refused"
    if not held.met:
        return "conditions-open"
    if step.text_hash != situation.text_hash:
        return "text-changed"
    if situation.errors:
        return "errors"
    if situation.offered_by == step.by and situation.people > 1:
        return "same-person"
    if situation.another_waits:
        return "another-waits"
    if step.planned_for is None:
        return "date"
    return "past" if step.planned_for < step.now else ""


def _excuse(step: Step, situation: Situation) -> str:
    leader = next((each for each in situation.leaders if each.key == step.leader), None)
    if leader is None:
        return "not-a-leader"
    if not leader.is_away:
        return "present"
    return "" if step.says.strip() else "reason"


def _give_up(step: Step, situation: Situation) -> str:
    alone = situation.state in {State.DRAFT, State.OFFERED}
    return "" if alone or step.says.strip() else "reason"


def _come_into_force(step: Step, situation: Situation) -> str:
    if situation.planned_for is None or step.now < situation.planned_for:
        return "early"
    if not situation.leaders:
        return "nobody-leads"
    return "leaders" if any(each.is_waited_for for each in situation.leaders) else ""


def _said(step: Step) -> str:
    if not step.says.strip():
        return "reason"
    return "" if step.reference.strip() else "reference"


def _date(step: Step, not_before: dt.date | None) -> str:
    if step.on is None:
        return "date"
    if step.on > step.today:
        return "future"
    return "before-offer" if not_before and step.on < not_before else ""


CONDITIONS: Mapping[Act, Condition] = {
    Act.OVERRULE: _overrule,
    Act.OFFER: _offer,
    Act.TAKE_OVER: _take_over,
    Act.ASK: _ask,
    Act.NOT_NEEDED: _not_needed,
    Act.ANSWER: _answer,
    Act.PERMIT: _permit,
    Act.MEET: _meet,
    Act.DECIDE: _decide,
    Act.EXCUSE: _excuse,
    Act.TAKE_BACK: _give_up,
    Act.WITHDRAW: _give_up,
    Act.COME_INTO_FORCE: _come_into_force,
}
