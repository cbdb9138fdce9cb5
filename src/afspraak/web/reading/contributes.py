"""What reading says about itself: tasks, data about a person, terms, switches, handbook notes."""

import datetime as dt
from collections.abc import Iterator, Mapping

from django.urls import reverse

from afspraak.decisions import keeping, receipts
from afspraak.decisions.retention import From, Rule, goes_on
from afspraak.decisions.roles import Capability
from afspraak.diagnostics import Text
from afspraak.web.contributions import Kept, Leading, Section, Switch, Task, Term
from afspraak.web.editions.queries import EditionRow
from afspraak.web.people.languages import SAID
from afspraak.web.people.models import Person
from afspraak.web.reading import operations, queries
from afspraak.web.reading.operations.deleting import years_kept

Note = Mapping[str, str]

_ROUTES: Mapping[str, Text] = {
    "screen": {"nl": "op het scherm", "en": "on screen"},
    "paper": {"nl": "op papier", "en": "on paper"},
}
_AS_EVERYBODY: Text = {
    "nl": "Je ziet eerst wat er voor jou is veranderd. Het kost ongeveer tien minuten.",
    "en": "You first see what changed for you. It takes about ten minutes.",
}
_AS_LEADER: Text = {
    "nl": "Er is over besloten, maar ze geldt nog niet: de leiding leest eerst. Het kost ongeveer "
    "tien minuten.",
    "en": "It was decided on, but it does not hold yet: those who lead read first. It takes about "
    "ten minutes.",
}


def tasks(person: Person, now: dt.datetime) -> Iterator[Task]:
    """Reading the edition in force, when one was asked; answering objections, for the editor."""
    held = queries.to_read_by(person, now)
    if (
        held
        and queries.is_asked(person.pk, held.asked)
        and not queries.has_read_this(person.pk, held)
    ):
        number = held.edition.number
        yield Task(
            key="reading.read",
            title={"nl": f"Lees uitgave {number}", "en": f"Read edition {number}"},
            why=_AS_LEADER if held.edition.awaits else _AS_EVERYBODY,
            url=reverse("read"),
            action={"nl": "Begin met lezen", "en": "Start reading"},
            order=10,
        )
    if person.may(Capability.SEE_WHO_HAS_NOT_READ) and (count := queries.objections_waiting()):
        yield Task(
            key="reading.objections",
            title={
                "nl": "Beantwoord een bezwaar" if count == 1 else f"Beantwoord {count} bezwaren",
                "en": "Answer an objection" if count == 1 else f"Answer {count} objections",
            },
            why={
                "nl": "Wie een bezwaar maakt, krijgt antwoord.",
                "en": "Whoever objects gets an answer.",
            },
            url=reverse("reading-objections"),
            action={"nl": "Lees en antwoord", "en": "Read and answer"},
            order=40,
        )


def personal_data(person: Person) -> Iterator[Section]:
    """Receipts with their objections, when somebody was asked, and pinned examples."""
    held = queries.kept(person.pk)
    yield Section(
        key="reading.receipts",
        title={"nl": "Ontvangen en gelezen", "en": "Received and read"},
        labels={
            "edition": {"nl": "Uitgave", "en": "Edition"},
            "at": {"nl": "Tijd", "en": "Time"},
            "language": {"nl": "Taal", "en": "Language"},
            "route": {"nl": "Hoe", "en": "How"},
            "objection": {"nl": "Bezwaar", "en": "Objection"},
            "answer": {"nl": "Antwoord", "en": "Answer"},
            "receipt": {"nl": "Ondertekend bewijs", "en": "Signed receipt"},
        },
        rows=[
            {
                "edition": row.about,
                "at": row.at.isoformat(),
                "language": row.language,
                "route": row.route,
                "objection": row.text,
                "answer": row.answer,
                "receipt": row.receipt,
            }
            for row in held
            if row.kind == "read"
        ],
        words={"language": SAID, "route": _ROUTES},
    )
    yield Section(
        key="reading.asked",
        title={"nl": "Gevraagd om te lezen", "en": "Asked to read"},
        labels={
            "edition": {"nl": "Uitgave", "en": "Edition"},
            "at": {"nl": "Gevraagd op", "en": "Asked on"},
            "reminders": {"nl": "Herinneringen", "en": "Reminders"},
        },
        rows=[
            {"edition": row.about, "at": row.at.isoformat(), "reminders": row.reminders}
            for row in held
            if row.kind == "asked"
        ],
    )
    yield Section(
        key="reading.examples",
        title={"nl": "Voorbeelden bij artikelen", "en": "Examples with clauses"},
        labels={
            "clause": {"nl": "Artikel", "en": "Clause"},
            "text": {"nl": "Bericht", "en": "Post"},
            "link": {"nl": "Adres", "en": "Address"},
            "at": {"nl": "Sinds", "en": "Since"},
        },
        rows=[
            {"clause": row.about, "text": row.text, "link": row.link, "at": row.at.isoformat()}
            for row in held
            if row.kind == "pinned"
        ],
    )


