"""Texts that try to make executors disagree, made from what a pack looks for."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from afspraak.engine.pack import Pack, PackPart
from engine import case_file
from gate import disguise, numbers, samples
from gate.oddities import ODD

PLANES = ((0x20, 0x250), (0x300, 0x2100), (0x2100, 0xD7FF), (0x1F000, 0x1FB00), (0xE000, 0x10FFFF))


@cache
def case_texts() -> tuple[str, ...]:
    """The posts of all case files: what people write, with and without what rules look for."""
    paths = sorted(case_file.CASES.glob("*.md"))
    return tuple(case.post.text for path in paths for case in case_file.read(path).cases)


@dataclass(frozen=True)
class Maker:
    """Makes texts for one pack."""

    pack: Pack
    words: list[str]
    parts: list[list[PackPart]]
    chains: list[list[str]]

    @classmethod
    def of(cls, pack: Pack) -> "Maker":
        """The maker for a pack with nothing hashed in it."""
        parts = [[p for p in rule["parts"] if "set" in p] for rule in pack.data["rules"]]
        phrases = [
            [
                phrase
                for part in each
                for match in ("word", "start", "anywhere")
                for phrase in pack.data["sets"][part["set"]].get(match, [])  # type: ignore[attr-defined]
            ]
            for each in parts
        ]
        kept = (list(filter(None, parts)), list(filter(None, phrases)))
        return cls(pack, disguise.words_of(pack), *kept)

    def text(self, chance: random.Random) -> str:
        """One text."""
        recipe = chance.choices(RECIPES, WEIGHTS)[0]
        return recipe(self, chance)

    def phrases(self, chance: random.Random) -> str:
        """Phrases of the pack in disguise, one close upon another."""
        return disguise.text(self.words, chance)

    def statement(self, chance: random.Random) -> str:
        """What a part reports, with what must and must not stand around it, near and too far."""
        part = self._part(chance)
        written = self._of_set(part["set"], chance)
        for condition in part.get("when", []):
            if chance.random() < (0.7 if condition.get("absent") else 0.1):
                continue
            other = self._of_set(condition["set"], chance)
            within = condition.get("within", 0) + chance.choice([-2, -1, 0, 0, 1, 2])
            between = " ".join(["", *chance.choices(ODD["fillers"], k=max(within, 0)), ""])
            if chance.random() < 0.15:
                between = chance.choice(ODD["ends"])
            place = condition["where"]
            if place in ("inside", "around") and chance.random() < 0.8:
                written = other
            elif place == "before" or (place != "after" and chance.random() < 0.5):
                written = f"{other}{between}{written}"
            else:
                written = f"{written}{between}{other}"
        return written

    def chain(self, chance: random.Random) -> str:
        """Phrases of one rule that run over into each other."""
        phrases = chance.choice(self.chains)
        written = chance.choice(phrases)
        for _ in range(chance.randint(1, 4)):
            last = written.split(" ")[-1]
            going_on = [each for each in phrases if each.startswith(f"{last} ") or each == last]
            if going_on and chance.random() < 0.8:
                written += chance.choice(going_on).removeprefix(last)
            else:
                written += chance.choice(ODD["gaps"]) + chance.choice(phrases)
        return written

    def statements(self, chance: random.Random) -> str:
        """Several statements in one post, in a sentence each or not."""
        made = (self.statement(chance) for _ in range(chance.randint(1, 3)))
        return "".join(each + chance.choice(ODD["ends"]) for each in made)

    def case(self, chance: random.Random) -> str:
        """A post of the case files, as it is or damaged, perhaps beside another."""
        return "".join(
            changed(chance.choice(case_texts()), chance) + chance.choice(ODD["ends"])
            for _ in range(chance.choice([1, 1, 1, 2]))
        )

    def number(self, chance: random.Random) -> str:
        """Numbers and addresses, loose or in a sentence."""
        around = (*ODD["around"], " ", " ", *ODD["fillers"], self.statement(chance))
        made = ""
        for _ in range(chance.randint(1, 3)):
            made += chance.choice([chance.choice(around), f"{chance.randrange(30)}"])
            made += chance.choice(ODD["beside_numbers"]) if chance.random() < 0.5 else ""
            made += numbers.some(chance)
            made += chance.choice(ODD["beside_numbers"]) if chance.random() < 0.5 else ""
            made += chance.choice([chance.choice(around), f"{chance.randrange(30)}"])
        return made

    def measured(self, chance: random.Random) -> str:
        """Hashtags, capitals and emoji in rows, with something else between or not."""
        kind = chance.randrange(3)
        pieces = [
            [f"{chance.choice('#＃')}{each}" for each in ODD["tags"]],
            ODD["loud"],
            ODD["emoji"],
        ][kind]
        row = [chance.choice(pieces) for _ in range(chance.randint(2, 9 if kind else 70))]
        joint = chance.choice([" ", " ", "", ", ", "\n", "-", "\u200d", "x"])
        return f"{self.statement(chance)} {joint.join(row)}{chance.choice(ODD['around'])}"

    def long(self, chance: random.Random) -> str:
        """A text about as long as a network allows."""
        goal, made = chance.choice([270, 300, 495, 520, 2190, 3010]), ""
        while len(made) < goal:
            made += self.case(chance) if chance.random() < 0.5 else " ".join(ODD["fillers"])
        return made[: goal + chance.randint(0, 30)]

    def noise(self, chance: random.Random) -> str:
        """Characters from all over Unicode, with a phrase somewhere."""
        pieces = [_any_character(chance) for _ in range(chance.randint(1, 12))]
        pieces.insert(chance.randint(0, len(pieces)), chance.choice(self.words))
        return "".join(pieces)

    def _part(self, chance: random.Random) -> PackPart:
        """A part: of the rules with few as often as of those with many, or any of all."""
        if chance.random() < 0.5:
            return chance.choice(chance.choice(self.parts))
        return chance.choice([part for parts in self.parts for part in parts])

    def _of_set(self, number: int, chance: random.Random) -> str:
        each = self.pack.data["sets"][number]
        phrases = [*each.get("word", []), *each.get("start", []), *each.get("anywhere", [])]
        patterns = each.get("patterns", [])
        if patterns and (not phrases or chance.random() < 0.5):
            found = self.pack.data["patterns"][chance.choice(patterns)]
            if names := [*found.get("only", []), *found.get("exempt", [])]:
                around = chance.choice(["", "x", "x.", "-"]), chance.choice(["", "/a", ".nl", "x"])
                return f"{around[0]}{chance.choice(names)}{around[1]}"
            sample = samples.sample(found["regex"], chance)
            return sample.upper() if chance.random() < 0.25 else sample
        if "exact" in each and chance.random() < 0.7:
            form = chance.choice(each["exact"]["forms"])
            return chance.choice([form, form.upper(), form.title(), form.lower()])
        phrase = chance.choice(phrases or self.words)
        return disguise.disguised(phrase, chance) if chance.random() < 0.4 else phrase


def changed(text: str, chance: random.Random) -> str:
    """The text with up to three small changes somewhere."""
    for _ in range(chance.choice([0, 0, 1, 1, 2, 3])):
        first = chance.randint(0, len(text))
        last = min(len(text), first + chance.choice([0, 1, 1, 4, 12]))
        middle = chance.choice(
            [
                "",
                chance.choice(ODD["inside"]),
                chance.choice(ODD["around"]),
                disguise.disguised(text[first:last], chance),
            ]
        )
        text = text[:first] + middle + text[last:]
    return text


def _any_character(chance: random.Random) -> str:
    if chance.random() < 0.2:
        return str(chance.choice(ODD["far"]))
    return chr(chance.randrange(*chance.choice(PLANES)))


RECIPES: tuple[Callable[[Maker, random.Random], str], ...] = (
    Maker.phrases, Maker.statements, Maker.case, Maker.number, Maker.measured, Maker.long,
    Maker.noise, Maker.chain,
)  # fmt: skip
WEIGHTS = (20, 28, 18, 14, 9, 1, 4, 6)
