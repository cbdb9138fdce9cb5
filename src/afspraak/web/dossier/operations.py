"""Offering posts for a trial, doing it once, and deleting the posts right after."""

import datetime as dt
import importlib
import importlib.util
import uuid
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.db.models import F

from afspraak.decisions import retention
from afspraak.diagnostics import Text
from afspraak.web.agreeing import queries as agreeing
from afspraak.web.agreeing.queries import ProceedingRow
from afspraak.web.audit import operations as audit
from afspraak.web.audit.actions import Action
from afspraak.web.dossier import actions, posts, queries
from afspraak.web.dossier.models import UNDERWAY, Trial
from afspraak.web.dossier.queries import REPORT, TrialRow
from afspraak.web.editions import judging
from afspraak.web.editions import queries as editions
from afspraak.web.editions.queries import EditionRow

if TYPE_CHECKING:  # needs the extra `bulk`
    from types import ModuleType

    from afspraak.web.dossier.running import Tried

POSTS = "dossier.posts"
"""The rule under which posts are deleted."""
MAX_ATTEMPTS = 3
"""A trial that is cut off more often is too much for this machine."""
CUT_OFF_HOURS = 24

_GONE: Text = {
    "nl": "De berichten zijn er niet meer.",
    "en": "The posts are no longer there.",
}
_AGAIN: Text = {"nl": "Bied ze opnieuw aan.", "en": "Offer them again."}


class UnableToOffer(Exception):
    """The posts are not taken: what is wrong and what can be done."""

    def __init__(self, problem: Text, way_out: Text) -> None:
        super().__init__(problem["en"])
        self.problem = problem
        self.way_out = way_out


def can_try() -> bool:
    """Whether the part that reads files of posts is installed."""
    return all(importlib.util.find_spec(name) for name in ("pyarrow", "numpy"))


def replaced_by(proceeding: ProceedingRow, now: dt.datetime) -> EditionRow | None:
    """The edition that a proposal would replace, or did; nothing when it is the first."""
    before = [row for row in editions.past(now) if row.id != proceeding.edition]
    began = proceeding.in_force_at
    if began:
        before = [row for row in before if row.in_force_from < began]
    return before[0] if before else None


def offer_posts(
    *,
    proceeding: ProceedingRow,
    ending: str,
    chunks: Iterable[bytes],
    column: str,
    at_column: str,
    now: dt.datetime,
    actor: uuid.UUID,
) -> uuid.UUID:
    """Puts posts ready for a trial, and gives its key. Raises `UnableToOffer`.

    What cannot be read, or says who wrote what, is refused before anything waits.
    """
    if not can_try():
        raise UnableToOffer(*MISSING)
    if replaced_by(proceeding, now) is None:
        raise UnableToOffer(*NOTHING_BEFORE)
    trial = Trial(
        proceeding=proceeding.id,
        version=proceeding.version,
        ending=ending,
        column=column,
        at_column=at_column,
        offered_at=now,
    )
    path = posts.write(trial.pk, ending, chunks)
    try:
        size = path.stat().st_size
        running = _running()
        asked = running.Asked(column, at_column)
        timezone = judging.judge(proceeding.source, now.date()).protocol.organisation.timezone
        try:
            running.opened(path, asked, timezone)
        except running.UnableToTry as unable:
            raise UnableToOffer(unable.problem, unable.way_out) from unable
        with transaction.atomic():
            trial.save(force_insert=True)
            audit.record(
                actions.POSTS_OFFERED,
                now=now,
                actor=actor,
                subject=f"proceeding:{proceeding.id}",
                edition=proceeding.number,
                facts={"number": proceeding.number, "bytes": size},
            )
    except IntegrityError as error:
        posts.delete(trial.pk, ending)
        raise UnableToOffer(*UNDERWAY_ALREADY) from error
    except BaseException:
        posts.delete(trial.pk, ending)
        raise
    return trial.pk


def try_next(*, now: dt.datetime) -> bool:
    """Does one trial that waits, or one that was cut off, and says whether there was one.

    Only one worker has this job. A run that was thought dead and is not can no longer write: the
    trial is under another claim.
    """
    row = Trial.objects.filter(state__in=UNDERWAY).order_by("offered_at").first()
    if row is None:
        return False
    claim = uuid.uuid4()
    claimed = Trial.objects.filter(pk=row.pk, state__in=UNDERWAY, claim=row.claim).update(
        state="running", claim=claim, attempts=F("attempts") + 1, percent=0, posts=0
    )
    if not claimed:
        return True
    trial = queries.trial(row.pk)
    if trial is None:
        return True
    if row.attempts >= MAX_ATTEMPTS:
        _refuse(trial, claim, CUT_OFF, now)
    else:
        _try(trial, claim, now)
    return True


