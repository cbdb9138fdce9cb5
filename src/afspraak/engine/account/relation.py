"""What a profile says the organisation is to its writer: employer, former employer, shop."""

from afspraak.engine.account.cues import (
    Relation,
    cue_after,
    cue_before,
    is_filler,
    is_job,
    job_before,
)
from afspraak.engine.account.letters import is_number
from afspraak.engine.account.lexicon import Lexicon
from afspraak.engine.account.mentions import Mention
from afspraak.engine.account.passage import Passage


def relation_of(passage: Passage, mention: Mention, lexicon: Lexicon) -> Relation:
    """What the words around the mention make of it; the strongest cue counts."""
    return (
        _glued(mention, at_work=False)
        or _another(passage, mention, lexicon)
        or _cued(passage, mention, lexicon)
        or _glued(mention, at_work=True)
        or _years(passage, mention, lexicon)
        or _negated(passage, _works(passage, mention, lexicon), lexicon)
        or _alone(passage, mention, lexicon)
    )


def speaks_of_own_work(passage: Passage, relation: Relation, lexicon: Lexicon) -> bool:
    """Whether the writer says "I" of this work."""
    start = passage.segments[relation.first]
    return any(passage.phrase_at(k, lexicon.first_person) > k for k in range(start, relation.last))


def _glued(mention: Mention, *, at_work: bool) -> Relation | None:
    """What the rest of a compound says: `blokkermedewerker`, `blokkerklant`."""
    if not mention.glued or (mention.glued == "works") != at_work:
        return None
    return Relation(mention.glued, mention.first, mention.last)


def _another(passage: Passage, mention: Mention, lexicon: Lexicon) -> Relation | None:
    """A person or a business that happens to have the same name, or the town itself."""
    name = mention.name
    if name is None or not name.level:
        return None
    before, after = mention.first - 1, mention.last
    led = before >= 0 and not passage.breaks(mention.first)
    word = passage.words[before] if led else ""
    if name.level == "place":
        return _town(passage, mention, lexicon)
    if name.level in {"known", "possible"} and len(name.words) == 1:
        if (
            name.level == "known"
            and word in lexicon.trades
            and passage.phrase_at(before, lexicon.jobs) == before
        ):
            return Relation("other", before, mention.last)
        followed = after < len(passage) and not passage.breaks(after)
        if followed and passage.words[after] in lexicon.trades:
            return Relation("other", mention.first, after + 1)
    initial = len(word) == 1 and not is_number(word)
    if (
        word in lexicon.first_names
        or word in lexicon.lists["titles"]
        or (initial and "." in passage.gap(mention.first))
    ):
        return Relation("surname-bio", before, mention.last)
    return None


def _town(passage: Passage, mention: Mention, lexicon: Lexicon) -> Relation | None:
    """The town that a body is named after: somewhere to live, unless someone works for it."""
    start = passage.segments[mention.first]
    for k in range(max(start, mention.first - 4), mention.first):
        end = passage.phrase_at(k, lexicon.public_jobs)
        if end > k and all(is_filler(passage, i, lexicon) for i in range(end, mention.first)):
            return Relation("works", k, mention.last)
    before = passage.words[mention.first - 1] if mention.first > start else ""
    if before in lexicon.lists["for_town"]:
        return None
    return Relation("nearby", mention.first, mention.last)


def _cued(passage: Passage, mention: Mention, lexicon: Lexicon) -> Relation | None:
    for cue in lexicon.cues:
        if cue.says == "official" and job_before(passage, mention, lexicon) is not None:
            continue  # a manager of the customer service is not the customer service
        found = cue_before(passage, mention, cue, lexicon) or cue_after(
            passage, mention, cue, lexicon
        )
        if found:
            return found
    return None


def _years(passage: Passage, mention: Mention, lexicon: Lexicon) -> Relation | None:
    """`Blokker (2010-2015)` is past, `Blokker, sinds 2019` is not."""
    after = passage.words[mention.last : mention.last + 2]
    if len(after) < 2:
        return None
    first, second = after
    end = mention.last + 2
    if _is_year(second) and first in lexicon.lists["until"]:
        return Relation("former", mention.first, end)
    if _is_year(second) and first in lexicon.lists["since"]:
        return Relation("works", mention.first, end)
    if _is_year(first) and _is_year(second):
        return Relation("former", mention.first, end)
    if _is_year(first) and second in lexicon.lists["today"]:
        return Relation("works", mention.first, end)
    return None


