"""The interview on pages: its subjects, what was typed, and the answers that this comes to.

What is typed is kept by the name of its field, exactly as it was typed. Only when something must
be made of it is it read, so that nobody loses a word to a mistake.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from afspraak.diagnostics import LANGUAGES, Lang, Text, pick
from afspraak.protocol import interview
from afspraak.protocol.answers import Answers
from afspraak.protocol.interview import AnswerProblem, Question, UnableToRead

Typed = Mapping[str, str | Sequence[str]]
"""What was typed, by field: a text, or the boxes that were ticked."""

Raw = dict[str, object]
"""Answers as the interview takes them, by question."""

NOT_HERE = frozenset({"consent", "reference"})
"""What is not asked on these pages: that the staff said yes is recorded when it is agreed."""

OWN_LANGUAGE = "values-lang"
"""The field with the language in which values of one's own were typed."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject: one page, with the questions that are asked after what was answered before."""

    key: str
    title: Text
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class SoFar:
    """What was answered until now, with proposals for the rest, and what is wrong with it.

    `answers` leaves out what cannot be used, so that there always is something to show.
    """

    raw: Raw
    answers: Answers
    problems: tuple[AnswerProblem, ...]


def topics(raw: Mapping[str, object]) -> list[Topic]:
    """The subjects that there is something to ask about, in their order."""
    found: dict[str, list[Question]] = {}
    for question in _questions():
        if question.is_asked(raw):
            found.setdefault(question.topic, []).append(question)
    return [Topic(key, interview.topic_title(key), tuple(some)) for key, some in found.items()]


def so_far(typed: Typed, proposed: Mapping[str, object], *, name: str, lang: Lang) -> SoFar:
    """What `typed` comes to. `proposed` stands for what was not typed yet.

    `name` and a manager to walk up to fill in for as long as nobody said who they are.
    """
    raw = _raw(typed, proposed)
    problems: tuple[AnswerProblem, ...] = ()
    usable = {**raw}
    while True:
        try:
            answers = interview.answers_from_mapping(usable)
        except UnableToRead as unable:
            problems = problems or unable.problems
            wrong = {each.key for each in unable.problems}
            stand_in = _standing_in(wrong - set(usable), name, lang)
            kept = {key: each for key, each in usable.items() if key not in wrong}
            usable = {**kept, **stand_in}
        else:
            return SoFar(raw, _emptied(answers, typed), problems)


def short(question: Question, lang: Lang) -> str:
    """The question itself, without how it is answered in a terminal."""
    asks, mark, _ = pick(question.ask, lang).partition("?")
    return asks + mark


def fields_of(question: Question) -> tuple[str, ...]:
    """The names of the fields in which a question is answered."""
    match question.reads:
        case "contact":
            return (f"{question.key}-name", f"{question.key}-reach")
        case "words":
            return tuple(f"{question.key}-{lang}" for lang in LANGUAGES)
        case "values":
            return (question.key, f"{question.key}-own")
    return (question.key,)


def shown(
    topic: Topic, typed: Typed, proposed: Mapping[str, object]
) -> dict[str, str | Sequence[str]]:
    """What stands in the fields of a page: what was typed, or else what is proposed."""
    fields: dict[str, str | Sequence[str]] = {}
    for question in topic.questions:
        names = fields_of(question)
        if any(name in typed for name in names):
            fields.update({name: typed[name] for name in names if name in typed})
        else:
            fields.update(as_typed(question, proposed.get(question.key)))
    return fields


def with_defaults(proposed: Mapping[str, object], raw: Raw) -> Raw:
    """What is proposed for every question, after what was answered so far."""
    found = {each.key: each.default_after(raw) for each in interview.questions()}
    return {**found, **proposed}


def as_typed(question: Question, proposal: object) -> dict[str, str | list[str]]:
    """A proposal as somebody would have typed it, by field."""
    names = fields_of(question)
    if question.key == "languages":
        return {names[0]: ",".join(map(str, _list(proposal)))}
    if isinstance(proposal, bool):
        return {names[0]: "yes" if proposal else "no"}
    match question.reads:
        case "contact" if isinstance(proposal, Mapping):
            return dict(zip(names, (str(proposal["name"]), str(proposal["reach"])), strict=True))
        case "words" if isinstance(proposal, Mapping):
            return {f"{question.key}-{each}": str(proposal.get(each, "")) for each in LANGUAGES}
        case "people":
            return {names[0]: "\n".join(_named(each) for each in _list(proposal))}
    if question.kind == "several":
        return {names[0]: [str(each) for each in _list(proposal)]}
    if question.kind == "list":
        return {names[0]: "\n".join(map(str, _list(proposal)))}
    return {names[0]: "" if proposal is None else str(proposal)}


def _list(proposal: object) -> Sequence[object]:
    return proposal if isinstance(proposal, list | tuple) else ()


def _named(person: object) -> str:
    if not isinstance(person, Mapping):
        return str(person)
    return f"{person['name']}, {person['reach']}" if person["reach"] else str(person["name"])


def _questions() -> Iterator[Question]:
    return (each for each in interview.questions() if each.key not in NOT_HERE)


def _raw(typed: Typed, proposed: Mapping[str, object]) -> Raw:
    raw: Raw = {}
    for question in _questions():
        if not question.is_asked(raw):
            continue
        if any(name in typed for name in fields_of(question)):
            raw[question.key] = _read(question, typed)
        elif question.key in proposed:
            raw[question.key] = proposed[question.key]
    return raw


def _read(question: Question, typed: Typed) -> object:
    """An answer of several fields as one, and one of one field as it is."""
    match question.reads:
        case "contact":
            name, reach = (str(typed.get(field, "")) for field in fields_of(question))
            return {"name": name, "reach": reach} if (name + reach).strip() else ""
        case "words":
            said = {lang: str(typed.get(f"{question.key}-{lang}", "")) for lang in LANGUAGES}
            return {lang: text for lang, text in said.items() if text.strip()}
        case "values":
            return [*_several(typed, question.key), *_own_values(typed)]
    if question.key == "languages":
        return str(typed[question.key]).split(",")
    return typed[question.key]


def _own_values(typed: Typed) -> Iterator[object]:
    lang = typed.get(OWN_LANGUAGE, LANGUAGES[0])
    for line in str(typed.get("values-own", "")).splitlines():
        name, _, online = line.partition(":")
        if name.strip() and online.strip():
            yield {"name": {lang: name}, "online": {lang: online}}
        elif line.strip():
            yield {"name": name, "online": online}  # refused, and told how it is written


def _several(typed: Typed, name: str) -> Sequence[str]:
    ticked = typed.get(name, ())
    return [ticked] if isinstance(ticked, str) else ticked


def _standing_in(missing: Set[str], name: str, lang: Lang) -> Raw:
    """What stands in the place of what must be answered and was not."""
    manager = interview.defaults(name, lang=lang).manager
    stand_ins: Raw = {"name": name, "manager": {"name": manager.name, "reach": manager.reach}}
    return {key: stand_ins[key] for key in missing}


def _emptied(answers: Answers, typed: Typed) -> Answers:
    """A text that somebody took out stays out, where the interview would propose one again."""
    if all(not str(typed.get(f"where-{lang}", " ")) for lang in LANGUAGES):
        return answers.model_copy(update={"where": None})
    return answers
