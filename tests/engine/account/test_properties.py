"""What holds for every account, also for the strangest."""

import json
import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from afspraak.diagnostics import LANGUAGES
from afspraak.engine.account import read_account
from engine.account.table import Case, cases, data_of, organisations

# What each network allows, written down apart from the product's own table.
ALLOWED = {
    "": r"[A-Za-z][A-Za-z0-9_]{2,29}",
    "x": r"[A-Za-z][A-Za-z0-9_]{3,14}",
    "instagram": r"[a-z](?!.*\.\.)[a-z0-9_.]{1,28}[a-z0-9_]",
    "linkedin": r"[a-z][a-z0-9-]{4,99}",
    "mastodon": r"[A-Za-z][A-Za-z0-9_]{2,29}",
    "bluesky": r"[a-z](-?[a-z0-9]){2,17}\.bsky\.social|[a-z][a-z0-9-]*\.[a-z0-9.-]+\.(nl|co\.uk)",
    "tiktok": r"[a-z][a-z0-9_.]{0,22}[a-z0-9_]",
    "facebook": r"[A-Za-z][A-Za-z0-9.]{4,49}",
    "snapchat": r"[a-z][a-z0-9_.-]{1,13}[a-z0-9]",
    "reddit": r"[A-Za-z][A-Za-z0-9_-]{2,19}",
    "telegram": r"[A-Za-z][A-Za-z0-9_]{4,31}",
}
ROWS = list(cases())
PARTS = [
    *"@#_.-|( {ßİﬁⒷ🥖",
    *("Blokker", "blokker", "Bl0kker", "bakkerijjansen", "Jansen", "De Linde", "NZE", "Zonnebrood"),
    *(
        "karel",
        "Karel Fransen",
        "Pieter",
        "69",
        "2010-2015",
        "ex-",
        "niet ",
        "werk bij ",
        "namens ",
    ),
    *("fan van ", "parodie", "bij ", "mijn werkgever ", "https://", "blokker.nl", "/in/", "{text}"),
    *("\n", "\u200b", "e\u0301", "\ud800", "محمد"),
]
texts = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PARTS), max_size=8).map("".join))
companies = st.sampled_from(sorted(organisations()))
networks = st.sampled_from([*ALLOWED, "hyves", "X.com"])


@settings(max_examples=150, deadline=None)
@given(companies, texts, texts, texts, networks)
@example("blokker", "https://", "", "", "")
@example("blokker", "@@@", "(", ")", "bluesky")
@example("jansen", ".bsky.social", "", "{organisation}", "bluesky")
def test_every_account_gets_a_reading_with_exact_quotations(
    company: str, handle: str, name: str, bio: str, network: str
) -> None:
    found = read_account(data_of(company), handle, name=name, bio=bio, network=network)
    fields = {"handle": handle, "name": name, "bio": bio, "link": bio}
    for evidence in found.evidence:
        assert evidence.text
        assert evidence.span.of(fields[evidence.where]) == evidence.text
        assert all(evidence.text in evidence.says[lang] for lang in LANGUAGES)
    for lang in LANGUAGES:
        printed = found.as_json(lang)
        assert list(printed) == ["reading", "evidence", "advice", "suggestions"]
        json.dumps(printed)


@settings(max_examples=150, deadline=None)
@given(companies, st.sampled_from(ROWS), texts, networks)
def test_suggested_handles_fit_the_network_and_read_as_meant(
    company: str, row: Case, bio: str, network: str
) -> None:
    _check_suggestions(company, row.handle, row.name, bio, network)


def test_suggestions_of_the_table_fit_the_network_and_read_as_meant() -> None:
    for k, row in enumerate(ROWS):
        for network in ("", list(ALLOWED)[k % len(ALLOWED)]):
            _check_suggestions(row.organisation, row.handle, row.name, row.bio, network)


def _check_suggestions(company: str, handle: str, name: str, bio: str, network: str) -> None:
    data = data_of(company)
    found = read_account(data, handle, name=name, bio=bio, network=network)
    assert len(found.handles) <= 3
    assert len({each.lower() for each in found.handles}) == len(found.handles)
    told = network or not {"/", "."} & set(handle)  # else the handle itself tells the network
    for suggested in found.handles:
        if network in ALLOWED and told:
            assert re.fullmatch(ALLOWED[network], suggested), (network, suggested)
        again = read_account(data, suggested, network=network)
        assert again.reading in {"professional", "private"}
        if again.reading == "private":
            assert not any(name in suggested.lower() for name in _names(company))


def _names(company: str) -> list[str]:
    organisation = organisations()[company]
    names = [organisation["name"], *organisation["aliases"], *organisation.get("brands", [])]
    return [name.lower().lstrip("@").replace(" ", "") for name in names]
