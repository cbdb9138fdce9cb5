"""A clause as a section: its text, what may and may not, what the check says, and whom to ask."""

from collections.abc import Iterable, Iterator

from afspraak.diagnostics import Lang
from afspraak.protocol.handbook.content import (
    Ask,
    Box,
    Boxes,
    Check,
    Part,
    Passage,
    Path,
    Prose,
    Section,
    Step,
    Tone,
)
from afspraak.protocol.handbook.passages import generic, passage, post
from afspraak.protocol.handbook.people import contact
from afspraak.protocol.handbook.secrecy import Secrets
from afspraak.protocol.handbook.wording import say, say_date
from afspraak.protocol.model import POST_AS, Clause, Protocol, Rule, Words

RIGHTS = "rights"
MAX_POSTS_A_BOX = 3
_STEPS = ("right", "facts", "hearing", "lightest", "warning")


def clauses(protocol: Protocol) -> tuple[Clause, ...]:
    """The clauses as they are numbered: the rights first, then the order of the file."""
    return tuple(sorted(protocol.clauses, key=lambda clause: clause.id != RIGHTS))


def clause_id(clause: Clause) -> str:
    """Where a clause is found in the document: an id no other section has."""
    return f"clause-{clause.id}"


def clause_section(
    clause: Clause, number: int, protocol: Protocol, secrets: Secrets, lang: Lang
) -> Section:
    """The clause with everything that helps to understand it."""
    return Section(
        id=clause_id(clause),
        title=passage(clause.title, lang),
        level=2 if clause.id == RIGHTS else 3,
        number=number,
        parts=tuple(_parts(clause, protocol, secrets, lang)),
    )


def _parts(clause: Clause, protocol: Protocol, secrets: Secrets, lang: Lang) -> Iterator[Part]:
    if clause.id.startswith("incident"):
        yield _path(lang)
    yield Prose(passage(clause.text, lang))
    boxes = (
        _box("good", "may", clause.may, lang),
        _box("bad", "may-not", clause.may_not, lang),
    )
    if shown := tuple(box for box in boxes if box.lines):
        yield Boxes(shown)
    yield from _checks(clause.rules, secrets, lang)
    if clause.ask and (who := contact(protocol.people, clause.ask, lang)):
        yield Ask(say("ask", lang), who)


def _box(tone: Tone, key: str, lines: Iterable[Words], lang: Lang) -> Box:
    return Box(tone, say(key, lang), tuple(passage(line, lang) for line in lines), quoted=False)


def _path(lang: Lang) -> Path:
    steps = (Step(say(f"path.{step}", lang), say(f"path.{step}.text", lang)) for step in _STEPS)
    return Path(say("path", lang), tuple(steps))


def _checks(rules: tuple[Rule, ...], secrets: Secrets, lang: Lang) -> Iterator[Check]:
    """Each rule once; posts that stand at an earlier rule of the clause are not repeated."""
    shown: set[tuple[Box, ...]] = set()
    for rule in rules:
        boxes = () if secrets.guard(rule) else _posts(rule, secrets, lang)
        check = Check(
            label=say(f"check.{rule.severity}", lang),
            says=_said(rule.message, secrets, lang),
            advises=_said(rule.advice, secrets, lang),
            scope=_scope(rule, lang, until=not secrets.guard(rule)),
            boxes=() if boxes in shown else boxes,
        )
        shown.add(boxes)
        if check.says or check.advises or check.boxes:
            yield check


def _said(words: Words | None, secrets: Secrets, lang: Lang) -> Passage | None:
    if not words:
        return None
    said = generic(passage(words, lang))
    return None if secrets.stand_in(said.text) else said


def _posts(rule: Rule, secrets: Secrets, lang: Lang) -> tuple[Box, ...]:
    finds = _some(rule.examples.finds, secrets, lang)
    clear = _some(rule.examples.clear, secrets, lang)
    if rule.kind == "protected" or rule.severity == "info":
        # What such a rule finds is fine to say; what it leaves alone teaches a reader nothing.
        boxes: tuple[Box, ...] = (Box("card", say("card", lang), finds, quoted=True),)
    else:
        refused = say("ask-first" if rule.severity == "ask" else "rather-not", lang)
        boxes = (
            Box("bad", refused, finds, quoted=True),
            Box("good", say("fine", lang), clear, quoted=True),
        )
    # Posts that are fine say nothing beside no post that is not.
    return tuple(box for box in boxes if box.lines) if finds else ()


def _some(posts: tuple[str, ...], secrets: Secrets, lang: Lang) -> tuple[Passage, ...]:
    """A few of the posts: those in the reader's language, or else what there is."""
    held = [post(text, lang) for text in posts if text.strip() and not secrets.stand_in(text)]
    own = [text for text in held if text.lang == lang]
    return tuple((own or held)[:MAX_POSTS_A_BOX])


def _scope(rule: Rule, lang: Lang, *, until: bool) -> str:
    said = []
    if rule.as_ and set(rule.as_) != set(POST_AS):
        whose = [say(f"as.{who}", lang) for who in POST_AS if who in rule.as_]
        said.append(say("scope.as", lang, what=", ".join(whose)))
    if rule.networks:
        said.append(say("scope.networks", lang, what=", ".join(rule.networks)))
    if rule.until and until:
        said.append(say("scope.until", lang, date=say_date(rule.until, lang)))
    return " ".join(said)
