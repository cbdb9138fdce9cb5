"""`afspraak scan`: findings of archives, and a clear word about every file that is wrong."""

import csv
import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from bulk.files.writing import FORMATS
from cli.in_terminal import in_terminal
from cli.invoking import BAKERY, CONFIDENTIAL, run

IBAN = "NL91 ABNA 0417 1643 00"
PROTECTED = "Morgen staken we met de bond."
POSTS = ["Vers brood", f"Wat goedkoop! {IBAN}", PROTECTED, "Straks: project zonnebloem, goedkoop!"]
FOUND = [
    (1, "wording", 4, 12),
    (1, "numbers", 14, 36),
    (3, "projects", 8, 26),
    (3, "wording", 28, 36),
]
P = ("-p", BAKERY)
KILLED = Path(__file__).parents[1] / "bulk" / "killed.py"


def rows(path: Path) -> list[dict[str, Any]]:
    """The findings in a file, whatever its form."""
    if path.suffix == ".parquet":
        table: list[dict[str, Any]] = parquet.read_table(path).to_pylist()
        return table
    if path.suffix == ".csv":
        with path.open(newline="") as file:
            return [
                {name: int(v) if v.isdecimal() else v for name, v in row.items()}
                for row in csv.DictReader(file)
            ]
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def summary(*words: str | Path) -> dict[str, Any]:
    result = run("scan", *words, *P, "--format", "json")
    assert (result.exit_code, result.stderr) == (0, "")
    answer: dict[str, Any] = json.loads(result.stdout)
    return answer


@pytest.mark.parametrize("ending", ["parquet", "jsonl", "csv"])
@pytest.mark.parametrize("name", FORMATS)
def test_findings_of_every_form_of_file_in_every_form(
    elsewhere: Path, name: str, ending: str
) -> None:
    Path(name).write_bytes(FORMATS[name](POSTS))

    result = run("scan", name, "-o", f"found.{ending}", *P)

    found = rows(Path(f"found.{ending}"))
    assert (result.exit_code, result.stderr) == (0, "")
    assert [(each["row"], each["rule"], each["start"], each["end"]) for each in found] == FOUND
    assert found[1] == {
        "file": name,
        "row": 1,
        "rule": "numbers",
        "clause": "inside",
        "kind": "personal-data",
        "severity": "ask",
        "start": 14,
        "end": 36,
        "start_byte": 14,
        "end_byte": 36,
    }
    assert sorted(each.name for each in elsewhere.iterdir()) == sorted([name, f"found.{ending}"])


def test_summary_has_exactly_the_keys_of_the_contract(elsewhere: Path) -> None:
    Path("a.txt").write_text("\n".join([*POSTS, "", "goedkoop"]))
    Path("b.csv").write_text("text\nVers\n")

    answer = summary("*.txt", "b.csv", "a.txt")

    assert answer.pop("seconds") >= 0
    assert answer.pop("posts_per_second") >= 0
    assert len(answer["protocol"].pop("pack")) == 64
    severities = {"wording": {"note": 3}, "numbers": {"ask": 1}, "projects": {"stop": 1}}
    assert answer == {
        "protocol": {"name": "Bakkerij Jansen", "edition": "2027.1"},
        "files": ["a.txt", "b.csv"],
        "output": None,
        "posts": 6,
        "without_text": 1,
        "touched": {"posts": 3, "share": 0.5},
        "findings": {
            "total": 5,
            "by_severity": {"stop": 1, "ask": 1, "note": 3},
            "by_rule": [
                {
                    "rule": rule,
                    "findings": sum(counted.values()),
                    "posts": sum(counted.values()),
                    "share": round(sum(counted.values()) / 6, 6),
                    "by_severity": counted,
                }
                for rule, counted in sorted(
                    severities.items(), key=lambda each: (-sum(each[1].values()), each[0])
                )
            ],
        },
        "bad_rows": {"total": 0, "first": []},
    }


def test_what_is_protected_is_in_no_finding_and_no_count(elsewhere: Path) -> None:
    Path("a.txt").write_text(f"{PROTECTED}\n" * 50)

    answer = summary("a.txt", "-o", "found.jsonl")
    text = run("scan", "a.txt", *P)

    assert (answer["findings"]["total"], answer["touched"]["posts"]) == (0, 0)
    assert "protected" not in json.dumps(answer) + text.stdout
    assert Path("found.jsonl").read_bytes() == b""


def test_no_text_of_a_post_is_in_the_outcome(elsewhere: Path) -> None:
    Path("a.csv").write_text("text,n\n" + "".join(f'"{post}",1\n' for post in POSTS) + "kanarie\n")

    said = [
        run("scan", "a.csv", "--on-bad-row", "skip", "-o", f"f.{e}", *P).output
        for e in ("csv", "jsonl")
    ]
    said += [
        run("scan", "a.csv", *P).output,
        Path("f.csv").read_text(),
        Path("f.jsonl").read_text(),
    ]

    for word in (CONFIDENTIAL, "goedkoop", "staken", "kanarie", IBAN):
        assert word not in "".join(said).lower()


