"""Seals of the log kept outside the database, so that a cut-off tail is missed.

A file in the data folder: a line is a number, the seal of that entry, and when it was noted.
"""

import datetime as dt
import os
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings

NAME = "log-anchors"


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """That entry `number` had this seal."""

    number: int
    seal: str


class UnableToReadAnchor(ValueError):
    """What was given is no number and seal."""


def read(text: str) -> Anchor:
    """`NUMBER:SEAL` as an anchor; raises `UnableToReadAnchor`."""
    number, _, seal = text.strip().lower().partition(":")
    is_seal = 8 <= len(seal) <= 64 and not set(seal) - set("0123456789abcdef")
    if not (number.isascii() and number.isdecimal() and is_seal):
        raise UnableToReadAnchor(text)
    return Anchor(int(number), seal)


def kept() -> Iterator[Anchor]:
    """The anchors of the file, in its order. A line that cannot be read gives number 0."""
    try:
        with (settings.CONFIG.data / NAME).open(encoding="ascii", errors="replace") as file:
            for line in file:
                number, seal, *_ = [*line.split(), "", ""]
                try:
                    yield read(f"{number}:{seal}")
                except UnableToReadAnchor:
                    yield Anchor(0, "")
    except FileNotFoundError:
        return


def content() -> bytes:
    """The whole file, for a copy; empty as long as there is none."""
    try:
        return (settings.CONFIG.data / NAME).read_bytes()
    except FileNotFoundError:
        return b""


def keep(anchor: Anchor, *, now: dt.datetime) -> None:
    """Adds an anchor to the file."""
    path = settings.CONFIG.data / NAME
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(f"{anchor.number} {anchor.seal} {now.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}\n")
        file.flush()
        os.fsync(file.fileno())


def latest() -> Anchor | None:
    """The last anchor of the file that can be read."""
    try:
        with (settings.CONFIG.data / NAME).open("rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - 400))
            lines = file.read().decode("ascii", "replace").splitlines()
    except FileNotFoundError:
        return None
    for line in reversed(lines):
        number, seal, *_ = [*line.split(), "", ""]
        if number.isdecimal() and len(seal) == 64:
            return Anchor(int(number), seal)
    return None
