"""From what handle, name and profile each say to one reading of the account."""

from collections.abc import Sequence
from dataclasses import dataclass

from afspraak.engine.account.evidence import Reading
from afspraak.engine.account.impression import Impression
from afspraak.engine.account.profile import Fact

_AT_WORK = frozenset(("works", "listed", "employer", "link"))
_PAST = frozenset(("former", "denied"))
_OUTSIDE = frozenset(("former", "denied", "customer", "family", "hoped"))


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything that was read of one account."""

    handle: Impression
    name: Impression
    facts: Sequence[Fact]
    empty: bool
    own_server: bool
    own_site: bool
    likeness: bool
    page: bool
    business: bool

    def says(self, *keys: str) -> bool:
        """Whether the profile says one of these."""
        return any(fact.says in keys for fact in self.facts)

    def either(self, *kinds: str) -> bool:
        """Whether the handle or the name makes one of these impressions."""
        return self.handle.kind in kinds or self.name.kind in kinds

    @property
    def names_us(self) -> bool:
        """Whether the handle or the name holds the organisation's name."""
        return self.handle.names_us or self.name.names_us or self.own_server or self.own_site


@dataclass(frozen=True, slots=True)
class Verdict:
    """The reading, and the reason by which advice is chosen."""

    reading: Reading
    reason: str


def decide(seen: Seen) -> Verdict:
    """The reading of an account; *unclear* when what is seen does not decide."""
    for step in (_nothing, _mock, _former, _professional, _corporate, _affiliated, _open):
        if verdict := step(seen):
            return verdict
    if seen.says("former", "denied", "customer", "family", "hoped") or seen.either("former"):
        return Verdict("private", "private-named")
    return Verdict("private", "private")


def _nothing(seen: Seen) -> Verdict | None:
    return Verdict("unclear", "empty") if seen.empty else None


def _mock(seen: Seen) -> Verdict | None:
    joking = seen.says("parody") and (seen.names_us or any(f.says != "parody" for f in seen.facts))
    person_at_work = seen.says(*_AT_WORK) and not seen.names_us
    if seen.either("mock") or (joking and not person_at_work):
        return Verdict("unclear", "mock")
    return None


def _former(seen: Seen) -> Verdict | None:
    if seen.either("former") and not seen.says(*_AT_WORK, "speaks"):
        return Verdict("private", "private-named")
    return None


def _professional(seen: Seen) -> Verdict | None:
    by_name = seen.own_server or seen.either("professional")
    at_work = seen.says(*_AT_WORK)
    if by_name and seen.handle.kind == "corporate" and not seen.own_server:
        return Verdict("unclear", "conflict")
    if by_name and seen.says(*_OUTSIDE) and not at_work and not seen.says("speaks"):
        return Verdict("unclear", "conflict")
    if by_name:
        return Verdict("professional", "professional")
    if seen.says("speaks") or (seen.says("work-account") and at_work):
        return Verdict("professional", "professional")
    person = seen.either("person", "surname")
    if seen.business and at_work and person:
        return Verdict("professional", "professional")
    return None


def _corporate(seen: Seen) -> Verdict | None:
    claimed = seen.says("official")
    if not (seen.own_site or claimed or seen.either("corporate")):
        return None
    mine = any(fact.first_person and fact.says in _AT_WORK for fact in seen.facts)
    named = seen.name.kind == "surname" and any(sign.says == "person" for sign in seen.name.signs)
    someone = (seen.either("person") or named) and not (claimed and seen.names_us) and not seen.page
    if someone or mine or seen.says(*_PAST, "no-voice"):
        return Verdict("unclear", "conflict")
    return Verdict("corporate", "corporate")


def _affiliated(seen: Seen) -> Verdict | None:
    return Verdict("affiliated", "affiliated") if seen.says(*_AT_WORK) else None


def _open(seen: Seen) -> Verdict | None:
    if seen.either("other"):
        return Verdict("unclear", "other")
    if seen.either("town"):
        return Verdict("unclear", "town")
    if seen.either("surname"):
        return Verdict("unclear", "surname")
    if seen.either("maybe") or seen.likeness:
        return Verdict("unclear", "maybe")
    if seen.says("no-voice", "neutral"):
        return Verdict("unclear", "mentioned")
    if seen.page:
        return Verdict("unclear", "page")
    return None
