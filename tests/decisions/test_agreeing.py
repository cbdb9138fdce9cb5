import dataclasses
import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afspraak.decisions.agreeing import (
    COUNCIL_FROM,
    GRAPH,
    Act,
    Answer,
    Answered,
    Body,
    Ground,
    Leader,
    Leave,
    Refusal,
    Situation,
    State,
    Step,
    UnableToAgree,
    after,
    may,
    refusal,
)
from afspraak.decisions.agreeing_refusals import reasons

NOW = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)
TODAY = NOW.date()
DAY = dt.timedelta(days=1)
TEXT, OTHER = "a" * 64, "b" * 64
CONSENT = Answered(Answer.CONSENT, TODAY, TEXT)
REFUSAL = Answered(Answer.REFUSAL, TODAY, TEXT)
OPEN = Answered(Answer.CONDITIONS, TODAY, TEXT, met=False)
READY = Situation(
    state=State.DRAFT,
    text_hash=TEXT,
    people=40,
    has_edition=True,
    may_stay=frozenset({"incident L009"}),
    representatives=1,
    offered_on=TODAY,
    offered_by="henk",
    body=Body.OR,
    answers=(CONSENT,),
    planned_for=NOW,
    leaders=(Leader("jan", has_read=True), Leader("sanne", is_away=True, is_excused=True)),
)
"""A proposal in which nothing stands in the way of any step."""

STEP = Step(
    Act.OFFER,
    NOW,
    TODAY,
    by="jan",
    represents=True,
    text_hash=TEXT,
    body=Body.OR,
    answer=Answer.CONSENT,
    ground=Ground.COLLECTIVE,
    on=TODAY,
    reference="OR-2026-20",
    says="Zo is het gegaan.",
    planned_for=NOW,
    leader="sanne",
    passage="incident L009",
)
FITTING: dict[Act, dict[str, Any]] = {
    Act.TAKE_OVER: {"has_edition": False},
    Act.NOT_NEEDED: {"answers": ()},
    Act.ANSWER: {"answers": ()},
    Act.PERMIT: {"answers": (REFUSAL,)},
    Act.MEET: {"answers": (OPEN,)},
}
"""What a step needs that others cannot have: an answer is given once."""


def situation(act: Act, **more: Any) -> Situation:
    """A proposal with which `act` may be done, but for what `more` changes."""
    state = next(each for each, steps in GRAPH.items() if act in steps)
    # Not needed is recorded before asking as well as after.
    fitting: dict[str, Any] = {"state": state, **FITTING.get(act, {})}
    return dataclasses.replace(READY, **(fitting | more))


def step(act: Act, **more: Any) -> Step:
    return dataclasses.replace(STEP, act=act, **more)


def why(answer: Leave | Refusal) -> str:
    return answer.reason if isinstance(answer, Refusal) else ""


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("act", Act)
def test_each_step_follows_from_the_states_of_the_graph_only(state: State, act: Act) -> None:
    held = dataclasses.replace(situation(act), state=state)

    found = may(step(act), held)

    if act in GRAPH[state]:
        assert found == Leave(GRAPH[state][act])
    else:
        assert found == refusal(f"state-{state}")


def test_every_state_can_be_reached_and_only_the_last_ones_end() -> None:
    reached = {State.DRAFT} | {to for steps in GRAPH.values() for to in steps.values()}

    assert reached == set(State) == set(GRAPH)
    assert {state for state, steps in GRAPH.items() if not steps} == {
        State.REPLACED,
        State.WITHDRAWN,
    }
    assert {act for steps in GRAPH.values() for act in steps} == set(Act)


def test_what_is_decided_can_be_withdrawn_until_it_holds() -> None:
    can = {state for state, steps in GRAPH.items() if Act.WITHDRAW in steps}

    assert can == set(State) - {State.IN_FORCE, State.REPLACED, State.WITHDRAWN}


