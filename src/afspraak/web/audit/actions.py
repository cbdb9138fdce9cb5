"""What can be logged. Each feature declares its own in `actions.py`."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.module_loading import autodiscover_modules

from afspraak.diagnostics import LANGUAGES, Text

_DECLARED: dict[str, "Action"] = {}


@dataclass(frozen=True, slots=True)
class Action:
    """Something that can be done here, said in both languages.

    `facts` and `personal` name what is recorded with it; what is in `personal` can be erased, and
    is after `keep_days` when that is given. A sentence names either as `{fact}`.
    """

    key: str
    says: Text
    facts: tuple[str, ...] = ()
    personal: tuple[str, ...] = ()
    keep_days: int | None = None

    def __post_init__(self) -> None:
        if self.key in _DECLARED:
            raise ValueError(f"two actions are called {self.key}")
        if set(self.says) != set(LANGUAGES):
            raise ValueError(f"{self.key} is not said in every language")
        _DECLARED[self.key] = self


def declared() -> Mapping[str, Action]:
    """Every action there is, by key."""
    _discover()
    return dict(sorted(_DECLARED.items()))


@functools.cache
def _discover() -> None:
    autodiscover_modules("actions")


ACCESS_LOG_DAYS = 365
"""How long it stays known by name who looked: twelve months."""

LOG_VIEWED = Action(
    "audit.viewed",
    {
        "nl": "{name} bekeek regel {first} tot en met {last} van het logboek.",
        "en": "{name} looked at entries {first} to {last} of the log.",
    },
    facts=("first", "last", "action"),
    personal=("name",),
    keep_days=ACCESS_LOG_DAYS,
)
LOG_VERIFIED = Action(
    "audit.verified",
    {
        "nl": "Het logboek werd gecontroleerd: {entries} regels, {found} keer iets gevonden.",
        "en": "The log was verified: {entries} entries, something found {found} times.",
    },
    facts=("entries", "found"),
)
PERSON_ERASED = Action(
    "audit.person-erased",
    {
        "nl": "Iemand werd gewist: {rows} gegevens weg, {kept} nog bewaard om een termijn.",
        "en": "Somebody was erased: {rows} rows gone, {kept} still kept because of a term.",
    },
    facts=("rows", "kept"),
)
