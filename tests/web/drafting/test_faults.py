"""Killed before any write, nothing is half done; of two who save at once, one is told."""

import json
import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

from web.editions.files import OTHER_PERSON, OTHER_TEXT, SMALL


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
    name = f"drafting_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(f"postgresql://{place}/postgres", autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}".encode())
        yield {**environment, "AFSPRAAK_DATABASE": f"postgresql://{place}/{name}"}
        server.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


def test_every_operation_happens_whole_or_not_at_all(own_database: dict[str, str]) -> None:
    ran = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("mortal_writer.py"))],
        env=own_database,
        input=" ".join(each.hex() for each in (SMALL, OTHER_TEXT, OTHER_PERSON)),
        capture_output=True,
        check=True,
        text=True,
    )

    told = json.loads(ran.stdout)
    assert told.pop("at_once") == {"said": ["changed", "saved"], "versions": [3, 2, 1]}
    for name, states in told.items():
        before, *killed, after = states
        assert len(killed) >= 2, name
        assert killed == [before] * len(killed), name
        assert after != before, name
    assert told["drop"][-1] == {
        "drafts": [],
        "versions": [],
        "made": True,
        "changes": ["yes"],
        "files": 2,
        "log": told["drop"][0]["log"] + 1,
    }
