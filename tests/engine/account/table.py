"""Reads the table of accounts in cases.md."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from afspraak.engine.account import account_data
from afspraak.protocol.model import (
    Clause,
    Contact,
    Edition,
    Organisation,
    People,
    Protocol,
    Representation,
    WorkTime,
)

CASES = Path(__file__).with_name("cases.md")


@dataclass(frozen=True)
class Case:
    """One row: an account, how it must be read, and what must be cited (where, text)."""

    organisation: str
    handle: str
    name: str
    bio: str
    network: str
    reading: str
    cited: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        parts = (self.organisation, self.handle, self.name, self.bio, self.network)
        return " · ".join(part for part in parts if part)


def protocol_of(organisation: dict[str, Any], **more: Any) -> Protocol:
    """The smallest protocol of an organisation."""
    return Protocol(
        afspraak=1,
        organisation=Organisation(people=40, **organisation),
        languages=("nl", "en"),
        edition=Edition(
            number="1", in_force=dt.date(2027, 1, 1), representation=Representation(body="none")
        ),
        people=People(manager=Contact(name="Sanne de Wit", reach="social@example.nl")),
        work_time=WorkTime(stance="open"),
        clauses=(Clause(id="rights", title={"nl": "Rechten"}, text={"nl": "Je rechten."}),),
        **more,
    )


@cache
def data_of(organisation: str) -> dict[str, object]:
    """The account section of one of the organisations on top of the table."""
    return account_data(protocol_of(organisations()[organisation]))


@cache
def organisations() -> dict[str, dict[str, Any]]:
    """The organisations on top of the table."""
    block = CASES.read_text("utf-8").split("```yaml\n", 1)[1].split("```", 1)[0]
    loaded: dict[str, dict[str, Any]] = YAML(typ="safe").load(StringIO(block))
    return loaded


def cases() -> Iterator[Case]:
    """Every row of the table."""
    organisation = ""
    for line in CASES.read_text("utf-8").splitlines():
        if line.startswith("## "):
            organisation = line[3:].strip()
        elif line.startswith("| ") and not line.startswith(("| handle |", "| --- |")):
            cells = line.replace("\\|", "\x00").strip().removeprefix("|").removesuffix("|")
            handle, name, bio, network, reading, cited = (
                cell.strip().replace("\x00", "|") for cell in cells.split("|")
            )
            pairs = tuple(_pair(each) for each in cited.split(" ; ") if each)
            yield Case(organisation, handle, name, bio, network, reading, pairs)


def _pair(cited: str) -> tuple[str, str]:
    where, _, text = cited.partition(":")
    return where, text
