"""A backup as it lies on disk: whole, ours, and of a version that we understand."""

import contextlib
import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from afspraak.web.backup import refusals
from afspraak.web.backup.tables import Node
from afspraak.web.backup.writing import ANCHORS, FORMAT, FORMAT_VERSION, KEYS, MANIFEST

MAX_MANIFEST_BYTES = 5_000_000
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, RuntimeError)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says it holds; it was compared with what is in it."""

    version: str
    made_at: str
    database: str
    migrations: tuple[Node, ...]
    tables: Mapping[str, int]
    keys: bytes
    anchors: bytes

    @property
    def rows(self) -> int:
        """All rows."""
        return sum(self.tables.values())


def verified(file: Path) -> Manifest:
    """What is in the backup, once every byte of it was compared. Raises `UnableToRestore`."""
    with _opened(file) as archive:
        told = _told(archive, file)
        if told.get("format_version") != FORMAT_VERSION:
            raise refusals.newer(file, str(told.get("version", "?")))
        try:
            sums = told["tables"]
            manifest = Manifest(
                str(told["version"]),
                str(told["made_at"]),
                str(told["database"]),
                tuple((str(app), str(name)) for app, name in told["migrations"]),
                {str(table): int(each["rows"]) for table, each in sums.items()},
                archive.read(KEYS),
                archive.read(ANCHORS),
            )
            for name, content, sum_of in (
                (KEYS, manifest.keys, told["keys"]),
                (ANCHORS, manifest.anchors, told["anchors"]),
            ):
                if hashlib.sha256(content).hexdigest() != sum_of["sha256"]:
                    raise refusals.damaged(file, name)
            for table, each in sums.items():
                if _summed(archive, table) != (each["rows"], each["sha256"]):
                    raise refusals.damaged(file, table)
        except (*_BROKEN, TypeError, ValueError, AttributeError) as error:
            raise refusals.damaged(file, getattr(error, "args", ("?",))[0]) from error
    return manifest


@contextlib.contextmanager
def rows(file: Path, table: str) -> Iterator[tuple[list[str], Iterator[list[object]]]]:
    """The names of the columns of a table in the backup, and its rows one by one."""
    with _opened(file) as archive, archive.open(_member(table)) as lines:
        yield json.loads(lines.readline()), (json.loads(line) for line in lines)


def _told(archive: zipfile.ZipFile, file: Path) -> dict[str, Any]:
    try:
        with archive.open(MANIFEST) as part:
            told = json.loads(part.read(MAX_MANIFEST_BYTES))
    except (*_BROKEN, ValueError) as error:
        raise refusals.no_backup(file) from error
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise refusals.no_backup(file)
    return told


def _summed(archive: zipfile.ZipFile, table: str) -> tuple[int, str]:
    """How many rows there are below the names of the columns, and the fingerprint of them all."""
    digest, count = hashlib.sha256(), -1
    with archive.open(_member(table)) as lines:
        for line in lines:
            digest.update(line)
            count += 1
    return count, digest.hexdigest()


def _member(table: str) -> str:
    return f"tables/{table}.jsonl"


@contextlib.contextmanager
def _opened(file: Path) -> Iterator[zipfile.ZipFile]:
    try:
        raw: IO[bytes] = file.open("rb")
    except OSError as error:
        raise refusals.unreadable(file, error) from error
    with raw:
        try:
            archive = zipfile.ZipFile(raw)
        except (zipfile.BadZipFile, OSError) as error:
            # Without its end a zip cannot be told from any other file.
            if raw.seek(0) == 0 and raw.read(2) == b"PK":
                raise refusals.damaged(file, MANIFEST) from error
            raise refusals.no_backup(file) from error
        with archive:
            yield archive
