"""A trial killed before each of its writes, and done again by the next worker; prints what is left.

Each life is a forked process, so that the program starts once. It makes a folder of its own.
"""

import datetime as dt
import functools
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django
from django.core.management import call_command
from django.db import connection, connections

NOW = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)
AWHILE = dt.timedelta(minutes=30)  # longer than any claim
JOB = "dossier.try_posts"


def main() -> None:
    """Kills one life after another, each a write later, until one ends by itself."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "afspraak.web.settings"
    django.setup()
    data = Path(os.environ["AFSPRAAK_DATA"])
    in_a_process(lambda: prepare(Path(sys.argv[1])))
    warm(Path(sys.argv[1]))
    kept = data.parent / "kept"
    shutil.copytree(data, kept)
    outcomes = []
    for step in range(1, 100):
        shutil.rmtree(data)
        shutil.copytree(kept, data)
        killed = in_a_process(functools.partial(work, NOW, step))
        in_a_process(functools.partial(work, NOW + AWHILE, 0))
        outcomes.append({"killed": killed, **report()})
        connections.close_all()
        if not killed:
            break
    sys.stdout.write(json.dumps(outcomes))


def warm(posts: Path) -> None:
    """Does once what a worker does once in its life, so that not each of these lives does."""
    from afspraak.web.dossier import running
    from afspraak.web.editions import judging
    from afspraak.web.editions import queries as editions
    from afspraak.web.worker.jobs import declared
    from web.dossier import proposals

    declared()
    held = editions.in_force(NOW)
    assert held
    old = editions.pack_of(held)
    new = judging.judge(proposals.changed(), NOW.date()).pack
    running.tried(posts, running.Asked(), old, new, now=NOW, tell=lambda _posts, _share: None)
    connections.close_all()


def in_a_process(act: Callable[[], None]) -> bool:
    """Does it in a life of its own, and says whether that was killed."""
    child = os.fork()
    if not child:
        act()
        connections.close_all()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    if code not in {0, -signal.SIGKILL}:
        raise AssertionError(code)
    return code != 0


def prepare(posts: Path) -> None:
    """The bakery with a proposal, and posts that wait for their trial."""
    from afspraak.web.agreeing import operations as agreeing
    from afspraak.web.agreeing import queries
    from afspraak.web.dossier import operations
    from afspraak.web.editions import operations as editions
    from afspraak.web.organisation.models import Organisation
    from afspraak.web.people import operations as people
    from web.dossier import proposals

    call_command("migrate", verbosity=0)
    Organisation.objects.create(pk=1, name="Bakkerij", languages=["nl", "en"], set_up_at=NOW)
    editions.add_edition(source=proposals.PROTOCOL, now=NOW)
    henk = people.add_person(name="Henk", email="henk@bakkerij.nl", roles=[], now=NOW)
    key = agreeing.offer(source=proposals.changed(), now=NOW, actor=henk.pk)
    proceeding = queries.proceeding(key)
    assert proceeding
    operations.offer_posts(
        proceeding=proceeding,
        ending=".csv",
        chunks=[posts.read_bytes()],
        column="",
        at_column="",
        now=NOW,
        actor=henk.pk,
    )


def work(now: dt.datetime, die_at: int) -> None:
    """One round of the job; killed just before the write with this number."""
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

    job = next(each for each in declared() if each.name == JOB)
    with connection.execute_wrapper(count):
        loop._run(job, now)


def report() -> dict[str, object]:
    """What is left of it all."""
    from django.conf import settings

    from afspraak.web.audit.models import Entry
    from afspraak.web.dossier.models import Trial
    from afspraak.web.retention.models import Deletion

    return {
        "trials": list(Trial.objects.values_list("state", "posts", "percent")),
        "told": Entry.objects.filter(action="dossier.trial-done").count(),
        "receipts": list(Deletion.objects.values_list("rule", "count")),
        "files": len(list((settings.CONFIG.data / "trials").glob("*"))),
    }


if __name__ == "__main__":
    main()
