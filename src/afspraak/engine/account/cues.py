"""Finds cues: the words around the organisation's name that say what it is to the writer."""

from typing import NamedTuple

from afspraak.engine.account.letters import is_number
from afspraak.engine.account.lexicon import Cue, Lexicon
from afspraak.engine.account.mentions import Mention
from afspraak.engine.account.passage import Passage


class Relation(NamedTuple):
    """What is said, and by which words: `first` up to `last`."""

    says: str
    first: int
    last: int


def cue_before(passage: Passage, mention: Mention, cue: Cue, lexicon: Lexicon) -> Relation | None:
    """What `cue` says from before the organisation's name, by the first of its words."""
    if not cue.before:
        return None
    longest = lexicon.limits["phrase"] + cue.reach
    for k in range(max(passage.segments[mention.first], mention.first - longest), mention.first):
        end = passage.phrase_at(k, cue.before)
        if not k < end <= mention.first or mention.first - end > cue.reach:
            continue
        if passage.phrase_at(k, lexicon.jobs) > end:
            continue  # an investor is no investor relations manager
        if passage.open_between(k, mention.first) and _through(
            passage, end, mention.first, cue.through, lexicon
        ):
            return Relation(cue.says, k, mention.last)
    return None


def cue_after(passage: Passage, mention: Mention, cue: Cue, lexicon: Lexicon) -> Relation | None:
    """What `cue` says from behind the organisation's name."""
    if not cue.after:
        return None
    for k in range(mention.last, min(len(passage), mention.last + cue.reach + 1)):
        end = passage.phrase_at(k, cue.after)
        clear = _through(passage, mention.last, k, "filler", lexicon)
        if end > k and clear and passage.open_between(mention.last - 1, k):
            return Relation(cue.says, mention.first, end)
    return None


def _through(passage: Passage, start: int, end: int, through: str, lexicon: Lexicon) -> bool:
    """Whether what stands between a cue and the organisation leaves the cue its meaning."""
    between = passage.words[start:end]
    if through in {"filler", "life"}:
        lives = lexicon.lists["lives"] if through == "life" else frozenset()
        return all(
            is_filler(passage, k, lexicon) or passage.words[k] in lives for k in range(start, end)
        )
    if any(word in lexicon.lists["barrier"] for word in between):
        return False
    if through == "idle":
        return not any(
            word in lexicon.lists["work"] or is_job(passage, start + k, lexicon)
            for k, word in enumerate(between)
        )
    return True


def is_filler(passage: Passage, k: int, lexicon: Lexicon) -> bool:
    """Whether word `k` changes nothing of what is said: an article, a job, a department."""
    word = passage.words[k]
    return (
        word in lexicon.lists["filler"]
        or word in lexicon.lists["work"]
        or lexicon.kinds.get(word) in {"department", "channel"}
        or is_number(word)
        or is_job(passage, k, lexicon)
    )


def is_job(passage: Passage, k: int, lexicon: Lexicon) -> bool:
    """Whether word `k` is a job or part of one."""
    return (
        passage.phrase_at(k, lexicon.jobs) > k
        or (k > 0 and passage.phrase_at(k - 1, lexicon.jobs) > k)
        or passage.words[k].endswith(lexicon.job_endings)
    )


def job_before(passage: Passage, mention: Mention, lexicon: Lexicon) -> int | None:
    """Where a job begins that belongs to the organisation, also as the item before it in a list."""
    found, reach = None, lexicon.limits["job"]
    furthest = mention.first - reach - lexicon.limits["phrase"]
    for k in range(mention.first - 1, max(-1, furthest), -1):
        if any(mark in passage.gap(k + 1) for mark in ".!?\n"):
            break
        end = passage.phrase_at(k, lexicon.jobs)
        if end == k and passage.words[k].endswith(lexicon.job_endings):
            end = k + 1
        if not k < end <= mention.first or mention.first - end > reach:
            continue
        if all(is_filler(passage, i, lexicon) for i in range(end, mention.first)):
            found = k
    return found
