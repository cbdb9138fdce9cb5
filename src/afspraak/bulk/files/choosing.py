"""Which column holds the posts, which the facts about them, and which may not be there."""

from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow as pa

from afspraak.bulk.files import persons, utf8
from afspraak.bulk.files.batch import Reader
from afspraak.bulk.files.unable import UnableToRead
from afspraak.diagnostics import Text

USUAL_NAMES = (
    "text", "tekst", "post", "message", "bericht", "tweet", "body", "content", "inhoud",
)  # fmt: skip
"""What a column of posts is called when nobody says so; the first that is there."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of columns as somebody gave them; None where nobody did."""

    text: str | None = None
    as_: str | None = None
    network: str | None = None
    at: str | None = None

    @property
    def of_facts(self) -> tuple[str, ...]:
        """The columns of facts that were given."""
        return tuple(each for each in (self.as_, self.network, self.at) if each is not None)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is read of a file: the column of posts, those of facts, those that must be hashes."""

    text: str
    facts: tuple[str, ...]
    hashed: tuple[str, ...]

    @property
    def used(self) -> tuple[str, ...]:
        """The columns of posts and facts, once each."""
        return tuple(dict.fromkeys((self.text, *self.facts)))


def choose(reader: Reader, wanted: Columns) -> Chosen:
    """The columns to read. Raises `UnableToRead`, also where a column holds persons."""
    for name in (*wanted.of_facts, *([wanted.text] if wanted.text else [])):
        if reader.schema.names.count(name) != 1:
            raise _absent(reader, name)
    text = wanted.text or _text(reader, wanted)
    kind = reader.schema.field(text).type
    if not utf8.is_text(kind):
        raise UnableToRead(
            reader.path,
            {
                "nl": f"in de kolom `{text}` staat geen tekst ({kind})",
                "en": f"the column `{text}` holds no text ({kind})",
            },
            _names(reader),
        )
    hashed = tuple(
        name for name in persons.columns(reader.schema) if name not in {text, *wanted.of_facts}
    )
    chosen = Chosen(text, wanted.of_facts, hashed)
    refuse_persons(reader, chosen, reader.sample)
    for name in reader.sample.column_names:
        if name != text and reader.sample.column_names.count(name) == 1:
            refuse_addresses(reader, name)
    return chosen


def refuse_persons(reader: Reader, chosen: Chosen, table: pa.Table) -> None:
    """Raises `UnableToRead` where a column of persons holds something else than hashes."""
    names = set(persons.columns(table.schema)) - {chosen.text, *chosen.facts}
    for name in (each for each in table.column_names if each in names):
        for i in table.schema.get_all_field_indices(name):
            if not persons.is_hashed(table.column(i)):
                raise _of_persons(reader, name)


def refuse_addresses(reader: Reader, name: str) -> None:
    """Raises `UnableToRead` where most of the first values are handles or e-mail addresses."""
    if persons.holds_addresses(reader.sample[name]):
        raise _of_persons(reader, name)


def _of_persons(reader: Reader, name: str) -> UnableToRead:
    return UnableToRead(
        reader.path,
        {
            "nl": f"in de kolom `{name}` staan personen; zulke bestanden kijk ik niet na",
            "en": f"the column `{name}` holds persons; such files I do not check",
        },
        {
            "nl": "laat de kolom weg, of zet er een hash in (32, 40 of 64 hexadecimale cijfers, "
            "zoals SHA-256); dit is voor eigen kanalen en anonieme berichten, niet voor mensen",
            "en": "drop the column, or put a hash in it (32, 40 or 64 hexadecimal digits, such as "
            "SHA-256); this is for channels of your own and anonymous posts, not for people",
        },
    )


def _text(reader: Reader, wanted: Columns) -> str:
    names: list[str] = reader.schema.names
    for usual in USUAL_NAMES:
        alike = [name for name in names if name.lower() == usual]
        if len(alike) == 1 and alike[0] not in wanted.of_facts:
            return alike[0]
    left: list[str] = [
        field.name
        for field in reader.schema
        if utf8.is_text(field.type)
        and field.name not in wanted.of_facts
        and not persons.says_who(field.name)
    ]
    if len(left) == 1:
        return left[0]
    raise UnableToRead(
        reader.path,
        {
            "nl": "ik weet niet in welke kolom de berichten staan",
            "en": "I do not know which column holds the posts",
        },
        _with("--column", _names(reader)),
    )


def _absent(reader: Reader, name: str) -> UnableToRead:
    twice = name in reader.schema.names
    problem: Text = {
        "nl": f"er zijn meer kolommen `{name}`" if twice else f"de kolom `{name}` is er niet",
        "en": f"there are several columns `{name}`" if twice else f"there is no column `{name}`",
    }
    return UnableToRead(reader.path, problem, _names(reader))


def _names(reader: Reader) -> Text:
    listed = _shown(reader.schema.names)
    return {"nl": f"de kolommen zijn {listed}", "en": f"the columns are {listed}"}


def _with(option: str, names: Text) -> Text:
    return {
        "nl": f"geef {option} NAAM; {names['nl']}",
        "en": f"give {option} NAME; {names['en']}",
    }


def _shown(names: Sequence[str], most: int = 30) -> str:
    shown = [f"`{each[:40]}`" for each in names[:most]]
    return ", ".join(shown) + (" …" if len(names) > most else "")
