"""What Afspraak never does, held by running it: the promises of the README."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CANARY = "kanariegeel"
# Whatever opens a connection fails, from before the first import of the program.
OFFLINE = """
import socket, sys
class Closed(socket.socket):
    def __init__(self, *_, **__):
        raise AssertionError("a connection was opened")
socket.socket = Closed
socket.create_connection = socket.getaddrinfo = Closed
sys.argv[0] = "afspraak"
from afspraak.cli import main
main()
"""
CHECK = ["check", f"Het wordt {CANARY} in de winkel.", "--format", "json"]
ACCOUNT = ["account", f"Fransie_{CANARY}", "--bio", f"{CANARY} bij Jansen", "--format", "json"]
BROKEN = ["check", f"Het wordt {CANARY}.", "--at", "gisteren"]


def run(arguments: list[str], home: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [
            sys.executable,
            "-c",
            OFFLINE,
            *arguments,
            "--protocol",
            str(ROOT / "examples/bakery.yaml"),
        ],
        cwd=home,
        env={"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8", "TMPDIR": str(home)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.promise(2, 7)
@pytest.mark.parametrize("arguments", [CHECK, ACCOUNT, BROKEN], ids=["check", "account", "broken"])
def test_nothing_is_sent_and_nothing_that_was_asked_is_kept(
    arguments: list[str], tmp_path: Path
) -> None:
    ran = run(arguments, tmp_path)
    written = [path for path in tmp_path.rglob("*") if path.is_file()]

    assert ran.returncode == (2 if arguments is BROKEN else 0), ran.stderr
    assert not [path for path in written if CANARY.encode() in path.read_bytes()]
    assert not [path for path in written if CANARY in path.name]


def test_what_is_kept_is_for_its_owner_alone(tmp_path: Path) -> None:
    run(CHECK, tmp_path)
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]

    assert kept
    assert {path.stat().st_mode & 0o777 for path in kept} == {0o600}
    assert {path.parent.stat().st_mode & 0o777 for path in kept} == {0o700}


@pytest.mark.promise(3, 5)
def test_the_outcome_has_no_place_for_a_score_or_a_person(tmp_path: Path) -> None:
    checked = json.loads(run(CHECK, tmp_path).stdout)
    account = json.loads(run(ACCOUNT, tmp_path).stdout)

    assert set(checked) == {"verdict", "as", "as_assumed", "protocol", "findings"}
    assert set(account) == {"reading", "evidence", "advice", "suggestions"}


def test_a_confidential_term_is_not_repeated(tmp_path: Path) -> None:
    at = ["--at", "2027-02-14T09:00", "--format", "json"]
    (finding,) = json.loads(run(["check", "Nachtschade!", *at], tmp_path).stdout)["findings"]

    assert finding["rule"] == "projects"
    assert finding["match"] is None
    assert "nachtschade" not in json.dumps(finding).lower()
