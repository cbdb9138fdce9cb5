"""Small protocols to lint: one that is fine, and ways to change one thing in it."""

import datetime as dt
from typing import Any

from afspraak.diagnostics import Lang
from afspraak.protocol import lint
from afspraak.protocol.model import Protocol

TODAY = dt.date(2027, 2, 1)

RIGHTS: dict[Lang, str] = {
    "nl": (
        "Je mag zeggen wat je vindt. Je mag voor de vakbond spreken en vertellen wat je verdient. "
        "Een misstand mag je binnen of buiten melden."
    ),
    "en": (
        "You may say what you think. You may speak for a union and tell what you earn. "
        "You may report wrongdoing inside or outside."
    ),
}
INCIDENT: dict[Lang, str] = {
    "nl": "We horen eerst jouw kant. Helpt praten niet, dan krijg je een waarschuwing.",
    "en": "We hear your side first. If a talk does not help, you get a warning.",
}


def content(*clauses: dict[str, Any], languages: tuple[Lang, ...] = ("nl", "en")) -> dict[str, Any]:
    """A protocol in which nothing is wrong, with more clauses at the end."""
    return {
        "afspraak": 1,
        "organisation": {"name": "Bakkerij Jansen", "people": 40},
        "languages": languages,
        "edition": {
            "number": "2027.1",
            "in_force": dt.date(2027, 1, 1),
            "representation": {"body": "or", "consent": dt.date(2026, 12, 10)},
            "review_by": dt.date(2028, 1, 1),
        },
        "people": {
            "manager": {"name": "Sanne de Wit", "reach": "social@bakkerijjansen.nl"},
            "leaders": ({"name": "Jan Jansen"},),
        },
        "work_time": {"stance": "not-while-working"},
        "clauses": (
            clause("rights", RIGHTS, languages=languages),
            clause("incident", INCIDENT, languages=languages),
            *clauses,
        ),
    }


def clause(
    name: str,
    text: dict[Lang, str],
    *,
    title: dict[Lang, str] | None = None,
    languages: tuple[Lang, ...] = ("nl", "en"),
    **more: Any,
) -> dict[str, Any]:
    """A clause that somebody answers for."""
    heading = title or {"nl": "Nog iets", "en": "One more thing"}
    return {
        "id": name,
        "title": {lang: heading[lang] for lang in languages if lang in heading},
        "text": {lang: text[lang] for lang in languages if lang in text},
        "ask": "manager",
        **more,
    }


def saying(lang: Lang, sentence: str, **more: Any) -> Protocol:
    """A protocol in one language with a clause that says one thing."""
    extra = clause("one-thing", {lang: sentence}, languages=(lang,), **more)
    return Protocol.model_validate(content(extra, languages=(lang,)))


def codes(protocol: Protocol, **options: Any) -> list[str]:
    """The codes of the findings, in their order."""
    return [finding.code for finding in lint.lint(protocol, today=TODAY, **options)]
