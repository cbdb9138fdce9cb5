"""`afspraak check`: the contract that programs rely on."""

import json
from pathlib import Path
from typing import Any

import pytest

from cli.invoking import BAKERY, CONFIDENTIAL, run

IBAN = "NL91 ABNA 0417 1643 00"


def one(*words: str | Path, stdin: str | bytes | None = None, lang: str = "en") -> dict[str, Any]:
    """The JSON of one post."""
    result = run("check", *words, "-p", BAKERY, "--format", "json", stdin=stdin, lang=lang)
    assert result.stderr == ""
    answer: dict[str, Any] = json.loads(result.stdout)
    return answer


def test_json_has_exactly_the_keys_of_the_contract() -> None:
    answer = one(f"Voor 🥖: {IBAN}", "--as", "private")

    protocol = answer.pop("protocol")
    assert isinstance(protocol, dict)
    assert sorted(protocol) == ["edition", "name", "pack"]
    assert (protocol["name"], protocol["edition"]) == ("Bakkerij Jansen", "2027.1")
    assert len(protocol["pack"]) == 64
    assert answer == {
        "verdict": "ask",
        "as": "private",
        "as_assumed": False,
        "findings": [
            {
                "rule": "numbers",
                "kind": "personal-data",
                "clause": "inside",
                "severity": "ask",
                "start": 8,
                "end": 30,
                "match": IBAN,
                "message": "Here is a bank account number.",
                "advice": "Take it out.",
            }
        ],
    }


def test_a_confidential_term_has_a_place_and_no_match() -> None:
    answer = one("Straks: project-zonnebloem!")

    (finding,) = answer["findings"]
    assert finding["match"] is None
    assert (finding["start"], finding["end"]) == (8, 26)
    assert CONFIDENTIAL not in json.dumps(answer).lower()


@pytest.mark.parametrize("form", ["github", "sarif"])
def test_other_programs_never_see_a_confidential_term(form: str) -> None:
    result = run("check", "Straks: project zonnebloem!", "-p", BAKERY, "--format", form)

    assert result.exit_code == 1
    assert "projects" in result.stdout
    assert CONFIDENTIAL not in result.stdout.lower()
    assert "affiliated" in result.stderr


def test_text_repeats_a_confidential_term_only_in_the_readers_own_line() -> None:
    result = run("check", "Straks: project zonnebloem!", "-p", BAKERY)

    lines = [line for line in result.stdout.splitlines() if CONFIDENTIAL in line.lower()]
    assert lines == ["1 | Straks: project zonnebloem!"]


def test_as_left_out_is_affiliated_and_said() -> None:
    assumed = one("Vers brood")
    told = one("Vers brood", "--as", "affiliated")

    assert (assumed["as"], assumed["as_assumed"]) == ("affiliated", True)
    assert (told["as"], told["as_assumed"]) == ("affiliated", False)


@pytest.mark.parametrize(
    ("fail_on", "text", "code"),
    [
        ("stop", "project zonnebloem", 1),
        ("stop", IBAN, 0),
        ("ask", IBAN, 1),
        ("ask", "goedkoop", 0),
        ("note", "goedkoop", 1),
        ("note", "Vers brood", 0),
        ("note", "Morgen staken we met de bond.", 0),
    ],
)
def test_exit_code_follows_fail_on(fail_on: str, text: str, code: int) -> None:
    assert run("check", text, "-p", BAKERY, "--fail-on", fail_on).exit_code == code


def test_protected_speech_is_information_and_cannot_fail_anything() -> None:
    assert one("Morgen staken we met de bond.")["verdict"] == "info"
    assert run("check", "x", "-p", BAKERY, "--fail-on", "info").exit_code == 2


def test_lines_of_a_file_are_posts(elsewhere: Path) -> None:
    Path("posts.txt").write_bytes(f"\ufeffVers brood\r\n\r\n  \r\n{IBAN}".encode())

    result = run("check", "-f", "posts.txt", "-p", BAKERY, "--format", "json")

    verdicts = [json.loads(line)["verdict"] for line in result.stdout.splitlines()]
    assert verdicts == ["clear", "ask"]
    assert json.loads(result.stdout.splitlines()[1])["findings"][0]["start"] == 0


def test_json_lines_say_whose_post_where_and_when(elsewhere: Path) -> None:
    rows = [
        {"text": "Vers", "as": "corporate", "media": [{"alt": ""}], "network": "instagram"},
        {"text": "Vers", "as": "private", "media": [{"alt": ""}], "at": "2027-03-01T09:00"},
        {"text": "Vers", "media": None},
    ]
    Path("posts.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")

    result = run("check", "-f", "posts.jsonl", "-p", BAKERY, "--format", "json")

    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [each["verdict"] for each in answers] == ["stop", "clear", "clear"]
    assert [each["as"] for each in answers] == ["corporate", "private", "affiliated"]
    assert [each["as_assumed"] for each in answers] == [False, False, True]
    assert result.exit_code == 1


