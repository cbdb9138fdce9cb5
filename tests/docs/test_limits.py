"""The limits that the explanation names are the limits there are."""

import datetime as dt
import re
from functools import cache

import pytest

from afspraak.engine import compiler, findings, kinds, networks, page
from afspraak.engine.draft import Checker
from afspraak.engine.post import Post
from afspraak.protocol import loader
from docs import markdown

NOW = dt.datetime(2027, 2, 14, 9, tzinfo=dt.UTC)
QUOTED = re.compile("[“‘](.+?)[”’](?![a-z])")


@cache
def checker() -> Checker:
    content = (markdown.ROOT / "examples/bakery.yaml").read_bytes()
    options = kinds.options_of_kinds()
    return Checker(
        compiler.compile_pack(loader.load(content, kinds=options, networks=networks.names()))
    )


def severities(text: str) -> list[str]:
    hits = checker().check(Post(text), now=NOW)
    return [findings.describe(checker().pack, hit, text, "en").severity for hit in hits]


def tables(lang: str) -> tuple[list[list[str]], list[list[str]]]:
    page = markdown.ROOT / f"docs/explanation/limits.{lang}.md"
    rows = markdown.rows(page.read_text("utf-8"))
    posts = [row for row in rows if row[1] in {"nothing", "niets"}]
    terms = [row for row in rows if row[0].startswith("*")]
    return posts, terms


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_what_is_said_not_to_be_seen_is_not_seen(lang: str) -> None:
    posts, terms = tables(lang)
    texts = [QUOTED.findall(row[0])[0] for row in posts]
    texts += [QUOTED.findall(row[2])[0] for row in terms]

    assert len(texts) == 9
    assert {text: severities(text) for text in texts} == {text: [] for text in texts}


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_what_is_said_to_be_found_is_found(lang: str) -> None:
    _, terms = tables(lang)
    texts = [text for row in terms for text in QUOTED.findall(row[1])]

    assert len(texts) == 5
    assert {text: severities(text) for text in texts} == {text: ["stop"] for text in texts}


def test_a_term_with_a_hyphen_in_a_word_is_found_in_every_spelling() -> None:
    content = (markdown.ROOT / "examples/bakery.yaml").read_text("utf-8")
    listed = content.replace("[Project Zonnebloem, ", "[Project Zonnebloem, Project Zonne-bloem, ")
    options = kinds.options_of_kinds()
    pack = compiler.compile_pack(
        loader.load(listed.encode(), kinds=options, networks=networks.names())
    )
    texts = (
        "Project Zonne-bloem",
        "project zonne bloem",
        "projectzonnebloem",
        "Project Zonne/bloem",
    )

    for each in (pack, page.page_pack(pack)):
        found = [len(Checker(each).check(Post(text), now=NOW)) for text in texts]
        assert found == [1] * len(texts)


def test_a_number_of_nine_digits_is_as_sure_as_is_said() -> None:
    number = "123456782"

    assert severities(number) == ["note"]
    assert severities(f"BSN {number}") == ["stop"]
    assert severities(f"bestelling {number}") == []
