"""The path of a proposal: its states, the steps between them, and what a step depends on."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How far a proposal is."""

    DRAFT = "draft"
    OFFERED = "offered"
    WITH_REPRESENTATION = "with-representation"
    DECIDED = "decided"
    LEADERS_READING = "leaders-reading"
    IN_FORCE = "in-force"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"


class Act(StrEnum):
    """What somebody can do with a proposal. `ASK_LEADERS` and what follows it the worker does."""

    REPLACE_TEXT = "replace-text"
    OVERRULE = "overrule"
    OFFER = "offer"
    TAKE_OVER = "take-over"
    ASK = "ask"
    NOT_NEEDED = "not-needed"
    ANSWER = "answer"
    PERMIT = "permit"
    MEET = "meet"
    DECIDE = "decide"
    EXCUSE = "excuse"
    TAKE_BACK = "take-back"
    WITHDRAW = "withdraw"
    ASK_LEADERS = "ask-leaders"
    COME_INTO_FORCE = "come-into-force"
    REPLACE = "replace"


class Body(StrEnum):
    """Who speaks for the staff."""

    OR = "or"
    PVT = "pvt"
    MEETING = "meeting"


class Answer(StrEnum):
    """What came of asking the representation."""

    CONSENT = "consent"
    CONDITIONS = "conditions"
    REFUSAL = "refusal"
    PERMISSION = "permission"
    NOT_NEEDED = "not-needed"


class Ground(StrEnum):
    """Why nobody has to be asked."""

    ALONE = "alone"
    COLLECTIVE = "collective"
    SAME_TEXT = "same-text"
    OTHER = "other"


COUNCIL_FROM = 50
"""From so many people on, a works council speaks for the staff; below, others may."""

GRAPH: Mapping[State, Mapping[Act, State]] = {
    State.DRAFT: {
        Act.REPLACE_TEXT: State.DRAFT,
        Act.OVERRULE: State.DRAFT,
        Act.OFFER: State.OFFERED,
        Act.TAKE_OVER: State.IN_FORCE,
        Act.WITHDRAW: State.WITHDRAWN,
    },
    State.OFFERED: {
        Act.ASK: State.WITH_REPRESENTATION,
        Act.NOT_NEEDED: State.WITH_REPRESENTATION,
        Act.TAKE_BACK: State.DRAFT,
        Act.WITHDRAW: State.WITHDRAWN,
    },
    State.WITH_REPRESENTATION: {
        Act.NOT_NEEDED: State.WITH_REPRESENTATION,
        Act.ANSWER: State.WITH_REPRESENTATION,
        Act.PERMIT: State.WITH_REPRESENTATION,
        Act.MEET: State.WITH_REPRESENTATION,
        Act.DECIDE: State.DECIDED,
        Act.TAKE_BACK: State.DRAFT,
        Act.WITHDRAW: State.WITHDRAWN,
    },
    State.DECIDED: {
        Act.EXCUSE: State.DECIDED,
        Act.ASK_LEADERS: State.LEADERS_READING,
        Act.WITHDRAW: State.WITHDRAWN,
    },
    State.LEADERS_READING: {
        Act.EXCUSE: State.LEADERS_READING,
        Act.COME_INTO_FORCE: State.IN_FORCE,
        Act.WITHDRAW: State.WITHDRAWN,
    },
    State.IN_FORCE: {Act.REPLACE: State.REPLACED},
    State.REPLACED: {},
    State.WITHDRAWN: {},
}


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of asking, on which day, and about which text. `met`: no condition is open."""

    answer: Answer
    on: dt.date
    text_hash: str
    met: bool = True


@dataclass(frozen=True, slots=True)
class Leader:
    """Somebody who leads, and whether they have read exactly this text."""

    key: str
    has_read: bool = False
    is_away: bool = False
    is_excused: bool = False

    @property
    def is_waited_for(self) -> bool:
        """Whether nothing can hold before they have read. Who is back is no longer excused."""
        return not self.has_read and not (self.is_away and self.is_excused)


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything about a proposal that a step depends on."""

    state: State = State.DRAFT
    text_hash: str = ""
    people: int = 1
    errors: int = 0
    may_stay: frozenset[str] = frozenset()
    is_known_text: bool = False
    is_known_edition: bool = False
    has_edition: bool = False
    representatives: int = 0
    offered_on: dt.date | None = None
    offered_by: str = ""
    body: Body | None = None
    answers: tuple[Answered, ...] = ()
    another_waits: bool = False
    planned_for: dt.datetime | None = None
    leaders: tuple[Leader, ...] = ()

    @property
    def answered(self) -> Answered | None:
        """The last answer about the text as it is now."""
        same = [each for each in self.answers if each.text_hash == self.text_hash]
        return same[-1] if same else None


@dataclass(frozen=True, slots=True)
class Step:
    """Something somebody wants to do, when, and what they say with it."""

    act: Act
    now: dt.datetime
    today: dt.date
    by: str = ""
    represents: bool = False
    text_hash: str = ""
    body: Body | None = None
    answer: Answer | None = None
    ground: Ground | None = None
    on: dt.date | None = None
    reference: str = ""
    says: str = ""
    planned_for: dt.datetime | None = None
    leader: str = ""
    passage: str = ""
