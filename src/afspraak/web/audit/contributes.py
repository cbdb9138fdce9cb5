"""What the log says about itself."""

import datetime as dt
import functools
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol, overload
from zoneinfo import ZoneInfo

from afspraak.decisions import retention
from afspraak.diagnostics import Lang, Text
from afspraak.web.audit import keeping, queries, wording
from afspraak.web.contributions import Checked, Section, Switch, Term
from afspraak.web.organisation import queries as organisation

LABELS: Mapping[str, Text] = {
    "number": {"nl": "Regel", "en": "Entry"},
    "at": {"nl": "Wanneer", "en": "When"},
    "what": {"nl": "Wat", "en": "What"},
}


Row = Mapping[str, str | int | bool | None]


class Known(Protocol):
    """Of a person, what is needed here."""

    pk: uuid.UUID
    language: str


def personal_data(person: Known) -> Iterator[Section]:
    """What this person did, what was done about them, and who looked."""
    lang: Lang = "en" if person.language == "en" else "nl"
    zone = ZoneInfo(organisation.chosen().timezone)
    held = queries.of_person(person.pk)
    titled: tuple[tuple[str, Text, Sequence[queries.Line]], ...] = (
        ("log-by-you", {"nl": "Wat je zelf deed", "en": "What you did"}, held.own),
        (
            "log-about-you",
            {"nl": "Wat over jou werd vastgelegd", "en": "What was done about you"},
            held.others,
        ),
        (
            "log-looked",
            {
                "nl": "Wie in het logboek keek waar jij in staat",
                "en": "Who looked at the log where you are in it",
            },
            held.looks,
        ),
    )

    def said(line: queries.Line, title: str) -> Row:
        # Whoever looked did so in a role: that is not masked.
        shown = line if title == "log-looked" else wording.masked(line, person.pk, lang)
        return wording.row_of(shown, lang, zone)

    for key, title, lines in titled:
        yield Section(key, title, LABELS, _Rows(lines, functools.partial(said, title=key)))


class _Rows(Sequence[Row]):
    """Entries that are put into words when somebody looks at them: they may be thousands."""

    def __init__(self, lines: Sequence[queries.Line], said: Callable[[queries.Line], Row]) -> None:
        self.lines = lines
        self.said = said

    def __len__(self) -> int:
        return len(self.lines)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        if isinstance(at, slice):
            return [self.said(line) for line in self.lines[at]]
        return self.said(self.lines[at])


def erase(person: Known, now: dt.datetime) -> int:  # noqa: ARG001 - the seals hold whenever it is
    """Erases what is personal in the log about this person; the seals go on holding."""
    return keeping.erase_person(person.pk)


TERMS = (
    Term(
        "audit.personal",
        {
            "nl": "Wie keek: de naam in het logboek bij het inzien van gegevens",
            "en": "Who looked: the name in the log with looking at data",
        },
        retention.says(retention.RULES["access-log"]),
        keeping.erase_due,
    ),
    Term(
        "audit.names",
        {
            "nl": "Namen in het logboek bij wat er is gedaan",
            "en": "Names in the log with what was done",
        },
        {
            "nl": "Zo lang als de naam van die persoon zelf, of tot die is gewist",
            "en": "As long as that person’s own name, or until it is erased",
        },
        keeping.erase_names,
    ),
    Term(
        "audit.entry",
        {
            "nl": "Het logboek zelf, zonder namen: nummer, handeling en zegel",
            "en": "The log itself, without names: number, action and seal",
        },
        retention.says(retention.RULES["protocol-text"]),
        None,
    ),
    Term(
        "audit.verification",
        {
            "nl": "De uitkomst van controles van het logboek",
            "en": "The results of verifying the log",
        },
        retention.says(retention.RULES["verification"]),
        keeping.delete_verifications,
    ),
)


def switches() -> Iterator[Switch]:
    """The log is always on."""
    yield Switch(
        "audit",
        {"nl": "Logboek", "en": "Log"},
        on=True,
        purpose={
            "nl": "Achteraf kunnen zien wat er is gedaan, door wie, en dat niets is veranderd.",
            "en": "To see afterwards what was done, by whom, and that nothing was changed.",
        },
        seen_by={"nl": "de privacyfunctionaris", "en": "the privacy officer"},
    )


VERIFIED_EVERY = dt.timedelta(hours=36)


def checks(now: dt.datetime) -> Iterator[Checked]:
    """What the last verification of the log found, if it is not too long ago."""
    last = queries.last_verification()
    recent = last is not None and last.at >= now - VERIFIED_EVERY
    ok = None if last is None or (not recent and not last.found) else not last.found
    yield Checked(
        8,
        "log-verifies",
        {
            "nl": "Het logboek klopt: geen regel is gewijzigd of verwijderd."
            if ok
            else "Het logboek is de laatste dag niet gecontroleerd."
            if ok is None
            else "Het logboek klopt niet: zie het logboek.",
            "en": "The log is sound: no entry was altered or removed."
            if ok
            else "The log was not verified in the last day."
            if ok is None
            else "The log is not sound: see the log.",
        },
        ok,
        last.at if last else None,
    )