def test_columns_say_whose_post_where_and_when(elsewhere: Path) -> None:
    protocol = BAKERY.read_text("utf-8").replace(
        "terms: [goedkoop]", "terms: [goedkoop]\n        as: [corporate]\n        networks: [x]"
    )
    Path("p.yaml").write_text(protocol)
    Path("a.csv").write_text(
        "bericht;wie;waar;wanneer\n"
        "goedkoop;corporate;Twitter;2027-01-01T09:00\n"
        "goedkoop;private;x;2027-01-01T09:00+01:00\n"
        "goedkoop;;x;\n"
        "goedkoop;corporate;;2027-01-01\n"
    )
    columns = ("--as-column", "wie", "--network-column", "waar", "--at-column", "wanneer")

    for more, found in (
        ((), [0, 3]),
        (("--as", "corporate"), [0, 2, 3]),
        (("--network", "mastodon"), [0]),
    ):
        result = run("scan", "a.csv", *columns, *more, "-p", "p.yaml", "-o", "f.jsonl", "--force")
        assert result.exit_code == 0, result.output
        assert [each["row"] for each in rows(Path("f.jsonl"))] == found


@pytest.mark.parametrize(
    ("fail_on", "code"), [(None, 0), ("never", 0), ("note", 1), ("ask", 1), ("stop", 0)]
)
def test_exit_code_follows_fail_on_only_when_asked(
    elsewhere: Path, fail_on: str | None, code: int
) -> None:
    Path("a.txt").write_text(IBAN)

    words = ["--fail-on", fail_on] if fail_on else []

    assert run("scan", "a.txt", *P, *words).exit_code == code


