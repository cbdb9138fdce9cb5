"""What insights say about themselves."""

import datetime as dt
from collections.abc import Iterator

from afspraak.decisions import retention
from afspraak.decisions.reporting import THRESHOLD
from afspraak.diagnostics import Lang
from afspraak.web.contributions import Section, Switch, Term
from afspraak.web.insights import operations, queries
from afspraak.web.people.models import Person

REPORT = "rule-report"


def rule_report() -> str:
    """The name of the address where a rule can be reported, while that is on."""
    return REPORT if queries.is_on() else ""


def switches() -> Iterator[Switch]:
    """Whether reports of rules are counted, and who agreed to that."""
    held = queries.permission()
    says: dict[Lang, str] = {
        "nl": "Meldingen dat een regel fout is of ergert, geteld per regel en week",
        "en": "Reports that a rule is wrong or annoys, counted by rule and week",
    }
    if held:
        says["nl"] += f" (instemming van het personeel: {held.reference})"
        says["en"] += f" (consent of the staff: {held.reference})"
    yield Switch(
        key="insights.rule-reports",
        says=says,
        on=held is not None,
        purpose={
            "nl": "Regels verbeteren die in de weg zitten. Alleen de naam van de regel wordt "
            "geteld: niet wie het meldt, en niets van de tekst.",
            "en": "Improving rules that stand in the way. Only the rule’s name is counted: not who "
            "reports it, and nothing of the text.",
        },
        seen_by={
            "nl": f"De redacteur en de personeelsvertegenwoordiging, vanaf {THRESHOLD} meldingen.",
            "en": f"The editor and the staff representation, from {THRESHOLD} reports.",
        },
    )


def personal_data(person: Person) -> Iterator[Section]:
    """The permissions that this person gave or took back, for who represents the staff."""
    rows = queries.given_by(person.pk)
    if rows:
        yield Section(
            key="insights.permissions",
            title={
                "nl": "Instemming met het tellen van meldingen",
                "en": "Consent to counting reports",
            },
            labels={
                "reference": {"nl": "Kenmerk", "en": "Reference"},
                "agreed_on": {"nl": "Datum", "en": "Date"},
                "taken_back_at": {"nl": "Ingetrokken", "en": "Taken back"},
            },
            rows=[
                {
                    "reference": row.reference,
                    "agreed_on": row.agreed_on.isoformat(),
                    "taken_back_at": row.taken_back_at.isoformat() if row.taken_back_at else "",
                }
                for row in rows
            ],
        )


def erase(person: Person, now: dt.datetime) -> int:  # noqa: ARG001 - all who erase are told when
    """Takes the name away; that the staff consented stays."""
    return operations.forget(person)


TERMS = (
    Term(
        key=operations.COUNTS,
        says={
            "nl": "Hoe vaak een regel gemeld is, per week, zonder wie of waarover",
            "en": "How often a rule was reported, by week, without who or about what",
        },
        term={
            "nl": f"{retention.says(retention.RULES['rule-reports'])['nl']}, of tot de instemming "
            "is ingetrokken",
            "en": f"{retention.says(retention.RULES['rule-reports'])['en']}, or until consent is "
            "taken back",
        },
        delete=operations.delete_counts,
    ),
    Term(
        key="insights.permissions",
        says={
            "nl": "Dat het personeel instemde met het tellen van meldingen, en wie dat vastlegde",
            "en": "That the staff consented to counting reports, and who recorded that",
        },
        term={
            "nl": "Blijvend; de naam zo lang als die van de persoon zelf",
            "en": "For good; the name as long as that of the person",
        },
        delete=None,
    ),
)
