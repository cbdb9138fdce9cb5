import datetime as dt
from collections.abc import Callable

import pytest

from afspraak.decisions.agreeing import Answer, Body, Ground, State, UnableToAgree
from afspraak.decisions.roles import Role
from afspraak.protocol.problems import UnableToLoad
from afspraak.web.agreeing import operations, queries
from afspraak.web.audit.models import Entry
from afspraak.web.editions import operations as editing
from afspraak.web.editions import queries as editions
from afspraak.web.editions.judging import UnableToComeIntoForce
from afspraak.web.editions.queries import EditionRow
from afspraak.web.mail.models import OutgoingMail
from afspraak.web.organisation.models import Organisation
from afspraak.web.people.models import Person
from afspraak.web.reading import operations as reading
from afspraak.web.reading.models import Asked
from web.agreeing.walking import TODAY, Cast, consent, decide, read, state, text_hash, walk
from web.conftest import NOW
from web.editions.files import (
    NEXT,
    OTHER_PERSON,
    OTHER_TEXT,
    SAME_TEXT,
    SMALL,
    UNFAIR,
    WRONG_EXAMPLE,
    with_number,
)

DAY = dt.timedelta(days=1)
ALONE = SMALL.replace(b"  people: 40\n", b"  people: 1\n", 1).replace(b'"2026.2"', b'"1"', 1)


def refused(reason: str) -> pytest.RaisesExc[UnableToAgree]:
    return pytest.raises(UnableToAgree, match=f"^{reason}$")


def actions_logged() -> list[str]:
    logged = Entry.objects.exclude(action__startswith="people.").order_by("number")
    return list(logged.values_list("action", flat=True))


def test_an_edition_comes_into_force_along_every_step(edition: EditionRow, cast: Cast) -> None:
    key = walk(cast, State.IN_FORCE)

    row = queries.proceeding(key)
    assert row
    holds = editions.in_force(NOW)
    assert holds
    assert (row.state, row.edition, holds.number) == ("in-force", holds.id, "2027.1")
    spoke = editions.protocol_of(holds).edition
    assert (spoke.in_force, spoke.representation.consent) == (TODAY, TODAY)
    assert (spoke.representation.body, spoke.representation.reference) == ("or", "OR-2026-20")
    assert holds.text_hash == row.text_hash
    assert actions_logged() == [
        "editions.added",
        *["agreeing.ready", "agreeing.offered", "agreeing.asked", "agreeing.answered"],
        *["editions.planned", "agreeing.decided", "agreeing.leaders-asked"],
        *["reading.started", "reading.asked", "reading.started", "reading.asked"],
        *["reading.received", "editions.holds", "agreeing.in-force"],
    ]


def test_no_clock_brings_an_edition_into_force(edition: EditionRow, cast: Cast) -> None:
    key = walk(cast, State.LEADERS_READING, planned_on=TODAY + DAY)

    assert operations.move_due(now=NOW + 400 * DAY) == 0
    assert editions.in_force(NOW + 400 * DAY) == edition

    read(key, cast.leader)
    assert operations.move_due(now=NOW) == 0
    assert state(key) == "leaders-reading"

    assert operations.move_due(now=NOW + DAY) == 1
    holds = editions.in_force(NOW + DAY)
    assert holds
    assert (state(key), holds.id, holds.in_force_from) == ("in-force", edition.id + 1, NOW + DAY)
    assert editions.in_force(NOW) == edition


def test_a_late_leader_moves_the_day_in_the_file_as_well(edition: EditionRow, cast: Cast) -> None:
    key = walk(cast, State.LEADERS_READING)
    waiting = editions.awaiting()
    assert waiting
    assert editions.protocol_of(waiting).edition.in_force == TODAY

    read(key, cast.leader, NOW + 3 * DAY)
    operations.move_due(now=NOW + 3 * DAY)

    holds = editions.in_force(NOW + 3 * DAY)
    assert holds
    assert editions.protocol_of(holds).edition.in_force == TODAY + 3 * DAY
    assert (holds.text_hash, holds.file == waiting.file) == (waiting.text_hash, False)


