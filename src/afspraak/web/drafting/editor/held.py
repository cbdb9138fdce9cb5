"""A draft as the editor has it open: its text, what is in it, and how its parts are addressed."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from afspraak.diagnostics import LANGUAGES, Lang, Text
from afspraak.engine import networks
from afspraak.protocol import editing
from afspraak.protocol.editing import UnableToEdit
from afspraak.web.drafting.editor.fields import Known

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Content:
    """What is in a draft's file. `unable` says why its parts cannot be shown, if they cannot."""

    text: str
    root: Mapping[str, object]
    unable: Text | None

    @property
    def languages(self) -> tuple[Lang, ...]:
        """The languages the draft is in, the first one first."""
        given = self.root.get("languages")
        told = [str(each) for each in given] if isinstance(given, list) else []
        known: list[Lang] = [lang for each in told for lang in LANGUAGES if lang == each]
        return tuple(dict.fromkeys(known)) or LANGUAGES[:1]

    @property
    def clauses(self) -> Sequence[object]:
        """The clauses, whatever stands there."""
        found = self.root.get("clauses")
        return found if isinstance(found, list) else []

    @property
    def known(self) -> Known:
        """What the draft offers to choose from."""
        people, lists = self.root.get("people"), self.root.get("lists")
        return Known(
            self.languages,
            tuple(lists) if isinstance(lists, dict) else (),
            tuple(
                key
                for key, each in (people.items() if isinstance(people, dict) else ())
                if key != "leaders" and each is not None
            ),
            tuple(sorted(networks.names())),
        )

    def clause(self, address: str) -> int | None:
        """The number of the clause with this address: its id, or its place as `~3`."""
        return _find(self.clauses, address)

    def rule(self, clause: int, address: str) -> int | None:
        """The number of a rule of a clause by its address."""
        return _find(rules_of(self.clauses[clause]), address)


@lru_cache(maxsize=24)
def content_of(source: bytes) -> Content:
    """What is in a file; nothing of one that no form can write into."""
    text = source.decode("utf-8-sig", "replace")
    try:
        root = editing.read(text)
    except UnableToEdit as unable:
        return Content(text, {}, unable.text)
    return Content(text, root if isinstance(root, dict) else {}, None)


def addresses(items: Sequence[object]) -> list[str]:
    """How each item of a list is called in an address: by its id where that is its own."""
    names = [str(editing.value_at(each, ("id",)) or "") for each in items]
    seen: set[str] = set()
    found: list[str] = []
    for at, name in enumerate(names):
        found.append(name if name not in seen and _NAME.fullmatch(name) else f"~{at + 1}")
        seen.add(name)
    return found


def rules_of(clause: object) -> Sequence[object]:
    """The rules of a clause, whatever stands there."""
    found = editing.value_at(clause, ("rules",))
    return found if isinstance(found, list) else []


def in_words(texts: object, lang: Lang) -> str:
    """A text of the file in `lang`, or in the language that it has."""
    if isinstance(texts, str):
        return texts.strip()
    if isinstance(texts, Mapping):
        filled = {key: each for key, each in texts.items() if isinstance(each, str) and each}
        return str(filled.get(lang) or next(iter(filled.values()), "")).strip()
    return ""


def _find(items: Sequence[object], address: str) -> int | None:
    names = addresses(items)
    return names.index(address) if address in names else None
