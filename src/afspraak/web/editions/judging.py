"""Whether a protocol file may come into force, and everything there is to say about it."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from afspraak.diagnostics import Diagnostic, Place, Text
from afspraak.engine import compiler, examples
from afspraak.engine.draft import Checker
from afspraak.engine.pack import Pack
from afspraak.protocol import lint
from afspraak.protocol.lint import LintFinding
from afspraak.protocol.loader import LoadResult
from afspraak.protocol.model import Protocol, Representation
from afspraak.protocol.problems import UnableToLoad, by_place, problem
from afspraak.web.editions import loading

EXAMPLE = "example"
"""The code of an example in the file that does not hold."""


class UnableToComeIntoForce(UnableToLoad):
    """The file can be read, but must not hold for people; `diagnostics` says why."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A file that can be read and compiled, with what was found in it, by place.

    `may_stay` are the passages among these that may stay for a reason that is kept.
    """

    protocol: Protocol
    pack: Pack
    number_place: Place
    diagnostics: tuple[Diagnostic, ...]
    may_stay: tuple["Passage", ...]

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """What keeps it from coming into force."""
        return tuple(each for each in self.diagnostics if each.level == "error")


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a clause that the linter would have changed."""

    clause: str
    code: str
    diagnostic: Diagnostic


@lru_cache(maxsize=8)
def judge(source: bytes, today: dt.date, *, facts_to_come: bool = False) -> Judgement:
    """Everything there is to say about a protocol file on a day.

    With `facts_to_come` nothing is said of the consent and the day it holds from: agreeing fills
    these in. Raises `UnableToLoad` with every problem when it cannot be read or compiled.
    """
    loaded = loading.loaded(source)
    pack = _pack(loaded)
    checker = Checker(pack)
    noon = dt.datetime.combine(today, dt.time(12), dt.UTC)
    found = lint.lint(
        _settled(loaded.protocol, today) if facts_to_come else loaded.protocol,
        today=today,
        finds=lambda posts: examples.count_found(checker, posts, now=noon),
    )
    text = source.decode("utf-8-sig", "replace")
    told = [(each, lint.diagnose(each, loaded.places, text)) for each in found]
    diagnostics = [
        *loaded.diagnostics,
        *(diagnostic for _, diagnostic in told),
        *_failing(loaded, checker, noon),
    ]
    return Judgement(
        loaded.protocol,
        pack,
        loaded.places.of(("edition", "number")),
        tuple(sorted(diagnostics, key=by_place)),
        tuple(_may_stay(loaded.protocol, told)),
    )


def _may_stay(
    protocol: Protocol, told: Iterable[tuple[LintFinding, Diagnostic]]
) -> Iterator[Passage]:
    rules = lint.all_rules()
    for finding, diagnostic in told:
        match finding.path:
            case ("clauses", int(index), *_) if rules[finding.code].prose and not finding.overruled:
                yield Passage(protocol.clauses[index].id, finding.code, diagnostic)


def _settled(protocol: Protocol, today: dt.date) -> Protocol:
    """The protocol as it would be if it were agreed on today."""
    agreed = Representation(body="or", consent=today)
    edition = protocol.edition.model_copy(update={"in_force": today, "representation": agreed})
    return protocol.model_copy(update={"edition": edition})


def _pack(loaded: LoadResult) -> Pack:
    try:
        return compiler.compile_pack(loaded.protocol)
    except compiler.UnableToCompileProtocol as unable:
        refused = []
        for path, reason in unable.problems:
            _, clause, _, rule, *_ = path
            about = loaded.protocol.clauses[int(clause)].rules[int(rule)]
            place = loaded.places.of(path)
            refused.append(problem("P056", place, rule=about.id, kind=about.kind, reason=reason))
        raise UnableToLoad(refused) from unable


def _failing(loaded: LoadResult, checker: Checker, now: dt.datetime) -> Iterator[Diagnostic]:
    for failure in examples.run(loaded.protocol, checker, now=now):
        # What a confidential rule looks for is shown to nobody, also not to who wrote it.
        post = "…" if failure.secret else failure.text
        yield Diagnostic(
            code=EXAMPLE,
            level="error",
            problem=_missed(failure.rule, post) if failure.missed else _far(failure.rule, post),
            help={
                "nl": "pas de regel aan, of haal het voorbeeld weg als het niet goed is",
                "en": "change the rule, or take the example out if it is not right",
            },
            place=loaded.places.of(failure.path),
        )


def _missed(rule: str, post: str) -> Text:
    return {
        "nl": f"de regel `{rule}` mist het eigen voorbeeld ‘{post}’",
        "en": f"the rule `{rule}` misses its own example ‘{post}’",
    }


def _far(rule: str, post: str) -> Text:
    return {
        "nl": f"de regel `{rule}` gaat te ver bij het eigen voorbeeld ‘{post}’",
        "en": f"the rule `{rule}` over-reaches on its own example ‘{post}’",
    }
