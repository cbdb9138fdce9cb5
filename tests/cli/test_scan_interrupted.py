"""A scan that is killed, stopped, or runs out of room goes on later as if nothing happened."""

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bulk.files.writing import FORMATS
from cli.in_terminal import in_terminal
from cli.invoking import BAKERY, run
from cli.scanned import POSTS, P, rows

KILLED = Path(__file__).parents[1] / "bulk" / "killed.py"


def killed(after: int, *words: str | Path) -> "subprocess.CompletedProcess[str]":
    """The program, killed when it is about to touch its files for the n-th time; 0 is never."""
    return subprocess.run(
        [sys.executable, str(KILLED), str(after), "scan", *map(str, (*words, *P))],
        capture_output=True,
        check=False,
        text=True,
        env={**os.environ, "AFSPRAAK_LANG": "en"},
    )


@pytest.fixture
def archive(elsewhere: Path) -> list[str]:
    """Files in each form, of several blocks each."""
    texts = [f"{POSTS[i % 4]} {'x' * (i % 17)}" for i in range(60)]
    for name, form in FORMATS.items():
        Path(name).write_bytes(form(texts))
    return sorted(FORMATS)


def counted(shown: str) -> list[str]:
    """The summary without its rate, which is of one run."""
    first, *rest = shown.splitlines()
    return [first.rpartition(" · ")[0], *rest]


@pytest.mark.parametrize(("ending", "after"), [("parquet", 61), ("csv", 83), ("jsonl", 109)])
def test_killed_again_and_again_it_ends_as_if_nothing_happened(
    archive: list[str], ending: str, after: int
) -> None:
    whole = killed(0, *archive, "-o", f"found.{ending}", "--at", "2027-02-01")
    expected = Path(f"found.{ending}").read_bytes()
    Path(f"found.{ending}").unlink()

    ended, times = killed(after, *archive, "-o", f"found.{ending}", "--at", "2027-02-01"), 0
    while ended.returncode == -signal.SIGKILL and times < 40:
        times += 1
        ended = killed(after, *archive, "-o", f"found.{ending}", "--at", "2027-02-01")

    assert times >= 2
    assert (whole.returncode, ended.returncode) == (0, 0), ended.stderr
    assert Path(f"found.{ending}").read_bytes() == expected
    assert counted(ended.stdout) == counted(whole.stdout)
    assert sorted(each.name for each in Path().iterdir()) == sorted([*archive, f"found.{ending}"])


def test_work_that_is_not_done_goes_on_only_with_the_same_of_everything(
    archive: list[str],
) -> None:
    words = (*archive, "-o", "found.csv")
    assert killed(40, *words).returncode == -signal.SIGKILL
    other = Path("other.yaml")
    other.write_text(BAKERY.read_text("utf-8").replace("goedkoop", "duur"))

    assert not Path("found.csv").exists()
    for more, changed in (
        (("-p", other), "the protocol"),
        (("--as", "private"), "the options"),
        (("more.txt",), "which files"),
    ):
        Path("more.txt").write_text("x\n")
        result = run("scan", *words, *P, *more)
        assert result.exit_code == 2
        assert f"changed since then: {changed}" in result.stderr
        assert "--restart" in result.stderr

    with Path("posts.txt").open("a") as file:
        file.write("goedkoop\n")
    assert "changed since then: posts.txt" in run("scan", *words, *P).stderr
    anew = run("scan", *words, *P, "--restart")

    assert (anew.exit_code, anew.stderr) == (0, "")
    assert not Path("found.csv.partial").exists()
    assert len(rows(Path("found.csv"))) == 6 * 60 + 1


def test_rows_refused_half_way_can_be_skipped_from_there(archive: list[str]) -> None:
    lines = Path("posts.jsonl").read_text("utf-8").splitlines(keepends=True)
    Path("posts.jsonl").write_text("".join([*lines[:50], "{\n", *lines[50:]]))
    words = ("posts.csv", "posts.jsonl", "-o", "found.csv")

    refused, gone_on = killed(0, *words), killed(0, *words, "--on-bad-row", "skip")

    assert (refused.returncode, gone_on.returncode) == (2, 0)
    assert "posts.jsonl:51: " in refused.stderr
    assert "Goes on after" in gone_on.stderr
    assert len(rows(Path("found.csv"))) == 120


@pytest.mark.parametrize("spoilt", [b"", b"{", b"[]", b'{"format": 99}'])
def test_a_spoilt_state_is_said(archive: list[str], spoilt: bytes) -> None:
    killed(40, *archive, "-o", "found.csv")
    Path("found.csv.partial/state.json").write_bytes(spoilt)

    result = run("scan", *archive, "-o", "found.csv", *P)

    assert result.exit_code == 2
    assert "--restart" in result.stderr


