"""The interview in a terminal: a question at a time, a default to accept, and a way back."""

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.prompt import Prompt

from afspraak.cli.language import lang, say
from afspraak.diagnostics import pick
from afspraak.protocol import interview
from afspraak.protocol.answer_reading import UnableToAnswer
from afspraak.protocol.answers import Answers
from afspraak.protocol.interview import Question
from afspraak.protocol.model import Contact, Value

BACK = "<"
NOTHING = "-"


def ask_all(console: Console, known: Mapping[str, object]) -> Answers:
    """Asks every question that is not answered in `known` and gives the answers."""
    console.print(
        say(
            nl=f"Enter neemt het voorstel over, {BACK} gaat terug, {NOTHING} laat leeg.\n",
            en=f"Enter takes the proposal, {BACK} goes back, {NOTHING} leaves it empty.\n",
        ),
        style="dim",
    )
    given: dict[str, object] = dict(known)
    asked: list[str] = []
    while question := _next(given, known):
        answer = _ask(console, question, given, topic_is_new=_topic_is_new(question, asked))
        if answer != BACK:
            given[question.key] = answer
            asked.append(question.key)
        elif asked:
            del given[asked.pop()]
    return interview.answers_from_mapping(given)


def _next(given: Mapping[str, object], known: Mapping[str, object]) -> Question | None:
    return next(
        (
            each
            for each in interview.questions()
            if each.key not in given and each.key not in known and each.is_asked(given)
        ),
        None,
    )


def _topic_is_new(question: Question, asked: Sequence[str]) -> bool:
    topics = {each.key: each.topic for each in interview.questions()}
    return not asked or topics[asked[-1]] != question.topic


def _ask(
    console: Console, question: Question, given: Mapping[str, object], *, topic_is_new: bool
) -> object:
    if topic_is_new:
        console.rule(pick(interview.topic_title(question.topic), lang()), align="left")
    console.print(f"[bold]{pick(question.ask, lang())}[/bold]")
    console.print(pick(question.why, lang()), style="dim")
    for number, choice in enumerate(question.choices, start=1):
        console.print(f"  {number}  {pick(choice.label, lang())}", highlight=False)
    default = question.default_after(given)
    while True:
        typed = Prompt.ask(
            "→", console=console, default=_shown(question, default) or None, show_default=True
        )
        if typed == BACK:
            return BACK
        raw = _meant(question, typed, default)
        try:
            interview.parse_answer(question, raw, answered=given, lang=lang())
        except UnableToAnswer as refusal:
            console.print(pick(refusal.text, lang()), style="yellow")
        else:
            console.print()
            return raw


def _meant(question: Question, typed: str | None, default: object) -> object:
    """The answer behind what was typed: numbers stand for choices, nothing for the proposal."""
    if typed is None or typed == _shown(question, default):
        return default
    if typed == NOTHING:
        return [] if question.kind in {"list", "several"} else ""
    if question.kind in {"list", "several"}:
        return [_named(question, each.strip()) for each in typed.split(",") if each.strip()]
    return _named(question, typed)


def _named(question: Question, typed: str) -> str:
    if typed.isdigit() and 1 <= int(typed) <= len(question.choices):
        return question.choices[int(typed) - 1].key
    return typed


def _shown(question: Question, value: object) -> str:
    """A proposal as people would type it."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return say(nl="ja", en="yes") if value else say(nl="nee", en="no")
    if isinstance(value, Contact):
        return ", ".join(filter(None, (value.name, value.reach)))
    if isinstance(value, Value):
        return pick(value.name, lang())
    if isinstance(value, Mapping):
        return pick(value, lang())
    if isinstance(value, list | tuple):
        return ", ".join(_shown(question, each) for each in value)
    label = next((c.label for c in question.choices if c.key == str(value)), None)
    return pick(label, lang()) if label else str(value)
