"""What changes for people from one protocol to the next, in plain words."""

import dataclasses
import itertools
import json
from collections.abc import Mapping
from typing import Literal

from afspraak.diagnostics import LANGUAGES, Lang, Text
from afspraak.protocol.changes.change import Change, Changes
from afspraak.protocol.changes.clauses import clause_changes
from afspraak.protocol.changes.signed import signed_changes
from afspraak.protocol.changes.unsigned import unsigned_changes
from afspraak.protocol.handbook.secrecy import Secrets
from afspraak.protocol.model import Protocol
from afspraak.protocol.text_hash import text_hash

__all__ = ["Change", "Changes", "compare", "render"]

_HIDDEN: Text = {
    "nl": "er is iets anders dat een vertrouwelijk woord bevat",
    "en": "something is different that holds a confidential term",
}
_LEGEND: Text = {"nl": "~~weg~~ **nieuw**", "en": "~~gone~~ **new**"}
_ONLY: Mapping[Lang, Text] = {
    "nl": {"nl": "(alleen de Nederlandse tekst)", "en": "(only the Dutch text)"},
    "en": {"nl": "(alleen de Engelse tekst)", "en": "(only the English text)"},
}


def compare(old: Protocol, new: Protocol) -> Changes:
    """Everything that changes, and whether people must read it again.

    A term of a confidential list, of either protocol, is never in what comes out.
    """
    items = [*clause_changes(old, new), *signed_changes(old, new), *unsigned_changes(old, new)]
    secrets = (Secrets.of(old), Secrets.of(new))
    return Changes(
        old_edition=old.edition.number,
        new_edition=new.edition.number,
        material=text_hash(old) != text_hash(new),
        items=tuple(_without_secrets(item, secrets) for item in items),
    )


def render(changes: Changes, lang: Lang, format: Literal["text", "json"] = "text") -> str:  # noqa: A002
    """The changes as text for people, or as JSON with the same sentences."""
    return _as_json(changes, lang) if format == "json" else _as_text(changes, lang)


def _without_secrets(item: Change, secrets: tuple[Secrets, Secrets]) -> Change:
    def hides(text: str) -> bool:
        return any(secret.stand_in(text.replace("~~", "").replace("**", "")) for secret in secrets)

    details = {
        lang: tuple("[…]" if hides(sentence) else sentence for sentence in sentences)
        for lang, sentences in item.details.items()
    }
    says = _HIDDEN if any(hides(text) for text in item.says.values()) else item.says
    about = item.about
    if any(hides(text) for text in about.values()):
        about = dict.fromkeys(LANGUAGES, "[…]")
    return dataclasses.replace(item, about=about, says=says, details=details)


def _as_text(changes: Changes, lang: Lang) -> str:
    lines = [_headline(changes, lang)]
    for about, group in itertools.groupby(changes.items, key=lambda item: item.about[lang]):
        lines += ["", about]
        for item in group:
            lines.append(f"  - {item.says[lang]}")
            lines += [f"      {sentence}" for sentence in _details(item, lang)]
    if any("~~" in line or "**" in line for line in lines):
        lines += ["", f"({_LEGEND[lang]})"]
    return "\n".join(lines) + "\n"


def _headline(changes: Changes, lang: Lang) -> str:
    if not changes.items:
        return {"nl": "Er verandert niets.", "en": "Nothing changes."}[lang]
    old, new = changes.old_edition, changes.new_edition
    between = {"nl": f" van uitgave {old} naar {new}", "en": f" from edition {old} to {new}"}[lang]
    between = between if old != new else ""
    if changes.material:
        return {
            "nl": f"Dit verandert{between}. Iedereen leest het opnieuw.",
            "en": f"This changes{between}. Everybody reads it again.",
        }[lang]
    return {
        "nl": f"Dit verandert{between}. Wat je tekende is gelijk: je hoeft het niet weer te lezen.",
        "en": f"This changes{between}. What you signed is the same: no need to read it again.",
    }[lang]


def _details(item: Change, lang: Lang) -> tuple[str, ...]:
    """The sentences in the reader's language; what changed only in the other one is said so."""
    if lang in item.details or not item.details:
        return item.details.get(lang, ())
    other = next(iter(item.details))
    return (_ONLY[other][lang], *item.details[other])


def _as_json(changes: Changes, lang: Lang) -> str:
    return json.dumps(
        {
            "material": changes.material,
            "from": changes.old_edition,
            "to": changes.new_edition,
            "changes": [
                {
                    "path": list(item.path),
                    "sort": item.sort,
                    "about": item.about[lang],
                    "says": item.says[lang],
                    "details": list(_details(item, lang)),
                    "material": item.material,
                }
                for item in changes.items
            ],
        },
        ensure_ascii=False,
        indent=2,
    )
