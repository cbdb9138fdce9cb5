"""Small pieces that chapters are made of."""

from afspraak.documents.dossier import Cell, Chapter, DossierPart
from afspraak.protocol.handbook.content import Listing, Passage, Prose
from afspraak.replaying.voice import Voice


def chapter(say: Voice, key: str, *parts: DossierPart | None, nl: str, en: str) -> Chapter:
    """A chapter under its title."""
    return Chapter(key, said(say, nl=nl, en=en), 2, tuple(part for part in parts if part))


def said(say: Voice, *, nl: str, en: str) -> Passage:
    """A line in the reader's language."""
    return Passage(say(nl=nl, en=en), say.lang)


def prose(say: Voice, *, nl: str, en: str) -> Prose:
    """A paragraph or more, in Markdown."""
    return Prose(said(say, nl=nl, en=en))


def listing(*lines: Passage) -> Listing:
    """Short sentences under each other."""
    return Listing(lines)


def cell(say: Voice, *lines: str) -> Cell:
    """Lines in a cell; empty ones are left out."""
    return tuple(Passage(line, say.lang) for line in lines if line)


def plain(text: str) -> str:
    """A text of somebody's own as it was typed: what would set words apart is not read so."""
    return "".join(f"\\{sign}" if sign in "\\`*_~[]<>" else sign for sign in text)


def sentence(text: str) -> str:
    """A message as a sentence: with a capital and a full stop."""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?", ":")) else ".")
