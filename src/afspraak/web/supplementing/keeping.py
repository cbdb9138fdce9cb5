"""A judgement as it is kept beside a document."""

from collections.abc import Sequence

from pydantic import TypeAdapter

from afspraak.documents.supplement.judgement import ClauseJudgement

_JUDGED: TypeAdapter[tuple[ClauseJudgement, ...]] = TypeAdapter(tuple[ClauseJudgement, ...])


def written(judged: Sequence[ClauseJudgement]) -> object:
    """The judgement as JSON."""
    return _JUDGED.dump_python(tuple(judged), mode="json")


def read(kept: object) -> tuple[ClauseJudgement, ...]:
    """The judgement again."""
    return _JUDGED.validate_python(kept)
