"""What changes with a second person, and sends nobody back to reading."""

from collections.abc import Iterator, Mapping

from afspraak.diagnostics import Text
from afspraak.protocol.changes.change import (
    Change,
    Details,
    Path,
    Sort,
    date,
    fresh,
    in_and_out,
    listed,
    number,
    quoted,
)
from afspraak.protocol.changes.wording import rewordings
from afspraak.protocol.model import Contact, Protocol, TermList

_ABOUT: Mapping[str, Text] = {
    "organisation": {"nl": "Onze organisatie", "en": "Our organisation"},
    "edition": {"nl": "Deze uitgave", "en": "This edition"},
    "people": {"nl": "Bij wie je terechtkunt", "en": "Where you can go"},
    "lists": {"nl": "Lijsten", "en": "Lists"},
    "questions": {"nl": "Vragen", "en": "Questions"},
    "desk": {"nl": "Redactie", "en": "Desk"},
}
_ROLES: Mapping[str, Text] = {
    "manager": {"nl": "social media manager", "en": "social media manager"},
    "deputy": {"nl": "vervanger", "en": "deputy"},
    "press": {"nl": "woordvoerder", "en": "press contact"},
    "confidant": {"nl": "vertrouwenspersoon", "en": "confidant"},
    "second_reader": {"nl": "tweede lezer", "en": "second reader"},
}
_BODY: Mapping[str, Text] = {
    "or": {"nl": "de ondernemingsraad", "en": "the works council"},
    "pvt": {"nl": "de personeelsvertegenwoordiging", "en": "the staff representation"},
    "meeting": {"nl": "een vergadering met iedereen", "en": "a meeting with everyone"},
    "none": {"nl": "niemand", "en": "nobody"},
}


def unsigned_changes(old: Protocol, new: Protocol) -> Iterator[Change]:
    """The edition, people, lists, the answering of questions, the desk and published contacts."""
    yield from _edition(old, new)
    yield from _people(old, new)
    yield from _lists(old.lists, new.lists)
    before, after = old.organisation.contacts, new.organisation.contacts
    if before != after:
        said = in_and_out(before, after)
        nl, en = f"contactgegevens: {said['nl']}", f"contacts: {said['en']}"
        yield _told(("organisation", "contacts"), nl, en)
    if old.questions != new.questions:
        yield _told(
            ("questions", "answer_within_hours"),
            f"antwoord binnen {new.questions.answer_within_hours} uur "
            f"(was {old.questions.answer_within_hours})",
            f"an answer within {_hours(new.questions.answer_within_hours)} "
            f"(was {old.questions.answer_within_hours})",
        )
    yield from _desk(old, new)


def _edition(old: Protocol, new: Protocol) -> Iterator[Change]:
    was, is_ = old.edition, new.edition
    if was.number != is_.number:
        nl, en = (
            f"nummer {is_.number} (was {was.number})",
            f"number {is_.number} (was {was.number})",
        )
        yield _told(("edition", "number"), nl, en)
    if was.in_force != is_.in_force:
        day = date(is_.in_force)
        nl, en = f"geldt vanaf {day['nl']}", f"holds from {day['en']}"
        yield _told(("edition", "in_force"), nl, en)
    if was.representation != is_.representation:
        who = _BODY[is_.representation.body]
        nl, en = f"namens het personeel: {who['nl']}", f"for the staff: {who['en']}"
        if is_.representation.consent:
            day = date(is_.representation.consent)
            nl, en = f"{nl}, akkoord op {day['nl']}", f"{en}, consent on {day['en']}"
        details = rewordings(was.representation.reason, is_.representation.reason)
        yield _told(("edition", "representation"), nl, en, details=details)
    if was.review_by != is_.review_by:
        nl, en = "er is geen dag om opnieuw te kijken", "there is no day of review"
        if is_.review_by:
            day = date(is_.review_by)
            nl, en = f"we kijken opnieuw voor {day['nl']}", f"we look again before {day['en']}"
        yield _told(("edition", "review_by"), nl, en)


