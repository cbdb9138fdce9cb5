"""From a protocol to its rule pack."""

from collections.abc import Mapping

from afspraak.diagnostics import Text
from afspraak.engine import account, dutch, kinds, networks, tables
from afspraak.engine.fold import standard_folder
from afspraak.engine.pack import FORMAT, Pack, PackClock, PackPart, PackRule
from afspraak.engine.rule import Body, Clock, Context, Part, TermsList, UnableToCompile
from afspraak.engine.wordsets import WordSets
from afspraak.protocol import loader, text_hash
from afspraak.protocol.model import SEVERITIES, Protocol, Rule, Severity, TermList

Path = tuple[str | int, ...]


class UnableToCompileProtocol(Exception):
    """Some rules cannot be compiled; `problems` holds the path of each option and what is wrong."""

    def __init__(self, problems: tuple[tuple[Path, Text], ...]) -> None:
        super().__init__("; ".join(text["en"] for _, text in problems))
        self.problems = problems


def pack_of(content: bytes) -> Pack:
    """The rule pack of a protocol file with this content.

    Raises `UnableToLoad` when the file is no usable protocol, and what `compile_pack` raises.
    """
    return compile_pack(
        loader.load(content, kinds=kinds.options_of_kinds(), networks=networks.names())
    )


def compile_pack(protocol: Protocol) -> Pack:
    """The rule pack of `protocol`.

    Raises `UnableToCompileProtocol` with every rule whose options do not fit together.
    """
    context = context_of(protocol)
    sets = WordSets(standard_folder())
    rules: list[PackRule] = []
    problems: list[tuple[Path, Text]] = []
    for c, clause in enumerate(protocol.clauses):
        for r, rule in enumerate(clause.rules):
            kind = kinds.all_kinds()[rule.kind]
            try:
                body = kind.compile_rule(rule.options, context)
            except UnableToCompile as unable:
                problems.append((("clauses", c, "rules", r, unable.option), unable.text))
                continue
            rules.append(_rule(rule, clause.id, body, sets))
    if problems:
        raise UnableToCompileProtocol(tuple(problems))
    used = {rule["kind"] for rule in rules}
    return Pack(
        {
            "format": FORMAT,
            "protocol": {
                "name": protocol.organisation.name,
                "edition": protocol.edition.number,
                "hash": text_hash.protocol_hash(protocol),
                "text_hash": text_hash.text_hash(protocol),
                "languages": list(protocol.languages),
            },
            "timezone": protocol.organisation.timezone,
            "tables": tables.load(),
            "patterns": sets.patterns,
            "sets": sets.sets,
            "rules": rules,
            "kinds": {
                name: {
                    "message": dict(kind.message),
                    "advice": dict(kind.advice),
                    "certainty": kind.certainty,
                }
                for name, kind in kinds.all_kinds().items()
                if name in used
            },
            "clauses": {clause.id: dict(clause.title) for clause in protocol.clauses},
            "account": account.account_data(protocol),
        }
    )


def context_of(protocol: Protocol) -> Context:
    """What the kinds may know of the protocol."""
    organisation = protocol.organisation
    return Context(
        names=(organisation.name, *organisation.aliases),
        brands=organisation.brands,
        domains=organisation.domains,
        contacts=organisation.contacts,
        lists={name: _terms(each) for name, each in protocol.lists.items()},
    )


def _terms(each: TermList) -> TermsList:
    made = (form for term in each.terms for form in dutch.forms(term, each.forms))
    return TermsList(tuple(dict.fromkeys((*each.terms, *made))), each.confidential)


def _rule(rule: Rule, clause: str, body: Body, sets: WordSets) -> PackRule:
    compiled: PackRule = {
        "id": rule.id,
        "kind": rule.kind,
        "clause": clause,
        "severity": rule.severity,
        "parts": [_part(part, rule.severity, sets) for part in body.parts],
    }
    if rule.as_ is not None:
        compiled["as"] = sorted(rule.as_)
    if rule.networks is not None:
        compiled["networks"] = sorted(rule.networks)
    if rule.until is not None:
        compiled["until"] = rule.until.isoformat()
    if body.clocks:
        compiled["clocks"] = [_clock(clock) for clock in body.clocks]
    if rule.message:
        compiled["message"] = dict(rule.message)
    if rule.advice:
        compiled["advice"] = dict(rule.advice)
    if body.silences:
        compiled["silences"] = sorted(body.silences)
    if body.for_writer:
        compiled["writer"] = True
    return compiled


def _part(part: Part, severity: Severity, sets: WordSets) -> PackPart:
    compiled: PackPart = {"name": part.name}
    if part.words is not None:
        compiled["set"] = sets.number(part.words)
        if part.words.secret:
            compiled["secret"] = True
    if part.measure:
        compiled["measure"] = part.measure
        compiled["amount"] = part.amount
    if part.when:
        compiled["when"] = [sets.condition(condition) for condition in part.when]
    if part.mildest and SEVERITIES.index(part.mildest) > SEVERITIES.index(severity):
        compiled["severity"] = part.mildest
    if part.first:
        compiled["first"] = True
    texts: Mapping[str, Text] = {"what": part.what, "message": part.message, "advice": part.advice}
    for key, text in texts.items():
        if text:
            compiled[key] = dict(text)  # type: ignore[literal-required]
    return compiled


def _clock(clock: Clock) -> PackClock:
    compiled: PackClock = {}
    if clock.first:
        compiled["first"] = clock.first.isoformat()
    if clock.last:
        compiled["last"] = clock.last.isoformat()
    if clock.weekdays:
        compiled["weekdays"] = sorted(clock.weekdays)
    if clock.minutes:
        compiled["minutes"] = list(clock.minutes)
    return compiled
