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

Measure = Callable[[Post, int], Sequence[Span]]

_START = (Span(0, 0),)
_HASHTAG = re.compile(r"(?<![\w&/#])[#\uff03](?=\w*[^\W\d_])(\w{1,200})")
# Endings of words that are long by themselves, Dutch and English.
_LONG_WORD = re.compile(
    r"(?:heid|heden|schap|schappen|ing|ingen|atie|aties|isme|iteit|lijk|lijke|ation|ations|ness|ment"
    r"|ments|ships?|ability|ities)$"
)
_MAX_LONG_WORD = 19
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CAPITALS = re.compile(r"[^\W\d_a-z]{2,}")
# Every emoji has one of these in it: a picture, a flag's letter or a keycap.
_PICTURES = re.compile("[\xa9\xae\u203c-\u3299\U0001f000-\U0001fbff]")
# No comma: a row of abbreviations is no shouting.
_GAP = re.compile(r"[\s!?:–—-]{1,5}")


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
        for match in _HASHTAG.finditer(post.text)
        if len(match[1]) >= amount
        and match[1] == match[1].lower()
        and match[1] != match[1].upper()  # scripts without capitals
        and "_" not in match[1]
        and not (len(match[1]) <= _MAX_LONG_WORD and _LONG_WORD.search(match[1]))
    )


def hashtag_count(post: Post, amount: int) -> Sequence[Span]:
    """Hashtags beyond `amount`, or beyond what the post's network allows when `amount` is 0."""
    network = networks.all_networks().get(post.network or "")
    allowed = amount or (network.hashtags if network else None)
    if allowed is None:
        return ()
    return tuple(Span(*match.span()) for match in list(_HASHTAG.finditer(post.text))[allowed:])


def capitals(post: Post, amount: int) -> Sequence[Span]:
    """Runs of at least `amount` words in capitals, single letters not counted among them."""
    if len(_CAPITALS.findall(post.text)) < amount:
        return ()
    runs: list[list[Span]] = [[]]
    for match in _WORD.finditer(post.text):
        word = Span(*match.span())
        if match[0] != match[0].upper() or match[0] == match[0].lower():
            runs.append([])
            continue
        last = runs[-1]
        if last and not _GAP.fullmatch(post.text, last[-1].end, word.start):
            runs.append([word])
        else:
            last.append(word)
    return tuple(
        Span(run[0].start, run[-1].end)
        for run in runs
        if sum(word.end - word.start > 1 for word in run) >= amount
    )


def emoji_run(post: Post, amount: int) -> Sequence[Span]:
    """Runs of more than `amount` emoji, white space between them or not."""
    if len(_PICTURES.findall(post.text)) <= amount:
        return ()
    return tuple(run for run, how_many in _emoji_runs(post.text) if how_many > amount)


def media_alt(post: Post, _amount: int) -> Sequence[Span]:
    """Something when a picture has no description."""
    return _START if any(not (each.alt or "").strip() for each in post.media) else ()


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


def _emoji_runs(text: str) -> Iterator[tuple[Span, int]]:
    first = last = how_many = start = 0
    for end in graphemes.ends(text):
        grapheme = text[start:end]
        if graphemes.is_emoji(grapheme):
            first = first if how_many else start
            last, how_many = end, how_many + 1
        elif not grapheme.isspace() and how_many:
            yield Span(first, last), how_many
            how_many = 0
        start = end
    if how_many:
        yield Span(first, last), how_many
