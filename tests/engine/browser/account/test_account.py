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
MODULES = Path(page.__file__).parent / "browser"
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


@pytest.mark.parametrize(
    "account",
    [
        Account("jansen", "a" * 100_000, "b" * 100_000, "bij jansen " * 20_000),
        Account("rare", "𠮷" * 400, "𠮷野家" * 200, "werk bij 𠮷野家 😀 " * 900),
        Account("blokker", "ab" * 40 + "blokker", "\ud800" * 400, "\udfff🥖" * 3000),
    ],
    ids=["long", "beyond the first plane", "half signs"],
)
def test_what_is_too_long_is_cut_where_the_engine_cuts_it(node: Node, account: Account) -> None:
    assert not differing([account], node.answers([account]))


def test_page_under_a_strict_policy_reads_as_the_engine_does() -> None:
    asked = [*accounts.of_the_table(), *accounts.made(2, BATCH // 2)]
    pack = building.pack_with([])

    with ChromiumExecutor(page.page_pack(pack)) as chromium:
        answers = in_page(chromium, asked)

        assert not chromium.errors
    assert not differing(asked, answers)


def test_modules_and_the_section_are_small() -> None:
    modules = [MODULES / "account.js", *sorted((MODULES / "account").glob("*.js"))]
    code = b"".join(path.read_bytes() for path in modules)

    assert len(modules) > 10
    assert len(gzip.compress(code, mtime=0)) < MAX_BYTES


def differing(asked: Sequence[Account], answers: Sequence[Answer]) -> list[object]:
    """The accounts of which the answers differ, with both."""
    assert len(asked) == len(answers)
    pairs = zip(asked, answers, strict=True)
    return [
        (account, expected, answer)
        for account, answer in pairs
        if (expected := by_python(account)) != answer
    ]
