"""Parts and conditions made of the lists of the lexicon, by their names."""

from afspraak.diagnostics import Text
from afspraak.engine.respect import lexicon
from afspraak.engine.rule import Condition, Part, Where, WordSet

Conditions = tuple[Condition, ...]


def part(name: str, what: Text, listed: str, *when: Condition) -> Part:
    """A part that looks for one list of the lexicon."""
    return Part(name, what=what, words=words(listed), when=when)


def words(listed: str) -> WordSet:
    """A list of the lexicon as a set."""
    return WordSet(lexicon.phrases(listed))


def some(listed: str, where: Where, within: int = 0) -> Condition:
    """The condition that one of the list stands there."""
    return Condition(words(listed), where, within)


def no(listed: str, where: Where, within: int = 0) -> Condition:
    """The condition that none of the list stands there."""
    return Condition(words(listed), where, within, absent=True)
