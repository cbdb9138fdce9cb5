"""A list of terms that holds the name of somebody who works here.

## What it does
Refuses a list, or terms of a rule, in which the full name of a person in `people` stands.

## Why
A term is looked for in what people write, and later in what the desk listens to. An alert on a
colleague's name is watching that colleague: scraping about persons is almost always unlawful for
private parties (guidance of the Dutch data protection authority, 1 May 2024; source seen). Never
an alert on staff is a promise of this product.

## Example
> lists: {sensitive: {terms: [Sanne de Wit]}}

## Use instead
> lists: {sensitive: {terms: [Project Sunflower]}}
"""

from collections.abc import Iterable, Iterator

from afspraak.diagnostics import Text
from afspraak.protocol import prose
from afspraak.protocol.lint.finding import LintFinding, Path
from afspraak.protocol.lint.stance import fold
from afspraak.protocol.lint.subject import Subject
from afspraak.protocol.model import Protocol
from afspraak.protocol.text_hash import written_options

CODE = "L020"
PROSE = False
DOC_NL = """
Een lijst met de naam van iemand die hier werkt.

## Wat het doet
Weigert een lijst, of termen van een regel, waarin de volledige naam van iemand uit `people`
staat.

## Waarom
Een term wordt gezocht in wat mensen schrijven, en later in wat de redactie hoort. Een melding op
de naam van een collega is meekijken met die collega: scrapen over personen mag voor private
partijen bijna nooit (handreiking van de Autoriteit Persoonsgegevens, 1 mei 2024; bron gezien).
Nooit een melding op personeel is een belofte van dit product.

## Voorbeeld
> lists: {gevoelig: {terms: [Sanne de Wit]}}

## Liever zo
> lists: {gevoelig: {terms: [Project Zonnebloem]}}
"""

_HELP: Text = {
    "nl": "haal de naam weg; afspraken gaan over wat je zegt, niet over wie",
    "en": "take the name out; agreements are about what is said, not about whom",
}


def check(subject: Subject) -> Iterator[LintFinding]:
    """One finding a term with the name of a person; a confidential term is not repeated."""
    names = dict(_names(subject.protocol))
    for key, terms in subject.protocol.lists.items():
        for number, term in _naming(terms.terms, names):
            said = f"`{key}`" if terms.confidential else f"‘{term}’ (`{key}`)"
            yield _finding(("lists", key, "terms", number), said)
    for index, clause in enumerate(subject.protocol.clauses):
        for place, rule in enumerate(clause.rules):
            given = written_options(rule).get("terms")
            if isinstance(given, list):
                texts = [term for term in given if isinstance(term, str)]
                for number, term in _naming(texts, names):
                    path = ("clauses", index, "rules", place, "terms", number)
                    yield _finding(path, f"‘{term}’ (`{rule.id}`)")


def _names(protocol: Protocol) -> Iterator[tuple[tuple[str, ...], str]]:
    people = protocol.people
    single = (people.manager, people.deputy, people.press, people.confidant, people.second_reader)
    ours = {_tokens(name) for name in (protocol.organisation.name, *protocol.organisation.aliases)}
    for contact in (*single, *people.leaders):
        if contact is not None:
            tokens = _tokens(contact.name)
            # One word may be a first name or a thing; the organisation may bear its owner's name.
            if len(tokens) > 1 and tokens not in ours:
                yield tokens, contact.name


def _naming(terms: Iterable[str], names: dict[tuple[str, ...], str]) -> Iterator[tuple[int, str]]:
    for number, term in enumerate(terms):
        tokens = _tokens(term)
        if any(
            tokens[start : start + len(name)] == name
            for name in names
            for start in range(len(tokens) - len(name) + 1)
        ):
            yield number, term


def _tokens(text: str) -> tuple[str, ...]:
    return tuple(prose.words(fold(text)))


def _finding(path: Path, said: str) -> LintFinding:
    return LintFinding(
        CODE,
        "error",
        path,
        {
            "nl": f"{said} bevat de naam van iemand die hier werkt",
            "en": f"{said} holds the name of somebody who works here",
        },
        _HELP,
    )