REFUSED: list[tuple[Act, dict[str, Any], dict[str, Any], str]] = [
    (Act.OVERRULE, {"says": " "}, {}, "reason"),
    (Act.OVERRULE, {"passage": "rights L009"}, {}, "no-passage"),
    (Act.OFFER, {}, {"errors": 1}, "errors"),
    (Act.OFFER, {"text_hash": OTHER}, {}, "text-changed"),
    (Act.OFFER, {}, {"is_known_edition": True}, "nothing-new"),
    (Act.TAKE_OVER, {}, {"has_edition": True}, "not-first"),
    (Act.TAKE_OVER, {}, {"errors": 1}, "errors"),
    (Act.TAKE_OVER, {"planned_for": NOW + DAY}, {}, "starts-later"),
    (Act.TAKE_OVER, {"planned_for": None}, {}, "starts-later"),
    (Act.TAKE_OVER, {"says": ""}, {}, "reason"),
    (Act.TAKE_OVER, {"reference": ""}, {}, "reference"),
    (Act.TAKE_OVER, {"on": None}, {}, "date"),
    (Act.TAKE_OVER, {"on": TODAY + DAY}, {}, "future"),
    (Act.ASK, {"body": None}, {}, "body"),
    (Act.ASK, {"body": Body.PVT}, {"people": COUNCIL_FROM}, "council"),
    (Act.ASK, {"body": Body.MEETING}, {"people": COUNCIL_FROM}, "council"),
    (Act.NOT_NEEDED, {"ground": None}, {}, "ground"),
    (Act.NOT_NEEDED, {}, {"answers": (CONSENT,)}, "answered"),
    (Act.NOT_NEEDED, {}, {"answers": (REFUSAL,)}, "answered"),
    (Act.NOT_NEEDED, {"ground": Ground.ALONE}, {"people": 2}, "not-alone"),
    (Act.NOT_NEEDED, {"ground": Ground.SAME_TEXT}, {"is_known_text": False}, "other-text"),
    (Act.NOT_NEEDED, {"says": ""}, {}, "reason"),
    (Act.NOT_NEEDED, {"reference": ""}, {}, "reference"),
    (Act.NOT_NEEDED, {"ground": Ground.OTHER}, {"representatives": 1}, "represented"),
    (Act.NOT_NEEDED, {"ground": Ground.OTHER, "says": ""}, {"representatives": 0}, "reason"),
    (Act.ANSWER, {"represents": False}, {}, "not-yours"),
    (Act.ANSWER, {"reference": ""}, {"representatives": 0}, "minutes"),
    (Act.ANSWER, {"text_hash": OTHER}, {}, "text-changed"),
    (Act.ANSWER, {}, {"answers": (CONSENT,)}, "answered"),
    (Act.ANSWER, {}, {"answers": (REFUSAL,)}, "refused"),
    (Act.ANSWER, {"answer": None}, {}, "answer"),
    (Act.ANSWER, {"answer": Answer.PERMISSION}, {}, "answer"),
    (Act.ANSWER, {"answer": Answer.NOT_NEEDED}, {}, "answer"),
    (Act.ANSWER, {"answer": Answer.CONDITIONS, "says": ""}, {}, "conditions"),
    (Act.ANSWER, {"on": None}, {}, "date"),
    (Act.ANSWER, {"on": TODAY + DAY}, {}, "future"),
    (Act.ANSWER, {"on": TODAY - DAY}, {}, "before-offer"),
    (Act.PERMIT, {}, {"answers": (CONSENT,)}, "no-refusal"),
    (Act.PERMIT, {}, {"answers": ()}, "no-refusal"),
    (Act.PERMIT, {"reference": " "}, {}, "reference"),
    (Act.PERMIT, {"on": TODAY - DAY}, {}, "before-offer"),
    (Act.PERMIT, {"on": TODAY + DAY}, {}, "future"),
    (Act.MEET, {}, {"answers": (CONSENT,)}, "no-conditions"),
    (Act.MEET, {"represents": False}, {}, "not-yours"),
    (Act.MEET, {"says": ""}, {}, "how"),
    (Act.DECIDE, {}, {"answers": ()}, "unanswered"),
    (
        Act.DECIDE,
        {},
        {"answers": (Answered(Answer.CONSENT, TODAY, OTHER),)},
        "answer-on-other-text",
    ),
    (Act.DECIDE, {}, {"answers": (REFUSAL,)}, "refused"),
    (Act.DECIDE, {}, {"answers": (OPEN,)}, "conditions-open"),
    (Act.DECIDE, {"text_hash": OTHER}, {}, "text-changed"),
    (Act.DECIDE, {}, {"errors": 1}, "errors"),
    (Act.DECIDE, {"by": "henk"}, {}, "same-person"),
    (Act.DECIDE, {}, {"another_waits": True}, "another-waits"),
    (Act.DECIDE, {"planned_for": None}, {}, "date"),
    (Act.DECIDE, {"planned_for": NOW - dt.timedelta(seconds=1)}, {}, "past"),
    (Act.EXCUSE, {"leader": "ali"}, {}, "not-a-leader"),
    (Act.EXCUSE, {"leader": "jan"}, {}, "present"),
    (Act.EXCUSE, {"says": ""}, {}, "reason"),
    (Act.TAKE_BACK, {"says": ""}, {"state": State.WITH_REPRESENTATION}, "reason"),
    (Act.WITHDRAW, {"says": ""}, {"state": State.LEADERS_READING}, "reason"),
    (Act.COME_INTO_FORCE, {}, {"planned_for": NOW + dt.timedelta(seconds=1)}, "early"),
    (Act.COME_INTO_FORCE, {}, {"planned_for": None}, "early"),
    (Act.COME_INTO_FORCE, {}, {"leaders": ()}, "nobody-leads"),
    (Act.COME_INTO_FORCE, {}, {"leaders": (Leader("jan"),)}, "leaders"),
    (Act.COME_INTO_FORCE, {}, {"leaders": (Leader("jan", is_away=True),)}, "leaders"),
    (Act.COME_INTO_FORCE, {}, {"leaders": (Leader("jan", is_excused=True),)}, "leaders"),
]


