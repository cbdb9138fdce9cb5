"""What may change without a new edition: whom to go to, lists, contacts, terms and the desk.

Between the file and a form: what stands in the fields, and which parts of the file differ.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from afspraak.diagnostics import Text
from afspraak.protocol import answer_reading as reading
from afspraak.protocol.editing import Value
from afspraak.protocol.model import Contact, Protocol

Path = tuple[str | int, ...]

ROLES: Mapping[str, Text] = {
    "manager": {"nl": "Social media manager", "en": "Social media manager"},
    "deputy": {"nl": "Wie vervangt", "en": "Who stands in"},
    "press": {"nl": "Wie praat met de pers", "en": "Who talks to the press"},
    "confidant": {"nl": "Vertrouwenspersoon", "en": "Confidant"},
    "second_reader": {"nl": "Wie meeleest als er iets misgaat", "en": "Who reads along"},
}


@dataclass(frozen=True, slots=True)
class Matters:
    """The parts of a protocol that nobody signs, as values."""

    people: Mapping[str, Contact | None]
    leaders: tuple[Contact, ...]
    lists: Mapping[str, tuple[tuple[str, ...], bool]]
    contacts: tuple[str, ...]
    answer_hours: int
    desk_hours: int
    four_eyes: bool
    channels: tuple[str, ...]


def of(protocol: Protocol) -> Matters:
    """What a protocol says about them."""
    return Matters(
        people={role: getattr(protocol.people, role) for role in ROLES},
        leaders=protocol.people.leaders,
        lists={name: (held.terms, held.confidential) for name, held in protocol.lists.items()},
        contacts=protocol.organisation.contacts,
        answer_hours=protocol.questions.answer_within_hours,
        desk_hours=protocol.desk.answer_within_hours,
        four_eyes=protocol.desk.four_eyes,
        channels=protocol.desk.channels,
    )


def differing(old: Matters, new: Matters) -> dict[Path, Value]:
    """What is to be put where in the file. Nothing stands here that is the same."""
    return dict(_differing(old, new))


def _differing(old: Matters, new: Matters) -> Iterator[tuple[Path, Value]]:
    for role, contact in new.people.items():
        if contact != old.people[role]:
            yield ("people", role), _contact(contact) if contact else None
    if new.leaders != old.leaders:
        yield ("people", "leaders"), [_contact(each) for each in new.leaders]
    for name, (terms, confidential) in new.lists.items():
        if terms != old.lists[name][0]:
            yield ("lists", name, "terms"), list(terms)
        if confidential != old.lists[name][1]:
            yield ("lists", name, "confidential"), confidential
    for path, was, is_ in (
        (("organisation", "contacts"), list(old.contacts), list(new.contacts)),
        (("questions", "answer_within_hours"), old.answer_hours, new.answer_hours),
        (("desk", "answer_within_hours"), old.desk_hours, new.desk_hours),
        (("desk", "four_eyes"), old.four_eyes, new.four_eyes),
        (("desk", "channels"), list(old.channels), list(new.channels)),
    ):
        if was != is_:
            yield path, is_


def by_line(text: str) -> tuple[str, ...]:
    """One thing on a line, each once. A comma may be part of it."""
    return tuple(
        dict.fromkeys(filter(None, (" ".join(line.split()) for line in text.splitlines())))
    )


def persons(text: str) -> tuple[Contact, ...]:
    """One person on a line, with after a comma how to reach them. Raises `UnableToAnswer`."""
    return reading.people(list(by_line(text)))


def as_lines(contacts: Sequence[Contact]) -> str:
    """Persons as they are typed."""
    return "\n".join(f"{each.name}, {each.reach}" if each.reach else each.name for each in contacts)


def secret_terms(old: Protocol, new: Protocol) -> list[tuple[str, list[str], list[str]]]:
    """Of each confidential list, which terms come and which go. Only for who may see the file."""
    found = []
    for name in dict.fromkeys([*old.lists, *new.lists]):
        was, is_ = old.lists.get(name), new.lists.get(name)
        if not any(each and each.confidential for each in (was, is_)):
            continue
        before, after = (list(each.terms) if each else [] for each in (was, is_))
        came = [each for each in after if each not in before]
        went = [each for each in before if each not in after]
        if came or went:
            found.append((name, came, went))
    return found


def _contact(contact: Contact) -> dict[str, Value]:
    reach = {"reach": contact.reach} if contact.reach else {}
    return {"name": contact.name, **reach}
