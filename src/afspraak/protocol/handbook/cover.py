"""Page one: whose agreement this is, and the four things everybody should know."""

from collections.abc import Iterator

from afspraak.diagnostics import Lang
from afspraak.protocol.handbook.clauses import RIGHTS, clause_id, clauses
from afspraak.protocol.handbook.content import Cover, Glance, Passage
from afspraak.protocol.handbook.passages import clean, passage
from afspraak.protocol.handbook.people import contact
from afspraak.protocol.handbook.wording import say, say_count, say_date
from afspraak.protocol.model import Protocol


def cover(protocol: Protocol, lang: Lang) -> Cover:
    """The first page of the handbook."""
    edition = protocol.edition
    return Cover(
        title=say("title", lang),
        organisation=clean(protocol.organisation.name),
        edition=say("edition", lang, number=clean(edition.number)),
        in_force=say("in-force", lang, date=say_date(edition.in_force, lang)),
        representation=representation(protocol, lang),
        glances=tuple(_glances(protocol, lang)),
    )


def representation(protocol: Protocol, lang: Lang) -> Passage:
    """Who spoke for the staff and what came of it, or why nobody did."""
    held = protocol.edition.representation
    if held.body == "none" and held.reason:
        return passage(held.reason, lang)
    if held.consent is None:
        return Passage(say(f"representation.{held.body}.open", lang), lang)
    said = say(f"representation.{held.body}.consent", lang, date=say_date(held.consent, lang))
    if held.reference:
        said = f"{said.removesuffix('.')} ({clean(held.reference)})."
    return Passage(said, lang)


def _glances(protocol: Protocol, lang: Lang) -> Iterator[Glance]:
    first = clauses(protocol)[0]
    if first.id == RIGHTS:
        text = Passage(say("glance.rights.text", lang), lang)
        yield Glance(say("glance.rights", lang), None, (text,), clause_id(first))
    stance = Passage(say(f"stance.{protocol.work_time.stance}.short", lang), lang)
    yield Glance(say("glance.work-time", lang), stance, tuple(_work_time(protocol, lang)))
    manager = contact(protocol.people, "manager", lang)
    name = Passage(manager.name, lang) if manager else None
    yield Glance(say("glance.ask", lang), name, tuple(_answer(protocol, lang)), "people")
    if protocol.values:
        names = tuple(passage(value.name, lang) for value in protocol.values)
        yield Glance(say("glance.values", lang), None, names, "values")


def _work_time(protocol: Protocol, lang: Lang) -> Iterator[Passage]:
    """The company's own words where it gave them, else what its stance comes down to."""
    work_time = protocol.work_time
    if work_time.note:
        yield passage(work_time.note, lang)
    else:
        yield Passage(say(f"stance.{work_time.stance}", lang), lang)
    if work_time.where:
        yield passage(work_time.where, lang)


def _answer(protocol: Protocol, lang: Lang) -> Iterator[Passage]:
    if protocol.people.manager.reach:
        yield Passage(clean(protocol.people.manager.reach), lang)
    hours = say_count("hours", protocol.questions.answer_within_hours, lang)
    yield Passage(say("glance.ask.within", lang, hours=hours), lang)