@pytest.mark.parametrize(("act", "said", "stands", "reason"), REFUSED)
def test_one_thing_makes_the_difference(
    act: Act, said: dict[str, Any], stands: dict[str, Any], reason: str
) -> None:
    assert why(may(step(act, **said), situation(act, **stands))) == reason


def test_every_reason_was_seen_and_says_what_to_do_in_both_languages() -> None:
    seen = {reason for *_, reason in REFUSED} | {f"state-{state}" for state in State}

    assert seen == reasons()
    for each in map(refusal, seen):
        for text in (*each.says.values(), *each.way_out.values()):
            assert text[0].isupper()
            assert text.endswith(".")


@pytest.mark.parametrize(
    ("act", "said", "stands"),
    [
        (Act.ASK, {"body": Body.MEETING}, {"people": COUNCIL_FROM - 1}),
        (Act.ASK, {"body": Body.OR}, {"people": COUNCIL_FROM}),
        (Act.NOT_NEEDED, {"ground": Ground.ALONE}, {"people": 1}),
        (Act.NOT_NEEDED, {"ground": Ground.SAME_TEXT}, {"is_known_text": True}),
        (Act.NOT_NEEDED, {"ground": Ground.OTHER}, {"representatives": 0}),
        (Act.ANSWER, {"represents": False}, {"representatives": 0}),
        (Act.DECIDE, {"by": "henk"}, {"people": 1}),
        (Act.DECIDE, {}, {"answers": (Answered(Answer.PERMISSION, TODAY, TEXT),)}),
        (Act.DECIDE, {}, {"answers": (REFUSAL, Answered(Answer.PERMISSION, TODAY, TEXT))}),
        (Act.WITHDRAW, {"says": ""}, {"state": State.OFFERED}),
    ],
)
def test_what_is_allowed_where_something_else_is_not(
    act: Act, said: dict[str, Any], stands: dict[str, Any]
) -> None:
    assert isinstance(may(step(act, **said), situation(act, **stands)), Leave)


def test_who_comes_back_is_waited_for_again() -> None:
    away = Leader("sanne", is_away=True, is_excused=True)
    back = dataclasses.replace(away, is_away=False)

    assert [away.is_waited_for, back.is_waited_for] == [False, True]


moments = st.integers(-20, 60).map(lambda days: NOW + days * DAY / 2)
steps = st.builds(
    Step,
    act=st.sampled_from(Act),
    now=moments,
    today=moments.map(dt.datetime.date),
    by=st.sampled_from(["henk", "jan"]),
    represents=st.booleans(),
    text_hash=st.sampled_from([TEXT, OTHER]),
    body=st.sampled_from([None, *Body]),
    answer=st.sampled_from([None, *Answer]),
    ground=st.sampled_from([None, *Ground]),
    on=st.none() | moments.map(dt.datetime.date),
    reference=st.sampled_from(["", "OR-2026-20"]),
    says=st.sampled_from(["", "Zo is het gegaan."]),
    planned_for=st.none() | moments,
    leader=st.sampled_from(["jan", "sanne"]),
)
worlds = st.fixed_dictionaries(
    {},
    optional={
        "text_hash": st.sampled_from([TEXT, OTHER]),
        "errors": st.sampled_from([0, 0, 1]),
        "leaders": st.tuples(
            st.builds(Leader, key=st.just("jan"), has_read=st.booleans(), is_away=st.booleans()),
            st.builds(
                Leader,
                key=st.just("sanne"),
                has_read=st.booleans(),
                is_away=st.booleans(),
                is_excused=st.booleans(),
            ),
        ),
    },
)


