"""What a document already says of each clause of a protocol: words first, meaning beside them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from afspraak.diagnostics import Lang
from afspraak.documents.supplement import contradictions, encoder
from afspraak.documents.supplement.contradictions import AGAINST, Against
from afspraak.documents.supplement.judgement import (
    Certainty,
    ClauseJudgement,
    Contradiction,
    PointJudgement,
    Quote,
    Status,
)
from afspraak.documents.supplement.points import Point, all_points, points
from afspraak.documents.supplement.sentences import Said, sentences
from afspraak.documents.supplement.source import Existing
from afspraak.protocol import prose
from afspraak.protocol.lint.stance import fold
from afspraak.protocol.model import Clause, Protocol

Progress = Callable[[int, int], None]

# Chosen on the development half of examples/existing; tools/measure_supplement.py measures.
NEAR_WITH_WORDS = 0.05
"""Under this, words that match are about something else."""

SURE_WITH_WORDS = 0.35
"""From here on words and meaning agree."""

NEAR_WITHOUT_WORDS = 0.70
"""From here on meaning alone counts, with low certainty."""

NEAR_OF_OWN_CLAUSE = 0.30
"""From here on a clause that somebody wrote is about a point."""

NEAR_IN_BOTH = 0.22
"""The same, when its words are there in both languages."""

MAX_QUOTES_A_POINT = 2


@dataclass(frozen=True, slots=True)
class _Hit:
    said: Said
    certainty: Certainty
    near: float


def judge(
    document: Existing, protocol: Protocol, *, progress: Progress | None = None
) -> tuple[ClauseJudgement, ...]:
    """The judgement of each clause, in the order of the protocol.

    `progress` hears how many sentences of how many have been read.
    """
    against = contradictions.against(document)
    said = sentences(document)
    asked = {clause.id: points_of(clause) for clause in protocol.clauses}
    wanted = list(dict.fromkeys(point for held in asked.values() for point in held))
    hits = _hits(said, wanted, document.lang, against, progress)
    contradicted = _contradicted(against, asked)
    return tuple(
        _judged(clause, asked[clause.id], hits, contradicted.get(clause.id, []))
        for clause in protocol.clauses
    )


def points_of(clause: Clause) -> tuple[Point, ...]:
    """The points a clause of a protocol makes: those of the library that its own words say.

    A clause of the library keeps only its own points; a clause somebody wrote may make any. One
    that makes none we know gets a single point, to be recognised by its meaning alone.
    """
    home = points().get(clause.id)
    if home:
        return _made(clause, home) or tuple(home)
    return _recognised(clause) or (_by_meaning(clause),)


def _made(
    clause: Clause, among: Sequence[Point], langs: Sequence[Lang] | None = None
) -> tuple[Point, ...]:
    said = [
        (words, before, lang)
        for lang in (langs or clause.text)
        for words, before in _read(clause.title.get(lang, ""), clause.text[lang])
    ]
    return tuple(point for point in among if any(point.is_worded(*each) for each in said))


def _read(title: str, markdown: str) -> Iterator[tuple[str, str]]:
    """Each sentence of a text, folded, with its title and the sentence before."""
    heading = fold(title)
    before = heading
    for each in prose.sentences(markdown):
        words = fold(" ".join(each.text.split()))
        yield words, before
        before = f"{heading} {words}"


def _recognised(clause: Clause) -> tuple[Point, ...]:
    """The points of a clause somebody wrote: by words, where the meaning bears them out.

    When it makes one point of a clause of the library, the others there need the words only.
    """
    made = _made(clause, all_points())
    if not made:
        return ()
    said = [each.text for text in clause.text.values() for each in prose.sentences(text)]
    rows = encoder.encoded(said)
    near = {
        point.key: float((rows @ encoder.encoded(point.like).T).max(initial=-1.0)) for point in made
    }
    twice = {
        point.key
        for point in made
        if len(clause.text) > 1 and all(_made(clause, [point], [lang]) for lang in clause.text)
    }
    homes = {point.clause for point in made if near[point.key] >= NEAR_OF_OWN_CLAUSE}
    return tuple(
        point
        for point in made
        if near[point.key] >= NEAR_OF_OWN_CLAUSE
        or (point.key in twice and (point.clause in homes or near[point.key] >= NEAR_IN_BOTH))
    )


def _by_meaning(clause: Clause) -> Point:
    like = [
        each.text
        for text in clause.text.values()
        for each in prose.sentences(text)
        if len(each.text.split()) > 3
    ]
    return Point(
        key=f"{clause.id}.all",
        clause=clause.id,
        says=dict(clause.title),
        words={},
        unless={},
        like=tuple(like or clause.title.values()),
    )


def _hits(
    said: Sequence[Said],
    wanted: Sequence[Point],
    lang: Lang,
    against: Sequence[Against],
    progress: Progress | None,
) -> Mapping[str, list[_Hit]]:
    if not said or not wanted:
        return {}
    like = [(point, text) for point in wanted for text in point.like]
    anchors = encoder.remembered(tuple(text for _, text in like))
    turned = {(each.passage, " ".join(each.text.split())) for each in against}
    found: dict[str, list[_Hit]] = {point.key: [] for point in wanted}
    for start in range(0, len(said), encoder.BATCH_SENTENCES):
        batch = said[start : start + encoder.BATCH_SENTENCES]
        nearness = encoder.encoded([each.text for each in batch]) @ anchors.T
        for each, row in zip(batch, nearness, strict=True):
            # what says the opposite is no proof that the point is made
            if (each.passage, " ".join(each.text.split())) in turned:
                continue
            near: dict[str, float] = {}
            for (point, _), value in zip(like, row.tolist(), strict=True):
                near[point.key] = max(near.get(point.key, -1.0), value)
            for point in wanted:
                hit = _hit(each, point, near[point.key], lang)
                if hit:
                    found[point.key].append(hit)
        if progress:
            progress(min(start + len(batch), len(said)), len(said))
    return found


def _hit(said: Said, point: Point, near: float, lang: Lang) -> _Hit | None:
    if point.words and point.is_worded(said.words, said.context, lang):
        if near >= SURE_WITH_WORDS:
            return _Hit(said, Certainty.HIGH, near)
        return _Hit(said, Certainty.MIDDLING, near) if near >= NEAR_WITH_WORDS else None
    return _Hit(said, Certainty.LOW, near) if near >= NEAR_WITHOUT_WORDS else None


def _contradicted(
    against: Sequence[Against], asked: Mapping[str, Sequence[Point]]
) -> Mapping[str, list[Contradiction]]:
    made = {point.key: clause for clause, held in reversed(list(asked.items())) for point in held}
    found: dict[str, list[Contradiction]] = {}
    for each in against:
        clause = next((made[key] for key in AGAINST[each.code] if key in made), None)
        if clause is not None:
            quote = Quote(each.text, each.passage.where, each.passage.section)
            found.setdefault(clause, []).append(
                Contradiction(quote, each.code, each.problem, each.way_out)
            )
    return found


def _judged(
    clause: Clause,
    asked: Sequence[Point],
    hits: Mapping[str, list[_Hit]],
    against: Sequence[Contradiction],
) -> ClauseJudgement:
    best = {point.key: _best(hits.get(point.key, [])) for point in asked}
    made = [held[0].certainty for held in best.values() if held]
    if against:
        status, certainty = Status.CONTRADICTED, Certainty.HIGH
    elif not made:
        status, certainty = Status.MISSING, _sure_of_nothing(asked)
    else:
        status = Status.COVERED if len(made) == len(asked) else Status.PARTLY
        certainty = min(made, key=_ORDER.index)
    return ClauseJudgement(
        clause.id,
        status,
        certainty,
        tuple(
            PointJudgement(
                point.key,
                point.says,
                tuple(
                    Quote(hit.said.text, hit.said.passage.where, hit.said.passage.section)
                    for hit in best[point.key]
                ),
            )
            for point in asked
        ),
        tuple(against),
    )


_ORDER = [Certainty.LOW, Certainty.MIDDLING, Certainty.HIGH]


def _best(hits: Sequence[_Hit]) -> list[_Hit]:
    ranked = sorted(hits, key=lambda hit: (_ORDER.index(hit.certainty), hit.near), reverse=True)
    if ranked:
        # a guess by meaning does not stand beside what was found by its words
        ranked = [hit for hit in ranked if hit.certainty is ranked[0].certainty]
    return ranked[:MAX_QUOTES_A_POINT]


def _sure_of_nothing(asked: Sequence[Point]) -> Certainty:
    return Certainty.HIGH if all(point.words for point in asked) else Certainty.LOW
