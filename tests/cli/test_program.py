"""The real program, as a shell runs it: streams, colour, signals, what it imports."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cli.in_terminal import in_terminal
from cli.invoking import BAKERY

AFSPRAAK = [sys.executable, "-m", "afspraak"]
HEAVY = {
    "pydantic",
    "ruamel",
    "rich",
    "typst",
    "docx",
    "afspraak.protocol",
    "afspraak.documents",
    "afspraak.engine.kinds",
    "afspraak.engine.compiler",
    "afspraak.engine.account",
    "afspraak.engine.rule",
    "importlib.resources",
    "tempfile",
}


def program(*words: str, stdin: bytes = b"", **env: str) -> "subprocess.CompletedProcess[bytes]":
    """What the program does with these words, outside any terminal."""
    return subprocess.run(
        [*AFSPRAAK, *words],
        input=stdin,
        capture_output=True,
        check=False,
        env={**os.environ, "LC_ALL": "C.UTF-8", **env},
    )


def imported(*words: str) -> set[str]:
    """The modules that a command has imported when it ends."""
    code = (
        "import atexit, sys\n"
        "atexit.register(lambda: print(*sys.modules, file=sys.stderr))\n"
        f"sys.argv = ['afspraak', *{words!r}]\n"
        "from afspraak.cli import main\nmain()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, text=True)
    return set(done.stderr.split())


def test_a_cached_check_imports_nothing_heavy() -> None:
    program("check", "x", "-p", str(BAKERY))

    assert HEAVY & imported("check", "x", "-p", str(BAKERY)) == set()


def test_help_imports_no_verb_and_no_engine() -> None:
    names = imported("--help")

    assert HEAVY & names == set()
    assert not [
        each for each in names if each.startswith(("afspraak.cli.verbs", "afspraak.engine"))
    ]


def test_a_first_check_writes_a_cache_that_only_its_owner_reads(tmp_path: Path) -> None:
    first = program("check", "x", "-p", str(BAKERY), XDG_CACHE_HOME=str(tmp_path))

    (cached,) = (tmp_path / "afspraak").iterdir()
    assert first.returncode == 0
    assert cached.stat().st_mode & 0o777 == 0o600
    assert cached.parent.stat().st_mode & 0o777 == 0o700


def test_a_changed_protocol_replaces_its_cached_pack(tmp_path: Path) -> None:
    protocol = tmp_path / "protocol.yaml"
    text = BAKERY.read_text("utf-8")
    codes = []
    for term in ("goedkoop", "spotgoed"):
        protocol.write_text(text.replace("terms: [goedkoop]", f"terms: [{term}]"), "utf-8")
        done = program(
            "check",
            "spotgoed",
            "-p",
            str(protocol),
            "--fail-on",
            "note",
            XDG_CACHE_HOME=str(tmp_path),
        )
        codes.append(done.returncode)

    assert codes == [0, 1]
    assert len(list((tmp_path / "afspraak").iterdir())) == 1


@pytest.mark.parametrize("content", [b"", b"{}", b"\x00\xff"])
def test_a_spoilt_or_impossible_cache_costs_only_time(tmp_path: Path, content: bytes) -> None:
    program("check", "x", "-p", str(BAKERY), XDG_CACHE_HOME=str(tmp_path))
    (cached,) = (tmp_path / "afspraak").iterdir()
    cached.write_bytes(content)
    (tmp_path / "file").write_bytes(b"")

    for cache in (tmp_path, tmp_path / "file"):
        done = program("check", "x", "-p", str(BAKERY), XDG_CACHE_HOME=str(cache))
        assert (done.returncode, done.stderr) == (0, b"")


def test_a_reader_that_leaves_is_no_error_and_no_finding() -> None:
    with subprocess.Popen(
        [*AFSPRAAK, "check", "-p", str(BAKERY), "-f", "-", "--format", "json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdin
        assert running.stdout
        assert running.stderr
        running.stdin.write(b"Vers brood\n" * 3000)
        running.stdin.close()
        first = running.stdout.readline()
        running.stdout.close()
        said = running.stderr.read()

    assert json.loads(first)["verdict"] == "clear"
    assert (running.returncode, said) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_said_and_is_no_finding() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*AFSPRAAK, "check", "x", "-p", str(BAKERY)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1


def test_ctrl_c_leaves_quietly() -> None:
    with subprocess.Popen(
        [*AFSPRAAK, "check", "-", "-p", str(BAKERY)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdin
        running.stdin.write(b"x")
        running.stdin.flush()
        try:
            running.wait(2)
        except subprocess.TimeoutExpired:
            running.send_signal(signal.SIGINT)
        _, stderr = running.communicate()

    assert running.returncode == 130
    assert b"Traceback" not in stderr


def test_bytes_that_are_no_text_on_the_command_line_are_a_post() -> None:
    done = subprocess.run(
        [*map(str.encode, AFSPRAAK), b"check", b"\xff goedkoop", b"-p", bytes(BAKERY)],
        capture_output=True,
        check=False,
    )

    assert done.returncode == 0
    assert b"wording" in done.stdout


def test_an_old_terminal_loses_signs_but_no_findings() -> None:
    done = program("check", "goedkoop ✓", "-p", str(BAKERY), PYTHONIOENCODING="ascii")
    as_json = program(
        "check", "goedkoop é", "-p", str(BAKERY), "--format", "json", PYTHONIOENCODING="latin-1"
    )

    assert (done.returncode, as_json.returncode) == (0, 0)
    assert b"goedkoop ?" in done.stdout
    assert json.loads(as_json.stdout.decode("utf-8"))["verdict"] == "note"


@pytest.mark.parametrize(
    ("env", "dutch"),
    [
        ({"LC_ALL": "nl_NL.UTF-8"}, True),
        ({"LC_ALL": "en_GB.UTF-8", "AFSPRAAK_LANG": "nl"}, True),
        ({"LC_ALL": "de_DE.UTF-8"}, False),
    ],
)
def test_language_follows_the_surroundings(env: dict[str, str], *, dutch: bool) -> None:
    shown = program("--help", stdin=b"", **env).stdout.decode()

    assert ("Mag dit?" in shown) == dutch
    assert ("Gebruik:" in shown) == dutch


def test_lang_wins_and_click_s_own_words_follow() -> None:
    shown = program("check", "--lang", "nl", "--as", "baas", AFSPRAAK_LANG="en")

    assert "Fout: Dit kan niet bij '--as': 'baas' is geen van" in shown.stderr.decode()
    assert shown.returncode == 2


@pytest.mark.parametrize("words", [("--lang", "nl", "--help"), ("protocol", "--lang=nl", "--help")])
def test_lang_may_stand_anywhere(words: tuple[str, ...]) -> None:
    shown = program(*words)

    assert shown.returncode == 0
    assert "Opdrachten:" in shown.stdout.decode()


def test_colour_is_for_terminals_that_want_it() -> None:
    words = ["check", "goedkoop", "-p", str(BAKERY), "--lang", "en"]

    coloured, _ = in_terminal([*AFSPRAAK, *words])
    plain, _ = in_terminal([*AFSPRAAK, *words], NO_COLOR="1")

    assert "\x1b[" in coloured
    assert "\x1b[" not in plain
    assert b"\x1b[" not in program(*words).stdout
    assert "wording" in plain


def test_lines_fit_a_narrow_terminal() -> None:
    words = ["account", "KarelFransen_BakkerijJansen", "-p", str(BAKERY), "--lang", "nl"]

    shown, code = in_terminal([*AFSPRAAK, *words], COLUMNS="50", NO_COLOR="1")

    assert code == 0
    assert max(map(len, shown.splitlines())) <= 50
