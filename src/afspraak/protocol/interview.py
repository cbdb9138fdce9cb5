"""The interview: about a dozen subjects, asked in order, that become a complete protocol."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import cast

from afspraak.diagnostics import Lang, Text
from afspraak.protocol import answer_reading as reading
from afspraak.protocol.answer_reading import UnableToAnswer
from afspraak.protocol.answers import Answers
from afspraak.protocol.model import Value
from afspraak.protocol.question import Choice, Question, questions, topic_title

__all__ = [
    "AnswerProblem",
    "Answers",
    "Choice",
    "Question",
    "UnableToAnswer",
    "UnableToRead",
    "answers_from_mapping",
    "defaults",
    "parse_answer",
    "questions",
    "topic_title",
]

MIN_VALUES, MAX_VALUES = 3, 5

# How an answer is read that needs nothing besides itself.
_READERS: Mapping[str, Callable[[object], object]] = {
    "text": reading.line,
    "number": reading.number,
    "date": reading.date,
    "yes-no": reading.yes_no,
    "list": reading.lines,
    "domains": reading.domains,
    "contact": reading.contact,
    "people": reading.people,
    "periods": reading.periods,
}


@dataclass(frozen=True, slots=True)
class AnswerProblem:
    """What is wrong with the answer to `key`, in both languages."""

    key: str
    text: Text


class UnableToRead(Exception):
    """Some answers cannot be used; `problems` holds all of them."""

    def __init__(self, problems: tuple[AnswerProblem, ...]) -> None:
        super().__init__("; ".join(f"{each.key}: {each.text['en']}" for each in problems))
        self.problems = problems


def parse_answer(
    question: Question, raw: object, *, answered: Mapping[str, object], lang: Lang = "nl"
) -> object:
    """The value of an answer as typed or written; an empty one gives the default.

    `lang` is the language a plain text is taken to be in. Raises `UnableToAnswer`.
    """
    if reading.is_empty(raw) and not (question.kind in {"list", "several"} and raw is not None):
        raw = question.default_after(answered)
        if reading.is_empty(raw) and question.required:
            raise UnableToAnswer("dit antwoord is nodig", "this answer is needed")
    if reading.is_empty(raw):
        return () if question.kind in {"list", "several"} else None
    return _read(question, raw, lang)


def answers_from_mapping(mapping: Mapping[str, object]) -> Answers:
    """The answers of a file or form; raises `UnableToRead` with everything that is wrong."""
    problems = [
        AnswerProblem(str(key), _unknown(str(key)))
        for key in mapping
        if key not in {question.key for question in questions()}
    ]
    lang = _first_language(mapping)
    answered: dict[str, object] = {}
    for question in questions():
        raw = mapping.get(question.key)
        if raw is None and not question.is_asked(answered):
            answered[question.key] = _unasked(question)
            continue
        try:
            answered[question.key] = parse_answer(question, raw, answered=answered, lang=lang)
        except UnableToAnswer as refusal:
            problems.append(AnswerProblem(question.key, refusal.text))
    problems += _at_odds(answered)
    if problems:
        raise UnableToRead(tuple(problems))
    return Answers.model_validate(answered)


def defaults(name: str, *, lang: Lang = "nl") -> Answers:
    """Answers for an organisation of which only the name is known, its languages `lang` first.

    The social media manager is then a desk people walk up to, until a name is filled in.
    """
    at_hand = {"nl": "loop even langs", "en": "drop by"}
    return answers_from_mapping(
        {
            "name": name,
            "languages": [lang, "en" if lang == "nl" else "nl"],
            "manager": {"name": "Social media manager", "reach": at_hand[lang]},
        }
    )


def _read(question: Question, raw: object, lang: Lang) -> object:
    match question.reads or question.kind:
        case "choice":
            return _choice(question, raw).key
        case "several":
            return tuple(dict.fromkeys(_choice(question, item).key for item in _several(raw)))
        case "values":
            return tuple(_value(question, item, lang) for item in _several(raw))
        case "words":
            return reading.words(raw, lang=lang)
    return _READERS[question.reads or question.kind](raw)


def _several(raw: object) -> tuple[object, ...]:
    return reading.lines(raw) if isinstance(raw, str) else reading.items(raw)


def _choice(question: Question, raw: object) -> Choice:
    chosen = question.choice(raw) if isinstance(raw, str) else None
    if chosen is None:
        keys = ", ".join(choice.key for choice in question.choices)
        raise UnableToAnswer(
            f"‘{raw}’ is geen van de keuzes: {keys}", f"‘{raw}’ is none of the choices: {keys}"
        )
    return chosen


def _value(question: Question, raw: object, lang: Lang) -> Value:
    if isinstance(raw, str) and ":" not in raw:
        chosen = _choice(question, raw)
        return Value(name=chosen.label, online=chosen.note or chosen.label)
    return reading.value(raw, lang=lang)


def _unasked(question: Question) -> object:
    """The answer of someone who is not asked: nobody speaks for the staff of a one-person firm."""
    if question.key == "body":
        return "none"
    return () if question.kind in {"list", "several"} else None


def _first_language(mapping: Mapping[str, object]) -> Lang:
    raw = mapping.get("languages")
    first = raw[0] if isinstance(raw, list | tuple) and raw else raw
    return "en" if first == "en" else "nl"


def _unknown(key: str) -> Text:
    known = ", ".join(question.key for question in questions())
    return {
        "nl": f"‘{key}’ is geen vraag; bekend zijn: {known}",
        "en": f"‘{key}’ is not a question; known are: {known}",
    }


def _at_odds(answered: Mapping[str, object]) -> list[AnswerProblem]:
    """Answers that are each right and cannot be true together."""
    problems = []

    def blame(key: str, nl: str, en: str) -> None:
        problems.append(AnswerProblem(key, {"nl": nl, "en": en}))

    values = cast("tuple[Value, ...] | None", answered.get("values"))
    if values is not None and not MIN_VALUES <= len(values) <= MAX_VALUES:
        blame("values", "noem drie tot vijf waarden", "name three to five values")
    if answered.get("sector") == "listed" and answered.get("listed") is False:
        blame(
            "listed",
            "de sector zegt dat jullie op de beurs staan, dit antwoord niet",
            "the sector says your shares are on the stock market, this answer does not",
        )
    if answered.get("closed_periods") and not answered.get("listed"):
        blame(
            "closed_periods",
            "gesloten periodes zijn er alleen voor wie op de beurs staat",
            "only those on the stock market have closed periods",
        )
    if answered.get("people") == 1 and answered.get("body") not in {"none", None}:
        blame(
            "body",
            "wie alleen werkt, heeft geen personeel dat iemand kiest; kies ‘none’",
            "someone who works alone has no staff to choose anyone; choose ‘none’",
        )
    if answered.get("body") == "none" and (answered.get("consent") or answered.get("reference")):
        blame(
            "body",
            "er is een besluit, maar er staat niet wie het nam",
            "there is a decision, but not who took it",
        )
    consent, in_force = answered.get("consent"), answered.get("in_force")
    if isinstance(consent, dt.date) and isinstance(in_force, dt.date) and consent > in_force:
        blame(
            "in_force",
            f"de afspraken zouden gelden voordat er ja is gezegd ({consent})",
            f"it would hold before they said yes ({consent})",
        )
    return problems
