"""What the editor takes along: the document completed, a supplement, and the protocol file."""

import datetime as dt
from collections.abc import Mapping

from django.utils.translation import gettext as _

from afspraak.diagnostics import Lang
from afspraak.documents.supplement import additions as adding
from afspraak.documents.supplement import protocol_file
from afspraak.documents.supplement.reading import read
from afspraak.documents.supplement.supplementing import supplemented
from afspraak.web.supplementing import beside
from afspraak.web.supplementing.queries import Chosen, DocumentRow, Held

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown; charset=utf-8",
}


def has_own_form(row: DocumentRow) -> bool:
    """Whether the same document can be given back, rather than one beside it."""
    return row.form in TYPES


def document(
    row: DocumentRow, held: Held, chosen: Mapping[str, Chosen], *, form: str, day: dt.date
) -> bytes:
    """The document with what was chosen added, or a supplement of its own."""
    existing = read(held.content, f"{row.name}.{row.form}")
    added = adding.additions(
        beside.loaded(held.source),
        held.judged,
        existing.lang,
        {clause: adding.Choice(each.choice) for clause, each in chosen.items()},
    )
    return supplemented(held.content, existing, added, form=form, day=day)


def protocol(row: DocumentRow, held: Held, chosen: Mapping[str, Chosen], source: bytes) -> bytes:
    """`source` with own words where those were kept, and without what was left out.

    Raises `UnableToEdit`.
    """
    existing = read(held.content, f"{row.name}.{row.form}")
    lang: Lang = existing.lang
    kept = {
        each.clause: protocol_file.own_words(existing, each)
        for each in held.judged
        if each.clause in chosen and chosen[each.clause].choice == "keep-theirs"
    }
    out = [clause for clause, each in chosen.items() if each.choice == "leave-out"]
    return protocol_file.with_own_words(source, kept, lang, without=out)


def draft_is_made() -> str:
    """What somebody hears whose choices became a draft."""
    return _("Your choices are a draft now. Nothing holds yet.")
