"""The protocol file with the company's own words where a document already says it."""

import io
from collections.abc import Mapping

from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import LiteralScalarString

from afspraak.diagnostics import Lang
from afspraak.documents.supplement.judgement import ClauseJudgement
from afspraak.documents.supplement.source import Existing
from afspraak.protocol import filling

_ANY_WIDTH = 4096


def own_words(document: Existing, judged: ClauseJudgement) -> str:
    """What the document says of a clause, whole paragraphs in reading order, as Markdown."""
    texts = {quote.text for point in judged.points for quote in point.quotes}
    found: list[str] = []
    for passage in document.passages:
        if any(text in passage.text for text in texts):
            said = " ".join(passage.text.split())
            found.append(f"- {said}" if passage.item else said)
    return filling.wrapped(filling.joined_lists("\n\n".join(found))) if found else ""


def with_own_words(source: bytes, texts: Mapping[str, str], lang: Lang) -> bytes:
    """The file with these texts as the words of those clauses in `lang`; comments stay.

    The other language keeps our text: nobody's words are translated here.
    """
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = _ANY_WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    held = yaml.load(source.decode("utf-8-sig"))
    for clause in held.get("clauses", ()):
        text = texts.get(clause.get("id", ""))
        if not text:
            continue
        written = LiteralScalarString(text.rstrip() + "\n")
        if isinstance(clause.get("text"), Mapping):
            clause["text"][lang] = written
        else:
            clause["text"] = written
    target = io.StringIO()
    yaml.dump(held, target)
    return target.getvalue().encode()
