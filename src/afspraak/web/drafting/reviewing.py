"""All answers of the interview under each other, to look over before a draft is made."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from afspraak.diagnostics import LANGUAGES, Lang, Text, pick
from afspraak.protocol.interview import Question
from afspraak.web.drafting import asking
from afspraak.web.drafting.asking import Raw, SoFar, Topic, Typed

_ORDERS: dict[str, Text] = {
    "nl,en": {
        "nl": "Nederlands en Engels, Nederlands eerst",
        "en": "Dutch and English, Dutch first",
    },
    "en,nl": {"nl": "Nederlands en Engels, Engels eerst", "en": "Dutch and English, English first"},
    "nl": {"nl": "Alleen Nederlands", "en": "Only Dutch"},
    "en": {"nl": "Alleen Engels", "en": "Only English"},
}
_YES_NO: dict[str, Text] = {"yes": {"nl": "Ja", "en": "Yes"}, "no": {"nl": "Nee", "en": "No"}}


@dataclass(frozen=True, slots=True)
class Answered:
    """One question with its answer; `otherwise` is what holds when nothing is answered.

    A proposal was accepted without a look at it.
    """

    asks: str
    lines: tuple[str, ...]
    is_proposal: bool
    otherwise: str
    problem: str


@dataclass(frozen=True, slots=True)
class About:
    """The answers about one subject."""

    key: str
    title: Text
    answers: tuple[Answered, ...]


def reviewed(
    topics: Sequence[Topic], typed: Typed, proposed: Raw, so_far: SoFar, lang: Lang
) -> list[About]:
    """Every question that is asked, with what was answered or is proposed."""
    wrong = {each.key: pick(each.text, lang) for each in so_far.problems}
    return [
        About(
            topic.key,
            topic.title,
            tuple(
                Answered(
                    asking.short(question, lang),
                    tuple(_lines(question, asking.shown(topic, typed, proposed), lang)),
                    not any(name in typed for name in asking.fields_of(question)),
                    pick(question.why, lang) if question.kind == "date" else "",
                    wrong.get(question.key, ""),
                )
                for question in topic.questions
            ),
        )
        for topic in topics
    ]


def _lines(question: Question, fields: Typed, lang: Lang) -> Iterator[str]:
    labels = {each.key: pick(each.label, lang) for each in question.choices}
    if question.key == "languages":
        yield pick(_ORDERS.get(str(fields.get("languages")), _ORDERS["nl,en"]), lang)
        return
    if question.reads == "contact":
        parts = (str(fields.get(name, "")).strip() for name in asking.fields_of(question))
        yield from filter(None, [", ".join(filter(None, parts))])
        return
    if question.reads == "words":
        yield from filter(
            None, (str(fields.get(f"{question.key}-{each}", "")) for each in LANGUAGES)
        )
        return
    for name in asking.fields_of(question):
        held = fields.get(name, "")
        for line in held.splitlines() if isinstance(held, str) else held:
            if line.strip():
                said = pick(_YES_NO[line], lang) if line in _YES_NO else line
                yield labels.get(line, said)