def _try(trial: TrialRow, claim: uuid.UUID, now: dt.datetime) -> None:
    if not can_try():
        _refuse(trial, claim, MISSING, now)
        return
    proceeding = agreeing.proceeding(trial.proceeding)
    source = agreeing.source_of(trial.proceeding, trial.version)
    before = replaced_by(proceeding, now) if proceeding else None
    path = posts.place(trial.id, trial.ending)
    if source is None or before is None or not path.exists():
        _refuse(trial, claim, (_GONE, _AGAIN), now)
        return
    running = _running()

    def tell(checked: int, share: float) -> None:
        # Only a run that still has its claim says how far it is.
        Trial.objects.filter(pk=trial.id, claim=claim).update(
            percent=min(round(100 * share), 100), posts=checked
        )

    try:
        tried = running.tried(
            path,
            running.Asked(trial.column, trial.at_column),
            editions.pack_of(before),
            judging.judge(source, now.date()).pack,
            now=now,
            tell=tell,
        )
    except running.UnableToTry as unable:
        _refuse(trial, claim, (unable.problem, unable.way_out), now)
    else:
        _finish(trial, claim, tried, now)


@transaction.atomic
def _finish(trial: TrialRow, claim: uuid.UUID, tried: "Tried", now: dt.datetime) -> None:
    reports = {
        lang: REPORT.dump_python(report, mode="json") for lang, report in tried.reports.items()
    }
    done = Trial.objects.filter(pk=trial.id, state="running", claim=claim).update(
        state="done",
        claim=None,
        percent=100,
        posts=tried.posts,
        ended_at=now,
        outcome=reports,
    )
    if done:
        _record(actions.TRIAL_DONE, trial, now, posts=tried.posts)


@transaction.atomic
def _refuse(trial: TrialRow, claim: uuid.UUID, why: tuple[Text, Text], now: dt.datetime) -> None:
    told = dict(zip(queries.PROBLEM_KEYS, why, strict=True))
    ended = Trial.objects.filter(pk=trial.id, state="running", claim=claim).update(
        state="refused", claim=None, ended_at=now, problem=told
    )
    if ended:
        _record(actions.TRIAL_REFUSED, trial, now)


def _record(action: Action, trial: TrialRow, now: dt.datetime, **facts: int) -> None:
    proceeding = agreeing.proceeding(trial.proceeding)
    number = proceeding.number if proceeding else ""
    audit.record(
        action,
        now=now,
        subject=f"proceeding:{trial.proceeding}",
        edition=number,
        facts={"number": number, **facts},
    )


def delete_posts(now: dt.datetime) -> Sequence[str]:
    """Deletes the posts of trials that are over, and of uploads that were cut off.

    The row remembers until it is done, so that a power cut between the two leaves nothing.
    """
    over = Trial.objects.filter(posts_gone_at=None).exclude(state__in=UNDERWAY)
    lines = []
    for key, ending in over.values_list("pk", "ending"):
        posts.delete(key, ending)
        lines.append(f"trial-posts {key} {now:%Y-%m-%d}")
    over.update(posts_gone_at=now)
    known = Trial.objects.filter(posts_gone_at=None).values_list("pk", flat=True)
    cut_off = (now - dt.timedelta(hours=CUT_OFF_HOURS)).timestamp()
    for path in posts.left_behind(known):
        if path.stat().st_mtime < cut_off:
            path.unlink(missing_ok=True)
            lines.append(f"trial-posts {path.name[:36]} {now:%Y-%m-%d}")
    return lines


def delete_outcomes(now: dt.datetime) -> Sequence[str]:
    """Deletes outcomes of trials with their samples, a year after they were made."""
    day = retention.over(retention.RULES["trial"], now.astimezone(dt.UTC).date())
    old = Trial.objects.filter(ended_at__date__lte=day).exclude(posts_gone_at=None)
    lines = [f"trial {key} {at:%Y-%m-%d}" for key, at in old.values_list("pk", "ended_at")]
    old.delete()
    return lines


def _running() -> "ModuleType":
    return importlib.import_module("afspraak.web.dossier.running")


MISSING: tuple[Text, Text] = (
    {
        "nl": "Op deze installatie ontbreekt het onderdeel dat bestanden met berichten leest.",
        "en": "This installation lacks the part that reads files of posts.",
    },
    {
        "nl": 'Vraag de beheerder om `pip install "afspraak[bulk]"`, of doe de proef op een eigen '
        "computer met `afspraak replay`.",
        "en": 'Ask the administrator for `pip install "afspraak[bulk]"`, or do the trial on a '
        "computer of your own with `afspraak replay`.",
    },
)
NOTHING_BEFORE: tuple[Text, Text] = (
    {
        "nl": "Er is nog geen uitgave van kracht om mee te vergelijken.",
        "en": "No edition is in force yet to compare with.",
    },
    {
        "nl": "Een proef kan vanaf het tweede voorstel.",
        "en": "A trial can be done from the second proposal on.",
    },
)
UNDERWAY_ALREADY: tuple[Text, Text] = (
    {
        "nl": "Er loopt al een proef met dit voorstel.",
        "en": "A trial of this proposal is underway.",
    },
    {"nl": "Wacht tot die klaar is.", "en": "Wait until it is done."},
)
CUT_OFF: tuple[Text, Text] = (
    {
        "nl": "De proef is drie keer afgebroken: waarschijnlijk is er te weinig geheugen.",
        "en": "The trial was cut off three times: probably there is too little memory.",
    },
    {
        "nl": "Bied minder berichten aan, of doe de proef met `afspraak replay`.",
        "en": "Offer fewer posts, or do the trial with `afspraak replay`.",
    },
)
