"""The clauses of the library that a draft does not have yet, filled in with what it says."""

from collections.abc import Mapping, Sequence
from typing import cast

from afspraak.diagnostics import Lang
from afspraak.protocol import editing, interview, library
from afspraak.protocol.answers import Answers
from afspraak.protocol.model import Clause, Protocol
from afspraak.protocol.write import clause_node
from afspraak.web.drafting.editor.held import Content


def on_shelf(content: Content, protocol: Protocol | None, lang: Lang) -> Sequence[Clause]:
    """What can be added, in the order of the library."""
    there = {str(editing.value_at(each, ("id",))) for each in content.clauses}
    answers = _answers(content, protocol, lang)
    return [clause for clause in library.clauses(answers) if clause.id not in there]


def value_of(clause: Clause, taken: frozenset[str]) -> Mapping[str, editing.Value]:
    """The clause as it will stand in the file, without rules that the draft has already."""
    node = cast("dict[str, editing.Value]", clause_node(clause))
    rules = cast("list[Mapping[str, editing.Value]]", node.get("rules") or [])
    kept: list[editing.Value] = [rule for rule in rules if rule.get("id") not in taken]
    return {**node, "rules": kept or None}


def place_of(clause: Clause, content: Content) -> int:
    """Where in the draft it comes: before the first clause that follows it in the library."""
    order = [source.id for source in library.sources()]
    later = set(order[order.index(clause.id) + 1 :])
    for number, each in enumerate(content.clauses):
        if editing.value_at(each, ("id",)) in later:
            return number
    return len(content.clauses)


def _answers(content: Content, protocol: Protocol | None, lang: Lang) -> Answers:
    """What the draft says, as answers to the interview; what it leaves open is proposed."""
    name = editing.value_at(content.root, ("organisation", "name"))
    answers = interview.defaults(name if isinstance(name, str) and name else "…", lang=lang)
    answers = answers.model_copy(update={"languages": content.languages, "listed": True})
    if protocol is None:
        return answers
    about, people = protocol.organisation, protocol.people
    return answers.model_copy(
        update={
            "name": about.name,
            "sector": about.sector,
            "people": about.people,
            "stance": protocol.work_time.stance,
            "brands": about.brands,
            "aliases": about.aliases,
            "domains": about.domains,
            "contacts": about.contacts,
            "manager": people.manager,
            "deputy": people.deputy,
            "press": people.press,
            "confidant": people.confidant,
            "second_reader": people.second_reader,
            "leaders": people.leaders,
            "body": protocol.edition.representation.body,
            "consent": protocol.edition.representation.consent,
            "networks": protocol.desk.channels,
        }
    )
