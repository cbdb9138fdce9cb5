"""A protocol's own examples are run, those with facts too."""

import datetime as dt

import pytest

from afspraak.engine import compiler, examples
from afspraak.engine.draft import Checker
from afspraak.protocol.model import Protocol
from afspraak.protocol.problems import UnableToLoad
from engine import building

NOW = dt.datetime(2026, 12, 1, 12, tzinfo=dt.UTC)


def failures(protocol: Protocol) -> list[tuple[str, bool]]:
    checker = Checker(compiler.compile_pack(protocol))
    return [(each.text, each.missed) for each in examples.run(protocol, checker, now=NOW)]


def rule(**given: object) -> dict[str, object]:
    return {"id": "een", "kind": "terms", "severity": "note", "terms": ["brood"], **given}


def test_examples_that_hold_fail_nowhere() -> None:
    protocol = building.protocol_with(
        [rule(examples={"finds": ["Vers brood"], "clear": ["Verse taart"]})]
    )

    assert failures(protocol) == []


def test_a_missed_and_an_over_reaching_example_are_told_apart() -> None:
    protocol = building.protocol_with(
        [rule(examples={"finds": ["Verse taart"], "clear": ["Vers brood"]})]
    )

    assert failures(protocol) == [("Verse taart", True), ("Vers brood", False)]


def test_examples_of_an_embargo_that_has_ended_still_hold() -> None:
    protocol = building.protocol_with(
        [rule(until=dt.date(2026, 3, 1), examples={"finds": ["Vers brood"]})]
    )

    assert failures(protocol) == []


def test_an_example_may_need_a_network_a_time_or_a_picture() -> None:
    quiet = {"kind": "timing", "quiet": [{"from": "2027-01-01", "until": "2027-01-10"}]}
    protocol = building.protocol_with(
        [
            {"id": "stil", "severity": "ask", **quiet, "examples": {"posts": [
                {"text": "Gelukkig nieuwjaar", "finds": True, "at": "2027-01-02T09:00"},
                {"text": "Gelukkig nieuwjaar", "finds": False, "at": "2027-01-12"},
            ]}},
            {"id": "lang", "kind": "format", "severity": "note", "examples": {"posts": [
                {"text": "brood " * 60, "finds": True, "network": "bluesky"},
                {"text": "brood " * 60, "finds": False, "network": "mastodon"},
            ]}},
            {"id": "beeld", "kind": "media", "severity": "note", "examples": {"posts": [
                {"text": "Kijk", "finds": True, "media": [{"alt": ""}]},
                {"text": "Kijk", "finds": False, "media": [{"alt": "Een brood"}]},
            ]}},
        ]
    )  # fmt: skip

    assert failures(protocol) == []


@pytest.mark.parametrize("at", ["2027-02-30", "1 maart", "2027-01-01T25:00"])
def test_an_example_at_an_impossible_time_is_a_problem(at: str) -> None:
    with pytest.raises(UnableToLoad):
        building.protocol_with(
            [rule(examples={"posts": [{"text": "Vers brood", "finds": True, "at": at}]})]
        )


def test_coverage_names_what_nothing_tests() -> None:
    protocol = building.protocol_with([rule()])

    assert examples.coverage(protocol) == examples.Coverage((), ("een",), 0)


def test_a_quiet_period_is_not_counted_as_finding_ordinary_posts() -> None:
    quiet = {"kind": "timing", "quiet": [{"from": "2026-01-01", "until": "2027-01-10"}]}
    protocol = building.protocol_with([{"id": "stil", "severity": "ask", **quiet}, rule()])
    checker = Checker(compiler.compile_pack(protocol))

    assert examples.count_found(checker, ["Vers brood", "Taart"], now=NOW) == {"een": 1}
