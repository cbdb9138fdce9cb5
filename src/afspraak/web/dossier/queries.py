"""Trials of a proposal, as pages show them."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pydantic import TypeAdapter

from afspraak.diagnostics import Lang, Text
from afspraak.documents.replay_report import Report
from afspraak.web.dossier.models import UNDERWAY, Trial

REPORT = TypeAdapter(Report)
PROBLEM_KEYS = ("problem", "way_out")


@dataclass(frozen=True, slots=True)
class TrialRow:
    """A trial: how far it is, and why it could not be done if it could not."""

    id: uuid.UUID
    proceeding: uuid.UUID
    version: int
    ending: str
    column: str
    at_column: str
    offered_at: dt.datetime
    state: str
    percent: int
    posts: int
    ended_at: dt.datetime | None
    problem: Mapping[str, Text]
    posts_gone_at: dt.datetime | None

    @property
    def is_underway(self) -> bool:
        """Whether it waits or runs."""
        return self.state in UNDERWAY


_FIELDS = tuple(TrialRow.__dataclass_fields__)


def trial(key: uuid.UUID) -> TrialRow | None:
    """The trial with this key."""
    return next(iter(_rows(pk=key)), None)


def latest(proceeding: uuid.UUID) -> TrialRow | None:
    """The last trial of a proposal, done or not."""
    return next(iter(_rows(proceeding=proceeding)), None)


def report(proceeding: uuid.UUID, version: int, lang: Lang) -> Report | None:
    """What the last trial of this very text came to; nothing when there was none."""
    found = Trial.objects.filter(proceeding=proceeding, version=version, state="done")
    outcome = found.order_by("-ended_at").values_list("outcome", flat=True).first()
    return REPORT.validate_python(outcome[lang]) if outcome else None


def tried_versions(proceeding: uuid.UUID) -> Sequence[int]:
    """The texts of a proposal that were tried."""
    found = Trial.objects.filter(proceeding=proceeding, state="done")
    return sorted(set(found.values_list("version", flat=True)))


def has_posts_to_delete() -> bool:
    """Whether posts lie there of a trial that is over."""
    return Trial.objects.filter(posts_gone_at=None).exclude(state__in=UNDERWAY).exists()


def _rows(**where: object) -> list[TrialRow]:
    found = Trial.objects.filter(**where).order_by("-offered_at", "pk")
    rows = found.values_list(*_FIELDS)
    return [TrialRow(*values) for values in rows]
