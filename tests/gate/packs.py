"""The packs that the gate runs: small and large, words and logic, for the server and the page."""

import random
from functools import cache
from pathlib import Path
from typing import Any

from afspraak.engine import compiler, kinds, networks, page
from afspraak.engine.pack import Pack
from afspraak.protocol import loader
from engine import building, case_file
from gate.oddities import ODD

BAKERY = Path(__file__).parents[2] / "examples/bakery.yaml"
KINDS_OF_LOGIC = ("disclosure", "protected", "timing", "spokesperson", "respect")
TIMED: list[dict[str, Any]] = [
    {
        "id": "until",
        "kind": "terms",
        "severity": "note",
        "terms": ["zomeractie", "prijslijst"],
        "until": "2026-12-05",
        "networks": ["x", "mastodon"],
    },
    {
        "id": "before-and-after",
        "kind": "timing",
        "severity": "note",
        "quiet": [{"from": "2027-03-28T02:30", "until": "2027-03-28T03:30"}],
        "until": "2027-10-31",
    },
]


@cache
def by_name(name: str) -> Pack:
    """One of `NAMES`."""
    return _MAKERS[name]()


def _of_case_files(stems: list[str]) -> Pack:
    """All rules of these case files in one protocol, so that they meet and silence each other."""
    rules, lists = list(TIMED), {}
    for stem in stems:
        protocol = case_file.read(case_file.CASES / f"{stem}.md").protocol
        rules += [{**rule, "id": f"{stem}-{rule['id']}"} for rule in protocol["rules"]]
        lists.update(protocol.get("lists", {}))
    return building.pack_with(rules, lists=lists)


def _everything() -> Pack:
    return _of_case_files(sorted(path.stem for path in case_file.CASES.glob("*.md")))


def _logic() -> Pack:
    return _of_case_files(list(KINDS_OF_LOGIC))


def _bakery() -> Pack:
    """The protocol of the tour: what `afspraak new` writes."""
    options = kinds.options_of_kinds()
    protocol = loader.load(BAKERY.read_bytes(), kinds=options, networks=networks.names())
    return compiler.compile_pack(protocol)


def _literals() -> Pack:
    """Three thousand invented terms in every way to match, beside the kinds with most patterns."""
    chance = random.Random("literals")
    terms = sorted({_term(chance) for _ in range(3300)} | set(ODD["odd_terms"]))
    chance.shuffle(terms)
    ways: list[tuple[int, dict[str, Any]]] = [
        (300, {"match": "start"}),
        (100, {"match": "anywhere"}),
        (60, {"exact": "case"}),
        (60, {"exact": "accents"}),
        (60, {"exact": "both", "match": "start"}),
        (60, {"unless": [f"{word} {terms[-1]}" for word in terms[-9:-1]]}),
        (len(terms), {}),
    ]
    rules: list[dict[str, Any]] = []
    for count, options in ways:
        taken, terms = terms[:count], terms[count:]
        name = f"terms-{len(rules)}"
        rules.append(
            {"id": name, "kind": "terms", "severity": "note", "terms": taken, **options},
        )
    rules += [
        {"id": "secret", "kind": "terms", "severity": "stop", "lists": ["projects"]},
        {"id": "data", "kind": "personal-data", "severity": "stop"},
        {"id": "keys", "kind": "secrets", "severity": "stop"},
        {"id": "links", "kind": "link", "severity": "note", "ask": ["marktplaats.nl"]},
    ]
    secret = {"confidential": True, "terms": [_term(chance) for _ in range(100)]}
    return building.pack_with(rules, lists={"projects": secret})


def _term(chance: random.Random) -> str:
    """An invented name of one to three words; some are each other's beginning."""
    words = chance.choices([1, 2, 3], [7, 3, 1])[0]
    return " ".join(
        "".join(chance.choices(ODD["syllables"], k=chance.randint(1, 3) + (words == 1)))
        for _ in range(words)
    )


_MAKERS = {
    "everything": _everything,
    "page": lambda: page.page_pack(by_name("everything")),
    "bakery": _bakery,
    "literals": _literals,
    "logic": _logic,
}
NAMES = tuple(_MAKERS)
SERVER = {name: name for name in NAMES} | {"page": "everything"}
"""The pack from which the texts for a pack are made: a page pack holds no confidential words."""
