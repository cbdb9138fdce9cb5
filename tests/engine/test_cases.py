"""Every case file is run: what is marked must be found, what is not marked must not."""

import datetime as dt
from functools import cache

import pytest

from afspraak.engine import kinds
from afspraak.engine.draft import Checker
from engine import building, case_file

NOW = dt.datetime(2026, 12, 1, 12, tzinfo=dt.UTC)
FILES = {path.stem: path for path in sorted(case_file.CASES.glob("*.md"))}


@cache
def checker(kind: str) -> Checker:
    protocol = case_file.read(FILES[kind]).protocol
    given = {key: protocol[key] for key in ("organisation", "lists") if key in protocol}
    return Checker(building.pack_with(protocol["rules"], **given))


@pytest.mark.parametrize(
    ("kind", "case"),
    [
        pytest.param(kind, case, id=f"{kind}:{case.line}")
        for kind, path in FILES.items()
        for case in case_file.read(path).cases
    ],
)
def test_case_is_found_as_marked(kind: str, case: case_file.Case) -> None:
    found = checker(kind)
    hits = found.check(case.post, now=NOW)
    rules = [(hit, found.pack.data["rules"][hit.rule]["id"]) for hit in hits]
    placed = [(h.span.start, h.span.end, rule) for h, rule in rules if rule not in case.unplaced]

    assert sorted(placed) == list(case.wanted), case.post.text
    assert sorted({rule for _, rule in rules if rule in case.unplaced}) == list(case.unplaced)


@pytest.mark.parametrize("kind", kinds.all_kinds())
def test_kind_has_thirty_cases_half_of_them_clear(kind: str) -> None:
    cases = case_file.read(FILES[kind]).cases
    clear = [case for case in cases if not case.wanted and not case.unplaced]

    assert len(cases) >= 30
    assert len(clear) * 2 >= len(cases)
