"""The interview in a terminal: a question at a time, a default to accept, and a way back."""

from collections.abc import Mapping, Sequence
from typing import cast

from rich.console import Console
from rich.prompt import Prompt
from rich.text import Text as Styled

from afspraak.cli.language import lang, say
from afspraak.diagnostics import pick
from afspraak.protocol import interview
from afspraak.protocol.answers import Answers
from afspraak.protocol.interview import Question, UnableToAnswer
from afspraak.protocol.model import Value, Words

BACK, HELP, NOTHING = "<", "?", "-"

# How an answer is typed; the rest is plain text.
_TYPED: Mapping[str, tuple[str, str]] = {
    "choice": ("typ een nummer of een naam", "type a number or a name"),
    "several": (
        "typ nummers of namen met komma’s ertussen, zoals 1, 3",
        "type numbers or names with commas between, such as 1, 3",
    ),
    "values": (
        "typ nummers, of een eigen waarde: 1, 3, Rustig: we plaatsen pas als het af is",
        "type numbers, or a value of your own: 1, 3, Calm: we post when it is done",
    ),
    "list": ("zet komma’s tussen de namen", "put commas between the names"),
    "contact": (
        "typ een naam en hoe je die bereikt: Sanne de Wit, social@voorbeeld.nl",
        "type a name and how to reach them: Sanne de Wit, social@example.org",
    ),
    "people": (
        "zet een puntkomma tussen de namen: Jan Jansen; Sanne de Wit",
        "put a semicolon between the names: Jan Jansen; Sanne de Wit",
    ),
    "periods": (
        "typ elke periode als 2027-01-15 tot 2027-02-10, met komma’s ertussen",
        "type each period as 2027-01-15 to 2027-02-10, with commas between",
    ),
    "date": ("typ een dag als 2027-01-31", "type a day such as 2027-01-31"),
    "number": ("typ een heel getal", "type a whole number"),
    "yes-no": ("typ ja of nee", "type yes or no"),
}


class _Arrow(Prompt):
    prompt_suffix = " "


def ask_all(console: Console, known: Mapping[str, object]) -> Answers:
    """Asks every question that is not answered in `known` and gives the answers."""
    _say(
        console,
        say(
            nl=f"Enter neemt het voorstel over, {BACK} gaat terug, {HELP} geeft uitleg, "
            f"{NOTHING} maakt een lijst leeg. Alles is later te veranderen.",
            en=f"Enter takes the proposal, {BACK} goes back, {HELP} explains, "
            f"{NOTHING} empties a list. Everything can be changed later.",
        ),
        style="dim",
    )
    given: dict[str, object] = dict(known)
    asked: list[str] = []
    while True:
        _ask_rest(console, given, asked)
        try:
            return interview.answers_from_mapping(given)
        except interview.UnableToRead as unable:
            # answers that are each right and not together: those questions come once more
            for problem in unable.problems:
                _say(console, f"\n{pick(problem.text, lang())}", style="yellow")
                given.pop(problem.key, None)
                asked[:] = [key for key in asked if key != problem.key]


def _ask_rest(console: Console, given: dict[str, object], asked: list[str]) -> None:
    while question := _next(given):
        if not asked or _topic(asked[-1]) != question.topic:
            _show_topic(console, question)
        answer = _ask(console, question, given)
        if answer is not None:
            given[question.key] = answer
            asked.append(question.key)
        elif asked:
            del given[asked.pop()]
        else:
            _say(console, say(nl="dit is het begin", en="this is the start"), style="yellow")


def _next(given: Mapping[str, object]) -> Question | None:
    waiting = (each for each in interview.questions() if each.key not in given)
    return next((each for each in waiting if each.is_asked(given)), None)


def _topic(key: str) -> str:
    return next(each.topic for each in interview.questions() if each.key == key)


def _show_topic(console: Console, question: Question) -> None:
    topics = list(dict.fromkeys(each.topic for each in interview.questions()))
    number = f"{topics.index(question.topic) + 1}/{len(topics)}"
    title = pick(interview.topic_title(question.topic), lang())
    console.print()
    console.rule(Styled(f"{number}  {title}"), align="left", style="dim")


def _ask(console: Console, question: Question, given: Mapping[str, object]) -> object:
    """The answer as `answers_from_mapping` takes it; None to go back."""
    console.print()
    _say(console, pick(question.ask, lang()), style="bold")
    _say(console, pick(question.why, lang()), style="dim")
    for number, choice in enumerate(question.choices, start=1):
        _say(console, f"  {number}  {pick(choice.label, lang())}")
    default = _proposal(question, given)
    shown = _shown(question, default)
    while True:
        typed = _Arrow.ask(
            Styled("→"), console=console, default=shown, show_default=bool(shown)
        ).strip()
        if typed == BACK:
            return None
        if typed == HELP:
            _say(console, _help(question), style="dim")
            continue
        raw: object = default if typed == shown else typed
        if typed == NOTHING:
            raw = [] if question.kind in {"list", "several"} else ""
        try:
            read = interview.parse_answer(question, raw, answered=given, lang=lang())
        except UnableToAnswer as refusal:
            _say(console, pick(refusal.text, lang()), style="yellow")
        else:
            return _kept(question, raw, read)


def _kept(question: Question, raw: object, read: object) -> object:
    """What to remember of an answer: a text of the reader's own keeps the language it is in."""
    match question.reads:
        case "words" if read is not None:
            return dict(cast("Words", read))
        case "values":
            values = cast("tuple[Value, ...]", read)
            return [{"name": dict(each.name), "online": dict(each.online)} for each in values]
    return "" if raw is None else raw


def _proposal(question: Question, given: Mapping[str, object]) -> object:
    if question.key == "languages" and lang() == "en":
        return ["en", "nl"]
    return question.default_after(given)


def _help(question: Question) -> str:
    how = _TYPED.get(question.reads) or _TYPED.get(question.kind)
    lines = [say(nl=how[0], en=how[1])] if how else [say(nl="typ een zin", en="type a line")]
    lines.append(
        say(
            nl=f"{BACK} gaat terug naar de vorige vraag; Ctrl-C stopt zonder iets te schrijven",
            en=f"{BACK} goes back to the question before; Ctrl-C stops and writes nothing",
        )
    )
    return "\n".join(lines)


def _shown(question: Question, value: object) -> str:
    """A proposal as people would type it."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return say(nl="ja", en="yes") if value else say(nl="nee", en="no")
    if isinstance(value, Mapping):
        return pick(value, lang())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(_shown(question, each) for each in value)
    label = next((c.label for c in question.choices if c.key == str(value)), None)
    return pick(label, lang()) if label else str(value)


def _say(console: Console, text: str, *, style: str = "") -> None:
    """Prints a text as it is: what people type must not be taken for markup."""
    console.print(text, style=style or None, markup=False, highlight=False)
