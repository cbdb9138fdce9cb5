"""better-profanity with the terms as its list. It finds only words, in many disguises."""

from typing import Any

from better_profanity import Profanity

from benchmarks.peers import each, given
from benchmarks.timing import Runs


def prepare(task: dict[str, Any]) -> Runs:
    """Whether each post holds one of the terms."""
    content = given(task)
    profanity = Profanity(content["terms"])
    return {"better-profanity": each(profanity.contains_profanity, content["posts"])}
