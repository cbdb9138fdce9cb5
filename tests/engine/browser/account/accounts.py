"""Accounts to read in two ways: those of the table, and odd ones made from them by the thousand."""

import random
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from afspraak.engine.account import account_data
from afspraak.protocol.model import Accounts, ProfessionalAccount
from engine.account.table import cases, organisations, protocol_of

# Names that letters, domains and styles of their own make hard; beside those of the table.
ODD: dict[str, dict[str, Any]] = {
    "cafe": {"name": "Café Ñandú", "aliases": ["@cafenandu"], "domains": ["café.example"]},
    "rare": {"name": "𠮷野家 Noodles", "aliases": ["𠮷野家"], "domains": ["yoshinoya.example"]},
    "greek": {"name": "Ψωμί Ελλάς", "aliases": ["Ψωμί"], "brands": ["Straßenbräu"], "domains": []},
    "dollar": {"name": "$& {text} $1 Shop", "aliases": ["Q8"], "domains": ["shop.example"]},
}
STYLE = Accounts(
    professional=ProfessionalAccount(
        handle="{organisation}.{person}é", bio={"nl": " {functie} van {organisation}. "}
    ),
    disclaimer={"nl": "Dit vind ik zelf.", "en": "Just my two cents"},
)
NETWORKS = [
    *("", "x", "instagram", "linkedin", "mastodon", "bluesky", "tiktok", "youtube", "facebook"),
    *("snapchat", "reddit", "telegram", "hyves", " X.com\n", "\x85ig", "Ｔwitter"),
]
PARTS = [
    *"@#_.-|( {}ßİŒﬁⒷ🥖❤️७٣²ǅ—’…\x00\x1c\x85\xa0\ufeff\u2028$",
    *(
        "\u200b",
        "\u200d",
        "e\u0301",
        "\ud800",
        "\udfff",
        "\u202e",
        "\U000e0041",
        "\u1680",
        "\u1c89",
    ),
    *(
        "محمد",
        "עברית",
        "日本",
        "𠮷",
        "𝐁𝐥𝐨𝐤",
        "ΣΊΓΜΑΣ",
        "Ж",
        "жЖ",
        "ÅÉ",
        "éA",
        "ＡｂＣ",
        "ǆ",
        "\U0001df25",
    ),
    *(
        "Karel",
        "Fransen",
        "Bl0kker",
        "Jansen",
        "De Linde",
        "69",
        "1998",
        "2010-2015",
        "KvD",
        "n1c0",
    ),
    *("ex-", "niet ", "werk bij ", "namens ", "fan van ", "parodie", "bij ", "mijn werkgever "),
    *(
        "https://",
        "www.",
        "/in/",
        "/company/",
        "mailto:",
        ".bsky.social",
        "?a=b",
        "-4a7b91",
        "{text}",
    ),
    *("{organisation}", "mijn eigen mening", "inkoper", "geen ", "ik werk ", " sinds 2019", "\n"),
]
FLIPPED = {"a": "а", "o": "ο", "e": "é", "i": "1", "s": "ſ", "k": "K", "l": "ł", "n": "ｎ"}


class Account(NamedTuple):
    """What a person types, and at which company."""

    company: str
    handle: str
    name: str = ""
    bio: str = ""
    network: str = ""


HARD = [
    Account("blokker", "helenalex_blokker"),  # two ways to cut it that cost the same
    Account("blokker", "９jansen", network="linkedin"),  # a digit of another alphabet is no initial
    Account("acme", "jdoe", "Acme L1998tdnne"),  # a year inside a name
    Account("jansen", "Karel__Jansen", "Karel de Vries"),
    Account("blokker", "https://linkedin.com/in/karel-a1b2"),
    Account("blokker", "https://linkedin.com/in/karel-1😀😀"),
    Account("blokker", "karel.blokker.nl", "Karel", "", "bluesky"),
    Account("linde", "x", "", "bij de🥖🥖🥖linde"),
    Account("linde", "x", "", "bij de🥖🥖🥖🥖linde"),
    Account("rare", "x", "", "𠮷野家noodles" + "medewerker" * 3),
    Account("jansen", "x", "", "groeten van 𠮷.Jansen"),
    Account("blokker", "https://www.linkedin.com/company/blokker", "Karel Fransen"),
    Account("blokker", "blokker_nl", "", "niet namens blokker"),
    Account("blokker", "x", "", "🥖" * 4900 + " werk bij blokker"),
    Account("jansen", "a" * 100_000, "b" * 100_000, "bij jansen " * 20_000),
    Account("rare", "𠮷" * 400, "𠮷野家" * 200, "werk bij 𠮷野家 😀 " * 900),
    Account("blokker", "ab" * 40 + "blokker", "\ud800" * 400, "\udfff🥖" * 3000),
]
"""Where code points, ties and small conditions decide."""


