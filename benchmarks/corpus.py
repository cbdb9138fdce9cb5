"""Posts and terms for the benchmarks, always the same ones: made with a fixed seed.

The posts are ordinary lines that the project ships, with what real posts have in them: mentions,
links, hashtags, emoji, accents, numbers, and now and then one of the terms.
"""

import random
from collections.abc import Sequence
from importlib.resources import files

SEED = 2026
TERM_EVERY = 10
"""One post in so many has a term in it."""
EMOJI = ("🙂", "🥖", "🎉", "👍🏽", "❤️", "😂", "🚲", "☀️")
ACCENTED = ("café", "één", "coördinator", "reünie", "’s avonds", "“mooi”", "crème", "privé")
NUMBERS = ("12,50", "€ 3,95", "2026", "19:30", "1 op 3", "06 is uit", "1.250", "3-1", "31 mei")
ODD = (
    "mail naar info@bakkerij-voorbeeld.nl",
    "bel 06-12345678",
    "NL91 ABNA 0417 1643 00",
    "kenteken AB-12-CD",
    "1234 AB 56",
)
DISGUISES = (str.upper, str.title, lambda term: term.replace(" ", "-"), lambda term: f"#{term}")


def posts(count: int, terms: Sequence[str], seed: int = SEED) -> list[str]:
    """So many posts of about 110 bytes; one in five has something beyond ASCII."""
    chance = random.Random(seed)
    lines = ordinary()
    return [_post(chance, lines, terms) for _ in range(count)]


def terms(count: int, seed: int = SEED) -> list[str]:
    """So many made-up terms, three in ten of two words or three."""
    chance = random.Random(seed + count)
    found: dict[str, None] = {}
    while len(found) < count:
        sizes = chance.choices(((3,), (4,), (3, 2), (2, 3, 2)), (40, 30, 25, 5))[0]
        found[" ".join(word(chance, size) for size in sizes)] = None
    return list(found)


def word(chance: random.Random, syllables: int) -> str:
    """A word that could be Dutch."""
    return "".join(
        chance.choice("bdfghklmnprstvwz") + chance.choice(("a", "e", "i", "o", "oe", "ui", "ij"))
        for _ in range(syllables)
    )


def ordinary() -> list[str]:
    """The ordinary posts that the project ships, Dutch and English."""
    folder = files("afspraak.protocol").joinpath("ordinary")
    return [
        line
        for lang in ("nl", "en")
        for line in folder.joinpath(f"{lang}.txt").read_text("utf-8").splitlines()
        if line.strip()
    ]


def _post(chance: random.Random, lines: Sequence[str], found: Sequence[str]) -> str:
    pieces = chance.choices(lines, k=chance.choice((1, 2, 2)))
    if chance.random() < 0.3:
        pieces.insert(0, f"@{word(chance, 3)}")
    if chance.random() < 0.15:
        pieces.append(f"https://{word(chance, 3)}.nl/{word(chance, 2)}/{chance.randrange(9999)}")
    if chance.random() < 0.2:
        pieces.append(f"#{word(chance, 3)}")
    if chance.random() < 0.12:
        pieces.append(chance.choice(EMOJI))
    if chance.random() < 0.05:
        pieces.append(chance.choice(ACCENTED))
    if chance.random() < 0.15:
        pieces.append(chance.choice(NUMBERS))
    if chance.random() < 0.005:
        pieces.append(chance.choice(ODD))
    if found and chance.random() < 1 / TERM_EVERY:
        term = chance.choice(found)
        pieces.append(chance.choice(DISGUISES)(term) if chance.random() < 0.3 else term)
    return " ".join(pieces)
