"""The protocol as a document to read, in one order for every format."""

from collections.abc import Iterator

from afspraak.diagnostics import Lang
from afspraak.protocol.handbook import chapters
from afspraak.protocol.handbook.clauses import clause_section, clauses
from afspraak.protocol.handbook.content import Handbook, Section
from afspraak.protocol.handbook.cover import cover
from afspraak.protocol.handbook.secrecy import Secrets
from afspraak.protocol.model import Protocol
from afspraak.protocol.text_hash import text_hash

__all__ = ["Handbook", "handbook"]


def handbook(protocol: Protocol, lang: Lang) -> Handbook:
    """The handbook of `protocol` in `lang`: rights first, then everything in reading order.

    A text that does not exist in `lang` is given in the other language and says so.
    """
    return Handbook(
        lang=lang,
        cover=cover(protocol, lang),
        sections=tuple(_sections(protocol, lang)),
        edition=protocol.edition.number,
        in_force=protocol.edition.in_force,
        text_hash=text_hash(protocol),
    )


def _sections(protocol: Protocol, lang: Lang) -> Iterator[Section]:
    secrets = Secrets.of(protocol)
    numbered = tuple(
        clause_section(clause, number, protocol, secrets, lang)
        for number, clause in enumerate(clauses(protocol), start=1)
    )
    leading = tuple(section for section in numbered if section.level == 2)
    yield chapters.how_to_read(protocol, lang)
    yield from leading
    if protocol.values:
        yield chapters.values(protocol, lang)
    yield chapters.people(protocol, lang)
    if len(numbered) > len(leading):
        yield chapters.agreements(lang)
        yield from (section for section in numbered if section.level == 3)
    if protocol.accounts.professional or protocol.accounts.disclaimer:
        yield chapters.accounts(protocol, lang)
    yield chapters.promises(lang)
    yield chapters.retention(protocol, lang)
    yield chapters.about(protocol, lang)
    yield chapters.received(lang)
