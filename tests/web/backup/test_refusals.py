"""What must not be: a half backup, a lost one, or a database that a bad file replaced."""

import json
import resource
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from web.installing import Installation

MADE = """
from django.conf import settings
from afspraak.web import config, keys, serving
settings.KEYS = keys.read_or_make(config.load().data)
serving.prepare(config.load())
"""
PERSON = """
from django.utils import timezone
from afspraak.web.people import operations
operations.add_person(name="Jan", email="jan@example.com", now=timezone.now())

# Something that a zip cannot make small.
import secrets
from django.contrib.sessions.models import Session
Session.objects.create(
    session_key="a", session_data=secrets.token_hex(200_000), expire_date=timezone.now()
)
"""


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """An installation with one person in it."""
    made = Installation(tmp_path_factory.mktemp("here") / "data")
    made.data.mkdir(mode=0o700)
    made.python(f"{MADE}{PERSON}")
    return made


@pytest.fixture(scope="module")
def copy(here: Installation) -> Path:
    """Its backup."""
    file = here.data.parent / "copy.zip"
    assert here.afspraak("backup", file).returncode == 0
    return file


def test_a_backup_is_for_its_owner_only_and_is_never_written_over(
    here: Installation, copy: Path
) -> None:
    content = copy.read_bytes()

    again = here.afspraak("backup", copy)

    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert (again.returncode, copy.read_bytes()) == (2, content)
    assert again.stderr.startswith(f"afspraak: {copy} exists already")


def test_a_folder_gets_a_dated_name_and_old_ones_go(here: Installation, tmp_path: Path) -> None:
    old = tmp_path / "afspraak-2001-01-01-000000.zip"
    others = tmp_path / "afspraak-2001.zip"
    for file in (old, others):
        file.write_bytes(b"")

    done = here.afspraak("backup", tmp_path, "--keep", "35")

    left = sorted(each.name for each in tmp_path.iterdir())
    assert (done.returncode, len(left), old.name in left, others.name in left) == (
        0,
        2,
        False,
        True,
    )


def test_a_full_disk_leaves_nothing_behind(here: Installation, tmp_path: Path) -> None:
    def no_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    done = subprocess.run(
        [sys.executable, "-m", "afspraak", "backup", str(tmp_path / "copy.zip"), "--lang", "en"],
        env=here.environment,
        preexec_fn=no_room,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, list(tmp_path.iterdir())) == (2, [])
    assert done.stderr == (
        f"afspraak: the backup {tmp_path / 'copy.zip'} cannot be written (the disk is full)\n"
        "  = help: choose a folder that exists, that you may write in and that has room; nothing "
        "was left behind\n"
    )


def damage(content: bytes) -> bytes:
    middle = len(content) // 2
    return content[:middle] + bytes([content[middle] ^ 255]) + content[middle + 1 :]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (damage, "is damaged or not complete"),
        (lambda content: content[: len(content) // 2], "is damaged or not complete"),
        (lambda _: b"something else", "is no backup of Afspraak"),
        (lambda _: b"", "is no backup of Afspraak"),
    ],
)
def test_a_bad_file_changes_nothing(
    here: Installation, copy: Path, tmp_path: Path, change: object, says: str
) -> None:
    bad = tmp_path / "bad.zip"
    bad.write_bytes(change(copy.read_bytes()))  # type: ignore[operator]
    before = sorted(each.name for each in here.data.iterdir())

    done = here.afspraak("restore", bad, "--replace")

    assert (done.returncode, says in done.stderr, "Traceback" in done.stderr) == (2, True, False)
    assert sorted(each.name for each in here.data.iterdir()) == before


def test_a_backup_of_a_newer_version_is_refused(
    here: Installation, copy: Path, tmp_path: Path
) -> None:
    newer = tmp_path / "newer.zip"
    with zipfile.ZipFile(copy) as old, zipfile.ZipFile(newer, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "manifest.json":
                told = json.loads(content)
                told["migrations"].append(["people", "9999_later"])
                told["version"] = "99.0"
                content = json.dumps(told).encode()
            new.writestr(name, content)

    done = here.afspraak("restore", newer, "--replace")

    assert done.returncode == 2
    assert "was made by a newer version of Afspraak (99.0)" in done.stderr


def test_an_older_backup_brings_its_own_anchors(
    here: Installation, copy: Path, tmp_path: Path
) -> None:
    goal = Installation(tmp_path / "data")
    assert goal.afspraak("restore", copy).returncode == 0
    anchors = goal.data / "log-anchors"
    goal.python(
        "from django.utils import timezone\n"
        "from afspraak.web.audit import keeping\n"
        "keeping.note_anchor(now=timezone.now())\n"
    )
    newer = anchors.read_bytes()
    assert newer

    restored = goal.afspraak("restore", copy, "--replace")
    verified = goal.afspraak("audit", "verify")

    assert (restored.returncode, verified.returncode) == (0, 0), verified.stdout
    assert anchors.read_bytes() == b""
    assert [each.read_bytes() for each in goal.data.glob("log-anchors.before-*")] == [newer]


def test_data_is_only_replaced_when_asked_and_then_kept_beside(
    here: Installation, copy: Path, tmp_path: Path
) -> None:
    goal = Installation(tmp_path / "data")
    assert goal.afspraak("restore", copy).returncode == 0

    refused = goal.afspraak("restore", copy)
    replaced = goal.afspraak("restore", copy, "--replace")

    assert (refused.returncode, replaced.returncode) == (2, 0)
    assert "say --replace to replace it" in refused.stderr
    kept = [each.name for each in goal.data.glob("afspraak.sqlite3.before-*")]
    assert len(kept) == 1
    assert kept[0] in replaced.stdout
