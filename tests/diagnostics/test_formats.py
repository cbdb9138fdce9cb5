"""Every format: shape, escapes, and carets that stand under what they point at."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from afspraak.diagnostics import LANGUAGES, Diagnostic, Place
from afspraak.diagnostics.display import columns_of, shown
from afspraak.diagnostics.formats import format_names, renderer

SOURCE = "rules:\n  - id: toon\n  - id: toon # 🥐\n"
TWICE = Diagnostic(
    code="P002",
    level="error",
    problem={"nl": "twee regels heten `toon`", "en": "two rules are called `toon`"},
    help={"nl": "geef een van de twee een andere `id`", "en": "give one of them another `id`"},
    place=Place("a b.yaml", 3, 9, 3, 13),
    also=((Place("a b.yaml", 2, 9, 2, 13), {"nl": "hier al", "en": "first used here"}),),
)
TIP = Diagnostic(
    code="L1",
    level="tip",
    problem={"nl": "100% waar, a::b", "en": "100% true, a::b"},
    help={"nl": "", "en": ""},
    place=Place("a b.yaml", 1, 1, 2, 5),
)


def _render(name: str, *diagnostics: Diagnostic, **given: Any) -> str:
    return renderer(name)(diagnostics, **{"sources": {"a b.yaml": SOURCE}, "lang": "en", **given})


def _pointing(line: str, start: int, end: int, **given: Any) -> list[str]:
    diagnostic = Diagnostic("X", "stop", {"en": "x"}, {}, Place("f", 1, start + 1, 1, end + 1))
    text = renderer("text")([diagnostic], sources={"f": line}, lang="en", **given)
    return text.splitlines()


def test_formats_are_the_files_of_the_folder() -> None:
    assert format_names() == ("github", "json", "sarif", "text")
    with pytest.raises(KeyError):
        renderer("xml")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["github", "json", "sarif", "text"])
def test_format_ends_with_a_line_break_and_takes_files_it_does_not_know(
    name: str, lang: str
) -> None:
    shown_text = _render(name, TWICE, TIP, sources={}, lang=lang)

    assert shown_text.endswith("\n")
    assert not shown_text.endswith("\n\n")


def test_text_has_the_anatomy_of_a_compiler_message() -> None:
    assert _render("text", TWICE) == (
        "P002 error: two rules are called `toon`\n"
        " --> a b.yaml:3:9\n"
        "  |\n"
        "3 |   - id: toon # 🥐\n"
        "  |         ^^^^\n"
        " --> a b.yaml:2:9\n"
        "  |\n"
        "2 |   - id: toon\n"
        "  |         ---- first used here\n"
        "  = help: give one of them another `id`\n"
    )


def test_text_is_dutch_for_who_reads_dutch() -> None:
    first, *_, last = _render("text", TWICE, lang="nl").splitlines()

    assert first == "P002 fout: twee regels heten `toon`"
    assert last == "  = hulp: geef een van de twee een andere `id`"


def test_text_of_several_lines_points_to_the_end_of_the_first() -> None:
    assert _render("text", TIP).splitlines()[3:] == ["1 | rules:", "  | ^^^^^^"]


def test_text_of_nothing_is_nothing() -> None:
    assert _render("text") == ""


def test_text_has_colour_only_when_asked() -> None:
    assert "\033[" not in _render("text", TWICE)
    assert _render("text", TWICE, colour=True).startswith("\033[31;1mP002 error\033[0m: ")


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("een prutser", "prutser"),
        ("🥐🥐 prutser", "prutser"),
        ("👩‍👩‍👧 prutser", "prutser"),
        ("👍🏽 ❤️ 🇳🇱 prutser", "prutser"),
        ("cafe\u0301 prutser", "prutser"),
        ("ｆｕｌｌ 日本 prutser", "prutser"),
        ("\tprutser", "prutser"),
        ("\u200bprutser", "prutser"),
        ("een 🥐", "🥐"),
        ("\x1b[31mprutser", "prutser"),
    ],
)
def test_carets_stand_under_the_word_however_wide_the_text_before(line: str, word: str) -> None:
    start = line.index(word)
    *_, code, carets = _pointing(line, start, start + len(word))

    before = code[4:].partition(word)[0]
    assert len(carets) - len(carets.lstrip(" |")) == 4 + columns_of(before)
    assert carets.count("^") == columns_of(word)


@pytest.mark.parametrize("width", [30, 40, 80])
@pytest.mark.parametrize("start", [0, 100, 290])
def test_long_line_is_cut_around_the_word(start: int, width: int) -> None:
    line = ("woord " * 60)[:300]
    line = f"{line[:start]}PRUTSER{line[start:]}"
    *_, code, carets = _pointing(line, start, start + 7, width=width)

    assert columns_of(code) <= width
    assert code[carets.index("^") : carets.rindex("^") + 1] == "PRUTSER"


def test_line_as_long_as_a_file_is_shown_at_once() -> None:
    line = "é" * 2_000_000

    *_, code, carets = _pointing(line, 1_999_990, 1_999_995)

    assert columns_of(code) <= 80
    assert carets.count("^") == 5


def test_end_of_a_line_can_be_pointed_at() -> None:
    *_, code, carets = _pointing("naam:", 5, 5)

    assert (code, carets) == ("1 | naam:", "  |      ^")


def test_control_and_direction_marks_cannot_command_the_terminal() -> None:
    text = "a\x1b[31m\x9b\u202eb\ud800\r"

    assert shown(text) == "a␛[31m\ufffd\ufffdb\ufffd␍"
    evil = Diagnostic("X\x1b", "stop", {"en": text}, {"en": text}, Place("f\x1b", 1, 1, 1, 2))
    rendered = renderer("text")([evil], sources={"f\x1b": text}, lang="en")
    assert "\x1b" not in rendered
    assert "\u202e" not in rendered


def test_json_holds_everything() -> None:
    assert json.loads(_render("json", TWICE)) == [
        {
            "code": "P002",
            "level": "error",
            "problem": "two rules are called `toon`",
            "help": "give one of them another `id`",
            "place": {"file": "a b.yaml", "line": 3, "column": 9, "end_line": 3, "end_column": 13},
            "also": [
                {
                    "place": {
                        "file": "a b.yaml",
                        "line": 2,
                        "column": 9,
                        "end_line": 2,
                        "end_column": 13,
                    },
                    "says": "first used here",
                }
            ],
        }
    ]


def test_json_of_nothing_is_an_empty_list() -> None:
    assert json.loads(_render("json")) == []


def test_github_commands_are_escaped() -> None:
    evil = Diagnostic(
        "P1", "ask", {"en": "a%b\r\n::error::c"}, {"en": "d"}, Place("a,b:c.yaml", 1, 2, 1, 3)
    )

    assert _render("github", evil, TIP) == (
        "::warning file=a%2Cb%3Ac.yaml,line=1,endLine=1,col=2,endColumn=3,title=P1"
        "::a%25b%0D%0A::error::c%0Ad\n"
        "::notice file=a b.yaml,line=1,endLine=2,title=L1::100%25 true, a::b\n"
    )


_SARIF_SHAPE = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "properties": {
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {"driver": {"type": "object", "required": ["name"]}},
                    },
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": {"type": "array", "items": {"$ref": "#/$defs/result"}},
                },
            },
        },
    },
    "$defs": {
        "result": {
            "type": "object",
            "required": ["message"],
            "properties": {
                "level": {"enum": ["none", "note", "warning", "error"]},
                "ruleIndex": {"type": "integer", "minimum": 0},
                "message": {"required": ["text"]},
                "locations": {"type": "array", "items": {"$ref": "#/$defs/location"}},
                "relatedLocations": {"type": "array", "items": {"$ref": "#/$defs/location"}},
            },
        },
        "location": {
            "required": ["physicalLocation"],
            "properties": {
                "physicalLocation": {
                    "required": ["artifactLocation", "region"],
                    "properties": {
                        "artifactLocation": {
                            "properties": {"uri": {"pattern": "^[A-Za-z0-9._~/%-]*$"}}
                        },
                        "region": {
                            "additionalProperties": {"type": "integer", "minimum": 1},
                            "required": ["startLine"],
                        },
                    },
                }
            },
        },
    },
}
"""What SARIF 2.1.0 asks of the parts we use (sections 3.13, 3.14, 3.27, 3.28 and 3.30)."""


def test_sarif_has_the_shape_of_the_standard() -> None:
    log = json.loads(_render("sarif", TWICE, TIP))

    assert list(Draft202012Validator(_SARIF_SHAPE).iter_errors(log)) == []
    (run,) = log["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["L1", "P002"]
    assert [result["ruleIndex"] for result in run["results"]] == [1, 0]
    assert [result["level"] for result in run["results"]] == ["error", "note"]
    where = run["results"][0]["locations"][0]["physicalLocation"]
    assert where["artifactLocation"]["uri"] == "a%20b.yaml"
    assert where["region"] == {"startLine": 3, "startColumn": 9, "endLine": 3, "endColumn": 13}
    assert run["results"][0]["relatedLocations"][0]["message"]["text"] == "first used here"
