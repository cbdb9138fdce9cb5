"""What changes for people, as values: one change, and all of them."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from afspraak.diagnostics import Lang, Text

Path = tuple[str | int, ...]
Details = Mapping[Lang, tuple[str, ...]]
Sort = Literal["added", "removed", "moved", "reworded", "changed"]

_MONTHS_NL = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
)  # fmt: skip
_MONTHS_EN = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is different: what it is about, a sentence, and what it was and becomes.

    `path` is its place in the new protocol, or in the old one when it was removed. `details` are
    the sentences that changed, in each language in which they did, with ~~words taken out~~ and
    **words put in**. `material` says whether it belongs to what people sign.
    """

    path: Path
    sort: Sort
    about: Text
    says: Text
    material: bool
    details: Details = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that changes from one edition to the next; `material` means: read it again."""

    old_edition: str
    new_edition: str
    material: bool
    items: tuple[Change, ...]


def date(day: dt.date) -> Text:
    """A day as people write it: 1 maart 2027, 1 March 2027."""
    return {
        "nl": f"{day.day} {_MONTHS_NL[day.month - 1]} {day.year}",
        "en": f"{day.day} {_MONTHS_EN[day.month - 1]} {day.year}",
    }


def quoted(texts: Collection[str]) -> Text:
    """‘a’, ‘b’ en ‘c’."""
    return listed([f"‘{' '.join(text.split())}’" for text in texts])


def listed(texts: Sequence[str]) -> Text:
    """a, b en c."""
    if len(texts) < 2:
        return {"nl": "".join(texts), "en": "".join(texts)}
    head = ", ".join(texts[:-1])
    return {"nl": f"{head} en {texts[-1]}", "en": f"{head} and {texts[-1]}"}


def fresh(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """What is in the new list and was not in the old one, in its order."""
    return [item for item in dict.fromkeys(new) if item not in old]


def number(count: int, *, nl: tuple[str, str], en: tuple[str, str]) -> Text:
    """`1 woord`, `2 woorden`: the count with the word that goes with it."""
    several = count != 1
    return {"nl": f"{count} {nl[several]}", "en": f"{count} {en[several]}"}


def in_and_out(old: Sequence[str], new: Sequence[str]) -> Text:
    """What came and what went: nu ook ‘a’; niet meer ‘b’; or that only the order differs."""
    in_, out = fresh(old, new), fresh(new, old)
    if not in_ and not out:
        return {"nl": "andere volgorde", "en": "other order"}
    said: dict[Lang, list[str]] = {"nl": [], "en": []}
    for items, nl, en in ((in_, "nu ook", "now also"), (out, "niet meer", "no longer")):
        if items:
            said["nl"].append(f"{nl} {quoted(items)['nl']}")
            said["en"].append(f"{en} {quoted(items)['en']}")
    return {lang: "; ".join(parts) for lang, parts in said.items()}