def test_an_outcome_that_is_there_is_replaced_only_by_force(elsewhere: Path) -> None:
    Path("a.txt").write_text("goedkoop\n")
    Path("found.csv").write_text("old")
    Path("link.csv").symlink_to("found.csv")

    refused = run("scan", "a.txt", "-o", "found.csv", *P)
    kept = Path("found.csv").read_text()
    forced = run("scan", "a.txt", "-o", "link.csv", "--force", *P)

    assert (refused.exit_code, kept) == (2, "old")
    assert "--force" in refused.stderr
    assert forced.exit_code == 0
    assert Path("link.csv").is_symlink()
    assert len(rows(Path("found.csv"))) == 1


def slow(folder: Path, **env: str) -> "subprocess.Popen[bytes]":
    """A scan that takes a while and keeps its work often."""
    texts = [f"goedkoop {i}" for i in range(40_000)]
    (folder / "long.csv").write_bytes(FORMATS["posts.csv"](texts))
    return subprocess.Popen(
        [
            sys.executable,
            str(KILLED),
            "0",
            "scan",
            "long.csv",
            "-o",
            "found.csv",
            "-p",
            str(BAKERY),
        ],
        cwd=folder,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, **env},
    )


def wait_for(there: Callable[[], bool]) -> None:
    until = time.monotonic() + 60
    while not there() and time.monotonic() < until:
        time.sleep(0.01)
    assert there()


def test_ctrl_c_says_how_to_go_on_and_two_at_once_are_refused(elsewhere: Path) -> None:
    with slow(elsewhere, AFSPRAAK_LANG="nl") as running:
        wait_for(Path("found.csv.partial/state.json").exists)
        # it must not come to its end while the second one is tried
        running.send_signal(signal.SIGSTOP)
        second = run("scan", "long.csv", "-o", "found.csv", *P)
        running.send_signal(signal.SIGINT)
        running.send_signal(signal.SIGCONT)
        _, stderr = running.communicate()

    assert second.exit_code == 2
    assert "another command is at work" in second.stderr
    assert running.returncode == 130
    assert "gaat verder waar hij was" in stderr.decode()
    assert b"Traceback" not in stderr
    assert not Path("found.csv").exists()
    assert run("scan", "long.csv", "-o", "found.csv", *P).exit_code == 0
    assert len(rows(Path("found.csv"))) == 40_000


def test_a_full_disk_is_said_and_leaves_no_outcome(elsewhere: Path) -> None:
    Path("a.txt").write_text("goedkoop\n" * 20_000)

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    words = ["scan", "a.txt", "-o", "found.csv", "-p", str(BAKERY), "--lang", "nl"]
    done = subprocess.run(
        [sys.executable, "-m", "afspraak", *words],
        capture_output=True,
        check=False,
        preexec_fn=little_room,
    )
    again = run(*words)

    assert done.returncode == 2
    assert "er is geen ruimte meer" in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert (again.exit_code, len(rows(Path("found.csv")))) == (0, 20_000)


def test_a_bar_is_shown_on_a_terminal_only_and_only_when_it_takes_long(elsewhere: Path) -> None:
    Path("short.txt").write_text("Vers\n")
    Path("long.txt").write_text("goedkoop\n" * 60_000)
    words = [sys.executable, str(KILLED), "0", "scan", "-p", str(BAKERY), "--lang", "nl"]

    short, _ = in_terminal([*words, "short.txt"], folder=elsewhere)
    long, code = in_terminal([*words, "long.txt", "-o", "f.csv"], folder=elsewhere)

    assert code == 0
    assert "━" not in short
    assert "━" in long
    assert "berichten · " in long


def test_too_little_memory_is_said(elsewhere: Path) -> None:
    Path("a.csv").write_bytes(FORMATS["posts.csv"](["goedkoop " * 100] * 20_000))
    code = """
import re, resource, sys
from pathlib import Path
from afspraak.cli import main, scan_run
from afspraak.bulk.scanning import Scan
look = Scan.look
def then_little(scan):
    look(scan)
    held = int(re.search(r"VmSize:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) * 1024
    resource.setrlimit(resource.RLIMIT_AS, (held + 2_000_000, held + 2_000_000))
Scan.look = then_little
main()
"""
    done = subprocess.run(
        [sys.executable, "-c", code, "scan", "a.csv", "-o", "found.csv", "-p", str(BAKERY)],
        capture_output=True,
        check=False,
        text=True,
        env={**os.environ, "AFSPRAAK_LANG": "en"},
    )

    assert (done.returncode, done.stdout) == (2, "")
    assert "too little memory" in done.stderr
    assert "Traceback" not in done.stderr
    assert not Path("found.csv").exists()
