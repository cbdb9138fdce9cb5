"""A term in the text that is not the term that is set.

## What it does
Compares the terms named in sentences about keeping warnings, receipts ("received and read") and
what was heard from customers, and the hours in which an answer comes, with `retention`,
`questions` and `desk`.

## Why
People rely on what they read; the program deletes by what is set. An expired warning no longer
counts, so its term matters. That the two are the same is a choice of this product: the text never
promises more than the program does.

## Example
> A warning lapses after two years. — with `warning_months: 12`

## Use instead
> A warning lapses after 12 months. — with `warning_months: 12`
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from afspraak.diagnostics import Lang, Text
from afspraak.protocol.lint.finding import LintFinding
from afspraak.protocol.lint.phrases import Patterns, phrases
from afspraak.protocol.lint.subject import Part, Subject
from afspraak.protocol.model import Protocol

CODE = "L013"
PROSE = True
DOC_NL = """
Een termijn in de tekst die anders is dan de ingestelde.

## Wat het doet
Vergelijkt de termijnen in zinnen over het bewaren van waarschuwingen, ontvangstbewijzen
(‘ontvangen en gelezen’) en wat van klanten is gehoord, en de uren waarbinnen antwoord komt, met
`retention`, `questions` en `desk`.

## Waarom
Mensen vertrouwen op wat ze lezen; het programma wist volgens wat is ingesteld. Een verlopen
waarschuwing telt niet meer mee, dus die termijn doet ertoe. Dat beide gelijk zijn, is een keuze van
dit product: zo belooft de tekst nooit meer dan het programma doet.

## Voorbeeld
> Een waarschuwing vervalt na twee jaar. — bij `warning_months: 12`

## Liever zo
> Een waarschuwing vervalt na 12 maanden. — bij `warning_months: 12`
"""

HELP: Text = {
    "nl": "maak de tekst en de instelling gelijk",
    "en": "make the text and the setting the same",
}

_NUMBERS: dict[Lang, dict[str, int]] = {
    "nl": {
        "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8,
        "negen": 9, "tien": 10, "elf": 11, "twaalf": 12, "veertien": 14, "achttien": 18,
        "twintig": 20, "vierentwintig": 24, "dertig": 30, "zestig": 60, "negentig": 90,
    },
    "en": {
        "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
        "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fourteen": 14,
        "eighteen": 18, "twenty": 20, "twenty-four": 24, "thirty": 30, "sixty": 60, "ninety": 90,
    },
}  # fmt: skip
_UNITS: dict[Lang, dict[str, str]] = {
    "nl": {
        "uur": "hours", "uren": "hours", "dag": "days", "dagen": "days", "week": "weeks",
        "weken": "weeks", "maand": "months", "maanden": "months", "jaar": "years", "jaren": "years",
    },
    "en": {
        "hour": "hours", "hours": "hours", "day": "days", "days": "days", "week": "weeks",
        "weeks": "weeks", "month": "months", "months": "months", "year": "years", "years": "years",
    },
}  # fmt: skip
# A month is 30 or 31 days and a year 365 or 366: either spelling of the same term is right.
_DAYS = {"hours": (0, 0), "days": (1, 1), "weeks": (7, 7), "months": (28, 31), "years": (360, 366)}

_WORDS = phrases(__package__, "term_differs")
_KEEP = _WORDS["keep"]
_WARNING = _WORDS["warning"]
_RECEIPT = _WORDS["receipt"]
_HEARD = _WORDS["heard"]
_ANSWER = _WORDS["answer"]
_WITHIN = _WORDS["within"]


@dataclass(frozen=True, slots=True)
class _Term:
    """One setting, and how a sentence speaks of it."""

    setting: str
    about: Patterns
    with_: Patterns
    units: frozenset[str]
    values: Callable[[Protocol], tuple[int, ...]]
    unit: str


_LONG = frozenset({"days", "weeks", "months", "years"})
_TERMS = (
    _Term("retention.warning_months", _WARNING, _KEEP, _LONG,
          lambda p: (p.retention.warning_months,), "months"),
    _Term("retention.acknowledgement_years_after_leaving", _RECEIPT, _KEEP, _LONG,
          lambda p: (p.retention.acknowledgement_years_after_leaving,), "years"),
    _Term("retention.listening_days", _HEARD, _KEEP, _LONG,
          lambda p: (p.retention.listening_days,), "days"),
    _Term("answer_within_hours", _ANSWER, _WITHIN, frozenset({"hours"}),
          lambda p: (p.questions.answer_within_hours, p.desk.answer_within_hours), "hours"),
)  # fmt: skip


def check(subject: Subject) -> Iterator[LintFinding]:
    """One finding a sentence whose term is not the one that is set."""
    for said in subject.statements:
        for part in said.parts:
            for term in _TERMS:
                if wrong := _wrong_term(part, said.lang, term, subject.protocol):
                    yield said.finding(CODE, "error", _problem(term, wrong, subject.protocol), HELP)


def _wrong_term(part: Part, lang: Lang, term: _Term, protocol: Protocol) -> str:
    """The term as written when the part speaks of this setting and names another; else empty."""
    if not term.about[lang].search(part.words) or not term.with_[lang].search(part.words):
        return ""
    # "a warning: 12 months; what customers write: 30 days" names each term in its own part.
    if any(other.about[lang].search(part.words) for other in _TERMS if other is not term):
        return ""
    written = [
        (match.group(), number, unit)
        for match, number, unit in _durations(part.words, lang)
        if unit in term.units
    ]
    wanted = [(value, term.unit) for value in term.values(protocol)]
    if any(
        _same(number, unit, value, set_) for _, number, unit in written for value, set_ in wanted
    ):
        return ""
    return written[0][0] if written else ""


def _durations(words: str, lang: Lang) -> Iterator[tuple[re.Match[str], float, str]]:
    numbers, units = _NUMBERS[lang], _UNITS[lang]
    spelled = "|".join(sorted(map(re.escape, numbers), key=len, reverse=True))
    half = "half|halve|anderhalf|anderhalve" if lang == "nl" else "half a|half an|one and a half"
    pattern = rf"(?<!\w)(\d{{1,4}}|{half}|{spelled})(?:\s+|-)({'|'.join(units)})(?!\w)"
    for match in re.finditer(pattern, words):
        how_many = match[1]
        if how_many.isdigit():
            number: float = int(how_many)
        elif how_many.startswith(("anderhal", "one and")):
            number = 1.5
        elif how_many.startswith("hal"):
            number = 0.5
        else:
            number = numbers[how_many]
        yield match, number, units[match[2]]


def _same(number: float, unit: str, value: int, set_: str) -> bool:
    if unit == set_:
        return number == value
    if "hours" in (unit, set_):
        return False
    if {unit, set_} == {"months", "years"}:
        return number * (12 if unit == "years" else 1) == value * (12 if set_ == "years" else 1)
    low, high = (number * days for days in _DAYS[unit])
    set_low, set_high = (value * days for days in _DAYS[set_])
    return low <= set_high and set_low <= high


def _problem(term: _Term, written: str, protocol: Protocol) -> dict[Lang, str]:
    values = "/".join(str(value) for value in dict.fromkeys(term.values(protocol)))
    written = " ".join(written.split())
    return {
        "nl": f"‘{{quote}}’ noemt {written}, maar `{term.setting}` is {values}",
        "en": f"‘{{quote}}’ says {written}, but `{term.setting}` is {values}",
    }