@pytest.mark.parametrize("words", [("-",), ("--file", "-"), ()])
def test_standard_input_holds_json_lines_when_it_looks_so(words: tuple[str, ...]) -> None:
    stdin = '{"text": "goedkoop"}\n\n{"text": "Vers", "as": "private"}'

    result = run("check", *words, "-p", BAKERY, "--format", "json", stdin=stdin)

    assert [json.loads(each)["verdict"] for each in result.stdout.splitlines()] == ["note", "clear"]


def test_a_dash_is_one_post_and_a_file_of_lines_several() -> None:
    stdin = f"Vers brood\n{IBAN}\n"

    (finding,) = one("-", stdin=stdin)["findings"]
    several = run("check", "-f", "-", "-p", BAKERY, "--format", "json", stdin=stdin)

    assert finding["start"] == len("Vers brood\n")
    assert len(several.stdout.splitlines()) == 2


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("\ud800 goedkoop", 2),
        ("\x00goedkoop", 1),
        ("👩‍👩‍👧 goedkoop", 6),
        ("e\u0301 goedkoop", 3),
        ("\u2028goedkoop", 1),
        ("x" * 300_000 + " goedkoop", 300_001),
    ],
)
def test_odd_texts_keep_their_places(text: str, start: int) -> None:
    stdin = json.dumps({"text": text})

    (finding,) = one("-", stdin=stdin)["findings"]
    shown = run("check", "-", "-p", BAKERY, stdin=stdin)

    assert finding["start"] == start
    assert text[finding["start"] : finding["end"]] == "goedkoop" == finding["match"]
    assert "wording" in shown.stdout
    assert "\x00" not in shown.stdout


def test_half_an_emoji_comes_back_as_json_writes_it() -> None:
    line = '{"text": "\\ud83d\\u0020goedkoop \\ud83d"}'
    result = run("check", "-", "-p", BAKERY, "--format", "sarif", stdin=line)

    assert result.exit_code == 0
    assert json.loads(result.stdout)["runs"][0]["results"][0]["ruleId"] == "wording"


def test_no_posts_are_no_findings(elsewhere: Path) -> None:
    Path("none.txt").write_text("\n \n")

    assert run("check", "-f", "none.txt", "-p", BAKERY, "--format", "json").stdout == ""
    text = run("check", "-f", "none.txt", "-p", BAKERY)
    assert (text.exit_code, text.stdout.split("\n")[1]) == (0, "0 posts")


def test_a_lot_of_posts_at_once(elsewhere: Path) -> None:
    Path("many.txt").write_text("Vers brood\n" * 2000)

    result = run("check", "-f", "many.txt", "-p", BAKERY)

    assert "2000 posts: 2000 × nothing found" in result.stdout


def test_network_and_time_count(elsewhere: Path) -> None:
    protocol = BAKERY.read_text("utf-8").replace(
        "terms: [goedkoop]",
        "terms: [goedkoop]\n        networks: [linkedin]\n        until: 2027-03-01",
    )
    Path("protocol.yaml").write_text(protocol, "utf-8")

    def code(*words: str) -> int:
        return run("check", "goedkoop", "--fail-on", "note", *words).exit_code

    assert code("--network", "LinkedIn", "--at", "2027-02-28T23:00") == 1
    assert code("--network", "fb", "--at", "2027-02-28T23:00") == 0
    assert code("--network", "linkedin", "--at", "2027-03-01") == 0
    assert code("--network", "linkedin", "--at", "2027-02-28T23:30:00Z") == 0
    assert code("--at", "2027-02-28") == 1


def test_protocol_is_found_upwards_and_may_be_a_folder(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (elsewhere / "protocol.yaml").write_bytes(BAKERY.read_bytes())
    deep = elsewhere / "a" / "b"
    deep.mkdir(parents=True)

    assert run("check", "goedkoop", "-p", elsewhere, "--fail-on", "note").exit_code == 1
    monkeypatch.chdir(deep)
    assert run("check", "goedkoop", "--fail-on", "note").exit_code == 1


def test_both_languages_speak() -> None:
    dutch, english = one("goedkoop", lang="nl"), one("goedkoop", lang="en")

    assert dutch["findings"][0]["message"] == "We zeggen liever voordelig."
    assert english["findings"][0]["message"] == "We prefer another word."
