"""`afspraak replay`: a changed protocol on files of posts."""

import csv
import json
import re
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from cli.invoking import BAKERY, run

POSTS = [
    "Wat goedkoop!",
    "Onze croissants zijn spotgoedkoop en lekker.",
    "Vers brood vanaf zeven uur.",
    "Straks meer over Project Zonnebloem.",
    "Lekker brood, @jan_k.",
]
AT = ("--at", "2027-02-01T09:00")


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """The bakery's protocol with one rule that looks for something else, and weighs more."""
    text = BAKERY.read_text("utf-8").replace('"2027.1"', '"2028.1"')
    text = text.replace(
        "terms: [goedkoop]\n        severity: note", "terms: [lekker]\n        severity: ask"
    )
    text = re.sub(r"\{finds: \[Wat goedkoop!\].*\}", "{finds: [Wat lekker!]}", text)
    path = tmp_path / "new.yaml"
    path.write_text(text, "utf-8")
    return path


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    path = tmp_path / "posts.txt"
    path.write_text("\n".join(POSTS) + "\n", "utf-8")
    return path


def answer(*words: str | Path, lang: str = "en") -> dict[str, Any]:
    result = run("replay", *words, *AT, "--format", "json", lang=lang)
    assert (result.exit_code, result.stderr) == (0, "")
    said: dict[str, Any] = json.loads(result.stdout)
    return said


def test_json_has_exactly_the_keys_of_the_contract(new: Path, posts: Path) -> None:
    said = answer(BAKERY, new, "--posts", posts, "--as", "corporate")

    rules = {rule["id"]: rule for rule in said.pop("rules")}
    old_pack, new_pack = (said[side].pop("pack") for side in ("old", "new"))
    assert old_pack != new_pack
    assert {key: said[key] for key in ("posts", "files", "as", "as_assumed", "bad_rows")} == {
        "posts": 5,
        "files": ["posts.txt"],
        "as": "corporate",
        "as_assumed": False,
        "bad_rows": 0,
    }
    assert said["now"] == "2027-02-01T09:00:00+01:00"
    assert said["touched"] == {
        "before": 2,
        "after": 3,
        "newly": 2,
        "no_longer": 1,
        "otherwise": 0,
    }
    assert said["per_thousand"] == {"newly": 400.0, "no_longer": 200.0}
    assert sorted(rules) == ["alt", "numbers", "projects", "wording"]
    assert rules["wording"] == {
        "id": "wording",
        "kind": "terms",
        "clause": "inside",
        "change": "changed",
        "severity": {"before": "note", "after": "ask"},
        "before": 1,
        "after": 2,
        "newly": 2,
        "no_longer": 1,
        "weighs": 0,
        "moved": 0,
        "samples": rules["wording"]["samples"],
    }
    assert rules["wording"]["samples"][-1] == {
        "way": "no longer",
        "text": "Wat goedkoop!",
        "found": [[4, 12]],
    }
    assert said["clauses"]["inside"]["newly"] == 2
    assert said["severities"]["ask"]["newly"] == 2
    assert sorted(said) == [
        "as", "as_assumed", "bad_rows", "clauses", "files", "new", "now", "old", "per_thousand",
        "posts", "severities", "share", "touched",
    ]  # fmt: skip


def test_text_says_what_changes_in_a_sentence_a_table_and_samples(new: Path, posts: Path) -> None:
    result = run("replay", BAKERY, new, "--posts", posts, *AT, "--as", "corporate", lang="nl")

    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert (
        "Van de 5 berichten krijgen er 2 (40%) een bevinding die er nu geen hebben; "
        "1 verliest er een." in lines
    )
    assert any(
        re.fullmatch(r"wording \(veranderd\) +let op → eerst vragen( +\d+){5}", x) for x in lines
    )
    assert "  «Lekker» brood, [@…]." in lines
    assert "Straks meer over" not in result.stdout
    assert "jan_k" not in result.stdout


def test_a_protocol_beside_itself_changes_nothing(posts: Path) -> None:
    result = run("replay", BAKERY, BAKERY, "--posts", posts, *AT)

    assert result.exit_code == 0
    assert "None of the 5 posts gets a first finding, and none loses its last." in result.stdout


@pytest.mark.parametrize("form", ["html", "pdf", "json"])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_report_is_written_in_the_form_of_its_name(
    form: str, lang: str, new: Path, posts: Path, tmp_path: Path
) -> None:
    target = tmp_path / f"report.{form}"

    result = run("replay", BAKERY, new, "--posts", posts, *AT, "-o", target, lang=lang)

    assert (result.exit_code, result.stdout) == (0, f"{target}\n")
    content = target.read_bytes()
    match form:
        case "pdf":
            assert content.startswith(b"%PDF")
        case "json":
            assert json.loads(content)["posts"] == 5
        case _:
            words = {
                "nl": "Welke regels meer of minder vinden",
                "en": "Which rules find more or less",
            }
            assert words[lang] in content.decode()
            assert str(tmp_path) not in content.decode()


