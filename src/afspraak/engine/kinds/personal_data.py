"""Finds personal data: numbers and addresses that belong to one person.

## What it checks
Bank account numbers (IBAN) and payment cards by their check digits, citizen service numbers (BSN),
telephone numbers as they are written here and abroad, e-mail addresses, licence plates, a postcode
with its house number, and a date of birth. `which` names some of `iban`, `card`, `bsn`, `phone`,
`email`, `plate`, `address` and `birthdate`; left out, all are looked for. What the organisation
publishes as its contacts is never a finding, however it is written; `allow` names more of that.

An IBAN and a card are certain. So is a BSN beside its name, or written as 1234.56.789; any other
number of nine digits passes the test once in eleven times and so gets no more than a `note`, and
nothing beside a word such as *bestelling* or *factuur*. Service numbers (0800, 0900, 112) belong
to nobody and are left alone.

## Why
Whoever reads a post can copy what stands in it, and it cannot be called back. The person whose
data it is did not choose that.

## Example
> Stuur het maar naar Fatma, 06-12345678.

## Use instead
> Stuur Fatma een bericht, zij helpt je verder.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Literal, get_args

from afspraak.diagnostics import Text
from afspraak.engine import checks, fold, patterns
from afspraak.engine.rule import Body, Condition, Context, Part, Pattern, WordSet

CERTAINTY = "certain"
MESSAGES = {
    "nl": "‘{match}’ lijkt {what}.",
    "en": "‘{match}’ looks like {what}.",
}
ADVICE = {
    "nl": "Laat het weg, of stuur het in een privébericht.",
    "en": "Leave it out, or send it in a private message.",
}

Which = Literal["iban", "card", "bsn", "phone", "email", "plate", "address", "birthdate"]

# @name@server is an account on Mastodon, and a name in a link logs in: neither is an address.
_NO_EMAIL = WordSet(
    patterns=(
        Pattern("@[a-z0-9_.-]{1,64}@[a-z0-9.-]{1,253}", "", ""),
        Pattern(
            "://[a-z0-9._~%!$&'()*+,;=:-]{1,200}@[a-z0-9.-]{1,253}",
            "",
            "",
        ),
    )
)
# Four groups or more: a serial number.
_SERIAL = WordSet(
    patterns=(
        Pattern(
            "[0-9a-z]{1,3}(?:-[0-9a-z]{1,3}){3}",
            "",
            "",
        ),
    )
)
_BSN_WORDS = WordSet(
    (
        "bsn", "bsn nummer", "bsnnr", "burgerservicenummer", "burger service nummer", "sofinummer",
        "sofi nummer", "sofi", "citizen service number", "bsn number",
    )
)  # fmt: skip
# What else has nine digits: words that begin so, and whole words.
_NUMBER_STARTS = WordSet(
    (
        "order", "bestel", "factuur", "invoice", "ticket", "pakket", "zending", "track", "klantn",
        "customer number", "lidnummer", "polis", "dossier", "zaaknummer", "kenmerk", "referentie",
        "reference", "artikel", "product", "serie", "serial", "barcode", "offerte", "reservering",
        "booking", "volgers", "follower", "inwoner", "isbn", "meldcode", "code",
        "lotnummer", "modelnummer", "model number", "ticketnummer", "stappen", "steps", "punten",
        "points", "score", "getal",
    ),
    match="start",
)  # fmt: skip
_NUMBER_WORDS = WordSet(
    (
        "kvk", "rsin", "btw", "vat", "id", "nr", "views", "euro", "dollar",
        "rekening", "customer no",
    )
)  # fmt: skip
_NUMBERED = WordSet(
    patterns=(
        Pattern(
            "(?:#|no[.]) ?[0-9]{9}",
        ),
    )
)
_CAR_WORDS = WordSet(
    (
        "kenteken", "nummerplaat", "kentekenplaat", "nummerbord", "licence plate", "license plate",
        "number plate", "registration",
    ),
    match="start",
)  # fmt: skip
_BIRTH_WORDS = WordSet(
    (
        "geboren", "geboortedatum", "geboortedag", "geb", "gebdatum", "born", "date of birth",
        "birthdate", "birth date", "birthday", "dob", "verjaardag", "d.o.b.",
    )
)  # fmt: skip


_POST_BOXES = WordSet(("postbus", "antwoordnummer", "po box", "p.o. box"))


@dataclass(frozen=True, slots=True)
class Options:
    """Options of a `personal-data` rule."""

    which: tuple[Which, ...] = ()
    allow: tuple[str, ...] = ()


def compile_rule(options: Options, context: Context) -> Body:
    """One part for each sort of data; what is published is exempt in its normal form."""
    published = (*context.contacts, *options.allow)
    return Body(
        tuple(
            part
            for which in options.which or get_args(Which)
            for part in _without(_PARTS[which], published)
        )
    )


def _without(parts: tuple[Part, ...], published: tuple[str, ...]) -> Iterator[Part]:
    """The same parts, each pattern with what is published of their sort as exempt."""
    given = [part.words.patterns if part.words else () for part in parts]
    forms = {
        form
        for text in published
        for pattern in chain.from_iterable(given)
        for form in _normal_forms(pattern, text)
    }
    exempt = tuple(sorted(forms))
    for part, patterns_of_part in zip(parts, given, strict=True):
        words = WordSet(patterns=tuple(replace(each, exempt=exempt) for each in patterns_of_part))
        yield replace(part, words=words)


def _normal_forms(pattern: Pattern, text: str) -> Iterator[str]:
    """The normal forms of what `pattern` and its check see in `text`."""
    folded = fold.fold(text)
    for match in re.finditer(pattern.regex, folded.text):
        written = folded.span(*match.span()).of(text)
        kept = checks.CHECKS[pattern.check](match[0], written)
        if kept:
            yield kept.normal


_NOT_IN_LINK = Condition(WordSet(patterns=patterns.LINKS), "inside", absent=True)
_NOT_IN_IBAN = Condition(WordSet(patterns=(patterns.IBAN,)), "inside", absent=True)
_NOT_IN_EMAIL = Condition(WordSet(patterns=(patterns.EMAIL,)), "inside", absent=True)

_BSN: Text = {"nl": "een burgerservicenummer", "en": "a citizen service number (BSN)"}
_BIRTH: Text = {"nl": "een geboortedatum", "en": "a date of birth"}
_CAR: Text = {"nl": "een kenteken", "en": "a licence plate"}

_PARTS: Mapping[Which, tuple[Part, ...]] = {
    "iban": (
        Part(
            "iban",
            what={"nl": "een rekeningnummer", "en": "a bank account number"},
            words=WordSet(patterns=(patterns.IBAN,)),
        ),
    ),
    "card": (
        Part(
            "card",
            what={"nl": "een creditcard- of pasnummer", "en": "a payment card number"},
            words=WordSet(patterns=(patterns.CARD,)),
            when=(_NOT_IN_LINK, _NOT_IN_IBAN),
        ),
    ),
    "bsn": (
        Part(
            "bsn", what=_BSN, words=WordSet(patterns=(patterns.BSN_DOTTED,)), when=(_NOT_IN_LINK,)
        ),
        Part(
            "bsn-named",
            what=_BSN,
            words=WordSet(patterns=(patterns.BSN_NAMED,)),
            when=(Condition(_BSN_WORDS, "post"), _NOT_IN_LINK),
        ),
        Part(
            "bsn-perhaps",
            what=_BSN,
            words=WordSet(patterns=(patterns.BSN_BARE,)),
            when=(
                Condition(_NUMBER_STARTS, "post", absent=True),
                Condition(_NUMBER_WORDS, "post", absent=True),
                Condition(_NUMBERED, "inside", absent=True),
                Condition(WordSet(patterns=(patterns.PHONE_ABROAD,)), "inside", absent=True),
                _NOT_IN_LINK,
                _NOT_IN_IBAN,
                _NOT_IN_EMAIL,
            ),
            mildest="note",
        ),
    ),
    "phone": (
        Part(
            "phone",
            what={"nl": "een telefoonnummer", "en": "a telephone number"},
            words=WordSet(patterns=(patterns.PHONE, patterns.PHONE_ABROAD)),
            when=(_NOT_IN_LINK, _NOT_IN_IBAN, _NOT_IN_EMAIL),
        ),
        Part(
            "phone-in-link",
            what={"nl": "een telefoonnummer", "en": "a telephone number"},
            words=WordSet(patterns=(patterns.PHONE_IN_LINK,)),
        ),
    ),
    "email": (
        Part(
            "email",
            what={"nl": "een e-mailadres", "en": "an e-mail address"},
            words=WordSet(patterns=(patterns.EMAIL, patterns.EMAIL_SPELLED, patterns.EMAIL_SPOKEN)),
            when=(Condition(_NO_EMAIL, "inside", absent=True),),
        ),
    ),
    "plate": (
        Part(
            "plate",
            what=_CAR,
            words=WordSet(patterns=(patterns.PLATE,)),
            when=(Condition(_SERIAL, "inside", absent=True), _NOT_IN_LINK),
        ),
        Part(
            "plate-named",
            what=_CAR,
            words=WordSet(patterns=(patterns.PLATE_NAMED,)),
            when=(Condition(_CAR_WORDS, "sentence"), _NOT_IN_LINK),
        ),
    ),
    "address": (
        Part(
            "address",
            what={"nl": "een adres", "en": "a home address"},
            words=WordSet(patterns=(patterns.POSTCODE_FIRST, patterns.HOUSE_FIRST)),
            when=(_NOT_IN_LINK, Condition(_POST_BOXES, "before", absent=True)),
        ),
    ),
    "birthdate": (
        Part(
            "birthdate",
            what=_BIRTH,
            words=WordSet(patterns=(patterns.DATE,)),
            when=(Condition(_BIRTH_WORDS, "near", within=6),),
        ),
        Part("birthdate-named", what=_BIRTH, words=WordSet(patterns=(patterns.BORN_DATE,))),
    ),
}
