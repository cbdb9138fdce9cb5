"""Protocols and packs for tests, from as little as the test is about."""

import json
from typing import Any

from afspraak.engine import compiler, kinds
from afspraak.engine.pack import Pack
from afspraak.protocol import loader
from afspraak.protocol.model import Protocol

ORGANISATION = {
    "name": "Bakkerij Jansen",
    "people": 40,
    "domains": ["bakkerijjansen.nl"],
    "contacts": ["info@bakkerijjansen.nl", "030 765 43 21"],
    "aliases": ["Jansen", "@bakkerijjansen"],
    "brands": ["Zonnebrood"],
}


def protocol_with(
    rules: list[dict[str, Any]],
    *,
    organisation: dict[str, Any] | None = None,
    lists: dict[str, Any] | None = None,
) -> Protocol:
    """A small valid protocol with these rules in one clause."""
    content = {
        "afspraak": 1,
        "organisation": {**ORGANISATION, **(organisation or {})},
        "languages": ["nl", "en"],
        "edition": {
            "number": "1",
            "in_force": "2027-01-01",
            "representation": {"body": "or"},
        },
        "people": {"manager": {"name": "Sanne de Wit", "reach": "social@bakkerijjansen.nl"}},
        "work_time": {"stance": "reasonable"},
        "lists": lists or {},
        "clauses": [
            {
                "id": "clause",
                "title": {"nl": "Artikel", "en": "Clause"},
                "text": {"nl": "Tekst.", "en": "Text."},
                "rules": rules,
            }
        ],
    }
    text = json.dumps(content, default=str)
    return loader.load(text, file="test.yaml", kinds=kinds.options_of_kinds())


def pack_with(rules: list[dict[str, Any]], **given: Any) -> Pack:
    """The pack of a small protocol with these rules."""
    return compiler.compile_pack(protocol_with(rules, **given))
