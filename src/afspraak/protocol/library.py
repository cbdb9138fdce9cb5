"""The clause library: chosen and filled by what an organisation answered."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, Field
from ruamel.yaml import YAML

from afspraak.diagnostics import LANGUAGES, Lang
from afspraak.protocol import filling
from afspraak.protocol.answers import Answers, Period
from afspraak.protocol.model import (
    Clause,
    Examples,
    PostAs,
    Rule,
    Severity,
    Words,
)

When = Mapping[str, tuple[str, ...]]


class _Source(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    when: When = {}


class TextSource(_Source):
    """A passage in both languages, and the answers it is for."""

    nl: str
    en: str


class RuleSource(_Source):
    """A rule of the library, with placeholders, and the answers it is for."""

    id: str
    kind: str
    severity: Severity
    as_: tuple[PostAs, ...] | None = Field(default=None, alias="as")
    options: Mapping[str, object] = {}
    message: Words
    advice: Words
    examples: Examples = Examples()


class ClauseSource(_Source):
    """A clause of the library, with placeholders, and the answers it is for."""

    id: str
    title: Words
    ask: str
    text: tuple[TextSource, ...]
    may: tuple[TextSource, ...] = ()
    may_not: tuple[TextSource, ...] = ()
    rules: tuple[RuleSource, ...] = ()


@cache
def sources() -> tuple[ClauseSource, ...]:
    """Every clause of the library, in the order of the handbook."""
    folder = files("afspraak.protocol").joinpath("clauses")
    names = sorted(each.name for each in folder.iterdir() if each.name.endswith(".yaml"))
    yaml = YAML(typ="safe", pure=True)
    return tuple(
        ClauseSource.model_validate(yaml.load(folder.joinpath(name).read_text("utf-8")))
        for name in names
    )


def facts(answers: Answers) -> Mapping[str, tuple[str, ...]]:
    """What the library's conditions may ask of the answers."""

    def told(answer: object) -> tuple[str, ...]:
        return ("yes",) if answer else ("no",)

    return {
        "sector": (answers.sector,),
        "stance": (answers.stance,),
        "council": (answers.body,),
        "consent": told(answers.consent),
        "listed": told(answers.listed),
        "alone": told(answers.works_alone),
        "four_eyes": told(answers.has_four_eyes),
        "confidant": told(answers.confidant),
        "projects": told(answers.projects),
        "sensitive": told(answers.sensitive),
        "closed_periods": told(answers.closed_periods),
        "networks": ("any",) if answers.networks else ("none",),
    }


def clauses(answers: Answers) -> tuple[Clause, ...]:
    """The clauses for this organisation, in order, in its languages, ready to be written.

    The `options` of a rule are a mapping as it stands in a file, not yet read by the kind.
    """
    known = facts(answers)
    return tuple(
        _clause(source, answers, known) for source in sources() if _holds(source.when, known)
    )


def _clause(source: ClauseSource, answers: Answers, known: Mapping[str, tuple[str, ...]]) -> Clause:
    values = {lang: filling.placeholders(answers, lang) for lang in LANGUAGES}

    def chosen(passages: tuple[TextSource, ...]) -> tuple[Words, ...]:
        return tuple(
            _words({"nl": each.nl, "en": each.en}, answers, values)
            for each in passages
            if _holds(each.when, known)
        )

    text = {
        lang: "\n\n".join(passage[lang].strip() for passage in chosen(source.text))
        for lang in answers.languages
    }
    return Clause(
        id=source.id,
        title=_words(source.title, answers, values),
        text={lang: filling.wrapped(filling.joined_lists(each)) for lang, each in text.items()},
        ask=source.ask if getattr(answers, source.ask) else "manager",
        may=chosen(source.may),
        may_not=chosen(source.may_not),
        rules=tuple(
            _rule(each, answers, values) for each in source.rules if _holds(each.when, known)
        ),
    )


def _rule(source: RuleSource, answers: Answers, values: Mapping[Lang, Mapping[str, str]]) -> Rule:
    first = values[answers.languages[0]]

    def posts(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(filling.filled(text, first) for text in texts)

    return Rule.model_validate(
        {
            "id": source.id,
            "kind": source.kind,
            "severity": source.severity,
            "as": source.as_,
            "options": {
                key: [_closed(period) for period in answers.closed_periods]
                if value == "{closed_periods}"
                else value
                for key, value in source.options.items()
            },
            "message": _words(source.message, answers, values),
            "advice": _words(source.advice, answers, values),
            "examples": Examples(
                finds=posts(source.examples.finds), clear=posts(source.examples.clear)
            ),
        }
    )


def _words(
    texts: Mapping[Lang, str], answers: Answers, values: Mapping[Lang, Mapping[str, str]]
) -> Words:
    return {lang: filling.filled(texts[lang], values[lang]) for lang in answers.languages}


def _holds(when: When, known: Mapping[str, tuple[str, ...]]) -> bool:
    return all(set(known[key]) & set(allowed) for key, allowed in when.items())


def _closed(period: Period) -> Mapping[str, object]:
    return {"from": period.first, "until": period.last}
