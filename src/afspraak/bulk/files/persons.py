"""Which columns hold persons: by their names, and by what stands in them.

A scan is of an organisation's own channels or of posts without a writer. A column that says who
wrote what would turn it into a search of people, so it must be gone or hashed.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from afspraak.bulk.files import utf8

_WORDS = tomllib.loads((Path(__file__).with_name("persons.toml")).read_text("utf-8"))
_WHO, _ABOUT = frozenset(_WORDS["who"]), frozenset(_WORDS["about"])
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_HASH = r"^(?:[0-9a-fA-F]{32}|[0-9a-fA-F]{40}|[0-9a-fA-F]{64})$"
"""As MD5, SHA-1 and SHA-256 are written."""
_ADDRESS = r"^\s*(?:@[\w.-]+(?:@[\w.-]+)?|[^@\s]+@[^@\s]+\.[^@\s]+)\s*$"
"""A handle, also with its server, or an e-mail address; and nothing else."""
_SHORTEST = 4
_SHARE = 0.5
"""A column of which more than this share of the values are addresses is one of addresses."""


def says_who(column: str) -> bool:
    """Whether the name of a column says that persons stand in it."""
    path = column.split(".")
    return any(_is_of_person(part) for part in path)


def _is_of_person(name: str) -> bool:
    written = [each.lower() for each in _WORD.findall(name)]
    words = [part for each in written for part in _parts(each)]
    if not _WHO.intersection(words):
        return "".join(words) in _WHO
    return all(word in _WHO or word in _ABOUT or word.isdigit() for word in words)


def _parts(word: str) -> tuple[str, ...]:
    """The two words in one such as `klantnaam` and `authorid`, or the word itself."""
    for i in range(_SHORTEST, len(word) - 1) if word not in _WHO else ():
        first, second = word[:i], word[i:]
        if first in _WHO and (second in _WHO or second in _ABOUT):
            return first, second
    return (word,)


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
    if not utf8.is_text(column.type):
        return False
    texts, strange = utf8.checked(column)
    if strange:
        return False
    empty = pc.equal(pc.binary_length(texts), 0)
    fine = pc.or_(empty, pc.match_substring_regex(texts, _HASH))
    return bool(pc.all(fine, min_count=0).as_py())


def holds_addresses(column: pa.ChunkedArray) -> bool:
    """Whether most values are handles or e-mail addresses, whatever the column is called."""
    if not utf8.is_text(column.type):
        return False
    texts, _ = utf8.checked(column)
    there = texts.filter(pc.greater(pc.binary_length(column), 0))
    if not len(there):
        return False
    found = pc.sum(pc.match_substring_regex(there, _ADDRESS)).as_py()
    return bool(found > _SHARE * len(there))
