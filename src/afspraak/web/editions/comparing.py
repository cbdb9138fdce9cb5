"""What changes between two editions, ready to be shown."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.utils.safestring import SafeString, mark_safe

from afspraak.diagnostics import Lang
from afspraak.documents import markup
from afspraak.protocol.changes import Change, Changes, compare
from afspraak.protocol.handbook.content import Passage
from afspraak.web.editions import queries
from afspraak.web.editions.queries import EditionRow
from afspraak.web.editions.wording import sentence


@dataclass(frozen=True, slots=True)
class Item:
    """One change: a sentence, and the sentences that differ, in the language they are in."""

    says: SafeString
    lang: Lang
    details: Sequence[SafeString]


@dataclass(frozen=True, slots=True)
class About:
    """What changes in one clause or one other matter."""

    title: str
    items: Sequence[Item]


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything that changes: first what people sign, then the rest."""

    must_be_read: bool
    signed: Sequence[About]
    other: Sequence[About]


@lru_cache(maxsize=32)
def between(old: EditionRow, new: EditionRow, lang: Lang) -> Shown:
    """What changes for people from one edition to another."""
    return shown(compare(queries.protocol_of(old), queries.protocol_of(new)), lang)


def shown(changes: Changes, lang: Lang) -> Shown:
    """Changes in the words of `lang`."""
    return Shown(
        must_be_read=changes.material,
        signed=_grouped((item for item in changes.items if item.material), lang),
        other=_grouped((item for item in changes.items if not item.material), lang),
    )


def _grouped(items: Iterable[Change], lang: Lang) -> list[About]:
    groups = itertools.groupby(items, key=lambda item: item.about[lang])
    return [About(title, [_item(item, lang) for item in group]) for title, group in groups]


def _item(item: Change, lang: Lang) -> Item:
    written = lang if lang in item.details else next(iter(item.details), lang)
    details = [_marked(text, written) for text in item.details.get(written, ())]
    return Item(sentence(item.says[lang]), written, details)


def _marked(text: str, lang: Lang) -> SafeString:
    """A sentence with what went and what came. Only our own tags are in what `markup` gives."""
    set_apart = str(markup.line(Passage(text, lang)))
    for ours, meant in (("s", "del"), ("strong", "ins")):
        set_apart = set_apart.replace(f"<{ours}>", f"<{meant}>").replace(
            f"</{ours}>", f"</{meant}>"
        )
    return mark_safe(set_apart)  # noqa: S308 - escaped by `markup`
