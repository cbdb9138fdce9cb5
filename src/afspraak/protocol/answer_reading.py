"""What people type or write as an answer, read as a value; refusals say what would be right."""

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping, Sequence

from afspraak.diagnostics import LANGUAGES, Lang, Text
from afspraak.protocol.answers import Period
from afspraak.protocol.model import Contact, Value, Words

MAX_LINE_CHARS = 400
MAX_ITEMS = 1000
MAX_PEOPLE = 10_000_000

YES = frozenset({"ja", "j", "yes", "y", "true", "waar"})
_NO = frozenset({"nee", "n", "no", "false", "onwaar"})
_BETWEEN_DATES = re.compile(r"\s+(?:tot en met|tot|t/m|to|until|-|–)\s+|\s*/\s*|\.\.")
_DUTCH_DATE = re.compile(r"([0-9]{1,2})[-./ ]([0-9]{1,2})[-./ ]([0-9]{4})")
_REACH = re.compile(r"\s*[,<(]\s*([^,<>()]+)[>)]?\s*$")
# Categories that YAML cannot hold, and marks that change the order of reading.
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cs", "Zl", "Zp"})
_HIDDEN = frozenset("\ufeff\ufffe\uffff\u202a\u202b\u202d\u202e")


class UnableToAnswer(Exception):
    """An answer cannot be used; `text` says why and what would be right, in both languages."""

    def __init__(self, nl: str, en: str) -> None:
        super().__init__(en)
        self.text: Text = {"nl": nl, "en": en}


def is_empty(raw: object) -> bool:
    """Whether nothing was answered."""
    if isinstance(raw, str):
        return not raw.strip()
    return raw is None or (isinstance(raw, Sequence | Mapping) and not raw)


def line(raw: object) -> str:
    """One line of text, with its white space tidied."""
    if isinstance(raw, bool) or not isinstance(raw, str | int | float | dt.date):
        raise UnableToAnswer(
            "hier hoort een gewone tekst, op één regel",
            "this should be plain text, on one line",
        )
    text = " ".join(str(raw).split())
    if any(_is_hidden(letter) for letter in text):
        raise UnableToAnswer(
            "er staat een onzichtbaar teken in; typ de tekst opnieuw",
            "there is an invisible character in it; type the text again",
        )
    if not text:
        raise UnableToAnswer("hier staat niets", "there is nothing here")
    if len(text) > MAX_LINE_CHARS:
        raise UnableToAnswer(
            f"dit is te lang: {len(text)} tekens; {MAX_LINE_CHARS} is de grens",
            f"this is too long: {len(text)} characters; {MAX_LINE_CHARS} is the limit",
        )
    return text


def lines(raw: object) -> tuple[str, ...]:
    """A list of lines, each once; in one line of text commas and semicolons part them."""
    parts = re.split(r"[,;\n]", raw) if isinstance(raw, str) else items(raw)
    return tuple(dict.fromkeys(line(part) for part in parts if not is_empty(part)))


def items(raw: object) -> tuple[object, ...]:
    """A list as it is written; anything else is refused."""
    if isinstance(raw, str | bytes | Mapping) or not isinstance(raw, Sequence):
        raise UnableToAnswer("hier hoort een lijst", "this should be a list")
    if len(raw) > MAX_ITEMS:
        raise UnableToAnswer(
            f"dat zijn er te veel; {MAX_ITEMS} is de grens",
            f"that is too many; {MAX_ITEMS} is the limit",
        )
    return tuple(raw)


def domains(raw: object) -> tuple[str, ...]:
    """Web addresses as bare host names: `https://www.voorbeeld.nl/` is `voorbeeld.nl`."""
    hosts = []
    for each in lines(raw):
        host = re.sub(r"^[a-z]+://", "", each.casefold()).split("/")[0].removeprefix("www.")
        if not re.fullmatch(r"[^\s@.]+(\.[^\s@.]+)+", host):
            raise UnableToAnswer(
                f"‘{each}’ is geen webadres; schrijf het als voorbeeld.nl",
                f"‘{each}’ is not a web address; write it as example.org",
            )
        hosts.append(host)
    return tuple(dict.fromkeys(hosts))


def number(raw: object) -> int:
    """A whole number of people."""
    whole = raw
    if isinstance(raw, str) and re.fullmatch(r"[0-9]{1,9}", raw.strip().replace(".", "")):
        whole = int(raw.strip().replace(".", ""))
    if isinstance(whole, bool) or not isinstance(whole, int) or not 1 <= whole <= MAX_PEOPLE:
        raise UnableToAnswer(
            "hier hoort een heel getal, 1 of meer",
            "this should be a whole number, 1 or more",
        )
    return whole


