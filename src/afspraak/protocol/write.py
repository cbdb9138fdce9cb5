"""From answers to a protocol: as a value, and as a file that people like to edit."""

import datetime as dt
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import cast

from pydantic import BaseModel, ConfigDict
from ruamel.yaml import YAML

from afspraak.diagnostics import Lang
from afspraak.protocol import filling, library, yaml_text
from afspraak.protocol.answers import Answers
from afspraak.protocol.model import Clause, Contact, Desk, Questions, Retention, Rule, Words
from afspraak.protocol.yaml_text import Node

SCHEMA_COMMENT = "# yaml-language-server: $schema=protocol.schema.json"


def write_protocol(answers: Answers, *, today: dt.date) -> str:
    """The text of a complete protocol file, with comments in its first language.

    If the answers leave open from when it holds, it does from the first of the month after
    `today` and after the consent.
    """
    lang = answers.languages[0]
    head = filling.filled(_comments().head[lang], filling.placeholders(answers, lang))
    comments = yaml_text.Comments({"head": head, **_part_comments(answers, lang)})
    lines = [SCHEMA_COMMENT, *comments.above("head", "")]
    return "\n".join(lines) + "\n\n" + yaml_text.document(_root(answers, today), comments)


def first_of_next_month(today: dt.date) -> dt.date:
    """The day a protocol starts to hold when nobody says otherwise."""
    return (today.replace(day=1) + dt.timedelta(days=32)).replace(day=1)


def _root(answers: Answers, today: dt.date) -> Mapping[str, Node]:
    ready = max(today, answers.consent or today)
    in_force = answers.in_force or first_of_next_month(ready)
    root: dict[str, Node] = {
        "afspraak": 1,
        "organisation": _organisation(answers),
        "languages": list(answers.languages),
        "edition": {
            "number": f"{in_force.year}.1",
            "in_force": in_force,
            "representation": _representation(answers),
            # A year on, and the first so that a leap day is no trouble.
            "review_by": in_force.replace(year=min(in_force.year + 1, dt.MAXYEAR), day=1),
        },
        "values": [
            {"name": _spoken(each.name, answers), "online": _spoken(each.online, answers)}
            for each in answers.values
        ],
        "people": _people(answers),
        "work_time": _without_nothing(
            {
                "stance": answers.stance,
                "where": _spoken(answers.where, answers) if answers.where else None,
            }
        ),
        "lists": _lists(answers),
        "clauses": [clause_node(clause) for clause in library.clauses(answers)],
        "accounts": _accounts(answers),
        "questions": _plain(Questions()),
        "desk": {
            **_plain(Desk()),
            "four_eyes": answers.has_four_eyes,
            "channels": list(answers.networks),
        },
        "retention": _plain(Retention()),
    }
    return _without_nothing(root)


def _organisation(answers: Answers) -> Node:
    return _without_nothing(
        {
            "name": answers.name,
            "people": answers.people,
            "sector": answers.sector,
            "contacts": list(answers.contacts),
            "aliases": list(answers.aliases),
            "brands": list(answers.brands),
            "domains": list(answers.domains),
            "timezone": "Europe/Amsterdam",
        }
    )


def _representation(answers: Answers) -> Node:
    why = _comments().no_staff if answers.works_alone else _comments().no_body
    return _without_nothing(
        {
            "body": answers.body,
            "consent": answers.consent,
            "reference": answers.reference,
            "reason": _text({lang: why[lang] for lang in answers.languages})
            if answers.body == "none"
            else None,
        }
    )


def _people(answers: Answers) -> Node:
    def contact(person: Contact | None) -> Node | None:
        return _plain(person) if person else None

    return _without_nothing(
        {
            "manager": contact(answers.manager),
            "deputy": contact(answers.deputy),
            "press": contact(answers.press),
            "confidant": contact(answers.confidant),
            "second_reader": contact(answers.second_reader),
            "leaders": [_plain(leader) for leader in answers.leaders],
        }
    )


def _lists(answers: Answers) -> Node:
    return _without_nothing(
        {
            "projects": {"confidential": True, "terms": list(answers.projects)}
            if answers.projects
            else None,
            "sensitive": {"forms": ["plural"], "terms": list(answers.sensitive)}
            if answers.sensitive
            else None,
        }
    )


def _accounts(answers: Answers) -> Node:
    bio = {"nl": "{functie} bij {organisation}", "en": "{role} at {organisation}"}
    views = {"nl": "Ik schrijf op eigen titel", "en": "Views are my own"}
    return {
        "professional": {
            "handle": "{person}_{organisation}",
            "bio": _text({lang: bio[lang] for lang in answers.languages}),
        },
        "disclaimer": _text({lang: views[lang] for lang in answers.languages}),
    }


def clause_node(clause: Clause) -> Node:
    """A clause of the library as it stands in a file."""
    return _without_nothing(
        {
            "id": clause.id,
            "title": _text(clause.title),
            "ask": clause.ask,
            "text": _text(clause.text),
            "may": [_text(each) for each in clause.may],
            "may_not": [_text(each) for each in clause.may_not],
            "rules": [_rule(rule) for rule in clause.rules],
        }
    )


def _rule(rule: Rule) -> Node:
    return _without_nothing(
        {
            "id": rule.id,
            "kind": rule.kind,
            "severity": rule.severity,
            "as": list(rule.as_ or ()),
            **cast("Mapping[str, Node]", rule.options),
            "message": _text(rule.message or {}),
            "advice": _text(rule.advice or {}),
            "examples": _without_nothing(
                {
                    "finds": list(rule.examples.finds),
                    "clear": list(rule.examples.clear),
                }
            ),
        }
    )


def _text(words: Words) -> Node:
    """A text in one language is written plainly, as the format allows."""
    return (
        {str(lang): text for lang, text in words.items()}
        if len(words) > 1
        else next(iter(words.values()), "")
    )


def _spoken(words: Words, answers: Answers) -> Node:
    """What was answered, in the languages of the protocol, or else in the one it was given in."""
    chosen = {lang: text for lang, text in words.items() if lang in answers.languages}
    return _text(chosen or words)


def _plain(part: Contact | Questions | Desk | Retention) -> dict[str, Node]:
    return cast("dict[str, Node]", part.model_dump(exclude_none=True))


def _without_nothing(mapping: Mapping[str, Node | None]) -> dict[str, Node]:
    return {key: each for key, each in mapping.items() if each not in (None, [], {}, "")}


def _part_comments(answers: Answers, lang: Lang) -> Mapping[str, str]:
    comments = {path: words[lang] for path, words in _comments().parts.items()}
    if not answers.has_four_eyes:
        alone = answers.works_alone
        why = _comments().four_eyes_alone if alone else _comments().four_eyes_no_deputy
        comments["desk.four_eyes"] = why[lang]
    return comments


class _Comments(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    head: Words
    parts: Mapping[str, Words]
    four_eyes_alone: Words
    four_eyes_no_deputy: Words
    no_staff: Words
    no_body: Words


@cache
def _comments() -> _Comments:
    source = files("afspraak.protocol").joinpath("file_comments.yaml").read_text("utf-8")
    return _Comments.model_validate(YAML(typ="safe", pure=True).load(source))
