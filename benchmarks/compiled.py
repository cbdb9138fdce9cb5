"""The packs that are measured, compiled: a rule a term beside many patterns, a whole protocol."""

from afspraak.engine import compiler, kinds
from afspraak.engine.kinds import timing
from afspraak.engine.pack import Pack
from afspraak.protocol import interview, loader, write
from afspraak.protocol.model import Protocol, Rule
from benchmarks import corpus
from benchmarks.packs import NAME, NOW

KINDS_OF_PATTERNS = ("personal-data", "secrets", "link")


def of_terms(count: int) -> Pack:
    """So many rules of one term each, and the kinds of rule that are made of patterns."""
    return _with_patterns([_terms(f"t{i}", term) for i, term in enumerate(corpus.terms(count))])


def of_list(count: int) -> Pack:
    """The same terms in one rule, as people write a list of words."""
    return _with_patterns([_terms("terms", *corpus.terms(count))])


def whole() -> Pack:
    """What `afspraak new --yes` writes, with a rule of each kind that it leaves out."""
    protocol = _written()
    used = {rule.kind for clause in protocol.clauses for rule in clause.rules}
    quiet = timing.Window(days=("sat",), hours="22:00-07:00")
    options = {"timing": {"quiet": (quiet,)}}
    more = tuple(
        _rule(f"own-{name}", name, kind.options(**options.get(name, {})))
        for name, kind in sorted(kinds.all_kinds().items())
        if name not in used
    )
    first, *others = protocol.clauses
    first = first.model_copy(update={"rules": (*first.rules, *more)})
    return compiler.compile_pack(protocol.model_copy(update={"clauses": (first, *others)}))


def _with_patterns(rules: list[Rule]) -> Pack:
    rules += [_rule(kind, kind, kinds.all_kinds()[kind].options()) for kind in KINDS_OF_PATTERNS]
    protocol = _written()
    clause = protocol.clauses[0].model_copy(update={"rules": tuple(rules)})
    return compiler.compile_pack(
        protocol.model_copy(update={"clauses": (clause,), "lists": {}}),
    )


def _terms(name: str, *terms: str) -> Rule:
    return _rule(name, "terms", kinds.all_kinds()["terms"].options(terms=terms))


def _written() -> Protocol:
    text = write.write_protocol(interview.defaults(NAME), today=NOW.date())
    return loader.load(text, kinds=kinds.options_of_kinds())


def _rule(name: str, kind: str, options: object) -> Rule:
    return Rule(id=name, kind=kind, severity="note", options=options)
