"""An entry as a sentence in the reader's language."""

import datetime as dt
import re
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from afspraak.decisions.roles import NAMES, Role
from afspraak.diagnostics import Lang, Text
from afspraak.protocol.handbook.wording import say_date
from afspraak.web.audit.queries import Line
from afspraak.web.audit.seals import Fact

SOMEBODY = {"nl": "iemand anders", "en": "somebody else"}
ERASED = {"nl": "gewist", "en": "erased"}
_YES = {"nl": "ja", "en": "yes"}
_NO = {"nl": "nee", "en": "no"}
_SLOT = re.compile(r"\{(\w+)\}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d.*")
_HASH = re.compile(r"[0-9a-f]{64}")
_LISTS = frozenset({"fields", "changed"})
_FIELDS: Mapping[str, Text] = {
    "name": {"nl": "naam", "en": "name"},
    "email": {"nl": "e-mailadres", "en": "e-mail address"},
    "number": {"nl": "personeelsnummer", "en": "personnel number"},
    "team": {"nl": "team", "en": "team"},
    "language": {"nl": "taal", "en": "language"},
    "joined": {"nl": "in dienst sinds", "en": "works here since"},
    "away_from": {"nl": "afwezig vanaf", "en": "away from"},
    "away_until": {"nl": "afwezig tot en met", "en": "away until and including"},
    "languages": {"nl": "talen", "en": "languages"},
    "timezone": {"nl": "tijdzone", "en": "time zone"},
    "accent": {"nl": "huiskleur", "en": "house colour"},
}
"""What fields are called when a fact lists those that changed."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence: plain, a fact, or where something was erased."""

    text: str
    kind: str = ""


def pieces(line: Line, lang: Lang, zone: ZoneInfo) -> Sequence[Piece]:
    """The sentence of an entry with its facts filled in."""
    held = {**line.facts, **(line.personal or {})}
    made = []
    for at, part in enumerate(_SLOT.split(line.says[lang])):
        if at % 2 == 0:
            made.append(Piece(part))
        elif part in held:
            made.append(Piece(said(part, held[part], lang, zone), "fact"))
        else:
            made.append(Piece(ERASED[lang], "erased"))
    return [piece for piece in made if piece.text]


def sentence(line: Line, lang: Lang, zone: ZoneInfo) -> str:
    """The same in one text."""
    return "".join(
        f"[{piece.text}]" if piece.kind == "erased" else piece.text
        for piece in pieces(line, lang, zone)
    )


def said(name: str, value: Fact, lang: Lang, zone: ZoneInfo) -> str:
    """A fact as people read it: a role by its name, a moment as a date, a hash by its start."""
    if isinstance(value, bool):
        return (_YES if value else _NO)[lang]
    text = "–" if value is None or value == "" else str(value)
    if name == "role" and text in set(Role):
        return NAMES[Role(text)][lang]
    if name in _LISTS:
        return ", ".join(
            _FIELDS[each][lang] if each in _FIELDS else each for each in text.split(", ")
        )
    if _MOMENT.fullmatch(text):
        return _moment(text, lang, zone)
    return f"{text[:12]}…" if _HASH.fullmatch(text) else text


def _moment(text: str, lang: Lang, zone: ZoneInfo) -> str:
    try:
        at = dt.datetime.fromisoformat(text)
    except ValueError:
        return text
    here = at.astimezone(zone) if at.tzinfo else at
    return f"{say_date(here.date(), lang)}, {here:%H:%M}"


def masked(line: Line, person: uuid.UUID, lang: Lang) -> Line:
    """The entry without what is about somebody else than `person`."""
    if line.personal is None or line.person == person:
        return line
    return replace(line, personal=dict.fromkeys(line.personal, SOMEBODY[lang]))


def row_of(line: Line, lang: Lang, zone: ZoneInfo) -> Mapping[str, str | int]:
    """An entry as a row of someone's own data."""
    return {
        "number": line.number,
        "at": line.at.isoformat(timespec="seconds"),
        "what": sentence(line, lang, zone),
    }
