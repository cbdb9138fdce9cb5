"""Which columns hold persons: by their names, and by what stands in them.

A scan is of an organisation's own channels or of posts without a writer. A column that says who wrote
what would turn it into a search of people, so it must be gone or hashed.
"""

import re
from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

WHO = frozenset(
    "account accounts afzender author authors auteur auteurs collega customer customers deelnemer "
    "email emails employee employees from gebruiker gebruikers gebruikersnaam handle handles klant "
    "klanten mail mailadres medewerker medewerkers member members mention mentions mobile mobiel "
    "naam name names nickname owner participant person persons persoon personen phone poster "
    "profile profiel recipient respondent schrijver screenname sender tel telefoon "
    "telefoonnummer telephone user users username usernames werknemer werknemers writer achternaam "
    "voornaam firstname lastname fullname surname realname displayname userid authorid accountid "
    "bsn ipaddress employeeid memberid customerid personeelsnummer klantnummer".split()
)
"""Words that say who somebody is."""
ABOUT = frozenset(
    "address adres at avatar bio by contact created_by description display first full handle hash "
    "id ids image in in_reply_to key last link list locatie location naam name nick nickname nr "
    "number nummer of original name_ photo picture profile profiel reply real screen second sender "
    "str the title to uri url uuid van voor achter x y".split()
)
"""Words beside those that leave the meaning as it is: `user_id`, `in_reply_to_user_id_str`."""
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_HASH = r"^(?:[0-9a-fA-F]{32}|[0-9a-fA-F]{40}|[0-9a-fA-F]{64})$"
"""As MD5, SHA-1 and SHA-256 are written."""
_ADDRESS = r"^\s*(?:@[\w.-]+(?:@[\w.-]+)?|[^@\s]+@[^@\s]+\.[^@\s]+)\s*$"
"""A handle, also with its server, or an e-mail address; and nothing else."""
_SHARE = 0.5
"""A column of which more than this share of the values are addresses is one of addresses."""


def says_who(column: str) -> bool:
    """Whether the name of a column says that persons stand in it."""
    path = column.split(".")
    return any(_is_of_person(part) for part in path)


def _is_of_person(name: str) -> bool:
    words = [each.lower() for each in _WORD.findall(name)]
    if not words or not WHO.intersection(words):
        return "".join(words) in WHO
    return all(word in WHO or word in ABOUT or word.isdigit() for word in words)


def columns(schema: pa.Schema) -> Iterator[str]:
    """The columns whose names say so, also where the name stands deeper inside a column."""
    for field in schema:
        if says_who(field.name) or any(map(says_who, _inner(field.type))):
            yield field.name


def _inner(kind: pa.DataType) -> Iterator[str]:
    for i in range(getattr(kind, "num_fields", 0)):
        field = kind.field(i)
        yield field.name
        yield from _inner(field.type)


def is_hashed(column: pa.ChunkedArray) -> bool:
    """Whether every value is a hash: 32, 40 or 64 hexadecimal digits. Nobody is there in a null."""
    if column.null_count == len(column):
        return True
    kind = column.type
    if pa.types.is_dictionary(kind):
        column, kind = column.cast(kind.value_type), kind.value_type
    if not (pa.types.is_string(kind) or pa.types.is_large_string(kind)):
        return False
    empty = pc.equal(pc.binary_length(column), 0)
    fine = pc.or_(empty, pc.match_substring_regex(column, _HASH))
    return bool(pc.all(fine, min_count=0).as_py())


def holds_addresses(column: pa.ChunkedArray) -> bool:
    """Whether most values are handles or e-mail addresses, whatever the column is called."""
    if not pa.types.is_string(column.type):
        return False
    there = column.filter(pc.greater(pc.binary_length(column), 0))
    if not len(there):
        return False
    found = pc.sum(pc.match_substring_regex(there, _ADDRESS)).as_py()
    return bool(found > _SHARE * len(there))
