"""The browser's account check says what the engine says, of every account and in every word."""

import gzip
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afspraak.engine import page
from engine import building
from engine.browser.account import accounts
from engine.browser.account.accounts import Account
from engine.browser.account.twin import Answer, Node, by_python, in_node, in_page
from engine.browser.executor import ChromiumExecutor

# Reading an account in Python takes some twenty times as long as checking a post.
ODD = int(os.environ.get("AFSPRAAK_GATE_TEXTS", "20000")) // 20
BATCH = 500
FOLDER = Path(page.__file__).parent / "browser"
MODULES = [FOLDER / "account.js", *sorted((FOLDER / "account").glob("*.js"))]
MAX_BYTES = 19_000

texts = st.one_of(
    st.text(st.characters(exclude_categories=[]), max_size=40),
    st.lists(st.sampled_from(accounts.PARTS), max_size=8).map("".join),
).map(accounts.as_javascript)
anything = st.builds(
    Account,
    company=st.sampled_from(accounts.companies()),
    handle=texts,
    name=texts,
    bio=texts,
    network=st.sampled_from(accounts.NETWORKS),
)


@pytest.fixture(scope="module")
def node() -> Iterator[Node]:
    with in_node() as running:
        yield running


def test_table_is_read_as_the_engine_reads_it(node: Node) -> None:
    table = accounts.of_the_table()

    assert len(table) >= 500
    assert not differing(table, node.answers(table))


def test_odd_accounts_are_read_as_the_engine_reads_them(node: Node) -> None:
    odd = list(accounts.made(20270101, ODD))

    for start in range(0, ODD, BATCH):
        batch = odd[start : start + BATCH]
        assert not differing(batch, node.answers(batch))


def test_odd_accounts_show_every_reading_and_quote_every_field(node: Node) -> None:
    answers = node.answers(list(accounts.made(1, BATCH)))

    assert {answer["reading"] for answer in answers} == {
        *("corporate", "professional", "affiliated", "private", "unclear"),
    }
    assert {each["where"] for answer in answers for each in answer["evidence"]} == {
        *("handle", "name", "bio", "link"),
    }
    assert sum(bool(answer["handles"]) for answer in answers) > BATCH / 20


@settings(max_examples=150, deadline=None)
@given(anything)
def test_any_text_is_read_as_the_engine_reads_it(node: Node, account: Account) -> None:
    assert not differing([account], node.answers([account]))


@pytest.mark.parametrize("account", accounts.HARD, ids=range(len(accounts.HARD)))
def test_hard_account_is_read_as_the_engine_reads_it(node: Node, account: Account) -> None:
    assert not differing([account], node.answers([account]))


def test_page_under_a_strict_policy_reads_as_the_engine_does() -> None:
    asked = [*accounts.of_the_table(), *accounts.made(2, BATCH // 2)]
    pack = building.pack_with([])

    with ChromiumExecutor(page.page_pack(pack)) as chromium:
        answers = in_page(chromium, asked)

        assert not chromium.errors
    assert not differing(asked, answers)


def test_modules_are_small() -> None:
    assert len(gzip.compress(b"".join(path.read_bytes() for path in MODULES), 9)) < MAX_BYTES


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_nothing_of_a_page_or_machine_is_used(path: Path) -> None:
    source = path.read_text("utf-8")

    for word in ("document", "window", "fetch(", "eval(", "Function(", "Date", "import("):
        assert word not in source
    for word in (
        "toLowerCase",
        "normalize(",
        "\\p{",
        "\\w",
        "\\s",
        "\\b",
        ".trim",
        "localeCompare",
    ):
        assert source.count(word) == (word == "toLowerCase" and path.name == "suggestions.js")


def differing(asked: Sequence[Account], answers: Sequence[Answer]) -> list[object]:
    """The accounts of which the answers differ, with both."""
    assert len(asked) == len(answers)
    pairs = zip(asked, answers, strict=True)
    return [
        (account, expected, answer)
        for account, answer in pairs
        if (expected := by_python(account)) != answer
    ]
