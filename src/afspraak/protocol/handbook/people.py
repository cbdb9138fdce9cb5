"""The people to go to, as a reader looks for them."""

from afspraak.diagnostics import Lang
from afspraak.protocol.handbook.content import Contact
from afspraak.protocol.handbook.passages import clean
from afspraak.protocol.handbook.wording import say
from afspraak.protocol.model import Contact as NamedContact
from afspraak.protocol.model import People

ROLES = ("manager", "deputy", "press", "confidant", "second_reader")


def contact(people: People, role: str, lang: Lang) -> Contact | None:
    """Who holds the role, if somebody does. `leaders` gives the first of them."""
    if role == "leaders":
        held = people.leaders[0] if people.leaders else None
    else:
        held = getattr(people, role, None) if role in ROLES else None
    if not isinstance(held, NamedContact):
        return None
    return Contact(
        role=say(f"role.{role}", lang),
        purpose=say(f"role.{role}.purpose", lang),
        name=clean(held.name),
        reach=clean(held.reach or ""),
    )


def contacts(people: People, lang: Lang) -> tuple[Contact, ...]:
    """Everybody there is to go to, the social media manager first."""
    found = (contact(people, role, lang) for role in ROLES)
    return tuple(who for who in found if who)


def in_a_row(names: list[str], lang: Lang) -> str:
    """Names as a sentence has them: a, b and c."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {say('and', lang)} {names[-1]}"
