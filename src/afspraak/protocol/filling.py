"""Texts of the clause library with the organisation's own words filled in, and wrapped."""

import re
import textwrap
from collections.abc import Mapping

from afspraak.diagnostics import Lang
from afspraak.protocol.answers import Answers
from afspraak.protocol.model import Desk, Questions, Retention, Words

TEXT_WIDTH = 92
"""Characters on a line of clause text, so that the written file stays within 100."""

_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
# What a finding fills in itself.
_LATER = frozenset({"match", "what"})
_ITEM = re.compile(r"(?:- |[0-9]\. )")
_COUNCILS: Mapping[str, Words] = {
    "or": {"nl": "ondernemingsraad", "en": "works council"},
    "pvt": {"nl": "personeelsvertegenwoordiging", "en": "staff representation"},
}

# Whom an organisation is there for, one and several.
_CUSTOMERS: Mapping[str, Mapping[Lang, tuple[str, str]]] = {
    "care": {"nl": ("cliënt", "cliënten"), "en": ("client", "clients")},
    "municipality": {"nl": ("inwoner", "inwoners"), "en": ("resident", "residents")},
}
_ANY_CUSTOMER: Mapping[Lang, tuple[str, str]] = {
    "nl": ("klant", "klanten"),
    "en": ("customer", "customers"),
}


def placeholders(answers: Answers, lang: Lang) -> Mapping[str, str]:
    """What stands for each placeholder of the library in `lang`."""
    retention = Retention()
    customer, customers = _CUSTOMERS.get(answers.sector, _ANY_CUSTOMER)[lang]
    until = {"nl": "van {} tot en met {}", "en": "from {} to {}"}[lang]
    return {
        "organisation": answers.name,
        "customer": customer,
        "customers": customers,
        "tag": "".join(letter for letter in answers.name if letter.isalnum()),
        "brand": answers.brands[0] if answers.brands else answers.name,
        "project": answers.projects[0] if answers.projects else "",
        "sensitive": answers.sensitive[0] if answers.sensitive else "",
        "sensitive_all": _listed(answers.sensitive, lang),
        "networks": _listed(tuple(map(network_name, answers.networks)), lang),
        "council": _COUNCILS.get(answers.body, {}).get(lang, ""),
        "closed_periods_text": "; ".join(
            until.format(period.first, period.last) for period in answers.closed_periods
        ),
        "warning_months": str(retention.warning_months),
        "acknowledgement_years": str(retention.acknowledgement_years_after_leaving),
        "listening_days": str(retention.listening_days),
        "desk_hours": str(Desk().answer_within_hours),
        "answer_hours": str(Questions().answer_within_hours),
    }


def filled(text: str, values: Mapping[str, str]) -> str:
    """`text` with its placeholders filled in; one that does not exist is a KeyError."""
    return _PLACEHOLDER.sub(lambda m: m[0] if m[1] in _LATER else values[m[1]], text)


def wrapped(markdown: str) -> str:
    """Markdown of paragraphs and lists, wrapped anew; ends with one line break."""
    blocks = (_wrapped_block(block) for block in re.split(r"\n\s*\n", markdown.strip()))
    return "\n\n".join(blocks) + "\n"


def _wrapped_block(block: str) -> str:
    lines: list[str] = []
    for line in block.splitlines():
        if _ITEM.match(line) or not lines:
            lines.append(line.strip())
        else:
            lines[-1] += " " + line.strip()
    return "\n".join(
        textwrap.fill(
            line,
            TEXT_WIDTH,
            subsequent_indent=" " * len(mark[0]) if (mark := _ITEM.match(line)) else "",
            break_long_words=False,
            break_on_hyphens=False,
        )
        for line in lines
    )


def joined_lists(markdown: str) -> str:
    """Passages that each bring an item to a list read as one list."""
    joined: list[str] = []
    for block in re.split(r"\n\s*\n", markdown.strip()):
        if joined and block.startswith("- ") and joined[-1].startswith("- "):
            joined[-1] += "\n" + block
        else:
            joined.append(block)
    return "\n\n".join(joined)


def network_name(key: str) -> str:
    """How people write a network's name."""
    names = {"linkedin": "LinkedIn", "tiktok": "TikTok", "youtube": "YouTube"}
    return names.get(key, key.capitalize())


def _listed(items: tuple[str, ...], lang: Lang) -> str:
    """Items as people write them: a, b en c."""
    if len(items) < 2:
        return "".join(items)
    return ", ".join(items[:-1]) + {"nl": " en ", "en": " and "}[lang] + items[-1]
