"""What is made from answers and protocols: a protocol file with its schema, and the handbook."""

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Never

from afspraak.cli import disk, reading
from afspraak.cli.language import lang, say
from afspraak.cli.leaving import leave
from afspraak.cli.reading import Source
from afspraak.diagnostics import Place, pick
from afspraak.engine import kinds
from afspraak.protocol import handbook as handbooks
from afspraak.protocol import interview, schema, source, tree, write
from afspraak.protocol.answers import Answers
from afspraak.protocol.model import Protocol
from afspraak.protocol.problems import UnableToLoad
from afspraak.protocol.tree import Places

SCHEMA_NAME = "protocol.schema.json"


def answers(read: Source, *, besides: Mapping[str, object]) -> Answers:
    """The answers in a YAML file, where `besides` does not say otherwise.

    Leaves with exit code 2 and everything that is wrong, with its place.
    """
    try:
        text = source.decode(read.content, file=str(read.path))
        root, found = source.read_tree(text, file=str(read.path))
    except UnableToLoad as unable:
        reading.leave_with(unable.diagnostics, read)
    if found:
        reading.leave_with(found, read)
    given = tree.plain(root)
    if not isinstance(given, dict):
        leave(
            say(
                nl=f"{read.path} bevat geen antwoorden met een naam ervoor",
                en=f"{read.path} holds no answers with a name before them",
            ),
            say(
                nl="schrijf regels als `name: Bakkerij Jansen`",
                en="write lines such as `name: Bakkerij Jansen`",
            ),
        )
    try:
        return interview.answers_from_mapping({**given, **besides})
    except interview.UnableToRead as unable:
        places = Places(root)
        leave_with_answers(
            unable,
            {each.key: places.of_key((each.key,)) for each in unable.problems if each.key in given},
        )


def leave_with_answers(
    unable: interview.UnableToRead, places: Mapping[str, Place] | None = None
) -> Never:
    """Says which answers cannot be used, where they stand, and leaves with exit code 2."""
    rows = [say(nl="met deze antwoorden kan het niet:", en="these answers cannot be used:")]
    for each in unable.problems:
        place = (places or {}).get(each.key)
        where = f"{place.file}:{place.line}:{place.column}: " if place else ""
        rows.append(f"{where}{each.key}: {pick(each.text, lang())}")
    leave("\n  ".join(rows), say(nl="pas ze aan", en="mend them"))


def write_protocol(goal: Path, answers: Answers) -> None:
    """Writes the protocol that the answers give, and beside it the schema its editor asks for."""
    text = write.write_protocol(answers, today=dt.datetime.now(dt.UTC).date())
    disk.make_folder(goal.parent)
    disk.write_bytes(goal, text.encode())
    wanted = json.dumps(schema.json_schema(kinds.options_of_kinds()), ensure_ascii=False, indent=1)
    disk.write_bytes(goal.with_name(SCHEMA_NAME), f"{wanted}\n".encode())


def handbook(protocol: Protocol, form: str) -> bytes:
    """The handbook in the reader's language. Leaves when the parts it takes are not installed."""
    try:
        from afspraak import documents

        return documents.render(handbooks.handbook(protocol, lang()), form)
    except ImportError as missing:
        leave(
            say(
                nl=f"voor dit handboek ontbreekt een onderdeel ({missing.name})",
                en=f"a part is missing for this handbook ({missing.name})",
            ),
            'pip install "afspraak[documents]"',
        )