def test_who_works_here_is_asked_once_the_edition_holds(
    edition: EditionRow, cast: Cast, somebody: Callable[..., Person]
) -> None:
    somebody(name="Lotte Visser")
    key = walk(cast, State.LEADERS_READING)
    row = queries.proceeding(key)
    assert row
    asked = Asked.objects.filter(edition=row.edition)
    assert list(asked.values_list("person__name", flat=True)) == ["Jan Jansen"]
    mail = OutgoingMail.objects.get(key__startswith=f"reading.asked:{row.edition}")
    assert mail.values == {"edition": row.edition, "number": "2027.1", "first": 1}

    read(key, cast.leader)
    operations.move_due(now=NOW)
    reading.ask_due(now=NOW)

    assert asked.count() == 4


def test_a_leader_who_is_away_is_excused_and_everybody_is_asked_all_the_same(
    edition: EditionRow, cast: Cast, somebody: Callable[..., Person]
) -> None:
    away = somebody(Role.LEADER, name="Sanne", away_from=TODAY - DAY, away_until=TODAY + 30 * DAY)
    key = walk(cast, State.LEADERS_READING)
    read(key, cast.leader)
    assert operations.move_due(now=NOW) == 0

    operations.excuse(
        proceeding=key, person=away.pk, reason="Weg tot januari.", now=NOW, actor=cast.editor.pk
    )

    # Who is back before the edition holds reads it first after all.
    assert operations.move_due(now=NOW + 60 * DAY) == 0
    assert operations.move_due(now=NOW) == 1
    reading.ask_due(now=NOW)
    row = queries.proceeding(key)
    assert row
    # Everybody who is here, and has not read: two of the three others.
    assert Asked.objects.filter(edition=row.edition).count() == 3
    with refused("state-in-force"):
        operations.excuse(
            proceeding=key, person=away.pk, reason="Weg.", now=NOW, actor=cast.editor.pk
        )


def test_an_edition_waits_for_somebody_who_leads(
    edition: EditionRow, somebody: Callable[..., Person]
) -> None:
    cast = Cast(somebody(Role.EDITOR), somebody(Role.REPRESENTATION), somebody(Role.EDITOR))
    key = walk(cast, State.DECIDED)

    operations.move_due(now=NOW)
    operations.move_due(now=NOW + 30 * DAY)

    assert state(key) == "leaders-reading"


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (with_number("2027.1", UNFAIR), "L009"),
        (with_number("2027.1", WRONG_EXAMPLE), "example"),
        (OTHER_TEXT, "number"),
    ],
)
def test_what_blocks_is_not_offered(
    edition: EditionRow, cast: Cast, source: bytes, code: str
) -> None:
    with pytest.raises(UnableToComeIntoForce) as blocked:
        operations.offer(source=source, now=NOW, actor=cast.editor.pk)
    assert [each.code for each in blocked.value.diagnostics] == [code]
    assert queries.summaries() == []

    key = operations.put_ready(source=source, now=NOW, actor=cast.editor.pk)
    with refused("errors"):
        operations.offer_text(
            proceeding=key, text_hash=text_hash(key), now=NOW, actor=cast.editor.pk
        )


def test_a_file_that_cannot_be_read_is_not_put_ready(edition: EditionRow, cast: Cast) -> None:
    with pytest.raises(UnableToLoad):
        operations.put_ready(source=b"afspraak: 1\nname: x\n", now=NOW, actor=None)

    assert queries.summaries() == []


def test_what_only_changes_names_needs_no_agreeing(edition: EditionRow, cast: Cast) -> None:
    with refused("nothing-new"):
        operations.offer(source=OTHER_PERSON, now=NOW, actor=cast.editor.pk)


