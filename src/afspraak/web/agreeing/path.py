"""The path of a proposal as a picture: what was done, by whom, and what is next."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils import formats, timezone
from django.utils.translation import gettext as _

from afspraak.decisions import agreeing
from afspraak.decisions.agreeing import Act, Answer, Ground, Refusal, State, Step
from afspraak.diagnostics import Lang
from afspraak.web.agreeing.queries import OutcomeRow
from afspraak.web.agreeing.situation import Standing, today
from afspraak.web.agreeing.wording import ANSWERS, BODIES, GROUNDS


@dataclass(frozen=True, slots=True)
class Stop:
    """One step of the path. `mark` is done, now, later or not."""

    title: str
    mark: str
    lines: Sequence[str]


def stops(held: Standing, lang: Lang) -> Sequence[Stop]:
    """The path from the text to being in force."""
    parts = (
        (_("The text"), _text(held)),
        (_("Offered"), _offered(held)),
        (_("The staff"), _staff(held, lang)),
        (_("Decided"), _decided(held)),
        (_("Those who lead read"), _leaders(held, lang)),
        (_("It holds"), _in_force(held)),
    )
    if held.proceeding.state == State.WITHDRAWN:
        done = [Stop(title, "done", lines) for title, told in parts if (lines := list(told))]
        return [*done, Stop(_("Withdrawn"), "not", list(_withdrawn(held)))]
    now = _next(held)
    return [
        Stop(title, "done" if at < now else "now" if at == now else "later", list(lines))
        for at, (title, lines) in enumerate(parts)
    ]


def _next(held: Standing) -> int:
    """Which step is next; past the last when the edition is in force."""
    if held.proceeding.state == State.WITH_REPRESENTATION:
        answered = held.situation.answered
        is_done = answered and answered.met and answered.answer is not Answer.REFUSAL
        return 3 if is_done else 2
    return _NEXT[held.proceeding.state]


_NEXT: Mapping[str, int] = {
    State.DRAFT: 0,
    State.OFFERED: 2,
    State.DECIDED: 4,
    State.LEADERS_READING: 4,
    State.IN_FORCE: 6,
    State.REPLACED: 6,
}


def refusals(
    held: Standing, now: dt.datetime, *, by: str, represents: bool
) -> Mapping[Act, Refusal | None]:
    """What this person could do now if they filled in everything rightly, and why not."""
    found: dict[Act, Refusal | None] = {}
    for act in agreeing.GRAPH[held.situation.state]:
        step = Step(
            act,
            now,
            today(now),
            by=by,
            represents=represents,
            text_hash=held.situation.text_hash,
            body=agreeing.Body.OR,
            answer=Answer.CONSENT,
            ground=_ground(held),
            on=today(now),
            reference="-",
            says="-",
            planned_for=now,
            leader=next((each.key for each in held.situation.leaders if each.is_away), ""),
        )
        leave = agreeing.may(step, held.situation)
        found[act] = leave if isinstance(leave, Refusal) else None
    return found


def _ground(held: Standing) -> Ground:
    if held.situation.people == 1:
        return Ground.ALONE
    return Ground.SAME_TEXT if held.situation.is_known_text else Ground.COLLECTIVE


def quoted(words: str) -> str:
    """What somebody wrote, between quotation marks."""
    return _("“%(words)s”") % {"words": words}


def day(moment: dt.datetime | dt.date | None) -> str:
    """A day in words."""
    if moment is None:
        return ""
    local = timezone.localtime(moment) if isinstance(moment, dt.datetime) else moment
    return formats.date_format(local, "j F Y")


def _by(name: str, moment: dt.datetime | None) -> str:
    if name:
        return _("%(name)s, %(day)s") % {"name": name, "day": day(moment)}
    return day(moment)


def _text(held: Standing) -> Iterator[str]:
    row = held.proceeding
    yield _("Put ready on %(day)s") % {"day": day(held.offer.added_at)}
    if row.version > 1:
        yield _("This is text %(number)s: an earlier one was taken back.") % {"number": row.version}


def _offered(held: Standing) -> Iterator[str]:
    if held.offer.offered_at:
        yield _by(held.offer.offered_by, held.offer.offered_at)


def _staff(held: Standing, lang: Lang) -> Iterator[str]:
    if held.offer.asked_at:
        yield _("Put to %(body)s: %(who)s") % {
            "body": BODIES[held.offer.body][lang],
            "who": _by(held.offer.asked_by, held.offer.asked_at),
        }
    for row in held.outcomes:
        if row.text_hash == held.proceeding.text_hash:
            yield from outcome_lines(row, lang)


def outcome_lines(row: OutcomeRow, lang: Lang) -> Iterator[str]:
    """What came of asking, in a few lines."""
    said = ANSWERS[row.answer][lang]
    yield _("%(answer)s, %(day)s") % {
        "answer": said[:1].upper() + said[1:],
        "day": day(row.on),
    } + (f" ({row.reference})" if row.reference else "")
    if row.ground:
        yield GROUNDS[row.ground][lang]
    if row.says:
        yield quoted(row.says)
    if row.answer == Answer.CONDITIONS:
        if row.met_at:
            yield _("Conditions met, %(who)s: “%(how)s”") % {
                "who": _by(row.met_by, row.met_at),
                "how": row.met_how,
            }
        else:
            yield _("The conditions are still open.")
    if not row.by_representation and row.answer not in {Answer.NOT_NEEDED, Answer.PERMISSION}:
        name = row.recorded_by or _("somebody who is no longer known here")
        if row.ground == "paper":
            yield _("Recorded by %(name)s.") % {"name": name}
        else:
            says = _("Recorded by %(name)s: nobody here had the role of staff representation.")
            yield says % {"name": name}


def _decided(held: Standing) -> Iterator[str]:
    row = held.proceeding
    if row.decided_at:
        yield _by(row.decided_by, row.decided_at)
        if row.alone:
            yield _("The same person offered and decided: one person works here.")
        if row.planned_for:
            yield _("To hold from %(day)s, and not before those who lead have read it.") % {
                "day": day(row.planned_for)
            }


def _leaders(held: Standing, lang: Lang) -> Iterator[str]:
    if held.leading:
        read = sum(each.has_read for each in held.leading)
        yield _("%(read)s of %(of)s have read it.") % {"read": read, "of": len(held.leading)}
        if held.excused:
            yield _("Excused because they are away: %(count)s.") % {"count": len(held.excused)}
    elif held.proceeding.state in {State.DECIDED, State.LEADERS_READING}:
        yield agreeing.refusal("nobody-leads").says[lang]


def _in_force(held: Standing) -> Iterator[str]:
    row = held.proceeding
    if row.in_force_at:
        yield _("Since %(day)s") % {"day": day(row.in_force_at)}
    if row.replaced_at:
        yield _("Replaced on %(day)s") % {"day": day(row.replaced_at)}


def _withdrawn(held: Standing) -> Iterator[str]:
    yield _by(held.proceeding.withdrawn_by, held.proceeding.withdrawn_at)
    if held.proceeding.withdrawn_reason:
        yield quoted(held.proceeding.withdrawn_reason)