def yes_no(raw: object) -> bool:
    """Yes or no, in either language."""
    if isinstance(raw, bool):
        return raw
    answer = raw.strip().casefold() if isinstance(raw, str) else ""
    if answer not in YES | _NO:
        raise UnableToAnswer("antwoord met ja of nee", "answer yes or no")
    return answer in YES


def date(raw: object) -> dt.date:
    """A day, as 2027-01-31 or 31-1-2027."""
    if isinstance(raw, dt.date):
        return dt.date(raw.year, raw.month, raw.day)
    text = raw.strip() if isinstance(raw, str) else ""
    dutch = _DUTCH_DATE.fullmatch(text)
    try:
        if dutch:
            return dt.date(int(dutch[3]), int(dutch[2]), int(dutch[1]))
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return dt.date.fromisoformat(text)
    except ValueError:
        pass
    raise UnableToAnswer(
        "dit is geen dag; schrijf hem als 2027-01-31",
        "this is not a day; write it as 2027-01-31",
    )


def periods(raw: object) -> tuple[Period, ...]:
    """Periods of days, in order: `2027-01-15 tot 2027-02-10`, or mappings of from and until."""
    parts = re.split(r"[,;\n]", raw) if isinstance(raw, str) else items(raw)
    return tuple(sorted((_period(part) for part in parts if not is_empty(part)), key=_first))


def contact(raw: object) -> Contact:
    """Someone to go to, and how: `Sanne de Wit, social@voorbeeld.nl`, or a mapping."""
    found = _person(raw)
    if found.reach is None:
        raise UnableToAnswer(
            f"schrijf erbij hoe je {found.name} bereikt: ‘{found.name}, 030 123 45 67’",
            f"add how to reach {found.name}: ‘{found.name}, 030 123 45 67’",
        )
    return found


def people(raw: object) -> tuple[Contact, ...]:
    """Several persons, reach or not; in one line of text a semicolon parts them."""
    parts = re.split(r"[;\n]", raw) if isinstance(raw, str) else items(raw)
    return tuple(_person(part) for part in parts if not is_empty(part))


def words(raw: object, *, lang: Lang) -> Words:
    """A text in `lang`, or in the languages of a mapping."""
    if not isinstance(raw, Mapping):
        return {lang: line(raw)}
    _only(raw, *LANGUAGES)
    return {each: line(raw[each]) for each in LANGUAGES if not is_empty(raw.get(each))}


def value(raw: object, *, lang: Lang) -> Value:
    """A core value and what it means online: `Vakmanschap: we laten zien hoe`, or a mapping."""
    name: object
    online: object
    if isinstance(raw, Mapping):
        _only(raw, "name", "online")
        name, online = raw.get("name"), raw.get("online")
    else:
        name, _, online = line(raw).partition(":")
    if is_empty(name) or is_empty(online):
        raise UnableToAnswer(
            "schrijf de waarde en wat die online betekent: ‘Open: we leggen uit wat we doen’",
            "write the value and what it means online: ‘Open: we explain what we do’",
        )
    return Value(name=words(name, lang=lang), online=words(online, lang=lang))


def _person(raw: object) -> Contact:
    if isinstance(raw, Mapping):
        _only(raw, "name", "reach")
        reach = raw.get("reach")
        return Contact(
            name=line(raw.get("name", "")), reach=None if is_empty(reach) else line(reach)
        )
    text = line(raw)
    found = _REACH.search(text)
    if not found or not found.start():
        return Contact(name=text)
    return Contact(name=text[: found.start()].strip(), reach=found[1].strip())


def _period(raw: object) -> Period:
    if isinstance(raw, Mapping):
        _only(raw, "from", "until")
        first, last = date(raw.get("from")), date(raw.get("until"))
    else:
        ends = _BETWEEN_DATES.split(line(raw))
        if len(ends) != 2:
            raise UnableToAnswer(
                "schrijf een periode als ‘2027-01-15 tot 2027-02-10’",
                "write a period as ‘2027-01-15 to 2027-02-10’",
            )
        first, last = date(ends[0]), date(ends[1])
    if last < first:
        raise UnableToAnswer(
            f"de periode eindigt ({last}) voordat zij begint ({first})",
            f"the period ends ({last}) before it begins ({first})",
        )
    return Period(first=first, last=last)


def _first(period: Period) -> tuple[dt.date, dt.date]:
    return period.first, period.last


def _only(raw: Mapping[object, object], *keys: str) -> None:
    for key in raw:
        if key not in keys:
            known = ", ".join(keys)
            raise UnableToAnswer(
                f"‘{key}’ is hier onbekend; bekend zijn: {known}",
                f"‘{key}’ is unknown here; known are: {known}",
            )


def _is_hidden(letter: str) -> bool:
    return unicodedata.category(letter) in _HIDDEN_CATEGORIES or letter in _HIDDEN
