"""What an executor says otherwise than the reference, told so that it can be tried again."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.reference import Found
from gate.executors import Executor, Findings
from gate.posts import NOW, Batch


@dataclass(frozen=True)
class Difference:
    """A post in which an executor misses findings or has more than there are."""

    batch: Batch
    row: int
    executor: str
    missing: list[Found]
    extra: list[Found]

    def __str__(self) -> str:
        return (
            f"{self.executor} differs from the reference\n"
            f"  pack {self.batch.pack}, seed {self.batch.seed}, row {self.row}\n"
            f"  {self.batch.posts[self.row]!r}\n"
            f"  text    {self.batch.posts[self.row].text!a}\n"
            f"  missing {self.missing}\n"
            f"  extra   {self.extra}"
        )


def difference(
    batch: Batch, expected: Sequence[Findings], executor: str, check: Executor
) -> Difference | None:
    """The first post of the batch of which `executor` says otherwise than was expected."""
    answers = check(batch.posts, NOW)
    for row, (wanted, answer) in enumerate(zip(expected, answers, strict=True)):
        if answer is not None and sorted(answer) != sorted(wanted):
            missing = [each for each in wanted if each not in answer]
            extra = [each for each in answer if each not in wanted]
            return Difference(batch, row, executor, missing, extra)
    return None
