"""Which column of a file is what, guessed from its heading."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from afspraak.diagnostics import Text

COLUMNS: Mapping[str, Text] = {
    "name": {"nl": "Naam", "en": "Name"},
    "first": {"nl": "Voornaam", "en": "First name"},
    "between": {"nl": "Tussenvoegsel", "en": "Name prefix"},
    "last": {"nl": "Achternaam", "en": "Last name"},
    "email": {"nl": "E-mailadres", "en": "E-mail address"},
    "number": {"nl": "Personeelsnummer", "en": "Personnel number"},
    "team": {"nl": "Team", "en": "Team"},
    "language": {"nl": "Taal", "en": "Language"},
    "joined": {"nl": "In dienst sinds", "en": "Works here since"},
}
"""What a column can be."""

_HEADINGS: Mapping[str, str] = {
    heading: column
    for column, headings in {
        "name": "naam name volledigenaam fullname medewerker employee werknemer displayname "
        "weergavenaam",
        "first": "voornaam firstname givenname roepnaam",
        "between": "tussenvoegsel tussenvoegsels voorvoegsel prefix infix",
        "last": "achternaam lastname surname familyname familienaam",
        "email": "email mail emailadres mailadres emailaddress mailaddress werkmail workemail "
        "zakelijkemail upn userprincipalname",
        "number": "nummer number personeelsnummer medewerkernummer werknemernummer employeenumber "
        "employeeid personnelnumber staffnumber persnr personeelsnr id",
        "team": "team afdeling department groep group vestiging locatie location unit",
        "language": "taal language voorkeurstaal lang preferredlanguage",
        "joined": "indienst indienstsinds datumindienst startdatum startdate joined hiredate "
        "ingangsdatum indiensttreding",
    }.items()
    for heading in headings.split()
}
_LANGUAGES = {
    **dict.fromkeys(("nl", "nld", "nederlands", "dutch", "nl-nl", "n"), "nl"),
    **dict.fromkeys(("en", "eng", "engels", "english", "en-gb", "en-us", "e"), "en"),
}
_DATES = ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y", "%Y/%m/%d", "%Y%m%d")


def guessed(headings: Sequence[str]) -> list[str]:
    """For each heading which column it is, or nothing; each column once."""
    taken: list[str] = []
    for heading in headings:
        column = _HEADINGS.get(re.sub(r"[^a-z]", "", heading.lower()), "")
        taken.append("" if column in taken else column)
    return taken


def language_of(value: str) -> str | None:
    """The language that a cell names, or None."""
    return _LANGUAGES.get(value.strip().lower())


def date_of(value: str) -> dt.date | None:
    """The date that a cell names, the Dutch way or the ISO way, or None."""
    for form in _DATES:
        try:
            return dt.datetime.strptime(value.strip(), form).date()  # noqa: DTZ007 - only a date
        except ValueError:
            continue
    return None
