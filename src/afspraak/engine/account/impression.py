"""What a handle or a displayed name by itself makes a reader think."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from afspraak.engine.account.lexicon import Lexicon
from afspraak.engine.account.pieces import Piece

_PERSON = frozenset(("first", "nick", "last", "given", "initial", "unknown"))
_KNOWN_PERSON = frozenset(("first", "nick", "last", "given"))
_OF_COMPANY = frozenset(("channel", "department", "place", "organisation", "link", "year"))
_MOCKING = frozenset(("parody", "complaint", "denied", "customer"))


class Sign(NamedTuple):
    """A stretch of folded text and the key of what is said about it."""

    says: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Impression:
    """`kind`: none, person, corporate, professional, surname, town, maybe, mock, former, other."""

    kind: str
    signs: tuple[Sign, ...]
    names_us: bool
    has_surname: bool


def impression(
    pieces: Sequence[Piece],
    lexicon: Lexicon,
    *,
    surname_elsewhere: bool = False,
    at_home: bool = False,
) -> Impression:
    """What these pieces make a reader think.

    `surname_elsewhere`: the name beside the handle shows a surname that is not the company's.
    `at_home`: the account lives at the company's own address.
    """
    pieces = _as_surname(pieces)
    company = [piece for piece in pieces if piece.name]
    own_surname = _has_surname(pieces)
    if not company:
        person = any(piece.kind in _KNOWN_PERSON for piece in pieces)
        kind = "person" if person else "none"
        signs = _signs(pieces, "corporate" if at_home and not person else "none", lexicon)
        return Impression(kind, tuple(signs), names_us=False, has_surname=own_surname)
    company.sort(key=lambda piece: piece.name is not None and bool(piece.name.level))
    kind = _kind(pieces, company[0], lexicon, own_surname, surname_elsewhere)
    signs = _signs(pieces, kind, lexicon)
    return Impression(kind, tuple(signs), names_us=True, has_surname=own_surname)


def _kind(
    pieces: Sequence[Piece],
    company: Piece,
    lexicon: Lexicon,
    own_surname: bool,  # noqa: FBT001
    surname_elsewhere: bool,  # noqa: FBT001
) -> str:
    kinds = {piece.kind for piece in pieces}
    name = company.name
    level = name.level if name else ""
    if kinds & _MOCKING:
        return "mock"
    if "former" in kinds:
        return "former"
    people = [piece for piece in pieces if piece.kind in _PERSON]
    known = [piece for piece in people if piece.kind in _KNOWN_PERSON]
    trade = any(piece.text in lexicon.trades for piece in pieces if not piece.name)
    first = any(piece.kind in {"first", "nick"} for piece in pieces)
    if level in {"known", "possible"} and trade and not first:
        return "other"
    if level == "place":
        return "town"
    if "family" in kinds:
        return "surname"
    if "maybe" in kinds:
        return "maybe"
    ambiguous = level and not own_surname and (people or not kinds & {"channel", "department"})
    if ambiguous and _may_be_surname(pieces, company, level, surname_elsewhere):
        return "surname"
    if known or "job" in kinds:
        return "professional"
    if people:
        return "professional" if _as_template(people, company) else "maybe"
    return "corporate" if kinds <= _OF_COMPANY else "maybe"


def _may_be_surname(
    pieces: Sequence[Piece],
    company: Piece,
    level: str,
    surname_elsewhere: bool,  # noqa: FBT001
) -> bool:
    """Whether the company's name may just as well be what this person is called."""
    underscore = "_" in company.before
    if company.apart:
        return False
    at = pieces.index(company)
    previous = pieces[at - 1] if at else None
    if level != "possible":
        return not (surname_elsewhere and underscore)
    if previous is None or surname_elsewhere or underscore or previous.kind == "link":
        return False
    words = [piece for piece in pieces if piece.kind in _PERSON - {"initial"}]
    return previous.kind in _PERSON and len(words) < 2


def _as_template(people: Sequence[Piece], company: Piece) -> bool:
    """An unknown word is taken for a person only as a name before the company: x_company."""
    words = [piece for piece in people if piece.kind == "unknown" and len(piece.text) > 1]
    before = [piece for piece in words if piece.end <= company.start]
    parted = company.before == "_" or company.apart
    return bool(before) and len(before) == len(words) and parted


def _has_surname(pieces: Sequence[Piece]) -> bool:
    kinds = [piece.kind for piece in pieces if piece.kind in _PERSON]
    words = [kind for kind in kinds if kind != "initial"]
    others = [kind for kind in words if kind in {"given", "unknown"}]
    return "last" in kinds or (bool(others) and len(kinds) > 1)


def _as_surname(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """With a name that can only be the company's beside it, the other one is the person's."""
    if not any(piece.name and not piece.name.level for piece in pieces):
        return pieces
    return [
        replace(piece, kind="last", name=None)
        if piece.name and piece.name.level == "known" and k and pieces[k - 1].kind in _PERSON
        else piece
        for k, piece in enumerate(pieces)
    ]


def _signs(pieces: Sequence[Piece], kind: str, lexicon: Lexicon) -> list[Sign]:
    """Every piece that tells a reader something, in order."""
    signs: list[Sign] = []
    run: list[Piece] = []
    for piece in pieces:
        if run and (piece.apart or piece.kind not in _PERSON | {"particle", "number", "year"}):
            signs += _person(run, kind)
            run = []
        if piece.kind in _PERSON | {"particle"} or (run and piece.kind in {"number", "year"}):
            run.append(piece)
        elif says := _says(piece, kind, lexicon):
            signs.append(Sign(says, piece.start, piece.end))
    return signs + _person(run, kind)


def _says(piece: Piece, kind: str, lexicon: Lexicon) -> str:
    if piece.name and kind in {"surname", "other", "maybe", "town"}:
        return kind
    if piece.kind == "imitation":
        return "imitation"
    if piece.name:
        return "brand" if piece.name.brand else "organisation"
    if kind == "none":
        return "job" if piece.kind == "job" else ""
    if piece.kind == "year":
        return "year" if kind == "corporate" else ""
    return lexicon.data["says"].get(piece.kind, "")


def _person(run: list[Piece], kind: str) -> list[Sign]:
    """A name as one stretch, and the number behind it."""
    run = list(run)
    numbers: list[Piece] = []
    while run and run[-1].kind in {"number", "year"}:
        numbers.insert(0, run.pop())
    while run and run[0].kind == "particle":
        run.pop(0)
    if not run or all(piece.kind == "particle" for piece in run):
        return []
    unknown = all(piece.kind in {"unknown", "number", "initial", "particle"} for piece in run)
    says = "word" if kind in {"maybe", "corporate", "other", "town"} and unknown else "person"
    signs = [Sign(says, run[0].start, run[-1].end)]
    return signs + [Sign("number", piece.start, piece.end) for piece in numbers]
