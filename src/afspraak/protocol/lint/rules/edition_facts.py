"""An edition without a number, a date, or a word on who spoke for the staff.

## What it does
Asks for a real edition number, for the consent of the representation (its date, at the latest on
the day the edition comes into force), for a reason where there is none, and for a day of review.

## Why
A rule weighs only when it existed on the day of the post and was known: *Fair Play Centers* (Rb.
Limburg 31 March 2015, ECLI:NL:RBLIM:2015:2660; source seen). A protocol that processes staff data
or is suited to observe staff needs the works council's consent: art. 27(1)(k), (l) WOR (seen with
the Dutch data protection authority).

## Example
> edition: {number: concept, in_force: 2027-01-01, representation: {body: or}}

## Use instead
> edition: {number: "2027.1", in_force: 2027-01-01, review_by: 2028-01-01,
> representation: {body: or, consent: 2026-12-10}}
"""

import re
from collections.abc import Iterator

from afspraak.diagnostics import Text
from afspraak.protocol.lint.finding import Level, LintFinding, Path
from afspraak.protocol.lint.subject import Subject

CODE = "L012"
PROSE = False
DOC_NL = """
Een uitgave zonder nummer, datum of wie er namens het personeel sprak.

## Wat het doet
Vraagt om een echt uitgavenummer, om de instemming van de vertegenwoordiging (de datum, uiterlijk
op de dag dat de uitgave ingaat), om een reden als die er niet is, en om een dag waarop je opnieuw
kijkt.

## Waarom
Een regel weegt pas als die bestond op de dag van het bericht en bekend was: *Fair Play Centers*
(Rb. Limburg 31 maart 2015, ECLI:NL:RBLIM:2015:2660; bron gezien). Een protocol dat
personeelsgegevens verwerkt of geschikt is om personeel te volgen, vraagt instemming van de
ondernemingsraad: artikel 27, eerste lid, onder k en l, WOR (gezien bij de Autoriteit
Persoonsgegevens).

## Voorbeeld
> edition: {number: concept, in_force: 2027-01-01, representation: {body: or}}

## Liever zo
> edition: {number: "2027.1", in_force: 2027-01-01, review_by: 2028-01-01,
> representation: {body: or, consent: 2026-12-10}}
"""

_PLACEHOLDER = re.compile(
    r"\W*|(?:0(?:\.0)*|tbd|todo|n\.?v\.?t\.?|n/?a|x+|\?+|concept|draft|version|versie|nieuw|new)",
    re.IGNORECASE,
)


def check(subject: Subject) -> Iterator[LintFinding]:
    """Each fact that the edition lacks."""
    edition = subject.protocol.edition
    if _PLACEHOLDER.fullmatch(edition.number.strip()):
        yield _finding(
            ("edition", "number"),
            "error",
            f"`{edition.number}` is geen nummer van een uitgave",
            f"`{edition.number}` is not the number of an edition",
            {"nl": "geef de uitgave een nummer, zoals `2027.1`", "en": "number it, as in `2027.1`"},
        )
    yield from _representation(subject)
    if edition.review_by is None:
        yield _finding(
            ("edition",),
            "warning",
            "er staat niet wanneer jullie de afspraken opnieuw bekijken",
            "it does not say when you will look at the agreements again",
            {"nl": "zet `review_by` op een dag over een jaar", "en": "set `review_by` a year on"},
        )
    elif edition.review_by <= max(edition.in_force, subject.today):
        yield _finding(
            ("edition", "review_by"),
            "warning",
            f"de dag om opnieuw te kijken ({edition.review_by}) is voorbij of valt voor de ingang",
            f"the day of review ({edition.review_by}) is past or falls before the edition holds",
            {
                "nl": "bekijk de afspraken en kies een nieuwe dag",
                "en": "review, and pick a new day",
            },
        )


def _representation(subject: Subject) -> Iterator[LintFinding]:
    edition = subject.protocol.edition
    spoke = edition.representation
    path: Path = ("edition", "representation")
    if spoke.body == "none":
        if subject.protocol.organisation.people > 1 and not _has_text(spoke.reason):
            yield _finding(
                path,
                "error",
                "niemand sprak namens het personeel, en er staat niet waarom",
                "nobody spoke for the staff, and it does not say why",
                {
                    "nl": "geef een `reason`, of vraag het de mensen",
                    "en": "give a `reason`, or ask people",
                },
            )
    elif spoke.consent is None:
        # A protocol in the making has no consent yet: that is a step to come, not a flaw.
        level: Level = "error" if edition.in_force <= subject.today else "tip"
        yield _finding(
            path,
            level,
            "de datum van instemming ontbreekt",
            "the date of consent is missing",
            {
                "nl": "vul `consent` in voordat de uitgave ingaat",
                "en": "fill in `consent` before it holds",
            },
        )
    elif spoke.consent > edition.in_force:
        yield _finding(
            (*path, "consent"),
            "error",
            f"de instemming ({spoke.consent}) is van na de ingang ({edition.in_force})",
            f"the consent ({spoke.consent}) is later than the edition ({edition.in_force})",
            {
                "nl": "laat de uitgave ingaan na de instemming",
                "en": "let it hold after the consent",
            },
        )
    elif spoke.consent > subject.today:
        yield _finding(
            (*path, "consent"),
            "error",
            f"de instemming ({spoke.consent}) is nog niet gegeven",
            f"the consent ({spoke.consent}) has not been given yet",
            {"nl": "vul de datum in als het zover is", "en": "fill in the date when it is there"},
        )


def _has_text(reason: Text | None) -> bool:
    return bool(reason) and any(text.strip() for text in (reason or {}).values())


def _finding(path: Path, level: Level, nl: str, en: str, advice: Text) -> LintFinding:
    return LintFinding(CODE, level, path, {"nl": nl, "en": en}, advice)
