"""What an executor in another language needs besides the rules: the tables of this engine.

Each table has its home in the module that uses it, as `TABLES`.
Here they are gathered for a page's pack.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from importlib import import_module

from afspraak.engine import findings, graphemes, length, measures, networks, spelling
from afspraak.engine.checks import CHECKS
from afspraak.engine.conditions import SENTENCE_END
from afspraak.engine.pack import PackData

Tables = Mapping[str, object]


def facts(data: PackData) -> dict[str, object]:
    """The tables that this pack's rules may ask for. All patterns are the same in JavaScript."""
    checks = {each["check"] for each in data["patterns"] if "check" in each}
    found: dict[str, object] = {
        "gap": spelling.GAP.pattern,
        "sentence_end": SENTENCE_END.pattern,
        "hidden": findings.HIDDEN,
        "checks": _of_checks(checks),
    }
    if any("measure" in part for rule in data["rules"] for part in rule["parts"]):
        found |= counting()
    return found


def counting() -> dict[str, object]:
    """The tables to count a post by, as each network counts: also where no rule asks for them."""
    return {
        "measures": measures.TABLES,
        "length": length.TABLES,
        "networks": {name: asdict(each) for name, each in networks.all_networks().items()},
        "graphemes": graphemes.tables(),
    }


def _of_checks(names: Iterable[str]) -> dict[str, Tables]:
    """The tables of the modules in which these checks stand, by the name of the module."""
    modules = {CHECKS[name].__module__ for name in names}
    with_tables = {name: vars(import_module(name)).get("TABLES") for name in sorted(modules)}
    return {name.rpartition(".")[2]: tables for name, tables in with_tables.items() if tables}
