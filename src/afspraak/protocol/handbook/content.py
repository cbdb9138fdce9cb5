"""What stands in a handbook, in reading order, before any format is chosen."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from afspraak.diagnostics import Lang

Tone = Literal["good", "bad", "card"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of the company or of the handbook, with the language it is written in."""

    text: str
    lang: Lang


@dataclass(frozen=True, slots=True)
class Contact:
    """A person or desk to go to: as what, for what, who, and how to reach them."""

    role: str
    purpose: str
    name: str
    reach: str


@dataclass(frozen=True, slots=True)
class Prose:
    """Running text, in Markdown."""

    text: Passage


@dataclass(frozen=True, slots=True)
class Box:
    """A few lines under one word: what may, what may not, or what is good to know.

    `quoted` says that the lines are posts, to be set as something somebody wrote.
    """

    tone: Tone
    label: str
    lines: tuple[Passage, ...]
    quoted: bool


@dataclass(frozen=True, slots=True)
class Boxes:
    """Boxes that belong beside each other."""

    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """What the check says and advises, for whose posts, with posts as examples."""

    label: str
    says: Passage | None
    advises: Passage | None
    scope: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """Whom to ask about a clause."""

    label: str
    contact: Contact

    @property
    def role(self) -> str:
        """As what they are asked; empty where the name already says so."""
        same = self.contact.role.casefold() in self.contact.name.casefold()
        return "" if same else self.contact.role


@dataclass(frozen=True, slots=True)
class Step:
    """One step on a path that is walked in order."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Path:
    """Steps in their order."""

    label: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and what there is to say about it; `literal` is set as it would be typed."""

    name: Passage
    text: Passage
    literal: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts under each other."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Contacts:
    """Everybody there is to go to."""

    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """Short sentences under each other, in no order."""

    lines: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class SignOff:
    """Room to write down that the handbook was received and read."""

    fields: tuple[str, ...]


Part = Prose | Boxes | Check | Ask | Path | Facts | Contacts | Listing | SignOff


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the handbook under one heading. `number` is a clause's; `level` is 2 or 3."""

    id: str
    title: Passage
    level: int
    parts: tuple[Part, ...]
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Glance:
    """One of the few things page one says. `link` is the section that says more."""

    label: str
    headline: Passage | None
    lines: tuple[Passage, ...]
    link: str = ""


@dataclass(frozen=True, slots=True)
class Cover:
    """Page one: whose agreement this is, from when it holds, and what everybody should know."""

    title: str
    organisation: str
    edition: str
    in_force: str
    representation: Passage
    glances: tuple[Glance, ...]


@dataclass(frozen=True, slots=True)
class Handbook:
    """A protocol as a document to read: page one, then the sections in reading order."""

    lang: Lang
    cover: Cover
    sections: tuple[Section, ...]
    edition: str
    in_force: dt.date
    text_hash: str

    @property
    def short_hash(self) -> str:
        """The start of the text hash: enough to compare two printed handbooks."""
        return self.text_hash[:12]
