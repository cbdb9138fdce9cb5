"""Two programs that write at once make one unbroken chain."""

import json
import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

ENTRIES = 200
START = """
from afspraak.web import config, serving
serving.set_up(config.load())
"""
MIGRATE = f"""{START}
from django.core.management import call_command
call_command("migrate", verbosity=0)
"""
WRITE = f"""{START}
import datetime as dt
from django.db import transaction
from afspraak.web.audit import operations
from afspraak.web.people.actions import PERSON_ADDED
now = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)
print("ready", flush=True)
input()
for number in range({ENTRIES}):
    with transaction.atomic():
        operations.record(PERSON_ADDED, now=now, personal={{"name": f"Persoon {{number}}"}})
"""


@pytest.fixture
def own_database(db: None, tmp_path: Path) -> Iterator[dict[str, str]]:
    """A database that commits, of the same sort as the tests use."""
    environment = {"PATH": os.environ["PATH"], "AFSPRAAK_DATA": str(tmp_path), "LANG": "C.UTF-8"}
    if connection.vendor != "postgresql":
        yield environment
        return
    import psycopg

    held = connection.settings_dict
    place = f"{held['USER']}:{held['PASSWORD']}@{held['HOST']}:{held['PORT'] or 5432}"
    name = f"chain_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(f"postgresql://{place}/postgres", autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}".encode())
        yield {**environment, "AFSPRAAK_DATABASE": f"postgresql://{place}/{name}"}
        server.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


def test_two_programs_that_write_at_once_make_one_chain(own_database: dict[str, str]) -> None:
    subprocess.run([sys.executable, "-c", MIGRATE], env=own_database, check=True)
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITE],
            env=own_database,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    for writer in writers:
        assert writer.stdout
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        writer.communicate("go\n", timeout=120)
    assert [writer.returncode for writer in writers] == [0, 0]

    command = [sys.executable, "-m", "afspraak", "audit", "verify", "--format", "json"]
    verified = subprocess.run(command, env=own_database, capture_output=True, check=True)

    told = json.loads(verified.stdout)
    assert (told["entries"], told["last"]["number"], told["found"]) == (400, 400, 0)
