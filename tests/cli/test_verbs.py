"""The other verbs, on a protocol that is right."""

import errno
import json
import shutil
import sys
from pathlib import Path

import pytest

from cli.invoking import BAKERY, CONFIDENTIAL, run

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_account_json_has_exactly_the_keys_of_the_contract() -> None:
    result = run(
        "account",
        "Fransie_69",
        "--bio",
        "werk bij Bakkerij Jansen",
        "-p",
        BAKERY,
        "--format",
        "json",
    )

    answer = json.loads(result.stdout)
    assert (result.exit_code, result.stderr) == (0, "")
    assert sorted(answer) == ["advice", "evidence", "reading", "suggestions"]
    assert answer["reading"] == "affiliated"
    assert sorted(answer["suggestions"]) == ["bio", "handles"]
    assert sorted(answer["suggestions"]["bio"]) == ["en", "nl"]
    for each in answer["evidence"]:
        assert sorted(each) == ["end", "says", "start", "text", "where"]
        field = "Fransie_69" if each["where"] == "handle" else "werk bij Bakkerij Jansen"
        assert field[each["start"] : each["end"]] == each["text"]


@pytest.mark.parametrize(
    ("handle", "reading"),
    [
        ("Fransie_69", "private"),
        ("KarelFransen_BakkerijJansen", "professional"),
        ("bakkerijjansen", "corporate"),
    ],
)
def test_account_reads_handles(handle: str, reading: str) -> None:
    result = run("account", handle, "-p", BAKERY, "--format", "json")

    assert json.loads(result.stdout)["reading"] == reading


def test_account_speaks_both_languages_and_shows_no_control_characters() -> None:
    dutch = run("account", "Fransie\x1b[31m_69", "-p", BAKERY, lang="nl")
    english = run("account", "Fransie_69", "-p", BAKERY)

    assert "Leest als" in dutch.stdout
    assert "\x1b" not in dutch.stdout
    assert english.stdout.startswith("Reads as: private")


@pytest.mark.parametrize("name", ["P007", "p012", "L001", "terms", "personal-data", "RESPECT"])
@pytest.mark.parametrize("lang", ["en", "nl"])
def test_explain_knows_codes_and_kinds(name: str, lang: str) -> None:
    result = run("explain", name, lang=lang)

    assert result.exit_code == 0
    assert len(result.stdout) > 200


def test_explain_without_a_name_lists_everything() -> None:
    result = run("explain")

    assert {"terms", "P001", "L001"} <= {
        line.split()[0] for line in result.stdout.splitlines() if line
    }
    assert "{" not in result.stdout


def test_protocol_check_tells_what_is_unfair_and_exits_with_1() -> None:
    text = run("protocol", "check", BAKERY)
    as_json = run("protocol", "check", BAKERY, "--format", "json")

    assert (text.exit_code, as_json.exit_code) == (1, 1)
    assert "L010 error" in text.stdout
    assert {each["code"] for each in json.loads(as_json.stdout)} == {"L010", "L021"}


def test_protocol_test_runs_the_examples() -> None:
    good = run("protocol", "test", BAKERY)

    assert (good.exit_code, good.stdout.splitlines()[0]) == (0, "8 of 8 examples hold.")


def test_protocol_test_names_the_rule_and_the_place(elsewhere: Path) -> None:
    text = BAKERY.read_text("utf-8").replace("finds: [Wat goedkoop!]", "finds: [Wat duur!]")
    Path("protocol.yaml").write_text(text, "utf-8")

    result = run("protocol", "test")
    as_json = run("protocol", "test", "--format", "json")

    line = text[: text.index("Wat duur!")].count("\n") + 1
    assert result.exit_code == as_json.exit_code == 1
    assert result.stdout.startswith(f"protocol.yaml:{line}:")
    assert "wording misses: Wat duur!" in result.stdout
    assert json.loads(as_json.stdout)["failures"] == [
        {"rule": "wording", "text": "Wat duur!", "says": "missed"}
    ]


def test_protocol_diff_says_what_changes(elsewhere: Path) -> None:
    text = BAKERY.read_text("utf-8").replace("Laat het weg.", "Vraag het Sanne.")
    Path("new.yaml").write_text(text, "utf-8")

    same = run("protocol", "diff", BAKERY, BAKERY)
    changed = run("protocol", "diff", BAKERY, "new.yaml", lang="nl")
    as_json = run("protocol", "diff", BAKERY, "new.yaml", "--format", "json")

    assert same.exit_code == changed.exit_code == 0
    assert "Sanne" in changed.stdout
    assert json.loads(as_json.stdout)


def test_protocol_pack_and_its_page_form(elsewhere: Path) -> None:
    pack = run("protocol", "pack", BAKERY)
    page = run("protocol", "pack", BAKERY, "--page", "-o", "page.json")

    assert CONFIDENTIAL in pack.stdout
    assert len(pack.stderr.strip()) == len(page.stderr.strip()) == 64
    assert page.stdout == ""
    assert CONFIDENTIAL not in Path("page.json").read_text("utf-8")


