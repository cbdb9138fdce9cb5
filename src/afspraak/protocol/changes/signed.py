"""What changes outside the clauses and belongs to what people sign."""

from collections.abc import Iterator, Mapping

from afspraak.diagnostics import Text, pick
from afspraak.protocol.changes.change import Change, Details, Path, Sort, in_and_out, listed, number
from afspraak.protocol.changes.wording import rewordings
from afspraak.protocol.model import Protocol, Words

_ABOUT: Mapping[str, Text] = {
    "organisation": {"nl": "Onze organisatie", "en": "Our organisation"},
    "languages": {"nl": "Talen", "en": "Languages"},
    "values": {"nl": "Waar we voor staan", "en": "What we stand for"},
    "work_time": {"nl": "Onder werktijd", "en": "During working hours"},
    "accounts": {"nl": "Accounts", "en": "Accounts"},
    "retention": {"nl": "Hoelang we iets bewaren", "en": "How long we keep things"},
}
_STANCE: Mapping[str, Text] = {
    "open": {"nl": "social media mag gewoon", "en": "social media is simply fine"},
    "reasonable": {
        "nl": "even kijken mag, als het werk er niet onder lijdt",
        "en": "a quick look is fine as long as work does not suffer",
    },
    "breaks": {"nl": "in de pauze en in eigen tijd", "en": "in breaks and in your own time"},
    "not-while-working": {
        "nl": "niet terwijl je aan het werk bent",
        "en": "not while you are working",
    },
}
_LANGUAGE: Mapping[str, Text] = {
    "nl": {"nl": "Nederlands", "en": "Dutch"},
    "en": {"nl": "Engels", "en": "English"},
}
_SECTOR: Text = {"nl": "de sector", "en": "the sector"}


def signed_changes(old: Protocol, new: Protocol) -> Iterator[Change]:
    """Names, languages, values, working hours, accounts and terms."""
    yield from _organisation(old, new)
    if old.languages != new.languages:
        names = {
            lang: listed([_LANGUAGE[each][lang] for each in new.languages])[lang]
            for lang in _SECTOR
        }
        nl, en = f"de tekst is nu in het {names['nl']}", f"the text is now in {names['en']}"
        yield _told(("languages",), nl, en)
    yield from _values(old, new)
    yield from _work_time(old, new)
    yield from _accounts(old, new)
    yield from _retention(old, new)


def _organisation(old: Protocol, new: Protocol) -> Iterator[Change]:
    was, is_ = old.organisation, new.organisation
    for field, nl, en in (
        ("name", "de naam", "the name"),
        ("people", "het aantal mensen", "the number of people"),
        ("sector", _SECTOR["nl"], _SECTOR["en"]),
        ("timezone", "de tijdzone", "the time zone"),
    ):
        before, after = str(getattr(was, field)), str(getattr(is_, field))
        if before != after:
            path = ("organisation", field)
            yield _told(
                path, f"{nl} is nu {after} (was {before})", f"{en} is now {after} (was {before})"
            )
    for field, nl, en in (
        ("aliases", "hoe mensen ons noemen", "how people call us"),
        ("brands", "onze merken", "our brands"),
        ("domains", "onze sites", "our sites"),
    ):
        items: tuple[tuple[str, ...], tuple[str, ...]] = (getattr(was, field), getattr(is_, field))
        if items[0] != items[1]:
            said = in_and_out(*items)
            yield _told(("organisation", field), f"{nl}: {said['nl']}", f"{en}: {said['en']}")


