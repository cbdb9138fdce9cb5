"""One message, in one anatomy: what is wrong, where, how to mend it."""

from dataclasses import dataclass, field

from afspraak.diagnostics.language import Text


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of a file.

    Lines and columns count from 1, columns in code points; `end_column` is exclusive.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A message about a place.

    `code` is what `afspraak explain` knows it by; `problem` says what is wrong, `help` alone says
    what to do; `also` holds further places with a few words each. `level` is `error` (the file
    cannot be used or not come into force), `warning` or `tip`.
    """

    code: str
    level: str
    problem: Text
    help: Text
    place: Place
    also: tuple[tuple[Place, Text], ...] = field(default=())
