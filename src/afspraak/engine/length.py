"""How long a text is, as the network counts that it goes to."""

import re
import unicodedata
from collections.abc import Iterator

from afspraak.engine import graphemes
from afspraak.engine.networks import Network, all_networks
from afspraak.engine.signs import LETTERS, MARK, OTHER, signs

# The parts that count otherwise: links, and mentions with a server. The patterns are for signs,
# and the same in JavaScript; both there and here capitals in ASCII do not matter.
_ANY_CASE = re.ASCII | re.IGNORECASE
_LINK = re.compile('https?://[^ \t\n<>"]+', _ANY_CASE)
_BARE = re.compile(
    f"(?<![0-9_@./{LETTERS}{MARK}-])(?:[a-z0-9](?:[a-z0-9-]{{0,61}}[a-z0-9])?[.])+"
    "(?:com|net|org|info|eu|nl|be|de|fr|uk|io|app|dev|me|tv|social|amsterdam|frl|gd|ly)"
    f'(?![0-9_.{LETTERS}{MARK}-]*[0-9_@{LETTERS}{MARK}])(?:/[^ \t\n<>"]*)?',
    _ANY_CASE,
)
_MENTION = re.compile(f"(?<![0-9_/{LETTERS}{MARK}])(@[a-z0-9_]+)@[a-z0-9.-]*[a-z0-9]", _ANY_CASE)

_AFTER_LINK = ".,;:!?')*"

# Without these no part of an ASCII text counts for more than its length.
_SPECIAL = re.compile("[.\r]|://")

# https://github.com/twitter/twitter-text, config/v3.json: these ranges weigh 1, all else 2.
_LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))


TABLES = {
    "link": _LINK.pattern,
    "bare": _BARE.pattern,
    "mention": _MENTION.pattern,
    "after_link": _AFTER_LINK,
    "light": _LIGHT,
}


def length_on(network: str, text: str) -> int:
    """How long `text` is on `network`, in the unit of its limit."""
    return sum(cost for _, cost in _costs(all_networks()[network], text))


def cut_at(network: str, text: str) -> int | None:
    """The first code point of `text` that no longer fits on `network`; None when all fits.

    A link, a mention or an emoji that does not fit whole is cut before it.
    """
    rules = all_networks()[network]
    if len(text) <= rules.limit and text.isascii() and not _SPECIAL.search(text):
        return None
    start = used = 0
    for end, cost in _costs(rules, text):
        used += cost
        if used > rules.limit:
            return start
        start = end
    return None


def _costs(network: Network, text: str) -> Iterator[tuple[int, int]]:
    """The pieces of `text` that stay together: where each ends, and what it counts."""
    position = 0
    for start, end, cost in _special(network, text):
        yield from _plain(network, text, position, start)
        yield end, cost
        position = end
    yield from _plain(network, text, position, len(text))


def _special(network: Network, text: str) -> list[tuple[int, int, int]]:
    found: list[tuple[int, int, int]] = []
    if network.link is None and network.mentions == "whole":
        return found
    read = signs(text)
    if network.link is not None:
        found += [(*place, network.link) for place in _links(network, read)]
    if network.mentions == "local":
        found += [(*m.span(), len(m[1])) for m in _MENTION.finditer(read)]
    kept: list[tuple[int, int, int]] = []
    for each in sorted(found):
        if not kept or each[0] >= kept[-1][1]:
            kept.append(each)
    return kept


def _links(network: Network, read: str) -> Iterator[tuple[int, int]]:
    # Mastodon links only what has a scheme; X also a bare domain.
    patterns = (_LINK, _BARE) if network.unit == "weighted" else (_LINK,)
    for pattern in patterns:
        for match in pattern.finditer(read):
            link = match[0].rstrip(_AFTER_LINK)
            yield match.start(), match.start() + len(link)


def _plain(network: Network, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece_start = start
    for piece_end in graphemes.ends(text[start:end]):
        stop = start + piece_end
        yield stop, _cost(network, text[piece_start:stop])
        piece_start = stop


def _cost(network: Network, grapheme: str) -> int:
    match network.unit:
        case "graphemes":
            return 1
        case "points":
            return len(grapheme)
        case "utf8":
            return len(grapheme.encode("utf-8", "surrogatepass"))
        case "utf16":
            return len(grapheme.encode("utf-16-le", "surrogatepass")) // 2
    if graphemes.is_emoji(grapheme):
        return 2 if network.unit == "weighted" else len(grapheme.encode("utf-8"))
    if network.unit == "weighted":
        # X counts after composing: é is one, however it was typed. What the tables do not know is
        # left as it is, since a newer Unicode may compose it.
        is_known = OTHER not in signs(grapheme)
        composed = unicodedata.normalize("NFC", grapheme) if is_known else grapheme
        return sum(1 if _is_light(character) else 2 for character in composed)
    return len(grapheme)


def _is_light(character: str) -> bool:
    point = ord(character)
    return any(first <= point <= last for first, last in _LIGHT)
