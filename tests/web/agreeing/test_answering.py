"""What those who speak for the staff answer, and what was agreed on paper before."""

import datetime as dt
from collections.abc import Callable

from afspraak.decisions.agreeing import Answer, Body, State
from afspraak.decisions.roles import Role
from afspraak.web.agreeing import operations, queries
from afspraak.web.editions import queries as editions
from afspraak.web.editions.queries import EditionRow
from afspraak.web.organisation.models import Organisation
from afspraak.web.people.models import Person
from web.agreeing.walking import (
    TODAY,
    Cast,
    consent,
    decide,
    refused,
    state,
    text_hash,
    walk,
)
from web.conftest import NOW
from web.editions.files import (
    NEXT,
    SMALL,
)


def test_consent_is_about_one_text(edition: EditionRow, cast: Cast) -> None:
    key = walk(cast, State.WITH_REPRESENTATION)
    first = text_hash(key)
    consent(key, cast)
    operations.take_back(proceeding=key, reason="Nog iets.", now=NOW, actor=cast.editor.pk)
    changed = NEXT.replace(b"We laten zien wat we maken.", b"We laten zien wat we bakken.")
    operations.replace_text(proceeding=key, source=changed, now=NOW, actor=cast.editor.pk)
    second = text_hash(key)
    operations.offer_text(proceeding=key, text_hash=second, now=NOW, actor=cast.editor.pk)
    operations.ask(proceeding=key, body=Body.OR, request="", now=NOW, actor=cast.editor.pk)

    with refused("answer-on-other-text"):
        decide(key, cast)
    with refused("text-changed"):
        operations.record_answer(
            proceeding=key,
            text_hash=first,
            answer=Answer.CONSENT,
            on=TODAY,
            now=NOW,
            actor=cast.representative.pk,
        )
    consent(key, cast)
    decide(key, cast)

    assert state(key) == "decided"
    offers = queries.offers(key)
    assert [(row.text_hash, row.taken_back_reason) for row in offers] == [
        (first, "Nog iets."),
        (second, ""),
    ]
    assert queries.source_of(key, 1) == NEXT


def answer(key: object, cast: Cast, given: Answer, says: str = "") -> None:
    operations.record_answer(
        proceeding=key,  # type: ignore[arg-type]  # a key
        text_hash=text_hash(key),  # type: ignore[arg-type]  # a key
        answer=given,
        on=TODAY,
        says=says,
        now=NOW,
        actor=cast.representative.pk,
    )


def test_a_refusal_leaves_two_ways(edition: EditionRow, cast: Cast) -> None:
    key = walk(cast, State.WITH_REPRESENTATION)
    answer(key, cast, Answer.REFUSAL, "Te vaag.")

    with refused("refused"):
        decide(key, cast)
    with refused("refused"):
        answer(key, cast, Answer.CONSENT)
    operations.record_permission(
        proceeding=key, on=TODAY, reference="zaak 1", now=NOW, actor=cast.editor.pk
    )
    decide(key, cast)

    waiting = editions.awaiting()
    assert waiting
    spoke = editions.protocol_of(waiting).edition.representation
    assert (spoke.body, spoke.consent) == ("none", None)
    assert spoke.reason == {
        "nl": "De kantonrechter gaf op 23 november 2026 toestemming (zaak 1), nadat het personeel "
        "niet had ingestemd.",
        "en": "The judge gave permission on 23 November 2026 (zaak 1), after the staff had not "
        "consented.",
    }


def test_conditions_are_met_before_it_is_decided(edition: EditionRow, cast: Cast) -> None:
    key = walk(cast, State.WITH_REPRESENTATION)
    answer(key, cast, Answer.CONDITIONS, "Eerst een training.")

    with refused("conditions-open"):
        decide(key, cast)
    with refused("not-yours"):
        operations.record_met(proceeding=key, how="Gedaan.", now=NOW, actor=cast.editor.pk)
    operations.record_met(
        proceeding=key, how="De training was op maandag.", now=NOW, actor=cast.representative.pk
    )
    decide(key, cast)

    row = queries.outcomes(key)[0]
    assert (row.says, row.met_how, row.met_by) == (
        "Eerst een training.",
        "De training was op maandag.",
        "Karel Fransen",
    )


def test_where_nobody_speaks_for_the_staff_the_editor_names_the_minutes(
    edition: EditionRow, somebody: Callable[..., Person]
) -> None:
    editor, leader = somebody(Role.EDITOR), somebody(Role.LEADER)
    cast = Cast(editor, editor, leader)
    key = walk(cast, State.WITH_REPRESENTATION)

    with refused("minutes"):
        answer(key, cast, Answer.CONSENT)
    consent(key, cast)

    assert [row.by_representation for row in queries.outcomes(key)] == [False]


def test_what_was_agreed_on_paper_is_taken_over_once(
    organisation: Organisation, cast: Cast
) -> None:
    def take_over() -> object:
        return operations.take_over(
            source=SMALL,
            on=dt.date(2026, 10, 8),
            reference="OR-2026-14",
            reason="De papieren versie.",
            at_once=False,
            now=NOW,
            actor=cast.editor.pk,
        )

    take_over()

    holds = editions.in_force(NOW)
    assert holds
    assert holds.in_force_from == dt.datetime(2026, 11, 1, 23, tzinfo=dt.UTC)
    [row] = queries.proceedings()
    [outcome] = queries.outcomes(row.id)
    assert (row.state, outcome.ground, outcome.on) == ("in-force", "paper", dt.date(2026, 10, 8))
    with refused("not-first"):
        take_over()
    assert len(queries.proceedings()) == 1
