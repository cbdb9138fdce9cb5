"""Writes drafts and changes in processes of their own, and is killed before each write in turn.

It prints one JSON object: for each operation the states found after each killing and at the end,
and what came of two people who save at the same moment.
"""

import datetime as dt
import functools
import json
import os
import signal
import sys
import time
import uuid
from collections.abc import Callable
from typing import Any

from afspraak.web import config, serving

serving.set_up(config.load())

from django.core.management import call_command  # noqa: E402
from django.db import connection, connections, transaction  # noqa: E402

from afspraak.decisions.roles import Role  # noqa: E402
from afspraak.protocol import interview  # noqa: E402
from afspraak.web.audit.models import Entry  # noqa: E402
from afspraak.web.drafting import operations, queries  # noqa: E402
from afspraak.web.drafting.models import Change, Draft, DraftVersion, Interview  # noqa: E402
from afspraak.web.editions import operations as editions  # noqa: E402
from afspraak.web.editions.models import EditionFile  # noqa: E402
from afspraak.web.organisation.models import Organisation  # noqa: E402
from afspraak.web.people import operations as people  # noqa: E402

NOW = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)
SMALL, OTHER_TEXT, OTHER_PERSON = (bytes.fromhex(each) for each in sys.stdin.read().split())
MOST = 40


def main() -> None:
    """Does everything once, with each killing on the way."""
    call_command("migrate", verbosity=0, interactive=False)
    Organisation.objects.create(pk=1, name="Bakkerij Jansen", languages=["nl", "en"], set_up_at=NOW)
    editor, leader = (
        people.add_person(name=name, email=f"{name}@jansen.nl", roles=[role], now=NOW).pk
        for name, role in (("henk", Role.EDITOR), ("jan", Role.LEADER))
    )
    edition = editions.add_edition(source=SMALL, now=NOW)
    operations.keep_answers(person=editor, typed={"name": "Bakkerij"}, now=NOW)
    answers = interview.defaults("Bakkerij")
    told: dict[str, Any] = {}
    told["make"] = _until_done(
        lambda: operations.make_draft(person=editor, answers=answers, today=NOW.date(), now=NOW)
    )
    draft = queries.drafts()[0].id
    told["save"] = _until_done(
        lambda: operations.save_draft(draft=draft, version=1, source=SMALL, now=NOW, actor=editor)
    )
    told["propose"] = _until_done(
        lambda: operations.propose_change(
            edition=edition,
            base=edition.protocol_hash,
            source=OTHER_PERSON,
            why="",
            now=NOW,
            actor=editor,
        )
    )
    change = queries.changes()[0].id
    told["decide"] = _until_done(
        lambda: operations.decide_change(
            change=change, decision="yes", reason="", now=NOW, actor=leader
        )
    )
    told["at_once"] = _at_once(draft, (editor, SMALL), (leader, OTHER_TEXT))
    told["drop"] = _until_done(lambda: operations.drop_draft(draft=draft, now=NOW, actor=editor))
    sys.stdout.write(json.dumps(told))


def _until_done(act: Callable[[], object]) -> list[dict[str, Any]]:
    """The state before, after each killing, and at the end."""
    with transaction.atomic():  # what is read once in a life is read before the first killing
        act()
        transaction.set_rollback(True)
    states = [_state()]
    for number in range(1, MOST):
        killed = _in_a_process(functools.partial(_mortal, act, number)) == -signal.SIGKILL
        states.append(_state())
        if not killed:
            return states
    raise AssertionError("it never ends")


def _mortal(act: Callable[[], object], die_at: int) -> None:
    writes = 0

    def count(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        nonlocal writes
        if sql.lstrip("( ")[:6].upper() in {"INSERT", "UPDATE", "DELETE"}:
            writes += 1
            if writes == die_at:
                os.kill(os.getpid(), signal.SIGKILL)
        return execute(sql, *rest)

    with connection.execute_wrapper(count):
        act()


def _at_once(draft: uuid.UUID, *saves: tuple[uuid.UUID, bytes]) -> dict[str, Any]:
    """Two people save on the same version, at the same moment."""
    reading, writing = os.pipe()
    start = time.monotonic() + 0.3
    children = []
    connections.close_all()
    for person, source in saves:
        child = os.fork()
        if not child:
            time.sleep(max(0, start - time.monotonic()))
            try:
                operations.save_draft(
                    draft=draft, version=2, source=source + b"\n", now=NOW, actor=person
                )
                os.write(writing, b"saved ")
            except operations.UnableToSave as unable:
                os.write(writing, f"{unable.args[0]} ".encode())
            finally:
                os._exit(0)
        children.append(child)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = sorted(pipe.read().decode().split())
    for child in children:
        os.waitpid(child, 0)
    return {"said": said, "versions": [each.version for each in queries.versions(draft)]}


def _in_a_process(act: Callable[[], None]) -> int:
    connections.close_all()
    child = os.fork()
    if not child:
        try:
            act()
            os._exit(0)
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def _state() -> dict[str, Any]:
    return {
        "drafts": sorted(Draft.objects.values_list("number", "version")),
        "versions": sorted(DraftVersion.objects.values_list("version", flat=True)),
        "made": Interview.objects.filter(made_at=None).count() == 0,
        "changes": list(Change.objects.values_list("decision", flat=True)),
        "files": EditionFile.objects.count(),
        "log": Entry.objects.count(),
    }


if __name__ == "__main__":
    main()
