"""The names by which people know the organisation, and what else each of them may be."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from afspraak.engine.account.contents import NameEntry
from afspraak.engine.fold import fold

if TYPE_CHECKING:  # reading an account must not start the validation libraries
    from afspraak.protocol.model import Organisation

MIN_DOMAIN_LETTERS = 5
MIN_SURNAME_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Naming:
    """What tells how a name may be taken; all words folded."""

    people: frozenset[str]
    """Family and given names."""
    particles: tuple[str, ...]
    endings: tuple[str, ...]
    """Endings that make one word look like a family name."""
    legal: tuple[str, ...]
    """Legal forms, which people leave out."""
    bodies: tuple[str, ...]
    """Bodies that are named after a place, such as a municipality."""

    def level(self, text: str) -> str:
        """What else the name may be: see `NameEntry`."""
        words = list(fold(text).words)
        joined = "".join(words)
        if joined in self.people:
            return "known"
        if len(words) > 1:
            return "possible" if words[0] in self.particles else ""
        looks = len(joined) >= MIN_SURNAME_LETTERS and joined.endswith(self.endings)
        return "possible" if looks and not text.isupper() else ""


def names_of(organisation: "Organisation", naming: Naming) -> list[NameEntry]:
    """Every name once: the organisation's own, its aliases, its web addresses, its brands."""
    own = [
        form
        for text in (organisation.name, *organisation.aliases)
        for form in (_without(text, naming.legal), text)
    ]
    town = _joined(_without(organisation.name, naming.bodies))
    town = "" if town == _joined(organisation.name) else town
    labels = [label for domain in organisation.domains for label in domain.split(".")[-2:-1]]
    long = [
        label
        for label in labels
        if len(_joined(label)) >= MIN_DOMAIN_LETTERS and _joined(label) != town
    ]
    entries: dict[str, NameEntry] = {}
    town_itself = (_without(organisation.name, naming.bodies),) if town else ()
    for text in (*own, *long, *town_itself):
        _add(entries, text, naming, town=town)
    for text in organisation.brands:
        _add(entries, text, naming, brand=True)
    return list(entries.values())


def _add(
    entries: dict[str, NameEntry], text: str, naming: Naming, *, town: str = "", brand: bool = False
) -> None:
    shown = text.strip().lstrip("@#").strip()
    joined = _joined(shown)
    if len(joined) < 2 or joined in entries:
        return
    legal = _without(shown, naming.legal)
    level = "place" if joined == town else naming.level(shown)
    entries[joined] = NameEntry(
        text=shown,
        # Nobody writes the legal form in a handle: it is read there, never proposed.
        camel=_camel(shown) if legal == shown and level != "place" else "",
        words=list(fold(shown).words),
        letters=_letters(shown),
        brand=brand,
        # Nobody takes a product for a family name because of its last letters.
        level="" if brand and level == "possible" else level,
    )


def _without(text: str, phrases: Iterable[str]) -> str:
    """`text` without one of `phrases` at its start or end; as it is when nothing would be left."""
    parts = text.split()
    keys = [_joined(part) for part in parts]
    for phrase in phrases:
        known = phrase.split()
        if len(parts) <= len(known):
            continue
        if keys[: len(known)] == known:
            return " ".join(parts[len(known) :])
        if keys[-len(known) :] == known:
            return " ".join(parts[: -len(known)])
    return text


def _joined(text: str) -> str:
    return "".join(fold(text).words)


def _letters(text: str) -> str:
    """The letters that are not ASCII, capital and small: a reader sees them as the name's own."""
    both = text.upper() + text.lower()
    return "".join(sorted({letter for letter in both if not letter.isascii()}))


def _camel(text: str) -> str:
    """The name as one word of letters and digits, a capital where each of its words begins."""
    folded = fold(text)
    parts = []
    for (start, end), word in zip(folded.places, folded.words, strict=True):
        original = folded.span(start, end).of(text)
        inner = any(letter.isupper() for letter in original[1:])
        parts.append(original if inner and original.isascii() else word.capitalize())
    return "".join(parts)
