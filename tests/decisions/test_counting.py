"""Counts give nobody away: tried by whoever sees them and knows how large each team is."""

import datetime as dt
import itertools
from collections.abc import Iterator, Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from afspraak.decisions import counting
from afspraak.decisions.counting import Shown, Table

THRESHOLD = 3
TEAMS = st.dictionaries(
    st.sampled_from(["a", "b", "c", ""]),
    st.integers(1, 6).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))),
    min_size=1,
    max_size=3,
)


def worlds(teams: Mapping[str, tuple[int, int]]) -> Iterator[dict[str, tuple[int, int]]]:
    """Every way in which these teams may have read."""
    names = list(teams)
    for read in itertools.product(*(range(teams[name][1] + 1) for name in names)):
        yield {name: (count, teams[name][1]) for name, count in zip(names, read, strict=True)}


@settings(max_examples=80, deadline=None)
@given(TEAMS)
def test_nobody_learns_of_anyone_that_they_have_not_read(
    teams: Mapping[str, tuple[int, int]],
) -> None:
    seen = counting.table(teams, THRESHOLD)
    possible = [world for world in worlds(teams) if counting.table(world, THRESHOLD) == seen]

    for size in range(1, len(teams) + 1):
        for group in itertools.combinations(teams, size):
            most = max(sum(world[team][0] for team in group) for world in possible)
            of = sum(teams[team][1] for team in group)
            if seen.total.everybody:
                assert most == of
            else:
                assert most >= min(of, THRESHOLD - 1), (group, seen)


@given(TEAMS)
def test_no_shown_count_says_more_than_is_so(teams: Mapping[str, tuple[int, int]]) -> None:
    table = counting.table(teams, THRESHOLD)

    for team, shown in table.teams.items():
        assert shown.least is not None
        assert shown.least <= teams[team][0]
        assert shown.of > THRESHOLD or table.total.everybody
    assert (table.total.least or 0) <= sum(read for read, _ in teams.values())


@given(TEAMS, st.data())
def test_one_more_reader_seldom_shows(
    teams: Mapping[str, tuple[int, int]], data: st.DataObject
) -> None:
    """Looking again after somebody has read tells at most that a threshold was passed."""
    team = data.draw(st.sampled_from(sorted(teams)))
    read, of = teams[team]
    if read == of:
        return
    before = counting.table(teams, THRESHOLD)
    after = counting.table({**teams, team: (read + 1, of)}, THRESHOLD)

    if before.total.least != after.total.least and not after.total.everybody:
        assert after.total.least is not None
        assert after.total.least % THRESHOLD == 0


def test_a_table() -> None:
    teams = {"Winkel": (7, 9), "Bakkerij": (10, 10), "Kantoor": (2, 3), "": (1, 1)}

    assert counting.table(teams, 5) == Table(
        total=Shown(23, 20),
        teams={"Bakkerij": Shown(10, 5), "Winkel": Shown(9, 5)},
        rest=Shown(4, None),
    )


def test_everybody_is_said_of_a_team_only_when_it_holds_for_all() -> None:
    teams = {"Winkel": (9, 9), "Bakkerij": (6, 6)}

    table = counting.table(teams, 5)

    assert table.total == Shown(15, 15, everybody=True)
    assert table.teams["Winkel"] == Shown(9, 9, everybody=True)


def test_too_few_people_are_not_counted() -> None:
    assert counting.shown(4, 4) == Shown(4, None)
    assert counting.shown(0, 5) == Shown(5, 0)


def test_days_show_only_whole_thresholds() -> None:
    first = dt.date(2026, 11, 2)
    readings = {first + dt.timedelta(days=day): count for day, count in enumerate((3, 1, 4, 1, 3))}

    assert counting.by_day(readings, 12) == [
        (first + dt.timedelta(days=2), 5),
        (first + dt.timedelta(days=4), 12),
    ]
    assert counting.by_day(readings, 12, 1) == [
        (first + dt.timedelta(days=day), count) for day, count in enumerate((3, 4, 8, 9, 12))
    ]
