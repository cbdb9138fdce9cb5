"""Where offered posts lie until their trial is over: in files, in no table and in no backup."""

import os
import uuid
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings

ENDINGS = (".csv", ".tsv", ".txt", ".parquet", ".jsonl")
"""The files that can be offered, as `afspraak replay` takes them."""
MAX_BYTES = 20_000_000
"""A year of posts of a busy channel is a tenth of this."""


def folder() -> Path:
    """The folder of offered posts; only this program may look in it."""
    path: Path = settings.CONFIG.data / "trials"
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def place(trial: uuid.UUID, ending: str) -> Path:
    """Where the posts of a trial lie."""
    return folder() / f"{trial}{ending}"


def write(trial: uuid.UUID, ending: str, chunks: Iterable[bytes]) -> Path:
    """Writes the posts of a trial, whole or not at all."""
    target = place(trial, ending)
    part = target.with_suffix(".part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            for chunk in chunks:
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return target


def delete(trial: uuid.UUID, ending: str) -> None:
    """Deletes the posts of a trial. Nothing happens when they are gone already."""
    place(trial, ending).unlink(missing_ok=True)


def left_behind(known: Iterable[uuid.UUID]) -> list[Path]:
    """Files of which no trial is known: an upload that was cut off."""
    names = {str(each) for each in known}
    return [path for path in folder().iterdir() if path.name[:36] not in names]