@cache
def data_of(company: str) -> dict[str, object]:
    """The account section of a company of the table or an odd one; `+`: with a style of its own."""
    known = {**organisations(), **ODD}
    more = {"accounts": STYLE} if company.endswith("+") else {}
    return account_data(protocol_of(known[company.removesuffix("+")], **more))


def companies() -> list[str]:
    """Every company, with and without a style of its own."""
    return [company + style for company in (*organisations(), *ODD) for style in ("", "+")]


def of_the_table() -> list[Account]:
    """The accounts of cases.md, each at its own company."""
    return list(_rows())


def made(seed: int, count: int) -> Iterator[Account]:
    """Odd accounts: rows of the table and words of the section mixed, cut, misspelt, moved."""
    chance, rows, known = random.Random(seed), _rows(), companies()
    own = [text for company in known for text in _names(company)]
    for _ in range(count):
        row = chance.choice(rows)
        company = chance.choice([row.company, row.company, row.company + "+", chance.choice(known)])
        fields = [field if chance.random() < 0.8 else "" for field in row[1:4]]
        if chance.random() < 0.4:
            fields[chance.randrange(3)] = chance.choice(rows)[chance.randrange(1, 4)]
        if chance.random() < 0.5:
            fields[chance.randrange(2)] = _glued(company, chance)
        if chance.random() < 0.5:
            fields[2] = _said(company, chance)
        fields = [_odd(field, chance, own) if chance.random() < 0.4 else field for field in fields]
        network = row.network if chance.random() < 0.5 else chance.choice(NETWORKS)
        handle, name, bio = fields
        yield Account(
            company, as_javascript(handle), as_javascript(name), as_javascript(bio), network
        )


def _glued(company: str, chance: random.Random) -> str:
    """A handle or a name: the company's name among words that the check knows, and others."""
    words, own = _words(company)[0], _names(company)
    parts = [
        chance.choice(own if chance.random() < 0.4 else words) for _ in range(chance.randint(1, 4))
    ]
    parts = [part.title() if chance.random() < 0.4 else part for part in parts]
    return "".join(part + chance.choice(["", "", "_", ".", "-", " ", " | "]) for part in parts)


def _said(company: str, chance: random.Random) -> str:
    """A profile: the company's name among phrases that the check knows."""
    phrases, own = _words(company)[1], _names(company)
    parts = [
        chance.choice(own if chance.random() < 0.3 else phrases)
        for _ in range(chance.randint(2, 8))
    ]
    gaps = [
        *[" "] * 9,
        ", ",
        ". ",
        ".",
        " - ",
        " (",
        ")",
        " @",
        "'",
        "\n",
        " | ",
        "? ",
        " #",
        "  🥖 ",
    ]
    return "".join(part + chance.choice(gaps) for part in parts)


@cache
def _words(company: str) -> tuple[list[str], list[str]]:
    """Words of handles and phrases of profiles; of each list as many, so that short ones count."""
    data: Any = data_of(company)
    chance = random.Random(0)
    lists = [*data["pieces"].values(), ["piet", "k", "x", "1998", "2024", "69", "vloerkleed"]]
    words = [word for each in lists for word in chance.choices(each, k=12)]
    jobs = [job for each in data["jobs"] for job in (*each["nl"], *each["en"])]
    said = [each for cue in data["cues"] for each in (cue["before"], cue["after"]) if each]
    said += [*data["profile"].values(), *data["account"].values(), data["titles"], jobs]
    said += [["2010", "2024", "tot", "k", "en", "de", "Zwolle", "jan"], data["pieces"]["trade"]]
    return words, [phrase for each in said for phrase in chance.choices(each, k=8)]


def as_javascript(text: str) -> str:
    """`text` as JavaScript sees it: two halves of a pair side by side are one character there."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


@cache
def _rows() -> tuple[Account, ...]:
    return tuple(
        Account(case.organisation, case.handle, case.name, case.bio, case.network)
        for case in cases()
    )


def _names(company: str) -> list[str]:
    known = {**organisations(), **ODD}[company.removesuffix("+")]
    return [known["name"], *known["aliases"], *known.get("brands", []), *known["domains"]]


def _odd(text: str, chance: random.Random, own: list[str]) -> str:
    for _ in range(chance.randint(1, 4)):
        at = chance.randint(0, len(text))
        match chance.randrange(9):
            case 0:
                text = text[:at] + chance.choice(PARTS) + text[at:]
            case 1:
                text = text[:at] + chance.choice(own) + text[at:]
            case 2:
                text = text[:at] + text[at + chance.randint(1, 4) :]
            case 3:
                text = text.swapcase()
            case 4:
                text = "".join(FLIPPED.get(c, c) if chance.random() < 0.3 else c for c in text)
            case 5:
                text = text.replace(" ", chance.choice(["", "_", ".", "  ", "\u3000", " - "]))
            case 6:
                text = text.title()
            case 7:
                text = "".join(chance.choices(PARTS, k=chance.randint(1, 8)))
            case _:
                text = (text + chance.choice(["", " ", "|"])) * chance.choice([1, 2, 2, 40])
    return text
