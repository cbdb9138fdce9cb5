"""A worker that can be killed before any write, in a process of its own for each run.

It reads commands from its standard input, a JSON object a line, does each in a forked process and
answers with a line: how the process ended, and what it had to say.
"""

import datetime as dt
import json
import os
import signal
import sys
import traceback
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import django
from django.core.mail.utils import DNS_NAME
from django.db import connection, connections

JOBS = ("reading.ask_due", "reading.remind_due", "mail.send_due")


def main() -> None:
    """Does what it is told until there is nothing more."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "afspraak.web.settings"
    django.setup()
    str(DNS_NAME)  # looked up once for each process, which may take seconds
    for line in sys.stdin:
        command = json.loads(line)
        name = command.pop("do")
        answer = _in_a_process(_COMMANDS[name], command)
        if name == "prepare":
            _warm()
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def _warm() -> None:
    """Reads what a worker reads once in its life, so that not each of a hundred lives does."""
    from afspraak.web.editions import queries as editions
    from afspraak.web.mail import letters
    from afspraak.web.worker.jobs import declared

    declared()
    held = editions.in_force(dt.datetime.now(dt.UTC))
    assert held
    editions.protocol_of(held)
    letters.write("reading.asked", "nl", {"number": "warm"})
    letters.attachments("reading.asked", {})
    connections.close_all()


def _in_a_process(act: Callable[..., Any], values: dict[str, Any]) -> dict[str, Any]:
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        try:
            said = act(**values)
            connections.close_all()
            os.write(writing, json.dumps(said).encode())
            os._exit(0)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read()
    _, status = os.waitpid(child, 0)
    return {"status": os.waitstatus_to_exitcode(status), "said": json.loads(said or b"null")}


def prepare() -> None:
    """Makes the tables, the bakery and its edition."""
    from django.core.management import call_command

    from afspraak.web.editions import operations as editions
    from afspraak.web.organisation.models import Organisation

    call_command("migrate", verbosity=0, interactive=False)
    moment = dt.datetime(2026, 11, 20, 9, tzinfo=dt.UTC)
    Organisation.objects.create(
        pk=1, name="Bakkerij Jansen", languages=["nl", "en"], set_up_at=moment
    )
    source = files("afspraak.web.demo").joinpath("protocol.yaml").read_bytes()
    editions.add_edition(source=source, now=moment)


def fill(people: int) -> None:
    """Adds people to be asked."""
    from afspraak.web.people.models import Person

    Person.objects.bulk_create(
        [
            Person(name=f"Persoon {at}", email=f"persoon{at}@bakkerijjansen.nl")
            for at in range(people)
        ],
        batch_size=1000,
    )


def work(now: str, die_at: int = 0) -> int:
    """One round of the worker at `now`; killed just before the write with this number."""
    from afspraak.web.worker import loop
    from afspraak.web.worker.jobs import declared

    writes = 0

    def count(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        nonlocal writes
        if sql.lstrip("( ")[:6].upper() in {"INSERT", "UPDATE", "DELETE"}:
            writes += 1
            if writes == die_at:
                os.kill(os.getpid(), signal.SIGKILL)
        return execute(sql, *rest)

    moment = dt.datetime.fromisoformat(now)
    jobs = {job.name: job for job in declared()}
    with connection.execute_wrapper(count):
        for name in JOBS:
            loop._run(jobs[name], moment)
    return writes


def hold(seconds: float) -> None:
    """Keeps the database locked for a while."""
    import time

    from django.db import transaction

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE organisation_organisation SET name = name")
        time.sleep(seconds)


def report() -> dict[str, int]:
    """What stands in the tables."""
    from afspraak.web.mail.models import OutgoingMail
    from afspraak.web.reading.models import Asked

    return {
        "asked": Asked.objects.count(),
        "mails": OutgoingMail.objects.count(),
        "sent": OutgoingMail.objects.filter(sent_at__isnull=False).count(),
        "given_up": OutgoingMail.objects.filter(given_up_at__isnull=False).count(),
    }


_COMMANDS: dict[str, Callable[..., Any]] = {
    "prepare": prepare,
    "fill": fill,
    "work": work,
    "hold": hold,
    "report": report,
}

if __name__ == "__main__":
    main()
