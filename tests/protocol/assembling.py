"""Whole protocol files for tests, from the piece a test is about."""

import datetime as dt
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from afspraak.engine.kinds import terms
from afspraak.protocol import loader

FOLDER = Path(__file__).parent
NETWORKS = ("bluesky", "linkedin", "mastodon")

_TOP_KEY = re.compile(r"^([a-z_]+):", re.MULTILINE)
_BASE = {
    "afspraak": "afspraak: 1\n",
    "organisation": "organisation:\n  name: Bakkerij Jansen\n  people: 40\n",
    "languages": "languages: [nl]\n",
    "edition": "edition:\n  number: 2027.1\n  in_force: 2027-01-01\n"
    "  representation: {body: none}\n",
    "people": "people:\n  manager: {name: Sanne de Wit, reach: social@bakkerijjansen.nl}\n",
    "work_time": "work_time:\n  stance: reasonable\n",
    "clauses": "clauses:\n  - id: rights\n    title: Eerst jouw rechten\n"
    "    text: Je mag je mening geven.\n",
}


@dataclass(frozen=True, slots=True)
class Moments:
    """Options of a kind that only these tests know, with every sort of value a kind may want."""

    from_time: dt.time | None = None
    first: dt.date | None = None
    most: Annotated[int, Field(ge=1, le=10)] = 3
    strict: bool = False
    days: tuple[Literal["monday", "friday"], ...] = ()
    phrases: tuple[Annotated[str, Field(max_length=10)], ...] = ()


KINDS: dict[str, type] = {"terms": terms.Options, "moments": Moments}


def whole(piece: str) -> str:
    """A protocol file that starts with `piece`; what `piece` does not give is valid."""
    given = set(_TOP_KEY.findall(piece))
    rest = (part for key, part in _BASE.items() if key not in given)
    return "".join([piece if piece.endswith("\n") or not piece else f"{piece}\n", *rest])


def rule(options: str) -> str:
    """A file with one rule of which these are the keys besides `id` and `severity`."""
    return whole(
        "clauses:\n  - id: style\n    title: Stijl\n    text: Gewoon.\n    rules:\n"
        f"      - {{id: one, severity: note, {options}}}\n"
    )


def result(data: bytes | str) -> loader.LoadResult:
    """What the loader makes of it."""
    return loader.load_result(data, kinds=KINDS, networks=NETWORKS)


def codes(data: bytes | str) -> list[str]:
    """The codes of everything the loader says, in order."""
    try:
        return [each.code for each in result(data).diagnostics]
    except loader.UnableToLoad as unable:
        return [each.code for each in unable.diagnostics]


def snapshot(path: Path, text: str) -> str:
    """The expected text; with `UPDATE_SNAPSHOTS` set, `text` becomes it."""
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return path.read_text(encoding="utf-8") if path.exists() else ""
