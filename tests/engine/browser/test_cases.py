"""Every case file in Node: what is marked must be found, what is not marked must not."""

import pytest

from engine import building, case_file
from engine.browser.executor import NodeExecutor

FILES = {path.stem: path for path in sorted(case_file.CASES.glob("*.md"))}


@pytest.mark.parametrize("kind", FILES)
def test_cases_are_found_as_marked(kind: str) -> None:
    protocol, cases = case_file.read(FILES[kind]).protocol, case_file.read(FILES[kind]).cases
    given = {key: protocol[key] for key in ("organisation", "lists") if key in protocol}
    wrong = []

    with NodeExecutor(building.pack_with(protocol["rules"], **given)) as node:
        found = node.check_many([case.post for case in cases])

    for case, hits in zip(cases, found, strict=True):
        placed = sorted(
            (start, end, rule) for rule, start, end in hits if rule not in case.unplaced
        )
        unplaced = sorted({rule for rule, _, _ in hits if rule in case.unplaced})
        if placed != list(case.wanted) or unplaced != list(case.unplaced):
            wrong.append((case.line, case.post.text, placed, unplaced))
    assert not wrong