def test_files_of_every_form_count_together(new: Path, posts: Path, tmp_path: Path) -> None:
    with (tmp_path / "a.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["text"], *([post] for post in POSTS)])
    (tmp_path / "b.jsonl").write_text("".join(json.dumps({"text": p}) + "\n" for p in POSTS))
    parquet.write_table(pa.table({"text": POSTS}), tmp_path / "c.parquet")

    one = answer(BAKERY, new, "--posts", posts)
    four = answer(
        BAKERY, new, "--posts", posts, "--posts", tmp_path / "*.csv", tmp_path / "b.jsonl",
        tmp_path / "c.parquet",
    )  # fmt: skip

    assert four["files"] == ["posts.txt", "a.csv", "b.jsonl", "c.parquet"]
    assert four["posts"] == 4 * one["posts"]
    assert four["touched"] == {name: 4 * count for name, count in one["touched"].items()}


def test_columns_say_whose_posts_they_are(new: Path, tmp_path: Path) -> None:
    text = new.read_text("utf-8").replace(
        "terms: [lekker]", "terms: [lekker]\n        as: [private]"
    )
    new.write_text(text, "utf-8")
    rows = [["body", "who_as"], ["lekker", "private"], ["lekker", "corporate"], ["lekker", ""]]
    with (tmp_path / "posts.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)

    said = answer(BAKERY, new, "--posts", tmp_path / "posts.csv", "--as-column", "who_as")

    assert said["touched"]["newly"] == 1


def test_rows_that_are_no_posts_are_refused_or_counted(new: Path, tmp_path: Path) -> None:
    path = tmp_path / "posts.jsonl"
    path.write_text('{"text": "lekker"}\nkapot\n{"text": "brood"}\n')

    refused = run("replay", BAKERY, new, "--posts", path, *AT)
    said = answer(BAKERY, new, "--posts", path, "--on-bad-row", "skip")

    assert refused.exit_code == 2
    assert "posts.jsonl:2" in refused.stderr
    assert (said["posts"], said["bad_rows"]) == (2, 1)


def test_a_file_that_says_who_wrote_what_is_refused(new: Path, tmp_path: Path) -> None:
    path = tmp_path / "posts.csv"
    path.write_text("text,author\nlekker,Jan Jansen\n")

    result = run("replay", BAKERY, new, "--posts", path, *AT)

    assert result.exit_code == 2
    assert "author" in result.stderr
    assert "Jan Jansen" not in result.output


def test_no_samples_shows_no_text_of_posts(new: Path, posts: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.html"

    run("replay", BAKERY, new, "--posts", posts, *AT, "--samples", "0", "-o", target)

    assert "Lekker brood" not in target.read_text("utf-8")
    assert "wording" in target.read_text("utf-8")


def test_rules_that_look_at_the_hour_warn_when_nobody_said_when(posts: Path) -> None:
    bakery = Path(__file__).parents[2] / "examples/bakery.yaml"

    unsaid = run("replay", bakery, bakery, "--posts", posts, "--as", "corporate")
    said = run("replay", bakery, bakery, "--posts", posts, "--as", "corporate", *AT)

    assert (unsaid.exit_code, said.exit_code) == (0, 0)
    assert "‘at-night’" in unsaid.stderr
    assert said.stderr == ""
    assert "1 February 2027, 09:00" in said.stdout


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--posts", "nergens.txt"), "nergens.txt"),
        (("--posts", "niets*.csv"), "niets*.csv"),
        (("--posts", "posts.txt", "--at", "gisteren"), "gisteren"),
        (("--posts", "posts.txt", "--network", "hyves"), "hyves"),
        (("--posts", "posts.txt", "-o", "report.docx"), "report.docx"),
        (("--posts", "posts.txt", "-o", "er/niet/report.html"), "report.html"),
        (("--posts", "posts.txt", "--column", "tekst"), "`tekst`"),
        ((), "--posts"),
    ],
)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_what_cannot_be_used_is_said_with_a_way_out(
    words: tuple[str, ...],
    says: str,
    lang: str,
    posts: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(posts.parent)

    result = run("replay", BAKERY, BAKERY, *words, lang=lang)

    assert (result.exit_code, result.stdout) == (2, "")
    assert says in result.stderr
    assert "Traceback" not in result.stderr


def test_a_protocol_that_is_wrong_is_said_as_everywhere(posts: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("afspraak: 1\n")

    result = run("replay", BAKERY, wrong, "--posts", posts)

    assert result.exit_code == 2
    assert "wrong.yaml" in result.stderr
