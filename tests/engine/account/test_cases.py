"""The table of accounts: each is read as a follower would, for the reasons that are cited."""

import pytest

from afspraak.engine.account import read_account
from engine.account.table import Case, cases, data_of

CASES = list(cases())


def test_the_table_is_large_and_covers_every_reading() -> None:
    assert len(CASES) >= 350
    assert {case.reading for case in CASES} == {
        "corporate",
        "professional",
        "affiliated",
        "private",
        "unclear",
    }


@pytest.mark.parametrize("case", CASES, ids=str)
def test_account_is_read_as_the_table_says(case: Case) -> None:
    found = read_account(
        data_of(case.organisation),
        case.handle,
        name=case.name,
        bio=case.bio,
        network=case.network,
    )
    cited = {(evidence.where, evidence.text) for evidence in found.evidence}
    assert found.reading == case.reading
    assert cited >= set(case.cited)
