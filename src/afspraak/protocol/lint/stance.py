"""What a sentence does to its reader: forbid, oblige, permit or free. Small grammars, no model."""

import re
import unicodedata
from enum import StrEnum

from afspraak.diagnostics import Lang
from afspraak.protocol.lint.phrases import phrases


class Stance(StrEnum):
    """What a part of a sentence does; `DENIES` is a bare *not* without may or must."""

    FORBIDS = "FORBIDS"
    OBLIGES = "OBLIGES"
    PERMITS = "PERMITS"
    FREES = "FREES"
    DENIES = "DENIES"
    STATES = "STATES"


def fold(text: str) -> str:
    """Lower case without accents and with plain quotes, as long as it was."""
    return "".join(map(_fold_letter, text))


def _fold_letter(letter: str) -> str:
    plain = {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "ĳ": "y"}.get(letter)
    if plain:
        return plain
    folded = unicodedata.normalize("NFD", letter)[0].lower()
    return folded if len(folded) == 1 else letter


_WORDS = phrases(__package__, "stance")
NEGATION = _WORDS["negation"]
# A negation that turns nothing round: "not only", "without exception".
_IDLE = _WORDS["idle"]
# A negation that permits: "that is no offence".
_HARMLESS = _WORDS["harmless"]
_FORBID = _WORDS["forbid"]
_OBLIGE = _WORDS["oblige"]
_ALLOW = _WORDS["allow"]
_NEED_NOT = _WORDS["need_not"]

# Spaces are counted: a run of a million of them must not take quadratic time.
_CUT = {
    "nl": re.compile(
        r";|,?\s{1,20}maar(?!\s{1,20}(?:een|twee|drie))\s|,\s{1,20}(?:en|want|dus|echter|wel|terwijl|daarna)\s"
        r"|\s{1,20}en\s{1,20}(?=(?:je|we|wij|u|niemand|iedereen|dat|dit|ook)\s)|\s-\s|:\s"
        r"|,?\s{1,20}(?=(?:ook|zelfs) (?:als|wanneer)\s)"
    ),
    "en": re.compile(
        r";|,?\s{1,20}but\s|,\s{1,20}(?:and|because|so|however|while|then|yet)\s"
        r"|\s{1,20}and\s{1,20}(?=(?:you|we|nobody|everyone|that|this|they|it)\s)|\s-\s|:\s"
        r"|,?\s{1,20}(?=even (?:if|when|though)\s)"
    ),
}


def parts(words: str, lang: Lang) -> tuple[str, ...]:
    """A folded sentence cut at *but*, *and you*, semicolons: each part has one stance."""
    return tuple(part for part in _CUT[lang].split(words) if part.strip())


def stance(part: str, lang: Lang) -> Stance:
    """What one part of a sentence does."""
    rest = _IDLE[lang].sub(" ", part)
    rest, harmless = _HARMLESS[lang].subn(" ", rest)
    if harmless:
        return Stance.PERMITS
    denied = bool(NEGATION[lang].search(rest))
    if _FORBID[lang].search(rest):
        return Stance.PERMITS if denied else Stance.FORBIDS
    if _OBLIGE[lang].search(rest):
        if not denied:
            return Stance.OBLIGES
        return Stance.FREES if _NEED_NOT[lang].search(rest) else Stance.FORBIDS
    if _ALLOW[lang].search(rest):
        return Stance.FORBIDS if denied else Stance.PERMITS
    return Stance.DENIES if denied else Stance.STATES


_SUBORDINATE = {
    "nl": r"(?:wat|als|wanneer|dat|omdat|wie|of|zodra|voordat|tenzij)",
    "en": r"(?:what|if|when|that|because|who|whether|once|before|unless)",
}


def denies(part: str, verbs: re.Pattern[str], lang: Lang, *, within: int = 6) -> bool:
    """Whether a bare *not* belongs to one of the verbs: they stand close, in the same clause."""
    rest = _IDLE[lang].sub(" ", part)
    nots = [match.span() for match in NEGATION[lang].finditer(rest)]
    for verb in verbs.finditer(rest):
        for start, end in nots:
            low, high = sorted([(start, end), verb.span()])
            between = rest[low[1] : high[0]]
            if len(between.split()) <= within and not re.search(
                rf"(?<!\w){_SUBORDINATE[lang]}(?!\w)", between
            ):
                return True
    return False
