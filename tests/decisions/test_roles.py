"""Roles: what each may, and which do not go together."""

from itertools import combinations

from afspraak.decisions.roles import (
    CONFLICTS,
    KEPT,
    MAY,
    NAMES,
    TASKS,
    Capability,
    Role,
    conflicts,
    may,
)


def test_every_role_has_a_name_and_says_what_it_may_and_may_not() -> None:
    assert set(NAMES) == set(TASKS) == set(Role)
    for task in TASKS.values():
        assert set(task.may) == set(task.may_not) == {"nl", "en"}


def test_every_capability_belongs_to_somebody() -> None:
    assert set(MAY) == set(Capability)
    assert all(MAY.values())


def test_an_administrator_runs_the_machine_and_reads_nobodys_content() -> None:
    assert {each for each in Capability if may({Role.ADMINISTRATOR}, each)} == {
        Capability.MANAGE_PEOPLE,
        Capability.RUN_MACHINE,
    }


def test_an_employee_sees_nothing_about_others() -> None:
    assert [each for each in Capability if may({Role.EMPLOYEE}, each)] == []


def test_only_the_editor_sees_who_has_not_read() -> None:
    assert MAY[Capability.SEE_WHO_HAS_NOT_READ] == {Role.EDITOR}


def test_roles_meet_in_each_conflict_and_in_no_role_alone() -> None:
    for each in CONFLICTS:
        assert each in conflicts({each.one, each.other, Role.EMPLOYEE})
        assert each not in conflicts({each.one})
    assert all(conflicts({role}) == () for role in Role)


def test_a_pair_is_named_once() -> None:
    pairs = [frozenset({each.one, each.other}) for each in CONFLICTS]

    assert len(set(pairs)) == len(pairs)
    assert all(one != other for one, other in combinations(pairs, 2))


def test_somebody_has_to_be_administrator_and_editor() -> None:
    assert KEPT == (Role.ADMINISTRATOR, Role.EDITOR)
