"""`afspraak scan`: findings of archives, and a clear word about every file that is wrong."""

import json
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from bulk.files.writing import FORMATS
from cli.invoking import BAKERY, CONFIDENTIAL, run
from cli.scanned import FOUND, IBAN, POSTS, PROTECTED, P, rows, summary


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