FIELDS = tuple(field.name for field in dataclasses.fields(Step) if field.name != "act")


@settings(max_examples=120, deadline=None)
@given(
    people=st.sampled_from([1, 2, 40, 60]),
    representatives=st.sampled_from([0, 1]),
    walk=st.lists(
        st.tuples(worlds, steps, st.sampled_from(["", "", *FIELDS])), min_size=10, max_size=50
    ),
)
def test_no_sequence_of_steps_goes_round_a_safeguard(
    people: int, representatives: int, walk: list[tuple[dict[str, Any], Step, str]]
) -> None:
    """The world changes and the clock jumps between steps; people do whatever they like."""
    start = Situation(people=people, representatives=representatives, text_hash=TEXT)
    held = start
    for change, wild, wrong in walk:
        # What was offered does not change by itself; who has read what does.
        kept = change if held.state is State.DRAFT else {"leaders": change.get("leaders", ())}
        held = dataclasses.replace(held, **kept)
        for tried in (wild, _likely(held, wild, wrong)):
            before = held
            try:
                held = after(tried, held)
            except UnableToAgree:
                assert held is before
                continue
            _went_rightly(before, tried, held)
        if not GRAPH[held.state] or held.state is State.IN_FORCE:
            held = start


def test_the_walks_above_get_anywhere() -> None:
    held = Situation(people=40, representatives=1, text_hash=TEXT)
    reached = []
    while held.state is not State.IN_FORCE:
        tried = _likely(held, STEP, "")
        held = dataclasses.replace(after(tried, held), leaders=READY.leaders)
        reached.append(held.state)

    assert reached == [
        State.OFFERED,
        State.WITH_REPRESENTATION,
        State.WITH_REPRESENTATION,
        State.DECIDED,
        State.LEADERS_READING,
        State.IN_FORCE,
    ]


def _likely(held: Situation, wild: Step, wrong: str) -> Step:
    """The step that leads on from here, right but for what is `wrong` and when it is."""
    right = dataclasses.replace(
        STEP,
        act=_onward(held),
        now=wild.now,
        today=wild.today,
        on=wild.today,
        planned_for=wild.now,
        text_hash=held.text_hash,
        by="henk" if held.state is State.DRAFT else "jan",
        answer=wild.answer or Answer.CONSENT,
    )
    return dataclasses.replace(right, **{wrong: getattr(wild, wrong)}) if wrong else right


def _onward(held: Situation) -> Act:
    answered = held.answered
    if held.state is State.WITH_REPRESENTATION and answered:
        if not answered.met:
            return Act.MEET
        return Act.PERMIT if answered.answer is Answer.REFUSAL else Act.DECIDE
    return {
        State.DRAFT: Act.OFFER,
        State.OFFERED: Act.ASK,
        State.WITH_REPRESENTATION: Act.ANSWER,
        State.DECIDED: Act.ASK_LEADERS,
        State.LEADERS_READING: Act.COME_INTO_FORCE,
    }.get(held.state, Act.REPLACE)


def _went_rightly(before: Situation, taken: Step, now: Situation) -> None:
    if taken.act is Act.DECIDE:
        _was_agreed(before, taken)
    if now.state is State.IN_FORCE and taken.act is Act.TAKE_OVER:
        assert not before.has_edition
        assert (taken.says, taken.reference) != ("", "")
    elif now.state is State.IN_FORCE:
        assert before.state is State.LEADERS_READING
        assert before.planned_for is not None
        assert taken.now >= before.planned_for
        assert before.leaders
        assert all(each.has_read or (each.is_away and each.is_excused) for each in before.leaders)


def _was_agreed(before: Situation, decided: Step) -> None:
    answered = before.answered
    assert answered is not None
    assert answered.text_hash == before.text_hash == decided.text_hash
    assert answered.answer is not Answer.REFUSAL
    assert answered.met
    assert before.errors == 0
    assert before.people == 1 or decided.by != before.offered_by
    assert decided.planned_for is not None
    assert decided.planned_for >= decided.now
