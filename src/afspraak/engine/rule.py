"""What a kind of rule hands to the compiler: data from a closed set, never code.

Every executor can run every rule because a rule is only this: sets of words and patterns,
conditions between their hits, measures of the post, and days and hours at which it holds.
A new kind is a new arrangement of these; only a new primitive touches the executors.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from afspraak.diagnostics import Text

Match = Literal["word", "start", "anywhere"]
Boundary = Literal["", "word", "number"]
Where = Literal["post", "sentence", "before", "after", "near", "inside", "around"]
Exact = Literal["", "case", "accents", "both"]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression in the safe subset, looked for in the folded text.

    Folded text is lower case without accents. Only ASCII characters and classes, no lookaround,
    no back-references, no `\\b \\w \\d \\s .`, every repeat bounded. `left` and `right` say what
    must stand beside the match: "word" = no word character; "number" = that, and no digit behind
    one of `. , - / +` either. `check` names a check of `engine/checks.py`: it may keep a shorter
    part of the match or refuse it, and gives a normal form (an IBAN without spaces, a host name).
    `only` and `exempt` hold normal forms; a host also covers its subdomains.
    """

    regex: str
    left: Boundary = "word"
    right: Boundary = "word"
    check: str = ""
    only: tuple[str, ...] = ()
    exempt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WordSet:
    """Words, phrases and patterns that mean the same to a rule; a hit is a stretch of the post.

    Phrases are given as people write them. The compiler folds them and adds the spellings:
    between two words any gap of `spelling.GAP`, and with `joined` nothing (when the whole
    has at least five letters). `match="start"` also takes what follows in the same word (Dutch
    compounds), `"anywhere"` any stretch. `exact` asks case and/or accents to be as given.
    """

    phrases: tuple[str, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    match: Match = "word"
    exact: Exact = ""
    joined: bool = False
    secret: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """What must (or, with `absent`, must not) stand around a hit for it to count.

    `post` anywhere in the post; `sentence` in the hit's sentence, not overlapping the hit;
    `before`/`after`/`near` in the hit's sentence with at most `within` words between;
    `inside` a hit of `words` that covers the hit; `around` a hit of `words` inside the hit.
    """

    words: WordSet
    where: Where
    within: int = 0
    absent: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """Days and hours at which something holds, in the organisation's time zone.

    Every given part must hold: first and last day (both inclusive), weekdays (Monday is 0),
    hours as minutes since midnight, end exclusive; an end before the start runs past midnight.
    """

    first: dt.date | None = None
    last: dt.date | None = None
    weekdays: tuple[int, ...] = ()
    minutes: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One way in which a rule finds something.

    Either `words` (every hit that meets all of `when`) or `measure` (a named measure of
    `engine/measures.py` with its number). `what` fills `{what}` in messages: "a bank account
    number". `mildest` caps the severity of this part; left out, the rule's own severity counts.
    `first` reports only the first hit.
    """

    name: str
    what: Text = field(default_factory=dict)
    words: WordSet | None = None
    when: tuple[Condition, ...] = ()
    measure: str = ""
    amount: int = 0
    message: Text = field(default_factory=dict)
    advice: Text = field(default_factory=dict)
    mildest: Literal["", "ask", "note", "info"] = ""
    first: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """What a kind makes of a rule's options.

    `clocks`: the rule holds only while at least one of them does (none = always).
    `silences`: hints of these kinds are dropped in every sentence in which this rule finds
    something. `for_writer`: findings exist only while writing and never in bulk.
    """

    parts: tuple[Part, ...]
    clocks: tuple[Clock, ...] = ()
    silences: tuple[str, ...] = ()
    for_writer: bool = False


@dataclass(frozen=True, slots=True)
class TermsList:
    """A list of the protocol as a kind sees it, with asked-for plurals and diminutives made."""

    terms: tuple[str, ...]
    confidential: bool


@dataclass(frozen=True, slots=True)
class Context:
    """What a kind may know of the protocol besides its own options.

    `names` is how the organisation is called: its name, then its aliases.
    """

    names: tuple[str, ...]
    brands: tuple[str, ...]
    domains: tuple[str, ...]
    contacts: tuple[str, ...]
    lists: Mapping[str, TermsList]


class UnableToCompile(Exception):
    """The options of a rule cannot be used; `text` says why, `option` which one."""

    def __init__(self, option: str, text: Text) -> None:
        super().__init__(text.get("en", ""))
        self.option = option
        self.text = text
