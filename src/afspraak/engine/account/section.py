"""The account section of a rule pack: the shipped word lists and the company's own names."""

import json
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from afspraak.engine.account.contents import AccountData, CueEntry, JobEntry, NetworkEntry
from afspraak.engine.account.names import Naming, names_of
from afspraak.engine.fold import fold

if TYPE_CHECKING:  # reading an account must not start the validation libraries
    from afspraak.protocol.model import Protocol

_HERE = "afspraak.engine.account"


def account_data(protocol: "Protocol") -> dict[str, object]:
    """The section `account` of the pack of `protocol`: JSON-able, the same on every machine."""
    accounts = protocol.accounts
    professional, texts = accounts.professional, _texts()
    own_lines = _phrases((accounts.disclaimer or {}).values())
    account = shipped()["account"]
    return {
        **shipped(),
        "organisation": protocol.organisation.name,
        "names": names_of(protocol.organisation, _naming()),
        "domains": [domain.lower().strip(". ") for domain in protocol.organisation.domains],
        "handle": professional.handle if professional else texts["line.handle"]["all"],
        "bio": _both(professional.bio if professional else {}, texts["line.bio"]),
        "account": {**account, "disclaimer": [*account["disclaimer"], *own_lines]},
        "disclaimer": _both(accounts.disclaimer or {}, texts["line.disclaimer"]),
    }


@cache
def shipped() -> AccountData:
    """What every pack holds, whatever the protocol: word lists, networks and texts."""
    words, reading = _toml("words.toml"), _toml("reading.toml")
    return AccountData(
        organisation="",
        names=[],
        domains=[],
        handle="",
        bio={},
        disclaimer={},
        order=reading["order"],
        pieces={
            **_folded_lists(words["pieces"]),
            "first": _words("first_names.txt"),
            "last": _words("surnames.txt"),
            "place": _words("places.txt"),
        },
        nicknames=words["surname"]["nicknames"],
        titles=words["surname"]["titles"],
        jobs=_jobs(),
        profile=_folded_lists(words["profile"]),
        cues=[_cue(cue) for cue in words["cues"]],
        account=_folded_lists(words["account"]),
        networks={name: _network(each) for name, each in _toml("handles.toml").items()},
        addresses=_toml("addresses.toml"),
        texts=_texts(),
        says=reading["says"],
        advice=reading["advice"],
        limits=reading["limits"],
        costs=reading["costs"],
        marks=reading["marks"],
        case=json.loads(_read("case.json")),
        look_alikes=reading["look_alikes"],
        founded=reading["founded"],
        glued=reading["glued"],
    )


@cache
def _naming() -> Naming:
    words, pieces = _toml("words.toml"), shipped()["pieces"]
    return Naming(
        people=frozenset((*pieces["last"], *pieces["first"])),
        particles=tuple(words["pieces"]["particle"]),
        endings=tuple(words["surname"]["endings"]),
        legal=tuple(words["organisation"]["legal"]),
        bodies=tuple(words["organisation"]["bodies"]),
    )


def _both(words: Mapping[Any, str], default: Mapping[str, str]) -> dict[str, str]:
    """The company's words in both languages: one for both when it gave one, ours when none."""
    given = next(iter(words.values()), None)
    return {lang: words.get(lang) or given or default[lang] for lang in ("nl", "en")}


def _texts() -> dict[str, dict[str, str]]:
    tables = _toml("texts.toml")
    return {
        f"{group}.{name}": text for group, texts in tables.items() for name, text in texts.items()
    }


def _cue(cue: Mapping[str, Any]) -> CueEntry:
    return CueEntry(
        says=cue["says"],
        before=_phrases(cue.get("before", ())),
        after=_phrases(cue.get("after", ())),
        reach=cue["reach"],
        through=cue["through"],
    )


def _network(each: Mapping[str, Any]) -> NetworkEntry:
    return NetworkEntry(
        called=each["called"],
        aliases=each.get("aliases", []),
        hosts=each.get("hosts", []),
        min=each["min"],
        max=each["max"],
        marks=each["marks"],
        capitals=each["capitals"],
        business=each.get("business", False),
        suffix=each.get("suffix", ""),
    )


def _jobs() -> list[JobEntry]:
    jobs = []
    for line in _lines("jobs.txt"):
        dutch, english = line.split("|")
        jobs.append(JobEntry(nl=_phrases(dutch.split(",")), en=_phrases(english.split(","))))
    return jobs


def _folded_lists(lists: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    return {name: _phrases(phrases) for name, phrases in lists.items()}


def _phrases(phrases: Iterable[str]) -> list[str]:
    """Folded, words parted by one space, without doubles, in the order given."""
    folded = (" ".join(fold(phrase).words) for phrase in phrases)
    return list(dict.fromkeys(phrase for phrase in folded if phrase))


def _words(file: str) -> list[str]:
    return sorted({word for line in _lines(file) for word in _phrases(line.split())})


def _lines(file: str) -> list[str]:
    return [line for line in _read(file).splitlines() if line and not line.startswith("#")]


@cache
def _toml(file: str) -> dict[str, Any]:
    return tomllib.loads(_read(file))


def _read(file: str) -> str:
    return files(_HERE).joinpath(file).read_text("utf-8")