def erase(person: Person, now: dt.datetime) -> int:
    """Removes what need not stay; receipts stay until their term."""
    return operations.erase(person, now)


def keeps(person: Person, now: dt.datetime) -> Iterator[Kept]:
    """Receipts whose term is not over: they are proof, for both."""
    if not queries.readings_of(person.pk):
        return
    rule = Rule(months=12 * years_kept(now), counts=From.LEFT)
    until = goes_on(rule, person.left) if person.left else None
    if until is None or until > now.astimezone(dt.UTC).date():
        yield Kept(
            "reading.receipts",
            {
                "nl": "Dat iemand een uitgave ontving en las",
                "en": "That somebody received and read an edition",
            },
            until,
        )


def leading(edition: EditionRow, now: dt.datetime) -> Iterator[Leading]:
    """Who leads, and who of them has read this edition's text."""
    yield from queries.leading(edition, now)


def last_read(person: Person) -> int | None:
    """The key of the edition that this person read last."""
    row = queries.last_read(person.pk)
    return row.id if row else None


def handbook_notes(edition: EditionRow, now: dt.datetime) -> Mapping[str, list[Note]]:
    """How many leaders have read the edition in force, and their own examples with clauses."""
    shown = queries.leaders_shown(edition, now)
    if shown is None:
        return {}
    leaders, pinned = shown
    notes: dict[str, list[Note]] = {}
    if leaders.of:
        notes[""] = [_leaders(leaders)]
    for row in pinned:
        notes.setdefault(row.clause, []).append(
            {
                "nl": f"Zo deed {row.name} het{f' ({row.link})' if row.link else ''}:",
                "en": f"This is how {row.name} did it{f' ({row.link})' if row.link else ''}:",
                "quote": row.text,
                "by": row.name,
            }
        )
    return notes


def switches() -> Iterator[Switch]:
    """That reading is asked and confirmed, and with which key receipts are signed."""
    shown = receipts.spaced(operations.signer().fingerprint)[:17]
    yield Switch(
        key="reading.receipts",
        says={
            "nl": "Ontvangstbewijzen met een handtekening",
            "en": "Signed receipts",
        },
        on=True,
        purpose={
            "nl": "Vastleggen wie welke uitgave ontving en las. Gelezen is geen akkoord. De "
            f"sleutel van de handtekening begint met {shown}.",
            "en": "Recording who received and read which edition. Read is not agreed. The key that "
            f"signs begins with {shown}.",
        },
        seen_by={
            "nl": "Jij. Wie nog niet las, ziet alleen de redacteur. Anderen zien aantallen vanaf "
            "vijf.",
            "en": "You. Only the editor sees who has not read yet. Others see counts from five up.",
        },
    )
    yield Switch(
        key="reading.practice",
        says={
            "nl": "Drie berichten om over na te denken",
            "en": "Three posts to think about",
        },
        on=True,
        purpose={
            "nl": "Oefenen met de voorbeelden uit het protocol. Antwoorden worden niet bewaard.",
            "en": "Practising with the protocol's examples. Answers are not kept.",
        },
        seen_by={"nl": "Niemand.", "en": "Nobody."},
    )


def _leaders(leaders: queries.Leaders) -> Note:
    read, of = leaders.read, leaders.of
    if of == 1:
        return {
            "nl": "Wie hier de leiding heeft, heeft dit "
            + ("gelezen." if read else "nog niet gelezen."),
            "en": "Whoever leads here has " + ("read this." if read else "not read this yet."),
        }
    return {
        "nl": f"{read} van de {of} leidinggevenden {'heeft' if read == 1 else 'hebben'} dit "
        "gelezen.",
        "en": f"{read} of {of} leaders {'has' if read == 1 else 'have'} read this.",
    }


def _delete_due(now: dt.datetime) -> list[str]:
    return list(operations.delete_due(now=now))


TERMS = (
    Term(
        key="reading.receipts",
        says={
            "nl": "Dat je een uitgave hebt ontvangen en gelezen, met je bezwaar als je dat had",
            "en": "That you received and read an edition, with your objection if you had one",
        },
        term={
            "nl": f"Tot {keeping.YEARS} jaar nadat je weggaat, of zoals het protocol het zegt",
            "en": f"Until {keeping.YEARS} years after you leave, or as the protocol says",
        },
        delete=_delete_due,
    ),
    Term(
        key="reading.practice",
        says={
            "nl": "Wat je antwoordt op de drie berichten om over na te denken",
            "en": "What you answer to the three posts to think about",
        },
        term={"nl": "Wordt niet bewaard", "en": "Is not kept"},
        delete=None,
    ),
)
