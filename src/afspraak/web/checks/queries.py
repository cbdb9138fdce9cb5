"""What the check page says besides the outcome: whom to ask, which networks, what to try."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from afspraak.diagnostics import Lang
from afspraak.engine import networks
from afspraak.engine.draft import Checker
from afspraak.engine.findings import SEVERITY_ORDER
from afspraak.engine.pack import Pack
from afspraak.engine.post import Post
from afspraak.protocol.handbook import Handbook
from afspraak.protocol.handbook.content import Ask, Check, Contact, Passage, Section
from afspraak.protocol.handbook.passages import post
from afspraak.web.editions import queries as editions
from afspraak.web.editions.queries import EditionRow

EXAMPLES = ("note", "ask", "clear")
"""What the examples come to: one to take care with, one to ask about, one that is fine."""
KEPT = 8
"""How many pages a process keeps: two languages, of the edition in force and a few before it."""


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """A clause as a finding refers to it: where it stands in the handbook, and whom to ask."""

    id: str
    anchor: str
    title: Passage
    ask: Contact | None


@dataclass(frozen=True, slots=True)
class NetworkRow:
    """A network to choose. `ours` says that the organisation has an account there."""

    key: str
    label: str
    ours: bool


@dataclass(frozen=True, slots=True)
class Beside:
    """All that stands beside the text box, for one edition in one language."""

    clauses: Sequence[ClauseRow]
    networks: Sequence[NetworkRow]
    examples: Sequence[Passage]


@lru_cache(maxsize=KEPT)
def beside(edition: EditionRow, lang: Lang) -> Beside:
    """What the page of `edition` needs in `lang`."""
    book = editions.handbook_of(edition, lang)
    return Beside(
        clauses=tuple(_clause(each) for each in book.sections if each.number),
        networks=_networks(editions.protocol_of(edition).desk.channels),
        examples=_examples(book, editions.pack_of(edition), edition.in_force_from),
    )


def _clause(section: Section) -> ClauseRow:
    ask = next((part.contact for part in section.parts if isinstance(part, Ask)), None)
    return ClauseRow(section.id.removeprefix("clause-"), section.id, section.title, ask)


def _networks(channels: Sequence[str]) -> Sequence[NetworkRow]:
    """Every network that the check can count for, our own first and in our order."""
    known = networks.all_networks()
    ours = [name for name in channels if name in known]
    return tuple(
        NetworkRow(name, known[name].label, name in ours)
        for name in (*ours, *(name for name in known if name not in ours))
    )


def _examples(book: Handbook, pack: Pack, at: dt.datetime) -> Sequence[Passage]:
    """Posts that the handbook shows, which it does not do with what is confidential."""
    checker = Checker(pack)
    first: dict[str, Passage] = {}
    for example in _posts(book):
        hits = checker.check(Post(example.text), now=at)
        said = [_severity(pack, hit.rule, hit.part) for hit in hits]
        first.setdefault(max(said, key=SEVERITY_ORDER.index, default="clear"), example)
    return tuple(first[outcome] for outcome in EXAMPLES if outcome in first)


def _posts(book: Handbook) -> Iterator[Passage]:
    """The example posts in the book's language, those that can be nothing else first."""
    other: Lang = "en" if book.lang == "nl" else "nl"
    checks = (part for each in book.sections for part in each.parts if isinstance(part, Check))
    boxes = (box for check in checks for box in check.boxes if box.quoted)
    lines = [line for box in boxes for line in box.lines if line.lang == book.lang]
    yield from sorted(lines, key=lambda line: post(line.text, other).lang != book.lang)


def _severity(pack: Pack, rule: int, part: int) -> str:
    held = pack.data["rules"][rule]
    return held["parts"][part].get("severity", held["severity"])
