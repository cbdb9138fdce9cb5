"""How people write the organisation's names."""

from collections.abc import Iterable
from dataclasses import dataclass

from afspraak.engine import fold
from afspraak.engine.rule import Pattern

_LEGAL_FORMS = frozenset(
    [
        "b.v.",
        "bv",
        "n.v.",
        "nv",
        "v.o.f.",
        "vof",
        "c.v.",
        "u.a.",
        "ltd",
        "ltd.",
        "inc",
        "inc.",
        "plc",
        "gmbh",
        "llc",
    ]
)


@dataclass(frozen=True, slots=True)
class OwnNames:
    """`sure` can only be us; `loose` are one-word aliases that may be anybody's surname."""

    sure: tuple[str, ...]
    loose: tuple[str, ...]

    @property
    def every(self) -> tuple[str, ...]:
        """The sure names, then the loose ones."""
        return self.sure + self.loose

    @property
    def marked(self) -> tuple[Pattern, ...]:
        """The loose names as a hashtag or an address, which can only be us."""
        folded = (fold.fold(name).text.replace("-", "") for name in self.loose)
        return tuple(Pattern(f"[@#]{name}", left="") for name in folded if name.isascii())


def own_names(names: Iterable[str], extra: Iterable[str] = ()) -> OwnNames:
    """The organisation's names told apart; `names` begins with its full name.

    Sure are the full name, with and without its legal form, what is given in `extra`, and
    aliases of several words, with a digit or an @, or in capitals (KLM).
    """
    first, *aliases = names
    sure = [first, _without_legal_form(first), *extra]
    sure += [alias for alias in aliases if _is_distinct(alias)]
    loose = [alias for alias in aliases if not _is_distinct(alias)]
    return OwnNames(tuple(dict.fromkeys(sure)), tuple(dict.fromkeys(loose)))


def _without_legal_form(name: str) -> str:
    head, _, last = name.rpartition(" ")
    return head.rstrip(" ,") if head and last.casefold() in _LEGAL_FORMS else name


def _is_distinct(alias: str) -> bool:
    return alias.isupper() or not alias.replace("-", "").isalpha()