def _is_year(word: str) -> bool:
    return len(word) == 4 and is_number(word) and word[:2] in {"19", "20"}


def _works(passage: Passage, mention: Mention, lexicon: Lexicon) -> Relation | None:
    job = job_before(passage, mention, lexicon)
    if job is not None:
        return Relation("works", job, mention.last)
    after = mention.last
    worker = after < len(passage) and passage.words[after] in lexicon.lists["workers"]
    if worker and "'" in passage.gap(after):
        return Relation("works", mention.first, after + 1)
    if after < len(passage) and not passage.stands_alone(after) and is_job(passage, after, lexicon):
        return Relation(
            "works", mention.first, max(after + 1, passage.phrase_at(after, lexicon.jobs))
        )
    return _verb_before(passage, mention, lexicon) or _with_before(passage, mention, lexicon)


def _negated(passage: Passage, works: Relation | None, lexicon: Lexicon) -> Relation | None:
    """`geen bakker bij Jansen` says the opposite; `niet alleen bakker bij Jansen` does not."""
    if works is None:
        return None
    start = passage.segments[works.first]
    for k in range(works.first - 1, max(start, works.first - lexicon.limits["negation"]) - 1, -1):
        if passage.words[k + 1] in lexicon.lists["only"]:
            continue
        if passage.words[k] in lexicon.lists["negation"] and passage.open_between(k, works.first):
            return Relation("denied", k, works.last)
    return works


def _verb_before(passage: Passage, mention: Mention, lexicon: Lexicon) -> Relation | None:
    """`werk … bij`: a verb of work, and the organisation as the place of it."""
    preposition = _skip_articles(passage, mention.first, lexicon) - 1
    start = max(passage.segments[mention.first], mention.first - lexicon.limits["verb"] - 1)
    if preposition < start or passage.words[preposition] not in lexicon.lists["place_of_work"]:
        return None
    for k in range(preposition - 1, start - 1, -1):
        if passage.words[k] in lexicon.lists["barrier"]:
            return None
        if passage.words[k] in lexicon.lists["work"]:
            return Relation("works", k, mention.last)
    return None


def _with_before(passage: Passage, mention: Mention, lexicon: Lexicon) -> Relation | None:
    """`bij`, `@`, `nu` right before the organisation."""
    at = _skip_articles(passage, mention.first, lexicon)
    for k in range(max(passage.segments[mention.first], at - 3), at):
        if passage.phrase_at(k, lexicon.with_organisation) == at and passage.open_between(
            k, mention.first
        ):
            return Relation("works", k, mention.last)
    gap, first = passage.gap(mention.first), passage.segments[mention.first]
    few = first < mention.first <= first + 2 and passage.stands_alone(mention.last)
    if gap.endswith("@ ") or (gap.endswith("@") and few):
        return Relation("works", max(0, mention.first - 1), mention.last)
    return None


def _skip_articles(passage: Passage, k: int, lexicon: Lexicon) -> int:
    while k > 0 and passage.words[k - 1] in lexicon.lists["articles"]:
        k -= 1
    return k


def _alone(passage: Passage, mention: Mention, lexicon: Lexicon) -> Relation:
    """Named without a word more: as an item of a list it reads as the employer."""
    if mention.link:
        return Relation("link", mention.first, mention.last)
    last = mention.last
    while last < len(passage) and lexicon.kinds.get(passage.words[last]) == "place":
        if passage.stands_alone(last):
            break
        last += 1  # a branch: Blokker Zwolle
    alone = passage.stands_alone(mention.first) and passage.stands_alone(last)
    known = mention.name is not None and mention.name.level == "known"
    asked = "?" in passage.gap(mention.last)
    brand = mention.name is not None and mention.name.brand
    says = "listed" if alone and not known and not brand and not asked else "neutral"
    return Relation(says, mention.first, mention.last)
