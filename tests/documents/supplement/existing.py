"""The existing protocols of the examples, and what a careful reader says of them."""

import datetime as dt
import functools
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from afspraak.documents.supplement import judging, reading
from afspraak.documents.supplement.judgement import ClauseJudgement
from afspraak.documents.supplement.source import Existing
from afspraak.engine import kinds, networks
from afspraak.protocol import interview, loader, write
from afspraak.protocol.model import Protocol

EXAMPLES = Path(__file__).parents[3] / "examples"
FOLDER = EXAMPLES / "existing"
EXPECTED: Mapping[str, Any] = tomllib.loads((FOLDER / "expected.toml").read_text("utf-8"))
WORD = sorted(path.name for path in FOLDER.glob("*.docx"))


def content(file: str) -> bytes:
    """The bytes of one of the documents."""
    return (FOLDER / file).read_bytes()


@functools.cache
def document(file: str) -> Existing:
    """One of the documents, read."""
    return reading.read(content(file), file)


@functools.cache
def source(answers: str) -> bytes:
    """The full protocol of the library for one of the files of answers."""
    text = (EXAMPLES / "answers" / f"{answers}.yaml").read_text("utf-8")
    given = interview.answers_from_mapping(YAML(typ="safe").load(text))
    return write.write_protocol(given, today=dt.date(2026, 11, 23)).encode()


@functools.cache
def protocol(answers: str) -> Protocol:
    """The same, loaded."""
    return load(source(answers))


def load(data: bytes) -> Protocol:
    """A protocol file, loaded with every kind of rule there is."""
    return loader.load(data, kinds=kinds.options_of_kinds(), networks=networks.names())


@functools.cache
def judged(name: str) -> tuple[ClauseJudgement, ...]:
    """What a document, by its name in `expected.toml`, says of each clause."""
    about = EXPECTED[name]
    return judging.judge(document(about["file"]), protocol(about["answers"]))


def named(file: str) -> str:
    """The name in `expected.toml` of a file."""
    return next(name for name, about in EXPECTED.items() if about["file"] == file)
