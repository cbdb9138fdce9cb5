"""Every problem: its texts, its page, and how it looks in a terminal."""

import re
import string
from pathlib import Path

import pytest

from afspraak.diagnostics import LANGUAGES, Diagnostic, Lang, Place, Text
from afspraak.diagnostics.formats import text as text_format
from afspraak.protocol import loader, problems
from protocol.assembling import FOLDER, codes, result, snapshot, whole

PROBLEMS = problems.all_problems()
SHOWN = {code: known for code, known in PROBLEMS.items() if known.fails}
BROKEN = sorted((FOLDER / "broken").glob("*.yaml"))
CODES_EVER_USED = FOLDER / "codes_ever_used.txt"


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def _told(data: str) -> tuple[Diagnostic, ...]:
    try:
        return result(data).diagnostics
    except loader.UnableToLoad as unable:
        return unable.diagnostics


def _rendered(data: str) -> str:
    told, sources = _told(data), {"protocol.yaml": data}
    return "\n".join(text_format.render(told, sources=sources, lang=lang) for lang in LANGUAGES)


def _texts() -> list[tuple[str, Text]]:
    return [
        (f"{code} {name}", text)
        for code, known in PROBLEMS.items()
        for name, text in (("message", known.message), *known.helps.items())
    ]


@pytest.mark.parametrize(("name", "text"), _texts())
def test_text_is_lower_case_without_full_stop_and_alike_in_both_languages(
    name: str, text: Text
) -> None:
    for lang in LANGUAGES:
        assert text[lang] == text[lang].strip()
        assert not text[lang].endswith((".", "!"))
        assert not text[lang][0].isupper()
        assert text[lang].count("`") % 2 == 0
    assert text["nl"] != text["en"] or text["nl"] == "tip"
    assert _placeholders(text["nl"]) == _placeholders(text["en"])


def test_codes_are_never_taken_out_of_use_for_another_meaning() -> None:
    ever_used = CODES_EVER_USED.read_text(encoding="utf-8").split()

    assert list(PROBLEMS) == [code for code in ever_used if code in PROBLEMS]
    assert ever_used == sorted(set(ever_used))
    assert all(re.fullmatch(r"P[0-9]{3}", code) for code in ever_used)


@pytest.mark.parametrize("code", SHOWN)
def test_failing_example_gives_this_problem_and_no_other(code: str) -> None:
    assert codes(whole(SHOWN[code].fails)) == [code]


@pytest.mark.parametrize("code", SHOWN)
def test_mended_example_gives_no_problem(code: str) -> None:
    assert codes(whole(SHOWN[code].mended)) == []


@pytest.mark.parametrize("code", SHOWN)
def test_problem_is_shown_as_before(code: str) -> None:
    rendered = _rendered(whole(SHOWN[code].fails))

    assert rendered == snapshot(FOLDER / "snapshots" / f"{code}.txt", rendered)


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_broken_file_is_shown_as_before(path: Path) -> None:
    rendered = _rendered(whole(path.read_text(encoding="utf-8")))

    assert rendered.strip()
    assert rendered == snapshot(FOLDER / "snapshots" / f"{path.stem}.txt", rendered)


def test_every_snapshot_has_a_test() -> None:
    expected = {*SHOWN, *(path.stem for path in BROKEN)}

    assert {path.stem for path in (FOLDER / "snapshots").glob("*.txt")} == expected


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", PROBLEMS)
def test_page_of_a_problem_has_its_parts(code: str, lang: Lang) -> None:
    page = problems.explain(code, lang)

    assert page.startswith(f"# {code}: {PROBLEMS[code].message[lang]}\n")
    assert PROBLEMS[code].why[lang] in page
    assert page.count("```yaml\n") == bool(PROBLEMS[code].fails) + bool(PROBLEMS[code].mended)
    assert all(text[lang] in page for text in PROBLEMS[code].helps.values())


def test_page_of_an_unknown_code_does_not_exist() -> None:
    with pytest.raises(KeyError):
        problems.explain("P999", "en")


def test_values_are_filled_in_by_language_and_braces_in_them_stay() -> None:
    made = problems.problem(
        "P004", Place("f", 1, 1, 1, 1), what={"nl": "een {pdf}", "en": "a {PDF}"}
    )

    assert made.problem == {"nl": "dit is een {pdf}, geen tekst", "en": "this is a {PDF}, not text"}
