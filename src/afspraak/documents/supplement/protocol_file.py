"""The protocol file with the company's own words where a document already says it."""

from collections.abc import Collection, Mapping

from afspraak.diagnostics import Lang
from afspraak.documents.supplement.judgement import ClauseJudgement
from afspraak.documents.supplement.source import Existing
from afspraak.protocol import editing, filling


def own_words(document: Existing, judged: ClauseJudgement) -> str:
    """What the document says of a clause, whole paragraphs in reading order, as Markdown."""
    texts = {quote.text for point in judged.points for quote in point.quotes}
    found: list[str] = []
    for passage in document.passages:
        if any(text in passage.text for text in texts):
            said = " ".join(passage.text.split())
            found.append(f"- {said}" if passage.item else said)
    return filling.wrapped(filling.joined_lists("\n\n".join(found))) if found else ""


def with_own_words(
    source: bytes, texts: Mapping[str, str], lang: Lang, *, without: Collection[str] = ()
) -> bytes:
    """The file with these texts as the words of those clauses in `lang`, and `without` some.

    All else stays as it is, comments too. The other language keeps our text: nobody's words are
    translated here. Raises `UnableToEdit` when the file cannot be edited.
    """
    text = source.decode("utf-8-sig")
    clauses = editing.value_at(editing.read(text), ("clauses",))
    listed = clauses if isinstance(clauses, list) else []
    changes: dict[tuple[str | int, ...], str] = {}
    away: list[int] = []
    for at, clause in enumerate(listed):
        key = str(clause.get("id", "")) if isinstance(clause, Mapping) else ""
        if key in without:
            away.append(at)
        elif isinstance(clause, Mapping) and texts.get(key):
            is_both = isinstance(clause.get("text"), Mapping)
            path = ("clauses", at, "text", lang) if is_both else ("clauses", at, "text")
            changes[path] = texts[key].rstrip() + "\n"
    if changes:
        text = editing.edit(text, changes)
    for at in reversed(away):
        text = editing.remove(text, ("clauses", at))
    return text.encode()
