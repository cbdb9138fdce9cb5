"""What can be measured of a whole post, each under the name that kinds of rule use.

A measure takes the post as it was written and a number, and gives the stretches that are too
much. What has no stretch of text (a picture, the time) gives an empty one at the start.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from afspraak.diagnostics import Span
from afspraak.engine import graphemes, networks
from afspraak.engine.length import cut_at
from afspraak.engine.post import Post
from afspraak.engine.signs import CAPITAL, CASELESS, LETTERS, MARK, SMALL, WHITE, signs

Measure = Callable[[Post, int], Sequence[Span]]

_START = (Span(0, 0),)

# All patterns are for signs, and the same in JavaScript.
_HASHTAG = re.compile(
    f"(?<![0-9_&/#{LETTERS}{MARK}])#(?!{MARK})(?=[0-9_{MARK}]*[{LETTERS}])"
    f"([0-9_{LETTERS}{MARK}]{{1,200}})"
)
# Endings of words that are long by themselves, Dutch and English.
_LONG_WORD = re.compile(
    "(?:heid|heden|schap|schappen|ing|ingen|atie|aties|isme|iteit|lijk|lijke|ation|ations|ness|ment"
    "|ments|ships?|ability|ities)$"
)
_MAX_LONG_WORD = 19
_WORD = re.compile(f"[{LETTERS}][{LETTERS}{MARK}]*(?:['-][{LETTERS}][{LETTERS}{MARK}]*)*")
# No comma: a row of abbreviations is no shouting.
_GAP = re.compile(f"[{WHITE}!?:-]{{1,5}}")

_HAS_CAPITAL = re.compile(f"[A-Z{CAPITAL}]")
# Any word of two letters or more without small ones has such a pair, and no two share one.
_IN_CAPITALS = re.compile(
    f"[A-Z{CAPITAL}][A-Z{CAPITAL}{CASELESS}{MARK}'-]|[{CASELESS}{MARK}'-][A-Z{CAPITAL}]"
)
_HAS_SMALL = re.compile(f"[a-z{SMALL}]")
# Every emoji has one of these in it: a picture, a flag's letter or a keycap.
_PICTURES = re.compile("[\xa9\xae\u203c-\u3299\U0001f000-\U0001fbff]")


TABLES = {
    "hashtag": _HASHTAG.pattern,
    "long_word": _LONG_WORD.pattern,
    "max_long_word": _MAX_LONG_WORD,
    "word": _WORD.pattern,
    "gap": _GAP.pattern,
}


def length(post: Post, _amount: int) -> Sequence[Span]:
    """What no longer fits on the post's network; nothing without a network."""
    if post.network is None or post.network not in networks.all_networks():
        return ()
    cut = cut_at(post.network, post.text)
    return () if cut is None else (Span(cut, len(post.text)),)


def hashtag_case(post: Post, amount: int) -> Sequence[Span]:
    """Hashtags of at least `amount` letters without any capital, read aloud as one word.

    Length is the only evidence that a tag is more than one word. A tag that ends as long single
    words do (`#ondernemerschap`) must be longer still. Words set apart by underscores read well.
    """
    return tuple(
        Span(*match.span())
        for match in _hashtags(post.text)
        if len(match[1]) >= amount
        and not _HAS_CAPITAL.search(match[1])
        and _HAS_SMALL.search(match[1])  # scripts without capitals have none
        and "_" not in match[1]
        and not (len(match[1]) <= _MAX_LONG_WORD and _LONG_WORD.search(match[1]))
    )


def hashtag_count(post: Post, amount: int) -> Sequence[Span]:
    """Hashtags beyond `amount`, or beyond what the post's network allows when `amount` is 0."""
    network = networks.all_networks().get(post.network or "")
    allowed = amount or (network.hashtags if network else None)
    if allowed is None:
        return ()
    return tuple(Span(*match.span()) for match in _hashtags(post.text)[allowed:])


def capitals(post: Post, amount: int) -> Sequence[Span]:
    """Runs of at least `amount` words in capitals, single letters not counted among them."""
    text = signs(post.text)
    if len(_IN_CAPITALS.findall(text)) < amount:
        return ()
    runs: list[list[Span]] = [[]]
    for match in _WORD.finditer(text):
        word = Span(*match.span())
        if not _HAS_CAPITAL.search(match[0]) or _HAS_SMALL.search(match[0]):
            runs.append([])
            continue
        last = runs[-1]
        if last and not _GAP.fullmatch(text, last[-1].end, word.start):
            runs.append([word])
        else:
            last.append(word)
    return tuple(
        Span(run[0].start, run[-1].end)
        for run in runs
        if run and sum(word.end - word.start > 1 for word in run) >= amount
    )


def emoji_run(post: Post, amount: int) -> Sequence[Span]:
    """Runs of more than `amount` emoji, white space between them or not."""
    if len(_PICTURES.findall(post.text)) <= amount:
        return ()
    return tuple(run for run, how_many in _emoji_runs(post.text) if how_many > amount)


def media_alt(post: Post, _amount: int) -> Sequence[Span]:
    """Something when a picture has no description."""
    return _START if any(not signs(each.alt or "").strip(WHITE) for each in post.media) else ()


def media_alt_length(post: Post, _amount: int) -> Sequence[Span]:
    """Something when a description is longer than the post's network allows."""
    network = networks.all_networks().get(post.network or "")
    if network is None or network.alt is None:
        return ()
    return _START if any(len(each.alt or "") > network.alt for each in post.media) else ()


def media_gps(post: Post, _amount: int) -> Sequence[Span]:
    """Something when a picture says where it was taken."""
    return _START if any(each.gps for each in post.media) else ()


def media_people(post: Post, _amount: int) -> Sequence[Span]:
    """Something when people in a picture were not asked; nothing when nobody said."""
    return _START if any(each.people_asked is False for each in post.media) else ()


def whole_post(post: Post, _amount: int) -> Sequence[Span]:
    """The whole text; an empty stretch when there is none."""
    return (Span(0, len(post.text)),)


MEASURES: Mapping[str, Measure] = {
    "capitals": capitals,
    "emoji-run": emoji_run,
    "hashtag-case": hashtag_case,
    "hashtag-count": hashtag_count,
    "length": length,
    "media-alt": media_alt,
    "media-alt-length": media_alt_length,
    "media-gps": media_gps,
    "media-people": media_people,
    "post": whole_post,
}


def _hashtags(text: str) -> list[re.Match[str]]:
    return [] if text.isascii() and "#" not in text else list(_HASHTAG.finditer(signs(text)))


def _emoji_runs(text: str) -> Iterator[tuple[Span, int]]:
    first = last = how_many = start = 0
    for end in graphemes.ends(text):
        grapheme = text[start:end]
        if graphemes.is_emoji(grapheme):
            first = first if how_many else start
            last, how_many = end, how_many + 1
        elif how_many and signs(grapheme).strip(WHITE):
            yield Span(first, last), how_many
            how_many = 0
        start = end
    if how_many:
        yield Span(first, last), how_many