def test_a_passage_stays_for_a_reason_that_is_kept(edition: EditionRow, cast: Cast) -> None:
    source = with_number("2027.1", UNFAIR)
    key = operations.put_ready(source=source, now=NOW, actor=cast.editor.pk)
    before = text_hash(key)

    operations.overrule(
        proceeding=key,
        clause="rights",
        code="L009",
        reason="De cao schrijft dit voor.",
        now=NOW,
        actor=cast.editor.pk,
    )

    assert text_hash(key) != before
    row = queries.OverruledRow(1, "rights", "L009", "De cao schrijft dit voor.", NOW, "Henk Mulder")
    assert queries.overruled(key) == [row]
    with refused("text-changed"):
        operations.offer_text(proceeding=key, text_hash=before, now=NOW, actor=cast.editor.pk)
    operations.offer_text(proceeding=key, text_hash=text_hash(key), now=NOW, actor=cast.editor.pk)
    assert state(key) == "offered"
    with refused("state-offered"):
        operations.overrule(
            proceeding=key, clause="rights", code="L009", reason="x", now=NOW, actor=None
        )

    # The reason goes along to a next text, as long as the clause says the same.
    operations.take_back(proceeding=key, reason="", now=NOW, actor=cast.editor.pk)
    operations.replace_text(proceeding=key, source=source, now=NOW, actor=cast.editor.pk)
    assert [each.version for each in queries.overruled(key)] == [1, 2]
    operations.offer_text(proceeding=key, text_hash=text_hash(key), now=NOW, actor=cast.editor.pk)
    operations.take_back(proceeding=key, reason="", now=NOW, actor=cast.editor.pk)
    other = source.replace(b"dismissed immediately.", b"dismissed at once.")
    operations.replace_text(proceeding=key, source=other, now=NOW, actor=cast.editor.pk)
    assert [each.version for each in queries.overruled(key)] == [1, 2]


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


def test_who_offers_does_not_decide(edition: EditionRow, cast: Cast) -> None:
    key = walk(cast, State.WITH_REPRESENTATION)
    consent(key, cast)

    with refused("same-person"):
        decide(key, Cast(cast.editor, cast.representative, cast.editor))
    assert editions.awaiting() is None
    decide(key, cast)


def test_one_person_does_it_alone_and_it_shows(
    organisation: Organisation, somebody: Callable[..., Person]
) -> None:
    owner = somebody(Role.EDITOR, Role.LEADER)
    cast = Cast(owner, owner, owner)
    key = operations.offer(source=ALONE, now=NOW, actor=owner.pk)
    operations.record_not_needed(
        proceeding=key, ground=Ground.ALONE, reason="", now=NOW, actor=owner.pk
    )
    decide(key, cast)
    operations.move_due(now=NOW)
    read(key, owner)
    operations.move_due(now=NOW)

    row = queries.proceeding(key)
    assert row
    assert (row.state, row.alone) == ("in-force", True)
    holds = editions.in_force(NOW)
    assert holds
    assert editions.protocol_of(holds).edition.representation.body == "none"


def test_a_second_person_ends_being_alone(
    organisation: Organisation, somebody: Callable[..., Person]
) -> None:
    owner = somebody(Role.EDITOR, Role.LEADER)
    key = operations.offer(source=ALONE, now=NOW, actor=owner.pk)
    somebody()

    with refused("not-alone"):
        operations.record_not_needed(
            proceeding=key, ground=Ground.ALONE, reason="", now=NOW, actor=owner.pk
        )


def test_a_new_number_for_the_same_text_asks_nobody_again(edition: EditionRow, cast: Cast) -> None:
    key = operations.offer(source=SAME_TEXT, now=NOW, actor=cast.editor.pk)
    operations.record_not_needed(
        proceeding=key, ground=Ground.SAME_TEXT, reason="", now=NOW, actor=cast.editor.pk
    )
    reading.ask_due(now=NOW)
    reading.receive(person=cast.leader, edition=edition.id, language="nl", now=NOW)
    decide(key, cast)
    operations.move_due(now=NOW)

    assert operations.move_due(now=NOW) == 1 or state(key) == "in-force"
    holds = editions.in_force(NOW)
    assert holds
    assert (holds.number, holds.must_be_read) == ("2027.1", False)
    assert editions.protocol_of(holds).edition.representation.reference == "OR-2026-14"


def test_one_edition_waits_at_a_time(edition: EditionRow, cast: Cast) -> None:
    walk(cast, State.DECIDED)
    other = operations.offer(
        source=with_number("2027.2", OTHER_TEXT), now=NOW, actor=cast.editor.pk
    )
    operations.ask(proceeding=other, body=Body.OR, request="", now=NOW, actor=cast.editor.pk)
    consent(other, cast)

    with refused("another-waits"):
        decide(other, cast)


