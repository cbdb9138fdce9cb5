"""What readers may not see: the terms of confidential lists, and all that would give them away."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from afspraak.protocol.model import Protocol, Rule
from afspraak.protocol.text_hash import written_options


@dataclass(frozen=True, slots=True)
class Secrets:
    """The confidential lists of a protocol, and their terms reduced to letters and digits."""

    lists: frozenset[str]
    terms: frozenset[str]
    lengths: tuple[int, ...]

    @classmethod
    def of(cls, protocol: Protocol) -> "Secrets":
        """The secrets of `protocol`."""
        secret = {name: held for name, held in protocol.lists.items() if held.confidential}
        terms = frozenset(_bare(term) for held in secret.values() for term in held.terms) - {""}
        return cls(frozenset(secret), terms, tuple(sorted({len(term) for term in terms})))

    def guard(self, rule: Rule) -> bool:
        """Whether the rule uses a confidential list, under whatever option."""
        return any(text in self.lists for text in _texts(written_options(rule)))

    def stand_in(self, text: str) -> bool:
        """Whether a confidential term can be read in `text`, in any spelling or inside a word."""
        bare = _bare(text)
        return any(
            bare[start : start + length] in self.terms
            for length in self.lengths
            for start in range(len(bare) - length + 1)
        )


def _bare(text: str) -> str:
    return "".join(
        character
        for character in unicodedata.normalize("NFKD", text).casefold()
        if character.isalnum()
    )


def _texts(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for held in value.values():
            yield from _texts(held)
    elif isinstance(value, list | tuple):
        for held in value:
            yield from _texts(held)
