"""Finds the organisation in a profile text: names, hashtags, compounds, web and mail addresses."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from afspraak.engine.account.address import is_own, network_of
from afspraak.engine.account.lexicon import Lexicon, Name
from afspraak.engine.account.passage import Passage
from afspraak.engine.account.pieces import Piece, cut


class Mention(NamedTuple):
    """The organisation in words `first` up to `last`; `glued` is what the rest of a compound is."""

    first: int
    last: int
    name: Name | None
    link: bool = False
    glued: str = ""


def mentions_in(passage: Passage, lexicon: Lexicon) -> Iterator[Mention]:
    """Every mention, from left to right, none overlapping; the longest name counts."""
    addresses = _addresses(passage, lexicon)
    k = 0
    while k < len(passage):
        end, own = addresses.get(k, (k, False))
        if own:
            mention: Mention | None = Mention(k, end, None, link=True)
        elif end > k:
            k = end
            continue
        else:
            mention = _named(passage, k, lexicon) or _compound(passage, k, lexicon)
        if mention:
            yield mention
        k = mention.last if mention else k + 1


def _named(passage: Passage, k: int, lexicon: Lexicon) -> Mention | None:
    for name in lexicon.by_first.get(passage.words[k], ()):
        end = k + len(name.words)
        if tuple(passage.words[k:end]) == name.words and _together(passage, k, end, lexicon):
            return Mention(k, end, name)
    joined = lexicon.by_joined.get(passage.words[k])
    return Mention(k, k + 1, joined) if joined else None


def _together(passage: Passage, start: int, end: int, lexicon: Lexicon) -> bool:
    longest, barred = lexicon.limits["gap"], lexicon.marks["not_in_name"]
    gaps = [passage.gap(k) for k in range(start + 1, end)]
    return all(len(gap) <= longest and not any(mark in barred for mark in gap) for gap in gaps)


def _compound(passage: Passage, k: int, lexicon: Lexicon) -> Mention | None:
    """The organisation inside a longer word: `blokkermedewerker`."""
    word = passage.words[k]
    if len(word) > lexicon.limits["compound"]:
        return None
    inside = lexicon.limits["inside"]
    if not any(name.joined in word for name in lexicon.names if len(name.joined) >= inside):
        return None
    for worker in lexicon.data["profile"]["workers"]:
        name = lexicon.by_joined.get(word.removesuffix(worker)) if word.endswith(worker) else None
        if name and len(name.joined) >= inside:
            return Mention(k, k + 1, name, glued="works")
    start, end = passage.places[k]
    pieces = cut(passage.folded, start, end, lexicon)
    company = next((piece for piece in pieces if piece.name and piece.kind != "maybe"), None)
    return Mention(k, k + 1, company.name, glued=_glued(pieces, lexicon)) if company else None


def _glued(pieces: list[Piece], lexicon: Lexicon) -> str:
    kinds = {piece.kind for piece in pieces}
    said = (each["says"] for each in lexicon.data["glued"] if each["piece"] in kinds)
    return next(said, "")


def _addresses(passage: Passage, lexicon: Lexicon) -> Mapping[int, tuple[int, bool]]:
    """Web and mail addresses by their first word: the word after the last, whether it is ours."""
    found: dict[int, tuple[int, bool]] = {}
    text, ends, k = passage.folded.text, lexicon.marks["ends_address"], 0
    while k < len(passage):
        start = passage.places[k][0]
        while start > 0 and text[start - 1] not in ends:
            start -= 1
        end = start
        while end < len(text) and text[end] not in ends:
            end += 1
        last = k
        while last < len(passage) and passage.places[last][0] < end:
            last += 1
        found |= _address(text[start:end], k, last, lexicon)
        k = max(last, k + 1)
    return found


def _address(token: str, first: int, last: int, lexicon: Lexicon) -> dict[int, tuple[int, bool]]:
    host = _host(token)
    if "." not in host:
        return {}
    if is_own(host, lexicon):
        return {first: (last, True)}
    labels = host.split(".")
    known = network_of(host, lexicon) or labels[-2].replace("-", "") in lexicon.by_joined
    if labels[-1] not in lexicon.data["addresses"]["endings"] or known:
        return {}
    return {first: (last, False)}


def _host(token: str) -> str:
    """The host of an address; of a mail address what comes after the at sign."""
    for scheme in ("https://", "http://", "mailto:"):
        token = token.removeprefix(scheme)
    for mark in "/?#":
        token = token.split(mark, 1)[0]
    host = token.rsplit("@", 1)[-1].split(":", 1)[0]
    return host.strip(".!?…@*_-")
