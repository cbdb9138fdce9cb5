"""The JSON Schema: valid, takes what `load` takes, refuses what people often get wrong."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from afspraak.diagnostics import LANGUAGES, Lang
from afspraak.engine.kinds import options_of_kinds
from afspraak.protocol import problems
from afspraak.protocol.schema import field_texts, json_schema
from protocol.assembling import KINDS, whole

EXAMPLES = Path(__file__).parents[2] / "examples"
BEYOND_A_SCHEMA = {"P002", "P046", "P047", "P048", "P049", "P050", "P051", "P052", "P053", "P054"}


def _content(text: str) -> Any:
    content = YAML(typ="safe", pure=True).load(text)
    return json.loads(json.dumps(content, default=dt.date.isoformat))


def _complaints(text: str) -> list[str]:
    validator = Draft202012Validator(
        json_schema(KINDS), format_checker=Draft202012Validator.FORMAT_CHECKER
    )
    return [error.message for error in validator.iter_errors(_content(text))]


def test_schema_is_a_valid_schema_with_every_kind() -> None:
    schema = json_schema(options_of_kinds())

    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    kinds = schema["$defs"]["Rule"]["properties"]["kind"]["enum"]  # type: ignore[index]
    assert kinds == sorted(options_of_kinds())


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.name)
def test_schema_takes_the_examples(path: Path) -> None:
    validator = Draft202012Validator(json_schema(options_of_kinds()))

    assert list(validator.iter_errors(_content(path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize(
    "code", [code for code, known in problems.all_problems().items() if known.mended]
)
def test_schema_takes_what_is_mended(code: str) -> None:
    assert _complaints(whole(problems.all_problems()[code].mended)) == []


@pytest.mark.parametrize(
    "code",
    [
        code
        for code, known in problems.all_problems().items()
        if "P030" <= code <= "P055" and known.fails and code not in BEYOND_A_SCHEMA | {"P055"}
    ],
)
def test_schema_refuses_what_load_refuses(code: str) -> None:
    assert _complaints(whole(problems.all_problems()[code].fails))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_key_of_the_file_is_described(lang: Lang) -> None:
    schema: Any = json_schema(KINDS, lang=lang)
    described = {
        (name, key): value["description"]
        for name, part in {**schema["$defs"], "Protocol": schema}.items()
        for key, value in part.get("properties", {}).items()
    }

    texts = {
        (name, key): text for name, keys in field_texts().items() for key, text in keys.items()
    }
    assert described.keys() == texts.keys()
    for where, text in texts.items():
        assert described[where] == text[lang]
        assert set(text) == set(LANGUAGES)
        assert text[lang][0].isupper()
        assert text[lang].endswith(".")


def test_schema_refuses_a_key_of_another_kind() -> None:
    piece = problems.all_problems()["P050"].mended

    assert _complaints(whole(piece)) == []
    assert _complaints(whole(piece.replace("terms: [", "phrases: [")))
