"""Click's own words in Dutch: made from `nl.toml`, complete, and with the same blanks."""

import ast
import gettext
import importlib.util
import re
import tomllib
from pathlib import Path

import click

ROOT = Path(__file__).parents[2]
LOCALE = ROOT / "src/afspraak/cli/locale"
DUTCH: dict[str, str] = tomllib.loads((LOCALE / "nl.toml").read_text("utf-8"))


def spoken_by_click() -> set[str]:
    """Every text in click's source that goes through gettext."""
    found = set()
    for file in Path(click.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"_", "ngettext"}:
                texts = (each for each in node.args if isinstance(each, ast.Constant))
                found |= {each.value for each in texts if isinstance(each.value, str)}
    return found


def test_the_compiled_file_is_made_from_the_texts() -> None:
    spec = importlib.util.spec_from_file_location("make_locale", ROOT / "tools/make_locale.py")
    assert spec
    assert spec.loader
    make_locale = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make_locale)

    assert (LOCALE / "nl/LC_MESSAGES/afspraak.mo").read_bytes() == make_locale.compiled(DUTCH)


def test_every_text_is_one_that_click_says() -> None:
    assert set(DUTCH) <= spoken_by_click()


def test_translations_fill_the_same_blanks() -> None:
    for english, dutch in DUTCH.items():
        assert set(re.findall(r"\{(\w+)", dutch)) <= set(re.findall(r"\{(\w+)", english)), english


def test_gettext_reads_it() -> None:
    catalogue = gettext.translation("afspraak", LOCALE, ["nl"])

    assert catalogue.gettext("Usage:") == "Gebruik:"
    one = "Got unexpected extra argument ({args})"
    assert catalogue.ngettext(one, one, 1) == DUTCH[one]