BAD = {
    "a.csv": ("text,n\ngoed,1\nte,veel,2\n\nweinig\nok,1\n", ["a.csv:3", "a.csv:5"]),
    "a.jsonl": ('{"text":"x"}\n{\n{"text":1}\n', ["a.jsonl:2", "a.jsonl:3"]),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_rows_are_refused_with_their_place_or_skipped_and_counted(
    elsewhere: Path, name: str
) -> None:
    content, places = BAD[name]
    Path(name).write_text(content)

    refused = run("scan", name, "-o", "f.csv", *P)
    skipped = run("scan", name, "--on-bad-row", "skip", *P)
    answer = summary(name, "--on-bad-row", "skip")

    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "--on-bad-row skip" in refused.stderr
    assert skipped.exit_code == 0
    assert "2 rows skipped" in skipped.stdout
    for place in places:
        assert f"{place}: " in refused.stderr
        assert f"{place}: " in skipped.stdout
    assert answer["bad_rows"]["total"] == 2
    assert [f"{each['file']}:{each['line']}" for each in answer["bad_rows"]["first"]] == places
    assert [each.name for each in elsewhere.iterdir()] == [name]


def test_facts_nobody_knows_make_a_bad_row(elsewhere: Path) -> None:
    names = ["text", "as", "network", "at"]
    good = ["x", "private", "mastodon", "2027-01-01"]
    for name, value in (
        ("as", "boss"),
        ("network", "fidonet"),
        ("at", "gisteren"),
        ("at", "0001-01-01"),
    ):
        row = [value if name == each else given for each, given in zip(names, good, strict=True)]
        parquet.write_table(
            pa.table(dict(zip(names, map(list, zip(good, row, strict=True)), strict=True))),
            "a.parquet",
        )

        result = run("scan", "a.parquet", f"--{name}-column", name, *P)

        assert result.exit_code == 2
        assert "a.parquet:row 1: " in result.stderr
        assert value in result.stderr


def test_only_the_first_ten_bad_rows_are_shown(elsewhere: Path) -> None:
    Path("a.jsonl").write_text('{"text": "x"}\n' + "{\n" * 25)

    refused = run("scan", "a.jsonl", *P, lang="nl")
    skipped = run("scan", "a.jsonl", "--on-bad-row", "skip", *P)

    assert refused.stderr.count("a.jsonl:") == 10
    assert "nog 15 rijen" in refused.stderr
    assert skipped.stdout.count("a.jsonl:") == 10
    assert "and 15 rows more" in skipped.stdout


def test_invalid_utf_8_inside_parquet_is_a_bad_row(elsewhere: Path) -> None:
    column = pa.array([b"Vers", b"br\xf6d", b"goedkoop"], pa.binary()).view(pa.string())
    parquet.write_table(pa.table({"text": column}), "a.parquet")

    refused = run("scan", "a.parquet", *P)
    run("scan", "a.parquet", "--on-bad-row", "skip", "-o", "f.jsonl", *P)

    assert "a.parquet:row 1: this is not UTF-8 text" in refused.stderr
    assert [each["row"] for each in rows(Path("f.jsonl"))] == [2]


WRONG = [
    # the command, then what stderr says in English and in Dutch
    (("none.csv",), "none.csv: it is not there", "dat is er niet"),
    (("none*.csv",), "no file goes by none*.csv", "hoort geen enkel bestand"),
    (("folder",), "folder: it is a folder", "dat is een map"),
    (("a.txt", "-o", "found.xlsx"), "no ending that says which form", "geen einde dat zegt"),
    (("a.txt", "-o", "no/found.csv"), "cannot be written (it is not there)", "(dat is er niet)"),
    (("a.txt", "-o", "folder"), "has no ending", "geen einde"),
    (("a.txt", "-o", "old.csv"), "old.csv exists already", "bestaat al"),
    (("old.csv", "-o", "old.csv"), "one of the files to check", "ook een van de bestanden"),
    (("old.csv", "--column", "tekst"), "there is no column `tekst`", "kolom `tekst` is er niet"),
    (("old.csv",), "the columns are `x`, `y`", "de kolommen zijn `x`, `y`"),
    (("old.csv", "--column", "x", "--at-column", "z"), "no column `z`", "kolom `z` is er niet"),
    (("empty.txt",), "the file is empty", "het bestand is leeg"),
    (("empty.parquet",), "not a whole Parquet file", "geen heel Parquet-bestand"),
    (("numbers.parquet", "--column", "n"), "holds no text (int64)", "staat geen tekst (int64)"),
    (("numbers.parquet",), "which column holds the posts", "in welke kolom de berichten"),
    (("persons.csv",), "`author` holds persons", "`author` staan personen"),
    (("latin.txt",), "latin.txt:2: this is not UTF-8", "geen UTF-8"),
    (("utf16.csv",), "UTF-16", "UTF-16"),
    (("open.csv",), "open.csv:2: a quotation mark", "een aanhalingsteken"),
    (("a.txt", "--at", "gisteren"), "not a time", "geen tijdstip"),
    (("a.txt", "--network", "fidonet"), "choose from", "kies uit"),
    (("a.txt", "persons.csv"), "holds persons", "staan personen"),
]


@pytest.mark.parametrize(("words", "english", "dutch"), WRONG, ids=lambda each: str(each)[:40])
def test_what_is_wrong_is_said_and_nothing_is_left(
    elsewhere: Path, words: tuple[str, ...], english: str, dutch: str
) -> None:
    Path("folder").mkdir()
    Path("a.txt").write_text("goedkoop\n")
    Path("old.csv").write_text("x,y\n1,2\n")
    Path("empty.txt").touch()
    Path("empty.parquet").touch()
    Path("persons.csv").write_text("text,author\ngoedkoop,Karel\n")
    Path("latin.txt").write_bytes(b"Vers\nbr\xf6d\n")
    Path("utf16.csv").write_text("text\nVers\n", "utf-16")
    Path("open.csv").write_text('text,n\n"goedkoop,1\n')
    parquet.write_table(pa.table({"n": [1], "m": [2]}), "numbers.parquet")
    before = sorted(elsewhere.rglob("*"))
    if "-o" not in words and words[0] not in {"none.csv", "empty.txt"}:
        words = (*words, "-o", "found.parquet")

    said = {lang: run("scan", *words, *P, lang=lang) for lang in ("en", "nl")}

    assert {each.exit_code for each in said.values()} == {2}
    assert {each.stdout for each in said.values()} == {""}
    assert english in said["en"].stderr
    assert dutch in said["nl"].stderr
    assert "= help: " in said["en"].stderr
    assert "= hulp: " in said["nl"].stderr
    assert sorted(elsewhere.rglob("*")) == before
    assert Path("old.csv").read_text() == "x,y\n1,2\n"


@pytest.mark.parametrize("name", ["a.csv", "a.parquet", "a.jsonl"])
def test_without_the_libraries_for_files_the_way_to_get_them_is_said(
    elsewhere: Path, name: str
) -> None:
    Path(name).touch()
    code = "import sys; sys.modules['pyarrow'] = None; from afspraak.cli import main; main()"

    done = subprocess.run(
        [sys.executable, "-c", code, "scan", name, "-p", str(BAKERY)],
        capture_output=True,
        check=False,
        text=True,
    )

    assert done.returncode == 2
    assert "pip install 'afspraak[bulk]'" in done.stderr
    assert "Traceback" not in done.stderr


# --- interrupted -------------------------------------------------------------------------------


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
        second = run("scan", "long.csv", "-o", "found.csv", *P)
        running.send_signal(signal.SIGINT)
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