def _people(old: Protocol, new: Protocol) -> Iterator[Change]:
    for role, name in _ROLES.items():
        was: Contact | None = getattr(old.people, role)
        is_: Contact | None = getattr(new.people, role)
        path = ("people", role)
        if was == is_:
            continue
        if is_ is None:
            yield _told(
                path,
                f"er is geen {name['nl']} meer",
                f"there is no {name['en']} any more",
                "removed",
            )
        elif was is None or was.name != is_.name:
            before = f" (was {was.name})" if was else ""
            sort: Sort = "changed" if was else "added"
            yield _told(
                path,
                f"{name['nl']}: {_reach(is_)}{before}",
                f"{name['en']}: {_reach(is_)}{before}",
                sort,
            )
        else:
            yield _told(
                (*path, "reach"),
                f"{is_.name} ({name['nl']}) bereik je nu zo: {is_.reach or '–'}",
                f"{is_.name} ({name['en']}) can now be reached at: {is_.reach or '–'}",
            )
    if old.people.leaders != new.people.leaders:
        names = [_reach(leader) for leader in new.people.leaders] or ["–"]
        nl, en = f"de leiding: {listed(names)['nl']}", f"the leaders: {listed(names)['en']}"
        yield _told(("people", "leaders"), nl, en)


def _reach(contact: Contact) -> str:
    return f"{contact.name}, {contact.reach}" if contact.reach else contact.name


def _lists(old: Mapping[str, TermList], new: Mapping[str, TermList]) -> Iterator[Change]:
    for name in dict.fromkeys([*new, *old]):
        was, is_ = old.get(name), new.get(name)
        path = ("lists", name)
        if was == is_:
            continue
        if is_ is None:
            yield _told(path, f"de lijst `{name}` vervalt", f"the list `{name}` is gone", "removed")
        elif was is None:
            terms = number(len(is_.terms), nl=("woord", "woorden"), en=("term", "terms"))
            shown = "" if is_.confidential else f": {quoted(is_.terms)['nl']}"
            shown_en = "" if is_.confidential else f": {quoted(is_.terms)['en']}"
            nl = f"nieuwe lijst `{name}` met {terms['nl']}{shown}"
            en = f"new list `{name}` with {terms['en']}{shown_en}"
            yield _told(path, nl, en, "added")
        else:
            yield from _list(path, name, was, is_)


def _list(path: Path, name: str, was: TermList, is_: TermList) -> Iterator[Change]:
    secret = was.confidential or is_.confidential
    told: list[tuple[str, str]] = []
    for terms, more, verb_nl, verb_en in (
        (fresh(was.terms, is_.terms), True, "heeft", "has"),
        (fresh(is_.terms, was.terms), False, "verliest", "loses"),
    ):
        if terms:
            new_ = ("nieuw ", "nieuwe ", "new ") if more else ("", "", "")
            count = number(
                len(terms),
                nl=(f"{new_[0]}woord", f"{new_[1]}woorden"),
                en=(f"{new_[2]}term", f"{new_[2]}terms"),
            )
            shown = (
                {"nl": "", "en": ""} if secret else {k: f": {v}" for k, v in quoted(terms).items()}
            )
            told.append(
                (
                    f"{verb_nl} {count['nl']}{shown['nl']}",
                    f"{verb_en} {count['en']}{shown['en']}",
                )
            )
    if was.confidential != is_.confidential:
        told.append(
            ("is nu vertrouwelijk", "is now confidential")
            if is_.confidential
            else ("is niet meer vertrouwelijk", "is no longer confidential")
        )
    if was.forms != is_.forms:
        told.append(("telt andere woordvormen mee", "counts other forms of words"))
    if not told:
        told.append(("staat in een andere volgorde", "is in another order"))
    for nl, en in told:
        yield _told(path, f"de lijst `{name}` {nl}", f"the list `{name}` {en}")


def _desk(old: Protocol, new: Protocol) -> Iterator[Change]:
    was, is_ = old.desk, new.desk
    if was.four_eyes != is_.four_eyes:
        yield (
            _told(
                ("desk", "four_eyes"),
                "voortaan leest een tweede mee",
                "a second person now reads along",
            )
            if is_.four_eyes
            else _told(
                ("desk", "four_eyes"),
                "er leest geen tweede meer mee",
                "no second person reads along",
            )
        )
    if was.answer_within_hours != is_.answer_within_hours:
        yield _told(
            ("desk", "answer_within_hours"),
            f"antwoord binnen {is_.answer_within_hours} uur (was {was.answer_within_hours})",
            f"an answer within {_hours(is_.answer_within_hours)} (was {was.answer_within_hours})",
        )
    if was.channels != is_.channels:
        said = in_and_out(was.channels, is_.channels)
        yield _told(("desk", "channels"), f"kanalen: {said['nl']}", f"channels: {said['en']}")


def _hours(count: int) -> str:
    return number(count, nl=("uur", "uur"), en=("hour", "hours"))["en"]


def _told(
    path: Path,
    nl: str,
    en: str,
    sort: Sort = "changed",
    *,
    details: Details | None = None,
) -> Change:
    about = _ABOUT[str(path[0])]
    return Change(path, sort, about, {"nl": nl, "en": en}, material=False, details=details or {})