def _values(old: Protocol, new: Protocol) -> Iterator[Change]:
    before = {_first(value.name): (value, index) for index, value in enumerate(old.values)}
    after = {_first(value.name): value for value in new.values}
    for index, (name, value) in enumerate(after.items()):
        path = ("values", index)
        if name not in before:
            nl, en = f"nieuw: {pick(value.name, 'nl')}", f"new: {pick(value.name, 'en')}"
            yield _told(path, nl, en, "added", rewordings(None, value.online))
        elif value != before[name][0]:
            nl = f"‘{pick(value.name, 'nl')}’ is anders omschreven"
            en = f"‘{pick(value.name, 'en')}’ is described differently"
            was = before[name][0]
            details = rewordings(was.online, value.online) or rewordings(was.name, value.name)
            yield _told(path, nl, en, "reworded", details)
    for name, (value, index) in before.items():
        if name not in after:
            nl, en = f"vervalt: {pick(value.name, 'nl')}", f"gone: {pick(value.name, 'en')}"
            yield _told(("values", index), nl, en, "removed")
    same = [name for name in before if name in after]
    if same != [name for name in after if name in before]:
        yield _told(("values",), "de volgorde is anders", "the order is different", "moved")


def _work_time(old: Protocol, new: Protocol) -> Iterator[Change]:
    was, is_ = old.work_time, new.work_time
    if was.stance != is_.stance:
        before, after = _STANCE[was.stance], _STANCE[is_.stance]
        yield _told(
            ("work_time", "stance"),
            f"nu: {after['nl']} (was: {before['nl']})",
            f"now: {after['en']} (was: {before['en']})",
        )
    yield from _reworded(
        ("work_time", "where"), was.where, is_.where, "waar het mag, is anders omschreven",
        "where it is fine is described differently",
    )  # fmt: skip
    yield from _reworded(
        ("work_time", "note"),
        was.note,
        is_.note,
        "de toelichting is anders",
        "the note is different",
    )


def _accounts(old: Protocol, new: Protocol) -> Iterator[Change]:
    was, is_ = old.accounts.professional, new.accounts.professional
    path = ("accounts", "professional")
    if (was and was.handle) != (is_ and is_.handle):
        if is_ is None:
            yield _told(path, "er is geen voorbeeldnaam meer", "there is no model name any more")
        else:
            nl = f"een werkaccount heet nu `{is_.handle}`"
            en = f"a professional account is now called `{is_.handle}`"
            yield _told((*path, "handle"), nl, en)
    if is_:
        nl, en = "de profielregel van een werkaccount is anders", "the profile line is different"
        yield from _reworded((*path, "bio"), was.bio if was else None, is_.bio, nl, en)
    yield from _reworded(
        ("accounts", "disclaimer"), old.accounts.disclaimer, new.accounts.disclaimer,
        "de regel ‘op eigen titel’ is anders", "the line ‘views are my own’ is different",
    )  # fmt: skip


def _retention(old: Protocol, new: Protocol) -> Iterator[Change]:
    was, is_ = old.retention, new.retention
    months = {"nl": ("maand", "maanden"), "en": ("month", "months")}
    days = {"nl": ("dag", "dagen"), "en": ("day", "days")}
    years = {"nl": ("jaar", "jaar"), "en": ("year", "years")}
    for field, nl, en, unit in (
        ("warning_months", "een waarschuwing geldt nu", "a warning now holds for", months),
        (
            "acknowledgement_years_after_leaving",
            "dat je dit las, bewaren we na je vertrek nu nog",
            "that you read this is kept after you leave for",
            years,
        ),
        (
            "listening_days",
            "wat klanten schrijven, bewaren we nu",
            "what customers write is kept for",
            days,
        ),
    ):
        before, after = getattr(was, field), getattr(is_, field)
        if before != after:
            term = number(after, nl=unit["nl"], en=unit["en"])
            path = ("retention", field)
            yield _told(
                path, f"{nl} {term['nl']} (was {before})", f"{en} {term['en']} (was {before})"
            )


def _reworded(
    path: Path, old: Words | None, new: Words | None, nl: str, en: str
) -> Iterator[Change]:
    if old != new:
        yield _told(path, nl, en, "reworded", rewordings(old, new))


def _first(words: Words) -> str:
    return next(iter(words.values()), "")


def _told(
    path: Path,
    nl: str,
    en: str,
    sort: Sort = "changed",
    details: Details | None = None,
) -> Change:
    about = _ABOUT[str(path[0])]
    return Change(path, sort, about, {"nl": nl, "en": en}, material=True, details=details or {})
