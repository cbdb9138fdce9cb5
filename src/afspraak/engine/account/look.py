"""Looks at an account: takes handle, name and profile apart, without judging yet."""

from collections.abc import Sequence
from dataclasses import dataclass

from afspraak.engine.account.address import Address, find_address
from afspraak.engine.account.impression import impression
from afspraak.engine.account.lexicon import Lexicon
from afspraak.engine.account.pieces import Piece, cut
from afspraak.engine.account.profile import Fact, read_profile
from afspraak.engine.account.verdict import Seen
from afspraak.engine.fold import Folded, fold

_OF_PERSON = {"first": "first", "nick": "first", "last": "given", "unknown": "given"}


@dataclass(frozen=True, slots=True)
class Look:
    """An account taken apart. Places in `address` and `pieces` are places in the folded fields."""

    handle: Folded
    name: Folded
    bio: Folded
    address: Address
    handle_pieces: Sequence[Piece]
    name_pieces: Sequence[Piece]
    facts: Sequence[Fact]
    seen: Seen


def look_at(
    lexicon: Lexicon, handle: str, *, name: str = "", bio: str = "", network: str = ""
) -> Look:
    """Everything a reader sees of the account, field by field."""
    folded, named, text = fold(handle), fold(name), fold(bio[: lexicon.limits["bio"]])
    address = find_address(folded, lexicon, lexicon.network(fold(network).text.strip(" \t\n")))
    name_pieces = cut(named, 0, len(named.text), lexicon)
    by_name = impression(name_pieces, lexicon)
    pieces = cut(folded, *address.local, lexicon, _given(name_pieces))
    by_handle = impression(
        pieces,
        lexicon,
        surname_elsewhere=by_name.has_surname and by_name.kind == "person",
        at_home=address.own is not None,
    )
    facts = read_profile(text, lexicon)
    people = by_handle.kind in {"person", "professional", "surname"} or _only_words(pieces, lexicon)
    seen = Seen(
        handle=by_handle,
        name=by_name,
        facts=facts,
        empty=not (pieces or name_pieces or text.words or address.own) and not _marks(folded),
        own_server=address.own is not None and people,
        own_site=address.own is not None and not people,
        likeness=address.likeness is not None,
        page=address.page is not None,
        business=lexicon.rules(address.network)["business"],
    )
    return Look(folded, named, text, address, pieces, name_pieces, facts, seen)


def _given(pieces: Sequence[Piece]) -> dict[str, str]:
    """The words of a displayed name that are a person's, so that the handle can be read by them."""
    if not any(piece.kind in {"first", "nick", "last"} for piece in pieces):
        return {}
    return {
        piece.text: _OF_PERSON[piece.kind]
        for piece in pieces
        if piece.kind in _OF_PERSON and len(piece.text) > 1
    }


def _only_words(pieces: Sequence[Piece], lexicon: Lexicon) -> bool:
    """Whether there are words of which only their being no company's is known."""
    ours = {word for name in lexicon.names for word in name.words}
    return any(piece.kind == "unknown" and piece.text not in ours for piece in pieces) and not any(
        piece.name or piece.kind == "channel" for piece in pieces
    )


def _marks(folded: Folded) -> bool:
    """Whether a handle without letters still shows something, such as an emoji."""
    return any(not mark.isascii() for mark in folded.text)
