"""pyahocorasick for the terms and `re` for the patterns, post by post."""

import re
from typing import Any

import ahocorasick

from benchmarks.peers import each, given
from benchmarks.timing import Runs


def prepare(task: dict[str, Any]) -> Runs:
    """The same terms, as whole words, and the same patterns."""
    content = given(task)
    automaton = ahocorasick.Automaton()
    for term in content["terms"]:
        automaton.add_word(term, len(term))
    automaton.make_automaton()
    patterns = [re.compile(each, re.IGNORECASE) for each in content["patterns"]]

    def count(post: str) -> int:
        lower, found = post.lower(), 0
        for last, length in automaton.iter(lower):
            before, after = lower[last - length : last - length + 1], lower[last + 1 : last + 2]
            at_start = last + 1 == length
            found += (at_start or not before.isalnum()) and not after.isalnum()
        for pattern in patterns:
            found += sum(1 for _ in pattern.finditer(post))
        return found

    return {"pyahocorasick": each(count, content["posts"])}
