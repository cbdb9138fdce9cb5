"""The protocol as values: frozen, typed, and nothing that is not in the file.

Field names are the file format's contract; the JSON Schema is made from these classes.
A text of the company is read as a mapping from language to text; a plain string stands for
the first of the protocol's `languages` (the loader fills that in).
"""

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema, field_validator

from afspraak.diagnostics import Lang

Severity = Literal["stop", "ask", "note", "info"]
SEVERITIES: tuple[Severity, ...] = ("stop", "ask", "note", "info")
PostAs = Literal["corporate", "professional", "affiliated", "private"]
POST_AS: tuple[PostAs, ...] = ("corporate", "professional", "affiliated", "private")

Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
Line = Annotated[str, Field(min_length=1, max_length=400)]
Prose = Annotated[str, Field(min_length=1)]
Words = Annotated[  # {nl: …, en: …}
    Mapping[Lang, Prose],
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "minLength": 1},
                {
                    "type": "object",
                    "properties": {
                        "nl": {"type": "string", "minLength": 1},
                        "en": {"type": "string", "minLength": 1},
                    },
                    "additionalProperties": False,
                    "minProperties": 1,
                },
            ]
        }
    ),
]


class Part(BaseModel):
    """What every part of the file shares: unknown keys are problems, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Organisation(Part):
    """Who agrees this with its people, and by which names it is known."""

    name: Line
    people: Annotated[int, Field(ge=1, le=10_000_000)]
    sector: Literal["shop", "care", "municipality", "listed", "other"] = "other"
    contacts: tuple[Line, ...] = ()
    aliases: tuple[Line, ...] = ()
    brands: tuple[Line, ...] = ()
    domains: tuple[Line, ...] = ()
    timezone: Line = "Europe/Amsterdam"


class Representation(Part):
    """Who spoke for the staff, and when they consented."""

    body: Literal["or", "pvt", "meeting", "none"]
    consent: dt.date | None = None
    reference: Line | None = None
    reason: Words | None = None


class Edition(Part):
    """Which edition this is and from when it holds."""

    number: Line
    in_force: dt.date
    representation: Representation
    review_by: dt.date | None = None


class Value(Part):
    """A core value and what it means online."""

    name: Words
    online: Words


class Contact(Part):
    """A person or desk to go to."""

    name: Line
    reach: Line | None = None


class People(Part):
    """Whom to go to. Every key may be named in a clause's `ask`."""

    manager: Contact
    deputy: Contact | None = None
    press: Contact | None = None
    confidant: Contact | None = None
    second_reader: Contact | None = None
    leaders: tuple[Contact, ...] = ()


class WorkTime(Part):
    """What we think of social media during working hours."""

    stance: Literal["open", "reasonable", "breaks", "not-while-working"]
    where: Words | None = None
    note: Words | None = None


class TermList(Part):
    """A named list of terms. A confidential one is never shown to readers."""

    terms: Annotated[tuple[Line, ...], Field(min_length=1, max_length=50_000)]
    confidential: bool = False
    forms: tuple[Literal["plural", "diminutive"], ...] = ()


class ExampleMedia(Part):
    """What is known of a picture with an example."""

    alt: str | None = None
    gps: bool = False
    people_asked: bool | None = None


class ExamplePost(Part):
    """An example of which more counts than the text: whose it is, where, when, what picture."""

    text: str
    finds: bool
    as_: PostAs | None = Field(default=None, alias="as")
    network: str | None = None
    at: Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$")] | None = None
    media: tuple[ExampleMedia, ...] = ()

    @field_validator("at")
    @classmethod
    def _is_in_the_calendar(cls, value: str | None) -> str | None:
        if value is not None:
            dt.datetime.fromisoformat(value)  # ValueError on 2027-02-30
        return value


class Examples(Part):
    """Posts the rule must find something in, and posts it must leave alone."""

    finds: tuple[str, ...] = ()
    clear: tuple[str, ...] = ()
    posts: tuple[ExamplePost, ...] = ()


class Rule(Part):
    """One checkable agreement.

    `options` is an instance of the kind's own `Options`. In the file its keys stand beside the
    others; `load` sorts them out, and `text_hash.written_options` gives them back as written.
    """

    id: Identifier
    kind: str
    severity: Severity
    as_: tuple[PostAs, ...] | None = Field(default=None, alias="as")
    networks: tuple[str, ...] | None = None
    until: dt.date | None = None
    message: Words | None = None
    advice: Words | None = None
    examples: Examples = Examples()
    options: object = None


class Clause(Part):
    """A numbered part of the agreement that people can cite."""

    id: Identifier
    title: Words
    text: Words
    ask: str | None = None
    may: tuple[Words, ...] = ()
    may_not: tuple[Words, ...] = ()
    overruled: Mapping[str, Words] = Field(default_factory=dict)
    rules: tuple[Rule, ...] = ()


class ProfessionalAccount(Part):
    """How a professional account is best named; `{person}` and `{organisation}` are filled in."""

    handle: Line
    bio: Words


class Accounts(Part):
    """How an account is read, and what we advise."""

    professional: ProfessionalAccount | None = None
    disclaimer: Words | None = None


class Questions(Part):
    """How soon a question is answered."""

    answer_within_hours: Annotated[int, Field(ge=1, le=720)] = 8


class Desk(Part):
    """How the corporate channels are run."""

    four_eyes: bool = True
    answer_within_hours: Annotated[int, Field(ge=1, le=720)] = 4
    channels: tuple[Line, ...] = ()


class Retention(Part):
    """How long what is kept is kept."""

    acknowledgement_years_after_leaving: Annotated[int, Field(ge=0, le=10)] = 2
    warning_months: Annotated[int, Field(ge=1, le=24)] = 12
    listening_days: Annotated[int, Field(ge=1, le=365)] = 30


class Protocol(Part):
    """The whole agreement, as read from one file of format 1."""

    afspraak: Literal[1]
    organisation: Organisation
    languages: Annotated[tuple[Lang, ...], Field(min_length=1, max_length=2)]
    edition: Edition
    values: tuple[Value, ...] = ()
    people: People
    work_time: WorkTime
    lists: Mapping[Identifier, TermList] = Field(default_factory=dict)
    clauses: Annotated[tuple[Clause, ...], Field(min_length=1)]
    accounts: Accounts = Accounts()
    questions: Questions = Questions()
    desk: Desk = Desk()
    retention: Retention = Retention()
