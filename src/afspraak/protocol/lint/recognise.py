"""Which clause speaks of rights and which of what happens when it goes wrong."""

from afspraak.protocol.lint.phrases import Patterns, phrases
from afspraak.protocol.lint.stance import Stance
from afspraak.protocol.lint.subject import Subject

_RIGHTS_IDS = frozenset(
    {"rights", "your-rights", "our-rights", "staff-rights", "rechten", "jouw-rechten", "je-rechten"}
)
_INCIDENT_IDS = frozenset(
    {"incident", "incidents", "incidenten", "when-things-go-wrong", "als-het-misgaat"}
)
_WORDS = phrases(__package__, "recognise")
_RIGHTS_TITLE = _WORDS["rights_title"]
_INCIDENT_TITLE = _WORDS["incident_title"]

RIGHTS = {name: _WORDS[name] for name in ("speech", "union", "pay", "misconduct")}
"""What a clause on rights speaks of at least."""


def rights_clause(subject: Subject) -> int | None:
    """The clause that says what staff may: by id, else title, else because it grants two rights."""
    for index in (_by_id(subject, _RIGHTS_IDS), _by_title(subject, _RIGHTS_TITLE)):
        if index is not None:
            return index
    return next(
        (i for i in range(len(subject.protocol.clauses)) if len(_granted(subject, i)) > 1), None
    )


def incident_clause(subject: Subject) -> int | None:
    """The clause that says what happens when something went wrong, by its id or its title."""
    index = _by_id(subject, _INCIDENT_IDS)
    return _by_title(subject, _INCIDENT_TITLE) if index is None else index


def _by_id(subject: Subject, ids: frozenset[str]) -> int | None:
    return next((i for i, clause in enumerate(subject.protocol.clauses) if clause.id in ids), None)


def _by_title(subject: Subject, titles: Patterns) -> int | None:
    return next(
        (
            said.clause
            for said in subject.statements
            if said.path[0] == "clauses"
            and said.path[2] == "title"
            and titles[said.lang].search(said.words)
        ),
        None,
    )


def _granted(subject: Subject, index: int) -> set[str]:
    return {
        name
        for said in subject.statements
        if said.clause == index and said.path[2] == "text"
        for part in said.parts
        if part.stance in {Stance.PERMITS, Stance.FREES}
        for name, words in RIGHTS.items()
        if words[said.lang].search(part.words)
    }
