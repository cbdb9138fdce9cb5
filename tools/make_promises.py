"""Runs the tests that hold a promise and writes what came of them beside the page that shows it.

A test says which promises it holds: `@pytest.mark.promise(2, 7)`. When one fails, nothing is
written.
"""

import ast
import datetime as dt
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "src/afspraak/web/transparency/promises.json"


class Passed:
    """Counts by promise the tests that passed, and whether any did not."""

    def __init__(self) -> None:
        self.by_promise: Counter[int] = Counter()
        self._promises: dict[str, tuple[int, ...]] = {}

    def pytest_itemcollected(self, item: pytest.Item) -> None:
        """Remembers which promises a test holds."""
        marks = [mark.args for mark in item.iter_markers("promise")]
        self._promises[item.nodeid] = tuple(number for args in marks for number in args)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Counts a test that passed."""
        if report.when == "call" and report.passed:
            self.by_promise.update(self._promises[report.nodeid])


def main() -> int:
    """Runs them all; leaves with 1 when one fails."""
    passed = Passed()
    tests = marked(ROOT / "tests")
    files = sorted({name.partition("::")[0] for names in tests.values() for name in names})
    code = pytest.main(["-q", "-m", "promise", *(str(ROOT / file) for file in files)], [passed])
    if code:
        return 1
    from afspraak import __version__  # noqa: PLC0415 - tests may need it not to be imported before

    content = {
        "version": __version__,
        "date": dt.datetime.now(tz=dt.UTC).date().isoformat(),
        "promises": {
            str(number): {"passed": passed.by_promise[number], "tests": names}
            for number, names in tests.items()
        },
    }
    TARGET.write_text(json.dumps(content, indent=2) + "\n", "utf-8")
    print(TARGET.relative_to(ROOT))
    return 0


def marked(folder: Path) -> Mapping[int, list[str]]:
    """The tests that say they hold a promise, by promise, as `file::function`."""
    found: dict[int, list[str]] = {}
    for path in sorted(folder.rglob("test_*.py")):
        for name, number in _marks(ast.parse(path.read_text("utf-8"))):
            found.setdefault(number, []).append(f"{path.relative_to(ROOT).as_posix()}::{name}")
    return {number: sorted(names) for number, names in sorted(found.items())}


def _marks(tree: ast.Module) -> Iterator[tuple[str, int]]:
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef):
            continue
        for decorator in node.decorator_list:
            if isinstance(decorator, ast.Call) and ast.unparse(decorator.func).endswith(
                "mark.promise"
            ):
                for argument in decorator.args:
                    yield node.name, int(ast.literal_eval(argument))


if __name__ == "__main__":
    sys.exit(main())
