"""What changes in the clauses: new, gone, moved, reworded, and what their rules do."""

import difflib
from collections.abc import Iterator, Sequence

from afspraak.diagnostics import Lang, Text, pick
from afspraak.protocol.changes.change import Change, Path, Sort, fresh, quoted
from afspraak.protocol.changes.rules import new_rule, rule_changes
from afspraak.protocol.changes.wording import rewordings
from afspraak.protocol.model import Clause, Protocol, Rule, Words


def clause_changes(old: Protocol, new: Protocol) -> Iterator[Change]:
    """Clause by clause in the order of the new protocol; clauses that are gone come last."""
    before = {clause.id: (index, clause) for index, clause in enumerate(old.clauses)}
    moved = _moved([clause.id for clause in old.clauses], [clause.id for clause in new.clauses])
    for index, clause in enumerate(new.clauses):
        about, path = _about(clause, index), ("clauses", index)
        if clause.id not in before:
            says: Text = {"nl": "nieuw artikel", "en": "new clause"}
            details = rewordings(None, clause.text)
            yield Change(path, "added", about, says, material=True, details=details)
            yield from _new_rules(clause.rules, about, path)
            continue
        was, old_clause = before[clause.id]
        if clause.id in moved:
            yield _told(
                path,
                "moved",
                about,
                f"staat nu op plaats {index + 1} en stond op plaats {was + 1}",
                f"is now number {index + 1} and was number {was + 1}",
            )
        yield from _inside(old_clause, clause, about, path, (old, new))
    kept = {clause.id for clause in new.clauses}
    for clause_id, (index, clause) in before.items():
        if clause_id not in kept:
            yield _told(
                ("clauses", index),
                "removed",
                _about(clause, index),
                "dit artikel vervalt",
                "this clause is gone",
            )


def _inside(
    old: Clause, new: Clause, about: Text, path: Path, protocols: tuple[Protocol, Protocol]
) -> Iterator[Change]:
    for field, nl, en in (
        ("title", "heet anders", "has another title"),
        ("text", "zegt het anders", "is worded differently"),
    ):
        before, after = getattr(old, field), getattr(new, field)
        if before != after:
            details = rewordings(before, after)
            yield Change(
                (*path, field),
                "reworded",
                about,
                {"nl": nl, "en": en},
                material=True,
                details=details,
            )
    if old.ask != new.ask:
        yield _told(
            (*path, "ask"),
            "changed",
            about,
            f"vragen gaan nu naar `{new.ask}`" if new.ask else "noemt niemand meer voor vragen",
            f"questions now go to `{new.ask}`" if new.ask else "no longer names anybody to ask",
        )
    yield from _points(old, new, about, path)
    if old.overruled != new.overruled:
        codes = sorted(
            code
            for code in {*old.overruled, *new.overruled}
            if old.overruled.get(code) != new.overruled.get(code)
        )
        yield _told(
            (*path, "overruled"),
            "changed",
            about,
            f"er is anders besloten over de opmerking {', '.join(codes)}",
            f"there is another decision on remark {', '.join(codes)}",
        )
    yield from _rules(old, new, about, path, protocols)


def _points(old: Clause, new: Clause, about: Text, path: Path) -> Iterator[Change]:
    """What is added to, or taken from, the lists of what may and may not."""
    for field, nl, en in (
        ("may", "wat mag", "what may"),
        ("may_not", "wat niet mag", "what may not"),
    ):
        before: tuple[Words, ...] = getattr(old, field)
        after: tuple[Words, ...] = getattr(new, field)
        if before == after:
            continue
        in_ = [item for item in after if item not in before]
        out = [item for item in before if item not in after]
        for items, sort, verb_nl, verb_en in (
            (in_, "added", "nieuw bij", "new under"),
            (out, "removed", "vervallen bij", "gone from"),
        ):
            if items:
                yield Change(
                    (*path, field),
                    "added" if sort == "added" else "removed",
                    about,
                    {
                        "nl": f"{verb_nl} ‘{nl}’: {_quoted(items, 'nl')}",
                        "en": f"{verb_en} ‘{en}’: {_quoted(items, 'en')}",
                    },
                    material=True,
                )
        if not in_ and not out:
            yield _told(
                (*path, field),
                "moved",
                about,
                f"andere volgorde bij ‘{nl}’",
                f"other order under ‘{en}’",
            )


def _quoted(items: Sequence[Words], lang: Lang) -> str:
    return quoted([pick(item, lang) for item in items])[lang]


def _rules(
    old: Clause, new: Clause, about: Text, path: Path, protocols: tuple[Protocol, Protocol]
) -> Iterator[Change]:
    before = {rule.id: rule for rule in old.rules}
    kept = {rule.id for rule in new.rules}
    for index, rule in enumerate(new.rules):
        place = (*path, "rules", index)
        if rule.id in before:
            yield from rule_changes(
                about=about, path=place, old=before[rule.id], new=rule, protocols=protocols
            )
        else:
            yield from _new_rules((rule,), about, path, first=index)
    for index, rule in enumerate(old.rules):
        if rule.id not in kept:
            nl, en = f"de regel `{rule.id}` vervalt", f"the rule `{rule.id}` is gone"
            yield _told((*path, "rules", index), "removed", about, nl, en)
    names = [rule.id for rule in old.rules], [rule.id for rule in new.rules]
    if _moved(*names):
        nl, en = "de regels staan in een andere volgorde", "the rules come in another order"
        yield _told((*path, "rules"), "moved", about, nl, en)


def _new_rules(
    rules: Sequence[Rule], about: Text, path: Path, *, first: int = 0
) -> Iterator[Change]:
    for index, rule in enumerate(rules, first):
        place = (*path, "rules", index)
        details = rewordings(None, rule.message)
        yield Change(place, "added", about, new_rule(rule), material=True, details=details)


def _moved(old: Sequence[str], new: Sequence[str]) -> frozenset[str]:
    """What stands in another order, leaving out what is new or gone: as few as explain it."""
    before = [name for name in old if name in new]
    after = [name for name in new if name in old]
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    still = {
        name for block in matcher.get_matching_blocks() for name in before[block.a :][: block.size]
    }
    return frozenset(fresh(sorted(still), after))


def _about(clause: Clause, index: int) -> Text:
    number = index + 1
    return {
        "nl": f"Artikel {number} · {pick(clause.title, 'nl')}",
        "en": f"Clause {number} · {pick(clause.title, 'en')}",
    }


def _told(path: Path, sort: Sort, about: Text, nl: str, en: str) -> Change:
    return Change(path, sort, about, {"nl": nl, "en": en}, material=True)
