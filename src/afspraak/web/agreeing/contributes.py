"""What agreeing says about itself: whose turn it is, whose name stands where, and terms."""

import datetime as dt
from collections.abc import Iterator, Mapping

from django.urls import reverse

from afspraak.decisions.agreeing import State
from afspraak.decisions.roles import Capability, Role
from afspraak.diagnostics import Text
from afspraak.web.agreeing import operations, queries
from afspraak.web.agreeing.queries import WaitingRow
from afspraak.web.contributions import Section, Task, Term
from afspraak.web.people.models import Person

STEPS: Mapping[str, Text] = {
    "offer": {"nl": "aangeboden", "en": "offered"},
    "ask": {"nl": "voorgelegd aan het personeel", "en": "put to the staff"},
    "take-back": {"nl": "teruggenomen", "en": "taken back"},
    "overrule": {"nl": "opgeschreven waarom iets blijft", "en": "wrote down why something stays"},
    "answer": {"nl": "een antwoord vastgelegd", "en": "recorded an answer"},
    "meet": {"nl": "voorwaarden vervuld verklaard", "en": "recorded that conditions were met"},
    "decide": {"nl": "besloten", "en": "decided"},
    "withdraw": {"nl": "ingetrokken", "en": "withdrawn"},
    "excuse": {"nl": "een afwezige leidinggevende verontschuldigd", "en": "excused a leader"},
    "excused": {"nl": "verontschuldigd bij het lezen", "en": "was excused from reading first"},
}


def tasks(person: Person, now: dt.datetime) -> Iterator[Task]:  # noqa: ARG001 - as every feature's
    """The next step of each open proposal, for who can take it."""
    if not person.may(Capability.SEE_AGREEING):
        return
    for row in queries.waiting():
        turn = _turn(row, person)
        if turn:
            title, why = turn
            yield Task(
                key=f"agreeing.{row.id}",
                title=title,
                why=why,
                url=reverse("agreeing-one", args=[row.id]),
                action={"nl": "Bekijk het voorstel", "en": "Look at the proposal"},
                order=20,
            )


def _turn(row: WaitingRow, person: Person) -> tuple[Text, Text] | None:
    number, is_editor = row.number, person.may(Capability.MANAGE_EDITIONS)
    match State(row.state):
        case State.DRAFT if is_editor:
            return (
                {"nl": f"Bied uitgave {number} aan", "en": f"Offer edition {number}"},
                {
                    "nl": "De tekst staat klaar om te bekijken. Er geldt nog niets.",
                    "en": "The text is ready to be looked at. Nothing holds yet.",
                },
            )
        case State.OFFERED if is_editor:
            return (
                {
                    "nl": f"Leg uitgave {number} voor aan het personeel",
                    "en": f"Put edition {number} to the staff",
                },
                {
                    "nl": "De tekst is aangeboden. Nu is het aan het personeel.",
                    "en": "The text was offered. Now it is up to the staff.",
                },
            )
        case State.WITH_REPRESENTATION:
            return _turn_with_staff(row, person, is_editor=is_editor)
    return None


def _turn_with_staff(
    row: WaitingRow, person: Person, *, is_editor: bool
) -> tuple[Text, Text] | None:
    number, speaks = row.number, Role.REPRESENTATION in person.roles
    if not row.answer or not row.met:
        if not speaks:
            return None
        if row.answer:
            return (
                {
                    "nl": f"Is aan jullie voorwaarden bij uitgave {number} voldaan?",
                    "en": f"Have your conditions with edition {number} been met?",
                },
                {
                    "nl": "Tot jullie dat vastleggen, kan er niet worden besloten.",
                    "en": "Until you record that, nothing can be decided.",
                },
            )
        return (
            {"nl": f"Antwoord op uitgave {number}", "en": f"Answer about edition {number}"},
            {
                "nl": "Jullie is om instemming gevraagd. De tekst en wat er verandert staan erbij.",
                "en": "You were asked for consent. The text and what changes are with it.",
            },
        )
    if row.answer == "refusal":
        if not is_editor:
            return None
        return (
            {
                "nl": f"Het personeel stemde niet in met uitgave {number}",
                "en": f"The staff did not consent to edition {number}",
            },
            {
                "nl": "Neem de tekst terug en pas hem aan.",
                "en": "Take the text back and change it.",
            },
        )
    if not person.may(Capability.DECIDE_EDITION) or person.pk == row.offered_by:
        return None
    return (
        {"nl": f"Beslis over uitgave {number}", "en": f"Decide on edition {number}"},
        {
            "nl": "Het personeel heeft geantwoord. Wie beslist, is een ander dan wie aanbood.",
            "en": "The staff have answered. Who decides is not who offered.",
        },
    )


def personal_data(person: Person) -> Iterator[Section]:
    """Every step that stands under this person's name."""
    yield Section(
        key="agreeing.steps",
        title={"nl": "Stappen bij het afspreken", "en": "Steps in agreeing"},
        labels={
            "edition": {"nl": "Uitgave", "en": "Edition"},
            "step_nl": {"nl": "Stap", "en": "Step (Dutch)"},
            "step_en": {"nl": "Stap (Engels)", "en": "Step"},
            "at": {"nl": "Tijd", "en": "Time"},
            "says": {"nl": "Wat erbij staat", "en": "What stands with it"},
        },
        rows=[
            {
                "edition": row.number,
                "step_nl": STEPS[row.step]["nl"],
                "step_en": STEPS[row.step]["en"],
                "at": row.at.isoformat(),
                "says": row.says,
            }
            for row in queries.done_by(person)
        ],
    )


def erase(person: Person, now: dt.datetime) -> int:
    """Takes this person's name from everything they did; what was agreed stays."""
    return operations.erase(person, now)


def _delete_old_drafts(now: dt.datetime) -> list[str]:
    return list(operations.delete_old_drafts(now))


def _delete_old_letters(now: dt.datetime) -> list[str]:
    return list(operations.delete_old_letters(now))


TERMS = (
    Term(
        key="agreeing.files",
        says={
            "nl": "Een protocolbestand dat is klaargezet en nooit is aangeboden",
            "en": "A protocol file that was put ready and never offered",
        },
        term={"nl": "30 dagen", "en": "30 days"},
        delete=_delete_old_drafts,
    ),
    Term(
        key="agreeing.letters",
        says={
            "nl": "Brieven van de personeelsvertegenwoordiging of de rechter, waar namen in kunnen "
            "staan",
            "en": "Letters of the staff representation or the judge, which may hold names",
        },
        term={
            "nl": "Tot 2 jaar nadat de uitgave is vervangen of het voorstel is ingetrokken",
            "en": "Until 2 years after the edition was replaced or the proposal was withdrawn",
        },
        delete=_delete_old_letters,
    ),
    Term(
        key="agreeing.proposals",
        says={
            "nl": "Voorstellen: elke aangeboden tekst, wat het personeel antwoordde en wanneer is "
            "besloten",
            "en": "Proposals: every text that was offered, what the staff answered and when it was "
            "decided",
        },
        term={
            "nl": "Blijven bewaard als bewijs; een naam gaat eruit als iemand wordt gewist",
            "en": "Kept for good as proof; a name goes when somebody is erased",
        },
        delete=None,
    ),
)
