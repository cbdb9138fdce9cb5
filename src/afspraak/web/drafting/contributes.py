"""What drafting says about itself: what is asked of people, what it keeps, and for how long."""

import datetime as dt
from collections.abc import Iterator

from django.urls import reverse

from afspraak.decisions.roles import Capability
from afspraak.diagnostics import Text
from afspraak.web.contributions import Section, Task, Term
from afspraak.web.drafting import operations, queries
from afspraak.web.people.models import Person

_DONE: dict[str, Text] = {
    "": {"nl": "voorgelegd", "en": "proposed"},
    "yes": {"nl": "ja", "en": "yes"},
    "no": {"nl": "nee", "en": "no"},
    "taken-back": {"nl": "teruggenomen", "en": "taken back"},
}


def tasks(person: Person, now: dt.datetime) -> Iterator[Task]:  # noqa: ARG001 - as every feature's
    """A change that waits for somebody else's yes; going on with an interview."""
    if person.may(Capability.DECIDE_EDITION) and (count := queries.waiting_for(person.pk)):
        yield Task(
            key="drafting.changes",
            title={
                "nl": "Zeg ja of nee tegen een wijziging"
                if count == 1
                else f"Zeg ja of nee tegen {count} wijzigingen",
                "en": "Say yes or no to a change"
                if count == 1
                else f"Say yes or no to {count} changes",
            },
            why={
                "nl": "Mensen en lijsten veranderen alleen als een tweede ja zegt.",
                "en": "People and lists change only when a second person says yes.",
            },
            url=reverse("changes"),
            action={"nl": "Bekijk wat verandert", "en": "See what changes"},
            order=30,
        )
    if not person.may(Capability.MANAGE_EDITIONS):
        return
    begun = queries.interview(person.pk)
    if begun and not begun.made_at:
        yield Task(
            key="drafting.interview",
            title={"nl": "Maak het interview af", "en": "Finish the interview"},
            why={
                "nl": "Je antwoorden staan klaar. Aan het eind heb je een compleet concept.",
                "en": "Your answers are kept. At the end you have a complete draft.",
            },
            url=reverse("interview"),
            action={"nl": "Ga verder", "en": "Go on"},
            order=60,
        )


def personal_data(person: Person) -> Iterator[Section]:
    """Answers in the interview, versions of drafts, and changes proposed and decided on."""
    begun = queries.interview(person.pk)
    typed = begun.typed if begun else {}
    at: Text = {"nl": "Tijd", "en": "Time"}
    edition: Text = {"nl": "Uitgave", "en": "Edition"}
    yield Section(
        key="drafting.interview",
        title={"nl": "Antwoorden in het interview", "en": "Answers in the interview"},
        labels={
            "field": {"nl": "Vraag", "en": "Question"},
            "answer": {"nl": "Antwoord", "en": "Answer"},
        },
        rows=[
            {"field": name, "answer": held if isinstance(held, str) else ", ".join(held)}
            for name, held in typed.items()
        ],
    )
    yield Section(
        key="drafting.versions",
        title={"nl": "Bewaarde versies van concepten", "en": "Saved versions of drafts"},
        labels={"edition": edition, "version": {"nl": "Versie", "en": "Version"}, "at": at},
        rows=[
            {"edition": number, "version": version, "at": saved.isoformat()}
            for number, version, saved in queries.saved_by(person.pk)
        ],
    )
    yield Section(
        key="drafting.changes",
        title={
            "nl": "Wijzigingen van mensen en lijsten",
            "en": "Changes of people and lists",
        },
        labels={
            "edition": edition,
            "did": {"nl": "Wat", "en": "What"},
            "words": {"nl": "Jouw woorden", "en": "Your words"},
            "at": at,
        },
        rows=[
            {
                "edition": row.number,
                "did": " / ".join(_DONE[row.decision].values()),
                "words": row.words,
                "at": row.at.isoformat(),
            }
            for row in queries.done_by(person.pk)
        ],
    )


def erase(person: Person, now: dt.datetime) -> int:
    """Forgets the answers, and whose the drafts and changes are."""
    return operations.erase(person, now)


TERMS = (
    Term(
        key="drafting.interview",
        says={
            "nl": "Wat de redacteur antwoordt in het interview",
            "en": "What the editor answers in the interview",
        },
        term={
            "nl": f"{operations.KEPT_DAYS} dagen na de laatste wijziging",
            "en": f"{operations.KEPT_DAYS} days after the last change",
        },
        delete=operations.delete_old_answers,
    ),
    Term(
        key="drafting.drafts",
        says={
            "nl": "Concepten van de afspraken, met wie welke versie bewaarde",
            "en": "Drafts of the agreements, with who saved which version",
        },
        term={
            "nl": "Tot ze worden weggegooid, of 30 dagen nadat ze gelden",
            "en": "Until they are thrown away, or 30 days after they hold",
        },
        delete=operations.delete_old_drafts,
    ),
    Term(
        key="drafting.changes",
        says={
            "nl": "Voorgelegde wijzigingen van mensen en lijsten, met van wie en wie besloot",
            "en": "Proposed changes of people and lists, with by whom and who decided",
        },
        term={
            "nl": f"{operations.CHANGE_DAYS} dagen na het besluit, of na het voorleggen",
            "en": f"{operations.CHANGE_DAYS} days after the decision, or after proposing",
        },
        delete=operations.delete_old_changes,
    ),
)
