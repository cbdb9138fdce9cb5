"""Somebody who goes along the path of agreeing and can be killed before any write."""

import datetime as dt
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from web.reading import mortal_worker

NOW = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)


def prepare() -> None:
    """Makes the tables, a small edition in force, and who has a part in agreeing."""
    from django.core.management import call_command

    from afspraak.decisions.roles import Role
    from afspraak.web.editions import operations as editions
    from afspraak.web.organisation.models import Organisation
    from afspraak.web.people import operations as people
    from web.editions.files import SMALL

    call_command("migrate", verbosity=0, interactive=False)
    Organisation.objects.create(pk=1, name="Bakkerij Jansen", languages=["nl"], set_up_at=NOW)
    editions.add_edition(source=SMALL, now=NOW)
    for role in (Role.EDITOR, Role.REPRESENTATION, Role.LEADER):
        people.add_person(
            name=role.value, email=f"{role.value}@bakkerijjansen.nl", roles=[role], now=NOW
        )


def warm() -> None:
    """Judges once what every walk judges."""
    from django.db import connections

    from afspraak.web.agreeing import facts
    from afspraak.web.editions import queries as editions
    from afspraak.web.editions.judging import judge
    from web.editions.files import NEXT

    agreed: facts.Facts = {"body": "or", "consent": NOW.date()}
    judge(NEXT, NOW.date(), facts_to_come=True)
    judge(facts.written(NEXT, holds_from=NOW.date(), agreed=agreed), NOW.date())
    held = editions.in_force(NOW)
    assert held
    editions.protocol_of(held)
    connections.close_all()


def walk(die_at: int = 0) -> int:
    """Goes on from where the proposal stands until it is in force; killed before one write."""
    from django.db import connection

    writes = 0

    def count(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        nonlocal writes
        if sql.lstrip("( ")[:6].upper() in {"INSERT", "UPDATE", "DELETE"}:
            writes += 1
            if writes == die_at:
                os.kill(os.getpid(), signal.SIGKILL)
        return execute(sql, *rest)

    with connection.execute_wrapper(count):
        while _step():
            pass
    return writes


def _step() -> bool:
    from afspraak.decisions.agreeing import Answer, Body
    from afspraak.web.agreeing import operations, queries
    from afspraak.web.people.models import Person
    from afspraak.web.reading import operations as reading
    from afspraak.web.reading.models import Reading
    from web.editions.files import NEXT

    editor, speaks, leads = (
        Person.objects.get(name=name) for name in ("editor", "representation", "leader")
    )
    rows = queries.proceedings()
    if not rows:
        operations.offer(source=NEXT, now=NOW, actor=editor.pk)
        return True
    [row] = rows
    match row.state:
        case "offered":
            operations.ask(
                proceeding=row.id, body=Body.OR, request="Graag.", now=NOW, actor=editor.pk
            )
        case "with-representation" if not queries.outcomes(row.id):
            operations.record_answer(
                proceeding=row.id,
                text_hash=row.text_hash,
                answer=Answer.CONSENT,
                on=NOW.date(),
                now=NOW,
                actor=speaks.pk,
                letter=queries.LetterFile("brief.pdf", b"%PDF-1.7 %%EOF"),
            )
        case "with-representation":
            operations.decide(
                proceeding=row.id,
                text_hash=row.text_hash,
                planned_on=NOW.date(),
                now=NOW,
                actor=leads.pk,
            )
        case "leaders-reading" if not Reading.objects.exists():
            reading.ask_due(now=NOW)
            assert row.edition
            reading.receive(person=leads, edition=row.edition, language="nl", now=NOW)
        case "decided" | "leaders-reading":
            operations.move_due(now=NOW)
        case _:
            reading.ask_due(now=NOW)
            return False
    return True


def told() -> dict[str, Any]:
    """What stands in the tables."""
    from afspraak.web.agreeing.models import Letter, Offer, Outcome, Proceeding
    from afspraak.web.audit.models import Entry
    from afspraak.web.editions.models import Edition
    from afspraak.web.mail.models import OutgoingMail
    from afspraak.web.reading.models import Asked

    logged = Entry.objects.exclude(action__in=["reading.started", "reading.asked"])
    return {
        "states": list(Proceeding.objects.values_list("state", flat=True)),
        "rows": [model.objects.count() for model in (Offer, Outcome, Letter, Edition)],
        "asked": sorted(Asked.objects.values_list("edition__number", "person__name")),
        "mails": sorted(OutgoingMail.objects.values_list("kind", "person__name")),
        "log": list(logged.order_by("number").values_list("action", flat=True)),
    }


if __name__ == "__main__":
    mortal_worker._COMMANDS.update(prepare=prepare, walk=walk, told=told)
    mortal_worker._warm = warm
    mortal_worker.main()
