"""The sections around the clauses: values, people, accounts, promises, terms, the edition."""

from collections.abc import Iterator

from afspraak.diagnostics import Lang
from afspraak.protocol.handbook.content import (
    Contacts,
    Fact,
    Facts,
    Listing,
    Part,
    Passage,
    Prose,
    Section,
    SignOff,
)
from afspraak.protocol.handbook.cover import representation
from afspraak.protocol.handbook.passages import clean, passage
from afspraak.protocol.handbook.people import contacts, in_a_row
from afspraak.protocol.handbook.wording import keys, say, say_count, say_date
from afspraak.protocol.model import Protocol
from afspraak.protocol.text_hash import text_hash

PROMISES = 8
_SLOTS = {
    "person": "slot.person",
    "persoon": "slot.person",
    "functie": "slot.role",
    "role": "slot.role",
}


def how_to_read(protocol: Protocol, lang: Lang) -> Section:
    """What kind of document this is."""
    parts: list[Part] = [_own("how-to-read.text", lang)]
    if any(clause.rules for clause in protocol.clauses):
        parts.append(_own("how-to-read.check", lang))
    if any(not clause.text.get(lang) for clause in protocol.clauses):
        parts.append(_own("how-to-read.other-language", lang))
    return _section("how-to-read", lang, *parts)


def values(protocol: Protocol, lang: Lang) -> Section:
    """The core values, and what each means online."""
    facts = (
        Fact(passage(value.name, lang), passage(value.online, lang)) for value in protocol.values
    )
    return _section("values", lang, _own("values.text", lang), Facts(tuple(facts)))


def people(protocol: Protocol, lang: Lang) -> Section:
    """Who to turn to, who sets the example, and where the company itself is found."""
    hours = say_count("hours", protocol.questions.answer_within_hours, lang)
    return _section(
        "people",
        lang,
        Prose(Passage(say("people.text", lang, hours=hours), lang)),
        Contacts(contacts(protocol.people, lang)),
        *(Listing((Passage(line, lang),)) for line in _around(protocol, lang)),
    )


def _around(protocol: Protocol, lang: Lang) -> Iterator[str]:
    leaders = [clean(leader.name) for leader in protocol.people.leaders]
    if leaders:
        key = "people.leaders" if len(leaders) > 1 else "people.leaders.one"
        yield say(key, lang, names=in_a_row(leaders, lang))
    if protocol.desk.channels:
        names = in_a_row([_network(channel, lang) for channel in protocol.desk.channels], lang)
        said = say("people.channels", lang, names=names)
        # One person cannot be two: then the promise would not be kept.
        if protocol.desk.four_eyes and protocol.organisation.people > 1:
            said = f"{said} {say('people.four-eyes', lang)}"
        yield said


def _network(channel: str, lang: Lang) -> str:
    key = f"network.{channel}"
    return say(key, lang) if key in keys() else clean(channel)


def agreements(lang: Lang) -> Section:
    """The heading above the clauses that follow the rights."""
    return _section("clauses", lang)


def accounts(protocol: Protocol, lang: Lang) -> Section:
    """How an account is read, and what the company advises to call it."""
    facts = []
    if professional := protocol.accounts.professional:
        handle = _filled(professional.handle, protocol, lang, joined=True)
        bio = passage(professional.bio, lang)
        filled = Passage(_filled(bio.text, protocol, bio.lang, joined=False), bio.lang)
        facts += [
            Fact(_name("accounts.handle", lang), Passage(handle, lang), literal=True),
            Fact(_name("accounts.bio", lang), filled, literal=True),
        ]
    parts: list[Part] = [_own("accounts.text", lang)]
    if protocol.accounts.disclaimer:
        text = passage(protocol.accounts.disclaimer, lang)
        facts.append(Fact(_name("accounts.disclaimer", lang), text, literal=True))
    parts.append(Facts(tuple(facts)))
    if protocol.accounts.disclaimer:
        parts.append(_own("accounts.disclaimer.note", lang))
    return _section("accounts", lang, *parts)


def promises(lang: Lang) -> Section:
    """What the program never does to the people who work with it."""
    lines = (Passage(say(f"promise.{n}", lang), lang) for n in range(1, PROMISES + 1))
    return _section("promises", lang, _own("promises.text", lang), Listing(tuple(lines)))


def retention(protocol: Protocol, lang: Lang) -> Section:
    """How long what is kept is kept."""
    held = protocol.retention
    years = held.acknowledgement_years_after_leaving
    if years:
        acknowledged = say(
            "retention.acknowledgement.term", lang, years=say_count("years", years, lang)
        )
    else:
        acknowledged = say("retention.acknowledgement.none", lang)
    months = say_count("months", held.warning_months, lang)
    days = say_count("days", held.listening_days, lang)
    facts = (
        Fact(_name("retention.acknowledgement", lang), Passage(acknowledged, lang)),
        Fact(
            _name("retention.warning", lang),
            Passage(say("retention.warning.term", lang, months=months), lang),
        ),
        Fact(
            _name("retention.listening", lang),
            Passage(say("retention.listening.term", lang, days=days), lang),
        ),
    )
    return _section("retention", lang, Facts(facts))


def about(protocol: Protocol, lang: Lang) -> Section:
    """Which edition this is, who spoke for the staff, and the fingerprint of what was agreed."""
    edition = protocol.edition
    facts = [
        Fact(_name("about.edition", lang), Passage(clean(edition.number), lang)),
        Fact(_name("about.in-force", lang), Passage(say_date(edition.in_force, lang), lang)),
        Fact(_name("about.representation", lang), representation(protocol, lang)),
    ]
    if edition.review_by:
        day = Passage(say_date(edition.review_by, lang), lang)
        facts.append(Fact(_name("about.review", lang), day))
    facts.append(Fact(_name("about.hash", lang), Passage(text_hash(protocol), lang), literal=True))
    return _section("about", lang, Facts(tuple(facts)), _own("about.hash.note", lang))


def received(lang: Lang) -> Section:
    """Room to say that it was received and read, and to object."""
    fields = ("name", "date", "signature", "objection")
    sign_off = SignOff(tuple(say(f"received.{field}", lang) for field in fields))
    return _section("received", lang, _own("received.text", lang), sign_off)


def _section(key: str, lang: Lang, *parts: Part) -> Section:
    return Section(id=key, title=_name(key, lang), level=2, parts=parts)


def _own(key: str, lang: Lang) -> Prose:
    return Prose(_name(key, lang))


def _name(key: str, lang: Lang) -> Passage:
    return Passage(say(key, lang), lang)


def _filled(template: str, protocol: Protocol, lang: Lang, *, joined: bool) -> str:
    """A template with the organisation's name and, for what only the reader knows, a stand-in."""
    name = clean(protocol.organisation.name)
    filled = clean(template).replace(
        "{organisation}",
        _joined(name) if joined else name,
    )
    for slot, key in _SLOTS.items():
        filled = filled.replace(f"{{{slot}}}", say(key, lang))
    return filled.replace("{", "[").replace("}", "]")


def _joined(name: str) -> str:
    """A name as a handle has it: Bakkerij Jansen B.V. becomes BakkerijJansenBV."""
    words = ("".join(filter(str.isalnum, word)) for word in name.split())
    return "".join(word[:1].upper() + word[1:] for word in words)
