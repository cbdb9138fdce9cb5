"""What is made from answers and protocols: a protocol file with its schema, and the handbook."""

import datetime as dt
import json
from pathlib import Path

from afspraak.cli import disk, reading
from afspraak.cli.language import lang, say
from afspraak.cli.leaving import leave
from afspraak.cli.reading import Source
from afspraak.engine import kinds
from afspraak.protocol import handbook as handbooks
from afspraak.protocol import schema, source, tree, write
from afspraak.protocol.answers import Answers
from afspraak.protocol.model import Protocol
from afspraak.protocol.problems import UnableToLoad

SCHEMA_NAME = "protocol.schema.json"


def mapping(read: Source) -> dict[str, object]:
    """The answers in a YAML file, unread. Leaves with exit code 2 when it is no such file."""
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
    return dict(given)


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
