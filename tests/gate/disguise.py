"""Words made to mislead: a phrase in odd spellings, what almost is one, what stands around it."""

import random
import unicodedata
from collections.abc import Sequence

from afspraak.engine.pack import Pack
from gate.oddities import ODD


def words_of(pack: Pack) -> list[str]:
    """Every phrase of the pack, as it stands there."""
    return sorted(
        {
            phrase
            for each in pack.data["sets"]
            for match in ("word", "start", "anywhere")
            for phrase in each.get(match, [])  # type: ignore[attr-defined]
        }
    )


def text(pack_words: Sequence[str], chance: random.Random) -> str:
    """One to eight phrases of the pack, each with something before and behind it."""
    pieces = []
    for _ in range(chance.randint(1, 8)):
        pieces += [chance.choice(ODD["around"]), disguised(chance.choice(pack_words), chance)]
        pieces.append(chance.choice(ODD["around"]))
    return "".join(pieces)


def disguised(phrase: str, chance: random.Random) -> str:
    """A phrase of the pack as somebody might write it, or nearly."""
    written = phrase.replace(" ", _gap(chance)) if chance.random() < 0.7 else phrase
    for change in chance.sample(CHANGES, chance.choice([0, 1, 1, 2, 3])):
        written = change(written, chance)
    return written


def _gap(chance: random.Random) -> str:
    """What stands between two words, or a row of signs that may do so one by one."""
    if chance.random() < 0.6:
        return str(chance.choice(ODD["gaps"]))
    return "".join(chance.choices(ODD["gap_signs"], k=chance.choice([1, 1, 2, 3, 4, 5])))


def _cased(written: str, chance: random.Random) -> str:
    return chance.choice([str.upper, str.title, str.swapcase, str.capitalize])(written)


def _accented(written: str, chance: random.Random) -> str:
    accented = "".join(c + chance.choice(["", "", "\u0301", "\u0308"]) for c in written)
    return unicodedata.normalize(chance.choice(["NFD", "NFC", "NFKD"]), accented)


def _look_alike(written: str, chance: random.Random) -> str:
    for plain in chance.sample(sorted(ODD["looks"]), 12):
        low = written.lower()
        at = low.find(plain) if chance.random() < 0.5 else low.rfind(plain)
        if at >= 0:
            alike = chance.choice(ODD["looks"][plain])
            written = written[:at] + alike + written[at + len(plain) :]
    return written


def _wide(written: str, chance: random.Random) -> str:
    return "".join(
        chr(ord(c) + 0xFEE0) if "!" <= c <= "~" and chance.random() < 0.5 else c for c in written
    )


def _interrupted(written: str, chance: random.Random) -> str:
    at = chance.randint(0, len(written))
    return f"{written[:at]}{chance.choice(ODD['inside'])}{written[at:]}"


def _damaged(written: str, chance: random.Random) -> str:
    at = chance.randrange(len(written)) if written else 0
    return chance.choice(
        [
            written[:at] + written[at + 1 :],
            written[:at] + written[at : at + 1] * 2 + written[at + 1 :],
            written + chance.choice("ens7é"),
            chance.choice("abx1") + written,
        ]
    )


CHANGES = [_cased, _accented, _look_alike, _wide, _interrupted, _damaged]
