"""What a scan counts: posts, findings by rule and severity, posts touched; never by person."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa

from afspraak.bulk.files import BadRow
from afspraak.diagnostics import Text
from afspraak.engine.findings import SEVERITY_ORDER

MOST_SHOWN = 10
"""So many rows that could not be used are kept with their place; the rest is only counted."""


@dataclass(frozen=True, slots=True)
class BadPlace:
    """A row that could not be used, and why."""

    file: str
    row: int
    line: int | None
    problem: Text


@dataclass(slots=True)
class RuleCount:
    """How often a rule speaks, in how many posts, and how severely."""

    findings: int = 0
    posts: int = 0
    by_severity: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Counts:
    """The counts of a scan so far. `without_text` are rows without a post."""

    posts: int = 0
    without_text: int = 0
    bad_rows: int = 0
    findings: int = 0
    touched: int = 0
    rules: dict[str, RuleCount] = field(default_factory=dict)
    first_bad: list[BadPlace] = field(default_factory=list)

    def add_posts(self, texts: pa.Array) -> None:
        """Counts a batch of posts."""
        self.posts += len(texts) - texts.null_count
        self.without_text += texts.null_count

    def add_bad(self, file: str, bad: tuple[BadRow, ...]) -> None:
        """Counts rows that could not be used, and keeps the place of the first."""
        self.bad_rows += len(bad)
        for each in bad[: MOST_SHOWN - len(self.first_bad)]:
            self.first_bad.append(BadPlace(file, each.row, each.line, each.problem))

    def add_findings(self, rows: pa.Table) -> None:
        """Counts the findings of a batch, rows of `scan_table.SCHEMA`."""
        if not rows.num_rows:
            return
        names = rows["rule"].chunk(0).dictionary.to_pylist()
        row = rows["row"].to_numpy()
        rule = rows["rule"].chunk(0).indices.to_numpy().astype(np.int64)
        severity = rows["severity"].chunk(0).indices.to_numpy()
        self.findings += len(row)
        self.touched += len(np.unique(row))
        in_posts = np.bincount(np.unique(row * len(names) + rule) % len(names))
        kinds = len(SEVERITY_ORDER)
        table = np.bincount(rule * kinds + severity, minlength=len(names) * kinds)
        table = table.reshape(len(names), kinds)
        for i in np.flatnonzero(table.any(axis=1)):
            known = self.rules.setdefault(names[i], RuleCount())
            known.findings += int(table[i].sum())
            known.posts += int(in_posts[i])
            for k in np.flatnonzero(table[i]):
                name = SEVERITY_ORDER[k]
                known.by_severity[name] = known.by_severity.get(name, 0) + int(table[i, k])

    @property
    def by_severity(self) -> dict[str, int]:
        """Findings by severity, the worst first."""
        return {
            name: total
            for name in reversed(SEVERITY_ORDER)
            if (total := sum(each.by_severity.get(name, 0) for each in self.rules.values()))
        }

    @property
    def noisiest(self) -> list[tuple[str, RuleCount]]:
        """The rules that speak, the one that speaks most often first."""
        return sorted(self.rules.items(), key=lambda each: (-each[1].findings, each[0]))

    def as_json(self) -> dict[str, Any]:
        """The counts as plain values."""
        return asdict(self)


def from_json(kept: Mapping[str, Any]) -> Counts:
    """The counts that were kept as plain values."""
    rules = {name: RuleCount(**each) for name, each in kept["rules"].items()}
    first_bad = [BadPlace(**each) for each in kept["first_bad"]]
    return Counts(**{**kept, "rules": rules, "first_bad": first_bad})
