"""What the linter says of a clause while it is typed, before it is in any file."""

import datetime as dt
from collections.abc import Mapping, Sequence

from afspraak.protocol import lint
from afspraak.protocol.lint import LintFinding
from afspraak.protocol.model import Protocol
from afspraak.web.drafting.editor.fields import Field, Raw
from afspraak.web.drafting.editor.prose import MOST_SHOWN

Named = tuple[str, LintFinding]


def linted(
    protocol: Protocol,
    name: str,
    fields: Sequence[Field],
    typed: Mapping[str, Raw],
    today: dt.date,
) -> list[Named]:
    """Each remark about the words of the clause `name` as typed, with the name of its field.

    The clause is looked at by itself among what else `protocol` says, so that this is done before
    the next key. What follows from all clauses together is told when it is saved, and so is
    everything about a text of many pages.
    """
    words: dict[str, dict[str, str]] = {}
    for each in fields:
        value = typed.get(each.name)
        if each.lang and isinstance(value, str) and value.strip():
            words.setdefault(each.path[0], {})[each.lang] = value
    rows = {
        field.path[0]: tuple(
            {key: each for key, each in row.items() if each}
            for row in typed[field.name]
            if isinstance(row, Mapping)
        )
        for field in fields
        if field.kind == "rows" and field.name in typed
    }
    blank: dict[str, object] = {"id": name, "title": {}, "text": {}, "overruled": {}, "rules": ()}
    rights = protocol.clauses[0]
    clause = rights.model_copy(update={**blank, **words, **rows})
    # The first clause is read as the one about rights, so another one comes behind it.
    clauses = (clause,) if name == rights.id else (rights, clause)
    looked_at = protocol.model_copy(update={"clauses": clauses})
    if any(len(text) > MOST_SHOWN for each in words.values() for text in each.values()):
        return []
    names = {field.path: field.name for field in fields}
    found: list[Named] = []
    for finding in lint.lint(looked_at, today=today):
        path = tuple(str(step) for step in finding.path[2:])
        field = next((names[path[:end]] for end in (2, 1) if path[:end] in names), "")
        if finding.path[:2] == ("clauses", len(clauses) - 1) and field:
            found.append((field, finding))
    return found