def test_a_decision_can_be_withdrawn_until_the_edition_holds(
    edition: EditionRow, cast: Cast
) -> None:
    key = walk(cast, State.LEADERS_READING)
    with refused("reason"):
        operations.withdraw(proceeding=key, reason=" ", now=NOW, actor=cast.editor.pk)

    operations.withdraw(proceeding=key, reason="Toch niet.", now=NOW, actor=cast.editor.pk)

    assert (state(key), editions.awaiting(), editions.in_force(NOW)) == ("withdrawn", None, edition)
    with pytest.raises(reading.UnableToReceive, match="superseded"):
        read(key, cast.leader)
    assert operations.move_due(now=NOW + 9 * DAY) == 0


def test_what_holds_is_only_replaced(edition: EditionRow, cast: Cast) -> None:
    key = walk(cast, State.IN_FORCE)
    with refused("state-in-force"):
        operations.withdraw(proceeding=key, reason="Weg.", now=NOW, actor=cast.editor.pk)

    editing.add_edition(source=with_number("2027.2", SMALL), now=NOW + DAY, in_force_from=NOW + DAY)
    assert operations.move_due(now=NOW + DAY) == 1

    assert state(key) == "replaced"


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


def test_files_that_nobody_offered_go_and_what_was_offered_stays(
    edition: EditionRow, cast: Cast
) -> None:
    looked_at = walk(cast, State.DRAFT)
    offered = walk(cast, State.OFFERED, source=with_number("2027.2", OTHER_TEXT))
    operations.take_back(proceeding=offered, reason="", now=NOW, actor=cast.editor.pk)

    assert operations.delete_old_drafts(NOW + 29 * DAY) == []
    assert operations.delete_old_drafts(NOW + 30 * DAY) == [f"file {looked_at} 2026-11-23"]
    assert [row.id for row in queries.summaries()] == [offered]


def test_a_letter_goes_two_years_after_the_edition_was_replaced(
    edition: EditionRow, cast: Cast
) -> None:
    key = walk(cast, State.WITH_REPRESENTATION)
    letter = queries.LetterFile("brief.pdf", b"%PDF-1.7 %%EOF")
    operations.record_answer(
        proceeding=key,
        text_hash=text_hash(key),
        answer=Answer.CONSENT,
        on=TODAY,
        now=NOW,
        actor=cast.representative.pk,
        letter=letter,
    )
    [outcome] = queries.outcomes(key)
    assert queries.letter(key, outcome.id) == letter
    operations.withdraw(proceeding=key, reason="Toch niet.", now=NOW, actor=cast.editor.pk)

    assert operations.delete_old_letters(NOW + 729 * DAY) == []
    assert len(operations.delete_old_letters(NOW + 730 * DAY)) == 1
    assert queries.letter(key, outcome.id) is None
    assert queries.outcomes(key)[0].answer == "consent"


def test_a_name_goes_and_what_was_agreed_stays(edition: EditionRow, cast: Cast) -> None:
    key = walk(cast, State.IN_FORCE)
    done = {(row.number, row.step, row.says) for row in queries.done_by(cast.editor)}
    assert done == {("2027.1", "ask", "Graag instemming."), ("2027.1", "offer", "")}

    assert operations.erase(cast.editor, NOW) == 2

    row = queries.proceeding(key)
    assert row
    assert (row.state, row.offered_by, queries.done_by(cast.editor)) == ("in-force", "", [])


def test_a_draft_goes_on_in_the_proposal_it_was_taken_back_to(
    edition: EditionRow, cast: Cast
) -> None:
    draft = cast.editor.pk  # any key
    key = operations.offer(source=NEXT, now=NOW, actor=cast.editor.pk, draft=draft)
    with refused("state-offered"):
        operations.put_ready(source=NEXT, now=NOW, actor=cast.editor.pk, draft=draft)
    operations.take_back(proceeding=key, reason="", now=NOW, actor=cast.editor.pk)

    assert operations.offer(source=NEXT, now=NOW, actor=cast.editor.pk, draft=draft) == key
    assert [row.version for row in queries.offers(key)] == [1, 2]
