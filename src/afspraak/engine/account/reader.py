"""Reads an account: what a follower will take it for, why, and what one may do about it."""

from collections.abc import Iterator, Mapping

from afspraak.diagnostics import Span
from afspraak.engine.account.contents import as_account_data
from afspraak.engine.account.evidence import AccountReading, Evidence, Where
from afspraak.engine.account.lexicon import Lexicon
from afspraak.engine.account.look import Look, look_at
from afspraak.engine.account.suggestions import suggest
from afspraak.engine.account.verdict import Verdict, decide
from afspraak.engine.account.wording import Wording
from afspraak.engine.fold import Folded


def read_account(
    data: Mapping[str, object], handle: str, *, name: str = "", bio: str = "", network: str = ""
) -> AccountReading:
    """How a follower will take this account, by the section `account` of a rule pack.

    Only what is given here is read: nothing is looked up, nothing is kept.
    """
    lexicon = Lexicon(as_account_data(data))
    look = look_at(lexicon, handle, name=name, bio=bio, network=network)
    verdict = decide(look.seen)
    ideas = suggest(look, lexicon, verdict)
    wording = Wording(lexicon, look.address.network)
    return AccountReading(
        reading=verdict.reading,
        evidence=tuple(_evidence(look, verdict, wording)),
        advice=(wording.takes(verdict.reason), *wording.advice(verdict, look.seen, ideas)),
        handles=ideas.handles,
        bio=ideas.bio,
    )


def _evidence(look: Look, verdict: Verdict, wording: Wording) -> Iterator[Evidence]:
    """Every piece of evidence, field by field, in the order of the text."""

    def cited(where: Where, folded: Folded, says: str, start: int, end: int) -> Evidence:
        span = folded.span(start, end)
        return Evidence(where, span, text := span.of(folded.original), wording.evidence(says, text))

    address = look.address
    signs = [(sign.says, sign.start, sign.end) for sign in look.seen.handle.signs]
    for says, stretch in (
        ("server", address.own),
        ("likeness", address.likeness),
        ("page", address.page),
    ):
        if stretch:
            signs.append((says, *stretch))
    if not signs and address.local[0] < address.local[1] and look.handle_pieces:
        signs.append(("person", look.handle_pieces[0].start, look.handle_pieces[-1].end))
    for says, start, end in sorted(signs, key=lambda sign: sign[1:]):
        yield cited("handle", look.handle, says, start, end)
    for sign in look.seen.name.signs:
        yield cited("name", look.name, *sign)
    if look.seen.business and verdict.reason == "private" and look.seen.either("person"):
        yield _business(look, wording)
    for fact in look.facts:
        where: Where = "link" if fact.says == "link" else "bio"
        # A job names no employer by itself, but beside a handle that does it says more.
        job = fact.says == "job-alone" and look.seen.names_us
        yield cited(where, look.bio, "job" if job else fact.says, fact.start, fact.end)


def _business(look: Look, wording: Wording) -> Evidence:
    """That a real name reads as business on a network for work."""
    named = look.seen.name.kind == "person"
    folded, pieces = (look.name, look.name_pieces) if named else (look.handle, look.handle_pieces)
    span: Span = folded.span(pieces[0].start, pieces[-1].end)
    text = span.of(folded.original)
    return Evidence("name" if named else "handle", span, text, wording.evidence("business", text))
