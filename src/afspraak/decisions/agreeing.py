"""How an edition of the protocol is agreed on: which step may follow which, and when.

The states and the steps between them are declared once, in `GRAPH`. Besides the graph every step
has conditions of its own; what does not meet them is refused with a reason and a way out. Nothing
here reads a clock: a step says itself when it is taken.
"""

import dataclasses
from dataclasses import dataclass

from afspraak.decisions.agreeing_conditions import CONDITIONS
from afspraak.decisions.agreeing_path import (
    COUNCIL_FROM,
    GRAPH,
    Act,
    Answer,
    Answered,
    Body,
    Ground,
    Leader,
    Situation,
    State,
    Step,
)
from afspraak.decisions.agreeing_refusals import Refusal, refusal

__all__ = [
    "COUNCIL_FROM",
    "GRAPH",
    "Act",
    "Answer",
    "Answered",
    "Body",
    "Ground",
    "Leader",
    "Leave",
    "Refusal",
    "Situation",
    "State",
    "Step",
    "UnableToAgree",
    "after",
    "answered",
    "may",
    "refusal",
]


@dataclass(frozen=True, slots=True)
class Leave:
    """That a step may be taken, and what it leads to."""

    to: State


class UnableToAgree(Exception):
    """The step is refused; `refusal` says why and what to do instead."""

    def __init__(self, refused: Refusal) -> None:
        super().__init__(refused.reason)
        self.refusal = refused


def may(step: Step, situation: Situation) -> Leave | Refusal:
    """Whether this step may be taken now."""
    to = GRAPH[situation.state].get(step.act)
    if to is None:
        return refusal(f"state-{situation.state}")
    condition = CONDITIONS.get(step.act)
    reason = condition(step, situation) if condition else ""
    return refusal(reason) if reason else Leave(to)


def after(step: Step, situation: Situation) -> Situation:
    """The situation once the step was taken. Raises `UnableToAgree` when it may not be."""
    leave = may(step, situation)
    if isinstance(leave, Refusal):
        raise UnableToAgree(leave)
    return dataclasses.replace(_changed(step, situation), state=leave.to)


def answered(step: Step, situation: Situation) -> Answered:
    """What is recorded of the answer that this step gives, about the text as it is."""
    given = {Act.NOT_NEEDED: Answer.NOT_NEEDED, Act.PERMIT: Answer.PERMISSION}
    answer = given.get(step.act, step.answer or Answer.REFUSAL)
    is_met = answer is not Answer.CONDITIONS
    return Answered(answer, step.on or step.today, situation.text_hash, met=is_met)


def _changed(step: Step, situation: Situation) -> Situation:
    match step.act:
        case Act.OFFER:
            return dataclasses.replace(
                situation, offered_on=step.today, offered_by=step.by, body=None
            )
        case Act.ASK:
            return dataclasses.replace(situation, body=step.body)
        case Act.NOT_NEEDED | Act.ANSWER | Act.PERMIT:
            answers = (*situation.answers, answered(step, situation))
            return dataclasses.replace(situation, answers=answers)
        case Act.MEET:
            answers = tuple(
                dataclasses.replace(each, met=True) if each is situation.answered else each
                for each in situation.answers
            )
            return dataclasses.replace(situation, answers=answers)
        case Act.DECIDE:
            return dataclasses.replace(situation, planned_for=step.planned_for)
        case Act.EXCUSE:
            leaders = tuple(
                dataclasses.replace(each, is_excused=True) if each.key == step.leader else each
                for each in situation.leaders
            )
            return dataclasses.replace(situation, leaders=leaders)
    return situation
