"""The section of the pack made ready for reading: words to look up, names to look for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from afspraak.engine.account.contents import AccountData, NameEntry, NetworkEntry

Phrases = Mapping[str, Sequence[tuple[str, ...]]]
"""Phrases by their first word, the longest first."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the organisation; `joined` is its folded words in one."""

    text: str
    camel: str
    words: tuple[str, ...]
    joined: str
    letters: str
    brand: bool
    level: str

    @property
    def joints(self) -> frozenset[int]:
        """Where in `joined` one word ends and the next begins."""
        ends, at = set(), 0
        for word in self.words[:-1]:
            at += len(word)
            ends.add(at)
        return frozenset(ends)


@dataclass(frozen=True, slots=True)
class Cue:
    """Words before or after a name that say what the organisation is to the writer."""

    says: str
    before: Phrases
    after: Phrases
    reach: int
    through: str


class Lexicon:
    """All the account check looks up. Made once for a reading; holds nothing of what is read."""

    def __init__(self, data: AccountData) -> None:
        self.data = data
        self.limits, self.marks, self.costs = data["limits"], data["marks"], data["costs"]
        self.upper, self.lower = _letters(data["case"]["upper"]), _letters(data["case"]["lower"])
        self.look_alikes = [str.maketrans(*pair) for pair in data["look_alikes"]]
        self.names = [_name(entry) for entry in data["names"]]
        self.by_length = sorted(self.names, key=lambda name: -len(name.joined))
        self.by_joined = {name.joined: name for name in self.names}
        self.by_first: dict[str, list[Name]] = {}
        for name in self.by_length:
            if len(name.words) > 1:
                self.by_first.setdefault(name.words[0], []).append(name)
        self.kinds = _kinds(data)
        self.first_names = frozenset(data["pieces"]["first"])
        self.trades = frozenset(data["pieces"]["trade"])
        self.longest_word = max(map(len, self.kinds))
        self.lists = {name: frozenset(words) for name, words in data["profile"].items()}
        self.lists["titles"] = frozenset(data["titles"])
        self.with_organisation = phrases(data["profile"]["with_organisation"])
        self.first_person = phrases(data["profile"]["first_person"])
        self.jobs = phrases([job for each in data["jobs"] for job in (*each["nl"], *each["en"])])
        self.public_jobs = phrases(data["profile"]["public"])
        self.job_endings = tuple(data["profile"]["job_endings"])
        self.account = {name: phrases(each) for name, each in data["account"].items()}
        self.cues = [
            Cue(
                cue["says"],
                phrases(cue["before"]),
                phrases(cue["after"]),
                cue["reach"],
                cue["through"],
            )
            for cue in data["cues"]
        ]

    def network(self, given: str) -> str:
        """The key of the network that `given` names, or nothing when it is not known."""
        for key, network in self.data["networks"].items():
            if given == key or given in network["aliases"]:
                return key
        return ""

    def rules(self, network: str) -> NetworkEntry:
        """What a handle may look like on `network`."""
        return self.data["networks"][network or "default"]


def phrases(each: Sequence[str]) -> Phrases:
    """`each` by first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in each:
        words = tuple(phrase.split(" "))
        found.setdefault(words[0], []).append(words)
    for same in found.values():
        same.sort(key=len, reverse=True)
    return found


def _name(entry: NameEntry) -> Name:
    words = tuple(entry["words"])
    return Name(
        text=entry["text"],
        camel=entry["camel"],
        words=words,
        joined="".join(words),
        letters=entry["letters"],
        brand=entry["brand"],
        level=entry["level"],
    )


def _letters(runs: Sequence[int]) -> frozenset[str]:
    """The letters of a flat list of first, last, step."""
    thrice = zip(runs[::3], runs[1::3], runs[2::3], strict=True)
    return frozenset(
        chr(point) for first, last, step in thrice for point in range(first, last + 1, step)
    )


def _kinds(data: AccountData) -> dict[str, str]:
    """What each word is; a word that stands in two lists is of the kind that comes first."""
    kinds: dict[str, str] = {}
    for kind in data["order"]:
        for word in data["pieces"][kind]:
            kinds.setdefault(word, kind)
    for each in data["jobs"]:
        for job in (*each["nl"], *each["en"]):
            if " " not in job:
                kinds.setdefault(job, "job")
    return kinds