def test_protocol_schema_is_a_json_schema(elsewhere: Path) -> None:
    run("protocol", "schema", "-o", "schema.json")

    printed = json.loads(run("protocol", "schema").stdout)
    assert printed == json.loads(Path("schema.json").read_text("utf-8"))
    assert "$schema" in printed


@pytest.mark.parametrize(
    ("name", "start"), [("h.html", b"<!"), ("h.pdf", b"%PDF-"), ("h.docx", b"PK"), ("h.md", b"#")]
)
def test_protocol_handbook_in_every_form(elsewhere: Path, name: str, start: bytes) -> None:
    result = run("protocol", "handbook", BAKERY, "-o", name, lang="nl")

    content = Path(name).read_bytes()
    assert (result.exit_code, result.stdout) == (0, f"{name}\n")
    assert content.lower().lstrip().startswith(start.lower())
    assert CONFIDENTIAL.encode() not in content.lower()


def test_handbook_says_what_to_install(elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "afspraak.documents", None)

    result = run("protocol", "handbook", BAKERY, "-o", "h.pdf")

    assert result.exit_code == 2
    assert 'pip install "afspraak[documents]"' in result.stderr
    assert list(elsewhere.iterdir()) == []


def test_a_file_that_cannot_be_written_stays_as_it_was(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("h.md").write_text("old")

    def full(_from: Path, _to: Path) -> Path:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", full)
        refused = run("protocol", "handbook", BAKERY, "-o", "h.md")
    kept = Path("h.md").read_text("utf-8")
    run("protocol", "handbook", BAKERY, "-o", "h.md")

    assert (refused.exit_code, refused.stdout, kept) == (2, "", "old")
    assert "No space left" in refused.stderr
    assert [each.name for each in elsewhere.iterdir()] == ["h.md"]
    assert "Bakkerij Jansen" in Path("h.md").read_text("utf-8")


@pytest.mark.parametrize(
    "path", sorted((EXAMPLES / "answers").glob("*.yaml")), ids=lambda p: p.stem
)
def test_new_from_every_example_passes_its_own_checks(elsewhere: Path, path: Path) -> None:
    made = run("new", "--answers", path, "ons")

    assert (made.exit_code, made.stderr) == (0, "")
    assert sorted(each.name for each in Path("ons").iterdir()) == [
        "protocol.schema.json",
        "protocol.yaml",
    ]
    assert run("protocol", "check", "ons").exit_code == 0
    assert run("protocol", "test", "ons").exit_code == 0


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_new_with_only_a_name_lacks_only_the_consent(elsewhere: Path, lang: str) -> None:
    made = run("new", "--yes", "--name", "Fietsen & Zo", lang=lang)

    checked = run("protocol", "check", "--format", "json")
    assert made.exit_code == 0
    assert [(each["code"], each["level"]) for each in json.loads(checked.stdout)] == [
        ("L012", "tip")
    ]
    assert run("protocol", "test").exit_code == 0


def test_new_writes_over_a_protocol_only_when_told(elsewhere: Path) -> None:
    Path("protocol.yaml").write_text("van mij")

    refused = run("new", "--yes", "--name", "X")
    kept = Path("protocol.yaml").read_text()
    forced = run("new", "--yes", "--name", "X", "--force")

    assert (refused.exit_code, kept, forced.exit_code) == (2, "van mij", 0)
    assert "van mij" not in Path("protocol.yaml").read_text("utf-8")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_says_how_to_install_it(shell: str) -> None:
    result = run("completion", shell)

    assert result.exit_code == 0
    assert f"afspraak completion {shell}" in result.stdout.splitlines()[0]
    assert f"_AFSPRAAK_COMPLETE={shell}_complete" in result.stdout


def test_tour_never_touches_a_protocol_that_is_there(elsewhere: Path) -> None:
    Path("tour").mkdir()
    shutil.copy(BAKERY, "tour/protocol.yaml")

    result = run("tour", lang="nl")

    assert result.exit_code == 0
    assert Path("tour/protocol.yaml").read_bytes() == BAKERY.read_bytes()
    assert "lag er al" in result.stdout


def test_tour_shows_everything_and_commands_that_work(elsewhere: Path) -> None:
    result = run("tour", "uitje")

    made = sorted(each.name for each in Path("uitje").iterdir())
    assert made == ["handbook.pdf", "posts.jsonl", "protocol.schema.json", "protocol.yaml"]
    assert max(map(len, result.stdout.splitlines())) <= 110
    for shown in (
        "✕ stop",
        "? ask first",
        "! take care",
        "i good to know",
        "✓ nothing found",
        "Reads as: private, with the employer in view",
        "uitje/handbook.pdf is ready",
    ):
        assert shown in result.stdout
    assert run("protocol", "check", "uitje").exit_code == 0
    assert run("check", "-f", "uitje/posts.jsonl", "-p", "uitje").exit_code == 1


def test_the_tour_s_bakery_is_the_example() -> None:
    packaged = Path(__file__).parents[2] / "src/afspraak/cli/tour/answers.yaml"

    assert packaged.read_bytes() == (EXAMPLES / "answers/bakery.yaml").read_bytes()
