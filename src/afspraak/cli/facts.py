"""What is said about a post besides its text: whose it is, on which network, when."""

import datetime as dt
from dataclasses import dataclass

from afspraak.cli.language import say
from afspraak.engine.post import POST_AS, PostAs

ASSUMED_AS: PostAs = "affiliated"
"""Whose post it is when nobody says so: a private account that shows the employer."""
YEARS = range(1970, 3000)
ALSO_CALLED = {"twitter": "x", "fb": "facebook", "insta": "instagram"}


class UnableToUse(Exception):
    """Something that was given cannot be used; `problem` says what, `way_out` what can."""

    def __init__(self, problem: str, way_out: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.way_out = way_out


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a post; None where nobody said."""

    as_: PostAs | None = None
    network: str | None = None
    at: dt.datetime | None = None


def whose(value: object) -> PostAs | None:
    """Whose post it is. Raises `UnableToUse`."""
    known = next((each for each in POST_AS if each == value), None)
    if value is not None and known is None:
        raise UnableToUse(
            say(nl=f"`as` kan niet {_quoted(value)} zijn", en=f"`as` cannot be {_quoted(value)}"),
            _choose(POST_AS),
        )
    return known


def moment(value: object) -> dt.datetime | None:
    """A time in ISO 8601. Raises `UnableToUse`."""
    if value is None:
        return None
    try:
        at = dt.datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        at = None
    if at is None or at.year not in YEARS:
        raise UnableToUse(
            say(
                nl=f"{_quoted(value)} is geen tijdstip dat ik begrijp",
                en=f"{_quoted(value)} is not a time I understand",
            ),
            say(
                nl="schrijf het als 2027-03-01 of 2027-03-01T09:00",
                en="write it as 2027-03-01 or 2027-03-01T09:00",
            ),
        )
    return at


def network(value: object) -> str | None:
    """The network by the name a protocol gives it. Raises `UnableToUse`."""
    if value is None:
        return None
    # the limits of networks are read only when somebody names one
    from afspraak.engine import networks

    said = value.strip().lower() if isinstance(value, str) else ""
    known = ALSO_CALLED.get(said, said)
    if known not in networks.names():
        raise UnableToUse(
            say(
                nl=f"het netwerk {_quoted(value)} ken ik niet",
                en=f"I do not know the network {_quoted(value)}",
            ),
            _choose(networks.names()),
        )
    return known


def _quoted(value: object) -> str:
    text = value if isinstance(value, str) else str(value)
    return f"‘{text if len(text) <= 40 else text[:39] + '…'}’"


def _choose(names: tuple[str, ...]) -> str:
    return say(nl="kies uit ", en="choose from ") + ", ".join(names)
