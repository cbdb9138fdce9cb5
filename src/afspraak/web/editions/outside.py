"""The protocol as people outside may see it: what was agreed, and nobody's name.

Whoever applies for work or buys bread needs to know what was agreed, not who is the confidential
adviser. A way to reach somebody stays only where the protocol itself says that it is published.
"""

from afspraak.diagnostics import Lang
from afspraak.protocol.handbook.people import ROLES
from afspraak.protocol.handbook.wording import say
from afspraak.protocol.model import Contact, Protocol


def without_names(protocol: Protocol, lang: Lang) -> Protocol:
    """The protocol with a role in the place of each name. What was signed stays the same."""
    published = frozenset(protocol.organisation.contacts)
    held = {role: getattr(protocol.people, role) for role in ROLES}
    # The second reader and the leaders have a part inside only.
    people = protocol.people.model_copy(
        update={
            **{
                role: _role(contact, say(f"role.{role}", lang), published)
                for role, contact in held.items()
                if contact
            },
            "second_reader": None,
            "leaders": (),
        }
    )
    return protocol.model_copy(update={"people": people})


def names_in_texts(protocol: Protocol) -> list[str]:
    """Names of persons that clauses mention in their own text, and so are shown outside too."""
    people = protocol.people
    held = [*(getattr(people, role) for role in ROLES), *people.leaders]
    names = dict.fromkeys(contact.name for contact in held if contact)
    texts = [
        text
        for clause in protocol.clauses
        for words in (clause.title, clause.text, *clause.may, *clause.may_not)
        for text in words.values()
    ]
    return [name for name in names if any(name.split()[0] in text for text in texts)]


def _role(contact: Contact, role: str, published: frozenset[str]) -> Contact:
    reach = contact.reach if contact.reach in published else None
    return contact.model_copy(update={"name": role, "reach": reach})
