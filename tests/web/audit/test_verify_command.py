"""`afspraak audit verify`, run as a program on an installation of its own."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

START = """
import sys
from afspraak.web import config, serving
serving.set_up(config.load())
from django.core.management import call_command
call_command("migrate", verbosity=0)
from django.db import transaction
from afspraak.web.audit import keeping, operations
from afspraak.web.people.actions import PERSON_ADDED
import datetime as dt
now = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)
for number in range(3):
    with transaction.atomic():
        operations.record(PERSON_ADDED, now=now, personal={"name": f"Persoon {number}"})
keeping.note_anchor(now=now)
"""


def run(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, *words],
        env={"PATH": os.environ["PATH"], "AFSPRAAK_DATA": str(folder), "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    made = run(folder, "-c", START)
    assert made.returncode == 0, made.stderr
    return folder


def test_it_says_whether_the_log_is_sound(installation: Path) -> None:
    verify = ("-m", "afspraak", "audit", "verify")
    sound = run(installation, *verify)
    strange = run(installation, *verify, "--anchor", "9:0123456789ab", "--lang", "nl")
    told = json.loads(run(installation, *verify, "--format", "json").stdout)

    assert (sound.returncode, sound.stderr) == (0, "")
    assert sound.stdout.startswith("The log is sound: 3 entries, nothing altered")
    assert f"  3:{told['last']['seal']}\n" in sound.stdout
    assert strange.returncode == 1
    assert "- Regels 4 tot en met 9 ontbreken: het logboek is aan het eind" in strange.stdout
    assert told == {
        "sound": True,
        "entries": 3,
        "last": {"number": 3, "seal": told["last"]["seal"]},
        "found": 0,
        "findings": [],
    }

    database = sqlite3.connect(installation / "afspraak.sqlite3")
    with database:
        database.execute("DROP TRIGGER audit_entry_stays_as_it_is")
        database.execute("UPDATE audit_entry SET action = 'people.left' WHERE number = 2")
    database.close()
    broken = run(installation, *verify, "--format", "json")

    assert broken.returncode == 1
    assert json.loads(broken.stdout)["findings"] == [
        {
            "code": "guard",
            "number": 0,
            "until": 0,
            "says": "The database no longer refuses changes: "
            "the guard audit_entry_stays_as_it_is is gone or off.",
        },
        {
            "code": "broken",
            "number": 2,
            "until": 2,
            "says": "Entry 2 is not what was recorded: altered, moved or inserted.",
        },
    ]


def test_without_an_installation_it_says_so(tmp_path: Path) -> None:
    ran = run(tmp_path, "-m", "afspraak", "audit", "verify", "--lang", "nl")

    assert ran.returncode == 2
    assert ran.stderr.startswith(f"afspraak: in {tmp_path} staat geen installatie")
    assert list(tmp_path.iterdir()) == []
