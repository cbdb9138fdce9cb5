"""A receipt in words: the same on the page, on paper and on the command line."""

import datetime as dt
from dataclasses import dataclass

from afspraak.decisions.receipts import Receipt, spaced
from afspraak.diagnostics import Lang, Text
from afspraak.protocol.changes.change import date


@dataclass(frozen=True, slots=True)
class Row:
    """A label and what stands behind it; `literal` is set as it would be typed."""

    label: str
    value: str
    literal: bool = False


@dataclass(frozen=True, slots=True)
class Points:
    """Short sentences under a heading."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a receipt says to people."""

    lang: Lang
    title: str
    sentence: str
    heads: tuple[str, str]
    rows: tuple[Row, ...]
    objection_title: str
    objection: str
    proves: Points
    does_not: Points
    verify: Points


def sheet(receipt: Receipt, fingerprint: str) -> Sheet:
    """The receipt in its own language, signed by the key with this fingerprint."""
    lang: Lang = "en" if receipt.language == "en" else "nl"

    def say(text: Text) -> str:
        return text[lang]

    return Sheet(
        lang=lang,
        title=say({"nl": "Ontvangen en gelezen", "en": "Received and read"}),
        sentence=say(_sentence(receipt)),
        heads=(
            say({"nl": "Gegeven", "en": "Item"}),
            say({"nl": "Waarde", "en": "Value"}),
        ),
        rows=tuple(rows(receipt, fingerprint, lang)),
        objection_title=say({"nl": "Bezwaar", "en": "Objection"}),
        objection=receipt.objection or "",
        proves=_points(_PROVES, receipt, lang),
        does_not=_points(_DOES_NOT, receipt, lang),
        verify=_points(_VERIFY, receipt, lang),
    )


def rows(receipt: Receipt, fingerprint: str, lang: Lang) -> list[Row]:
    """Everything a receipt binds, label by label."""
    routes: dict[str, Text] = {
        "screen": {"nl": "op het scherm", "en": "on screen"},
        "paper": {"nl": "op papier", "en": "on paper"},
    }
    languages: dict[str, Text] = {
        "nl": {"nl": "Nederlands", "en": "Dutch"},
        "en": {"nl": "Engels", "en": "English"},
    }
    objected: Text = {"nl": "ja", "en": "yes"} if receipt.objection else {"nl": "nee", "en": "no"}
    held: list[tuple[Text, str, bool]] = [
        ({"nl": "Naam", "en": "Name"}, receipt.name, False),
        ({"nl": "Organisatie", "en": "Organisation"}, receipt.organisation, False),
        ({"nl": "Uitgave", "en": "Edition"}, receipt.edition, False),
        (
            {"nl": "Taal", "en": "Language"},
            languages.get(receipt.language, {lang: receipt.language})[lang],
            False,
        ),
        ({"nl": "Tijd", "en": "Time"}, said_moment(receipt.at, lang), False),
        ({"nl": "Hoe", "en": "How"}, routes[receipt.route][lang], False),
    ]
    if receipt.read_on:
        signed = date(dt.date.fromisoformat(receipt.read_on))[lang]
        held.append(({"nl": "Getekend op", "en": "Signed on"}, signed, False))
    if receipt.witness:
        held.append(({"nl": "Wie erbij was", "en": "Witness"}, receipt.witness, False))
    held += [
        ({"nl": "Bezwaar", "en": "Objection"}, objected[lang], False),
        ({"nl": "Regel in het logboek", "en": "Log entry"}, str(receipt.entry), False),
        (
            {"nl": "Vingerafdruk van de tekst", "en": "Fingerprint of the text"},
            spaced(receipt.text_hash),
            True,
        ),
        ({"nl": "Sleutel van de persoon", "en": "Key of the person"}, receipt.person, True),
        ({"nl": "Nummer van dit bewijs", "en": "Number of this receipt"}, receipt.key, True),
        (
            {"nl": "Vingerafdruk van de sleutel", "en": "Fingerprint of the key"},
            spaced(fingerprint),
            True,
        ),
    ]
    return [Row(label[lang], value, literal) for label, value, literal in held]


def said_moment(at: str, lang: Lang) -> str:
    """`2026-11-23T09:00:00Z` as people say it; what is no moment is given as it is."""
    try:
        moment = dt.datetime.strptime(at, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=dt.UTC)
    except ValueError:
        return at
    between = {"nl": "om", "en": "at"}[lang]
    return f"{date(moment.date())[lang]} {between} {moment:%H:%M:%S} UTC"


def _sentence(receipt: Receipt) -> Text:
    on_paper = receipt.route == "paper"
    return {
        "nl": f"{receipt.name} heeft uitgave {receipt.edition} van de afspraken over social media "
        f"{'op papier ' if on_paper else ''}ontvangen en gelezen.",
        "en": f"{receipt.name} has received and read edition {receipt.edition} of what was agreed "
        f"about social media{', on paper' if on_paper else ''}.",
    }


_Part = tuple[Text, tuple[Text, ...]]

_PROVES: _Part = (
    {"nl": "Wat dit bewijst", "en": "What this proves"},
    (
        {
            "nl": "Dat op dit moment is vastgelegd dat {name} deze uitgave ontving en las.",
            "en": "That it was recorded at this moment that {name} received and read this edition.",
        },
        {
            "nl": "Om welke tekst het gaat: een andere tekst heeft een andere vingerafdruk.",
            "en": "Which text it is about: another text has another fingerprint.",
        },
        {
            "nl": "Dat er daarna niets aan dit bewijs is veranderd.",
            "en": "That nothing in this receipt was changed afterwards.",
        },
    ),
)
_DOES_NOT: _Part = (
    {"nl": "Wat dit niet bewijst", "en": "What this does not prove"},
    (
        {
            "nl": "Dat {name} het met alles eens is. Gelezen is iets anders dan akkoord.",
            "en": "That {name} agrees with everything. Read is not the same as agreed.",
        },
        {
            "nl": "Wie er achter het scherm zat: dat volgt alleen uit het inloggen.",
            "en": "Who sat at the screen: that follows only from the sign-in.",
        },
        {
            "nl": "Het is een gewone elektronische bevestiging, geen gekwalificeerde handtekening. "
            "En het is geen juridisch advies.",
            "en": "It is a simple electronic confirmation, not a qualified signature. And it is "
            "not legal advice.",
        },
    ),
)
_VERIFY: _Part = (
    {"nl": "Zo controleer je het", "en": "How to verify it"},
    (
        {
            "nl": "Met de opdracht ‘afspraak proof verify’ en dit bestand. Dat werkt zonder "
            "internet en zonder {organisation}.",
            "en": "With the command ‘afspraak proof verify’ and this file. That works without the "
            "internet and without {organisation}.",
        },
        {
            "nl": "Vergelijk de vingerafdruk van de sleutel met die op de pagina Openheid.",
            "en": "Compare the fingerprint of the key with the one on the page Transparency.",
        },
        {
            "nl": "Bewaar het bestand zelf: wie het opnieuw opslaat of afdrukt, verliest de "
            "handtekening.",
            "en": "Keep the file itself: saving it anew or printing it loses the signature.",
        },
    ),
)


def _points(part: _Part, receipt: Receipt, lang: Lang) -> Points:
    title, lines = part
    # Not `format`: a name may hold braces.
    return Points(
        title[lang],
        tuple(
            line[lang]
            .replace("{organisation}", receipt.organisation)
            .replace("{name}", receipt.name)
            for line in lines
        ),
    )
