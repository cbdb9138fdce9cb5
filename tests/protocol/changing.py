"""A protocol, and ways to change one thing in it."""

import datetime as dt
from typing import Any

from afspraak.diagnostics import Lang
from afspraak.engine.kinds import terms
from afspraak.protocol import changes
from afspraak.protocol.model import Protocol


def rule(**more: Any) -> dict[str, Any]:
    given = {
        "id": "projects",
        "kind": "terms",
        "severity": "ask",
        "as": ("corporate", "affiliated"),
        "networks": ("linkedin",),
        "until": dt.date(2027, 3, 1),
        "message": {"nl": "Nog even stil houden.", "en": "Keep this quiet for now."},
        "advice": {"nl": "Vraag het Sanne.", "en": "Ask Sanne."},
        "examples": {"finds": ("Nieuw brood!",), "clear": ("Mooi weer.",)},
        "options": terms.Options(terms=("nieuw brood",)),
    }
    return {**given, **more}


def clause(name: str = "inside", **more: Any) -> dict[str, Any]:
    given = {
        "id": name,
        "title": {"nl": "Wat binnen blijft", "en": "What stays inside"},
        "text": {
            "nl": "Vraag het eerst aan Sanne. Zij weet wat kan. Dank je wel.",
            "en": "Ask Sanne first. She knows what can be said. Thank you.",
        },
        "ask": "manager",
        "may": ({"nl": "Zeggen wat je werk is.", "en": "Say what your job is."},),
        "may_not": ({"nl": "Een klant noemen.", "en": "Name a customer."},),
    }
    return {**given, **more}


def protocol(**parts: Any) -> Protocol:
    given: dict[str, Any] = {
        "afspraak": 1,
        "organisation": {
            "name": "Bakkerij Jansen",
            "people": 40,
            "sector": "shop",
            "contacts": ("info@bakkerijjansen.nl",),
            "aliases": ("Jansen",),
            "brands": ("Zonnebrood",),
            "domains": ("bakkerijjansen.nl",),
        },
        "languages": ("nl", "en"),
        "edition": {
            "number": "2027.1",
            "in_force": dt.date(2027, 1, 1),
            "representation": {"body": "or", "consent": dt.date(2026, 12, 10)},
            "review_by": dt.date(2028, 1, 1),
        },
        "values": (
            {
                "name": {"nl": "Vakmanschap", "en": "Craft"},
                "online": {"nl": "Zo bak je.", "en": "So."},
            },
            {"name": {"nl": "Warmte", "en": "Warmth"}, "online": {"nl": "Aardig.", "en": "Kind."}},
        ),
        "people": {
            "manager": {"name": "Sanne de Wit", "reach": "social@bakkerijjansen.nl"},
            "press": {"name": "Ali Kaya", "reach": "pers@bakkerijjansen.nl"},
            "leaders": ({"name": "Jan Jansen"},),
        },
        "work_time": {
            "stance": "reasonable",
            "where": {"nl": "Overal.", "en": "Anywhere."},
            "note": {"nl": "Even kijken mag.", "en": "A quick look is fine."},
        },
        "lists": {
            "projects": {"terms": ("Nachtschade",), "confidential": True},
            "rivals": {"terms": ("Pietersen",)},
        },
        "clauses": (clause("rights"), clause(rules=(rule(),)), clause("last")),
        "accounts": {
            "professional": {
                "handle": "{person}_jansen",
                "bio": {"nl": "Werkt bij ons.", "en": "Works."},
            },
            "disclaimer": {"nl": "Op eigen titel", "en": "Views are my own"},
        },
        "questions": {"answer_within_hours": 8},
        "desk": {"four_eyes": True, "answer_within_hours": 4, "channels": ("mastodon",)},
        "retention": {"warning_months": 12},
    }
    return Protocol.model_validate({**given, **parts})


OLD = protocol()


def part(which: str, /, **more: Any) -> Protocol:
    """The protocol with one part changed."""
    return protocol(**{which: {**dict(getattr(OLD, which)), **more}})


def with_clause(**more: Any) -> Protocol:
    return protocol(
        clauses=(clause("rights"), clause(**{"rules": (rule(),), **more}), clause("last"))
    )


def with_rule(**more: Any) -> Protocol:
    return with_clause(rules=(rule(**more),))


def said(new: Protocol, lang: Lang = "nl", old: Protocol = OLD) -> list[str]:
    return [item.says[lang] for item in changes.compare(old, new).items]
