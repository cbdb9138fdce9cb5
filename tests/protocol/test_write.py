"""From answers to a protocol file: whole, well-formed, and as a person would write it."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from afspraak.protocol import library, yaml_text
from afspraak.protocol.answers import Answers
from afspraak.protocol.interview import answers_from_mapping, defaults
from afspraak.protocol.model import Clause, Rule
from afspraak.protocol.write import SCHEMA_COMMENT, first_of_next_month, write_protocol

TODAY = dt.date(2026, 11, 22)
EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "answers").glob("*.yaml"))
BARE: dict[str, object] = {"name": "Voorbeeld", "manager": "Iemand, iemand@voorbeeld.nl"}


def load(text: str) -> Any:
    return YAML(typ="safe", pure=True).load(text)


def example(name: str) -> Answers:
    path = next(path for path in EXAMPLES if path.stem == name)
    return answers_from_mapping(load(path.read_text("utf-8")))


def written(answers: Answers) -> Any:
    return load(write_protocol(answers, today=TODAY))


def test_the_file_begins_with_what_an_editor_needs() -> None:
    lines = write_protocol(example("bakery"), today=TODAY).splitlines()

    assert lines[0] == SCHEMA_COMMENT
    assert lines[1].startswith("# Het social-mediaprotocol van Bakkerij Jansen.")


def test_comments_are_in_the_first_language() -> None:
    assert "# Who you are" in write_protocol(example("listed"), today=TODAY)
    assert "# Wie jullie zijn" in write_protocol(example("bakery"), today=TODAY)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_lines_are_short_enough_to_edit(path: Path) -> None:
    text = write_protocol(example(path.stem), today=TODAY)

    assert max(map(len, text.splitlines())) <= yaml_text.WIDTH
    assert not any(line != line.rstrip() for line in text.splitlines())
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_file_says_what_the_library_chose(path: Path) -> None:
    answers = example(path.stem)
    clauses = written(answers)["clauses"]

    assert [_read_clause(each, answers) for each in clauses] == [
        _bare(clause) for clause in library.clauses(answers)
    ]


def test_writing_twice_gives_the_same() -> None:
    answers = example("care")

    assert write_protocol(answers, today=TODAY) == write_protocol(answers, today=TODAY)


def test_one_language_is_written_plainly() -> None:
    protocol = written(example("one-person"))

    assert protocol["languages"] == ["nl"]
    assert protocol["clauses"][0]["title"] == "Eerst jouw rechten"


def test_the_date_comes_from_the_answers_or_from_today() -> None:
    asked = answers_from_mapping({**BARE, "in_force": "2027-06-15"})

    consented = answers_from_mapping({**BARE, "consent": "2026-12-10"})

    assert written(asked)["edition"]["in_force"] == dt.date(2027, 6, 15)
    assert written(consented)["edition"]["in_force"] == dt.date(2027, 1, 1)
    assert written(defaults("Voorbeeld"))["edition"]["in_force"] == dt.date(2026, 12, 1)
    assert written(defaults("Voorbeeld"))["edition"]["number"] == "2026.1"


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (dt.date(2026, 12, 31), dt.date(2027, 1, 1)),
        (dt.date(2027, 1, 1), dt.date(2027, 2, 1)),
        (dt.date(2028, 1, 31), dt.date(2028, 2, 1)),
    ],
)
def test_the_first_of_next_month(today: dt.date, first: dt.date) -> None:
    assert first_of_next_month(today) == first


def test_working_alone_is_visible_in_the_file() -> None:
    text = write_protocol(example("one-person"), today=TODAY)

    assert load(text)["desk"]["four_eyes"] is False
    assert "Je werkt alleen, dus er leest niemand mee." in text
    assert load(text)["edition"]["representation"]["body"] == "none"


def test_secret_projects_are_marked_confidential() -> None:
    protocol = written(example("bakery"))

    assert protocol["lists"]["projects"] == {
        "confidential": True,
        "terms": ["Project Zonnebloem", "Nachtschade"],
    }


def test_closed_periods_are_in_the_rule() -> None:
    rules = [
        rule for clause in written(example("listed"))["clauses"] for rule in clause.get("rules", [])
    ]
    closed = next(rule for rule in rules if rule["id"] == "closed-period")

    assert closed["periods"] == [
        {"from": dt.date(2027, 1, 15), "until": dt.date(2027, 2, 18)},
        {"from": dt.date(2027, 7, 1), "until": dt.date(2027, 7, 29)},
    ]


_TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=130
).map(lambda text: " ".join(text.replace("\ufeff", "").split()))


@given(_TEXT)
def test_any_text_comes_back_as_it_was(text: str) -> None:
    root: dict[str, yaml_text.Node] = {
        "flow": {"a": text, "b": [text, "x"]},
        "block": [{"name": text, "long": "woord " * 30 + text}],
        "text": {"nl": f"{text or 'leeg'}\n\n- {text}\n"},
    }
    root = {key: each for key, each in root.items() if text or key == "flow"}

    back = load(yaml_text.document(root, yaml_text.Comments({})))

    assert back == root


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "Nee",
        "on",
        "null",
        "~",
        "2026",
        "2026-01-01",
        "- x",
        "a: b",
        "a #b",
        "@x",
        "",
        "1e3",
        "0x1F",
    ],
)
def test_a_text_that_looks_like_something_else_is_quoted(text: str) -> None:
    assert load(f"a: {yaml_text.scalar(text)}\n") == {"a": text}


def _bare(clause: Clause) -> Mapping[str, Any]:
    return clause.model_dump(by_alias=True)


def _read_clause(raw: dict[str, Any], answers: Answers) -> Mapping[str, Any]:
    """A clause of the file as the model knows it, options gathered."""
    lang = answers.languages[0]

    def words(text: Any) -> Any:
        return text if isinstance(text, dict) else {lang: text}

    rules = []
    for rule in raw.get("rules", []):
        fields = {field.alias or name for name, field in Rule.model_fields.items()}
        options = {key: each for key, each in rule.items() if key not in fields}
        known = {key: each for key, each in rule.items() if key in fields}
        rules.append(
            Rule.model_validate(
                {
                    **known,
                    "message": words(rule["message"]),
                    "advice": words(rule["advice"]),
                    "options": options,
                }
            )
        )
    clause = Clause.model_validate(
        {
            **raw,
            "title": words(raw["title"]),
            "text": words(raw["text"]),
            "may": [words(each) for each in raw.get("may", [])],
            "may_not": [words(each) for each in raw.get("may_not", [])],
            "rules": rules,
        }
    )
    return _bare(clause)
