"""What a profile text tells: the organisation, what it is to the writer, jobs, disclaimers."""

from dataclasses import dataclass
from itertools import islice

from afspraak.engine.account.lexicon import Lexicon, Phrases
from afspraak.engine.account.mentions import mentions_in
from afspraak.engine.account.passage import Passage
from afspraak.engine.account.relation import relation_of, speaks_of_own_work
from afspraak.engine.fold import Folded


@dataclass(frozen=True, slots=True)
class Fact:
    """A stretch of the folded profile and the key of what it says."""

    says: str
    start: int
    end: int
    first_person: bool = False


def read_profile(folded: Folded, lexicon: Lexicon) -> list[Fact]:
    """Everything the profile tells about work, in the order of the text."""
    passage = Passage(folded, lexicon.marks)
    facts: list[Fact] = []
    for mention in islice(mentions_in(passage, lexicon), lexicon.limits["mentions"]):
        relation = relation_of(passage, mention, lexicon)
        mine = speaks_of_own_work(passage, relation, lexicon)
        facts.append(Fact(relation.says, *passage.stretch(relation.first, relation.last), mine))
    mentioned = bool(facts)
    for says, name in (
        ("work-account", "work"),
        ("parody", "parody"),
        ("disclaimer", "disclaimer"),
    ):
        facts += _first(passage, lexicon.account[name], says, facts, lexicon)
    if not mentioned:
        facts += _first(passage, lexicon.jobs, "job-alone", [], lexicon)
    return sorted(facts, key=lambda fact: (fact.start, fact.end))


def job_in(folded: Folded, lexicon: Lexicon) -> str:
    """The first job the profile names, folded, its words parted by a space."""
    passage = Passage(folded, lexicon.marks)
    for k in range(len(passage)):
        end = passage.phrase_at(k, lexicon.jobs)
        if end > k:
            return " ".join(passage.words[k:end])
    return ""


def _first(
    passage: Passage, phrases: Phrases, says: str, facts: list[Fact], lexicon: Lexicon
) -> list[Fact]:
    """The first of `phrases`, unless it is denied or already part of what was found."""
    for k in range(len(passage)):
        end = passage.phrase_at(k, phrases)
        if end == k or (k > 0 and passage.words[k - 1] in lexicon.lists["denial"]):
            continue
        start, stop = passage.stretch(k, end)
        if not any(fact.start < stop and start < fact.end for fact in facts):
            return [Fact(says, start, stop)]
    return []
