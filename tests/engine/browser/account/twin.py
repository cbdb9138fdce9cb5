"""Reads accounts with the browser's account check, in Node and in Chromium, and as Python does."""

import json
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from afspraak.engine import tables
from afspraak.engine.account import read_account
from engine.browser.account.accounts import Account, companies, data_of
from engine.browser.executor import ChromiumExecutor

SCRIPT = Path(__file__).with_name("answers.mjs")
IN_PAGE = """async ([sections, tables, accounts]) => {
  const { readAccount } = await import("/browser/account.js");
  const packs = new Map();
  for (const [company, account] of Object.entries(JSON.parse(sections))) {
    packs.set(company, { tables: JSON.parse(tables), account });
  }
  const asked = JSON.parse(accounts);
  return JSON.stringify(asked.map((each) => readAccount(packs.get(each.company), each)));
}"""

Answer = dict[str, Any]


class Node:
    """The browser's account check in one process of Node."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def answers(self, accounts: Sequence[Account]) -> list[Answer]:
        """What the browser's check says of each account."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{json.dumps([each._asdict() for each in accounts])}\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        assert answer, "Node stopped; its error stands above"
        read: list[Answer] = json.loads(answer)
        return read


@contextmanager
def in_node() -> Iterator[Node]:
    """Node, for as long as the context lasts, with the section of every company."""
    process = subprocess.Popen(
        ["node", str(SCRIPT)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    )
    assert process.stdin is not None
    process.stdin.write(f"{json.dumps({'tables': tables.load(), 'sections': _sections()})}\n")
    try:
        yield Node(process)
    finally:
        process.communicate()


def in_page(chromium: ChromiumExecutor, accounts: Sequence[Account]) -> list[Answer]:
    """What the check says in a page that may run nothing but modules of its own origin."""
    given = [_sections(), tables.load(), [each._asdict() for each in accounts]]
    answer: str = chromium._page.evaluate(IN_PAGE, [json.dumps(each) for each in given])
    read: list[Answer] = json.loads(answer)
    return read


def by_python(account: Account) -> Answer:
    """The whole answer of the engine, in the form of JSON."""
    company, handle, name, bio, network = account
    found = read_account(data_of(company), handle, name=name, bio=bio, network=network)
    return {
        "reading": found.reading,
        "evidence": [
            {
                "where": each.where,
                "start": each.span.start,
                "end": each.span.end,
                "text": each.text,
                "says": each.says,
            }
            for each in found.evidence
        ],
        "advice": list(found.advice),
        "handles": list(found.handles),
        "bio": found.bio,
    }


def _sections() -> dict[str, object]:
    return {company: data_of(company) for company in companies()}
