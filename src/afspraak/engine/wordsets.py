"""The pack's sets and patterns: each is written once and known by its number."""

import json
from typing import TypeVar

from afspraak.engine import gate, spelling
from afspraak.engine.fold import Folder
from afspraak.engine.pack import PackCondition, PackPattern, PackSet
from afspraak.engine.rule import Condition, Pattern, WordSet
from afspraak.engine.symbols import symbol_pattern

Row = TypeVar(
    "Row", PackSet, PackPattern
)  # a pattern has `regex`, a set never: one index serves both


class WordSets:
    """Collects word sets and gives each its number; equal sets share one."""

    def __init__(self, folder: Folder) -> None:
        self.sets: list[PackSet] = []
        self.patterns: list[PackPattern] = []
        self._folder = folder
        self._numbers: dict[str, int] = {}
        self._known: dict[WordSet, int] = {}

    def number(self, words: WordSet) -> int:
        """The number of this set in the pack."""
        if words not in self._known:
            self._known[words] = self._intern(self._compile(words), self.sets)
        return self._known[words]

    def condition(self, condition: Condition) -> PackCondition:
        """The condition with its set's number."""
        compiled: PackCondition = {
            "set": self.number(condition.words),
            "where": condition.where,
        }
        if condition.within:
            compiled["within"] = condition.within
        if condition.absent:
            compiled["absent"] = True
        return compiled

    def _compile(self, words: WordSet) -> PackSet:
        phrases: dict[str, None] = {}
        patterns = list(words.patterns)
        for phrase in words.phrases:
            spelled = spelling.spellings(phrase, joined=words.joined, words_only=words.secret)
            phrases.update(dict.fromkeys(spelled))
            if not spelled and (pattern := symbol_pattern(phrase)):
                patterns.append(pattern)
        compiled: PackSet = {}
        if phrases:
            compiled[words.match] = sorted(phrases)
        if patterns:
            compiled["patterns"] = sorted({self._pattern(each) for each in patterns})
        if words.exact:
            forms = {spelling.exact_form(p, words.exact, self._folder) for p in words.phrases}
            compiled["exact"] = {"mode": words.exact, "forms": sorted(forms)}
        return compiled

    def _pattern(self, pattern: Pattern) -> int:
        compiled: PackPattern = {"regex": pattern.regex}
        if pattern.left:
            compiled["left"] = pattern.left
        if pattern.right:
            compiled["right"] = pattern.right
        if pattern.check:
            compiled["check"] = pattern.check
        if pattern.only:
            compiled["only"] = sorted(pattern.only)
        if pattern.exempt:
            compiled["exempt"] = sorted(pattern.exempt)
        needed = gate.gate(pattern.regex)
        if needed.strings:
            compiled["strings"] = list(needed.strings)
        if needed.digits:
            compiled["digits"] = needed.digits
        if needed.row > 1:
            compiled["row"] = needed.row
        return self._intern(compiled, self.patterns)

    def _intern(self, value: Row, into: list[Row]) -> int:
        number = self._numbers.setdefault(json.dumps(value, sort_keys=True), len(into))
        if number == len(into):
            into.append(value)
        return number
