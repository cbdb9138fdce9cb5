"""What an organisation answered in the interview, as values."""

import datetime as dt
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from afspraak.diagnostics import Lang
from afspraak.protocol.model import Contact, Line, Value, Words

Sector = Literal["shop", "care", "municipality", "listed", "other"]
Stance = Literal["open", "reasonable", "breaks", "not-while-working"]
Body = Literal["or", "pvt", "meeting", "none"]
Terms = tuple[Line, ...]


class Period(BaseModel):
    """Days from the first to the last, both included."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    first: dt.date
    last: dt.date


class Answers(BaseModel):
    """Everything a protocol is written from. `in_force` left out is the first of next month."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Line
    sector: Sector
    people: Annotated[int, Field(ge=1, le=10_000_000)]
    stance: Stance
    where: Words | None
    brands: Terms
    aliases: Terms
    domains: Terms
    contacts: Terms
    manager: Contact
    deputy: Contact | None
    press: Contact | None
    confidant: Contact | None
    second_reader: Contact | None
    leaders: tuple[Contact, ...]
    body: Body
    consent: dt.date | None
    reference: Line | None
    projects: Terms
    sensitive: Terms
    values: tuple[Value, ...]
    networks: Terms
    listed: bool
    closed_periods: tuple[Period, ...]
    languages: Annotated[tuple[Lang, ...], Field(min_length=1, max_length=2)]
    in_force: dt.date | None

    @property
    def works_alone(self) -> bool:
        """Whether there is nobody else: no second pair of eyes, nobody to hear."""
        return self.people == 1

    @property
    def has_four_eyes(self) -> bool:
        """Whether two people can share the desk, so that one writes and the other approves."""
        return not self.works_alone and self.deputy is not None
