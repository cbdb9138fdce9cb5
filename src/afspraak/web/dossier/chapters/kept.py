"""What the linter would have changed, and why it stays."""

from collections.abc import Iterator

from afspraak.diagnostics import pick
from afspraak.documents.dossier import Cell, Chapter, DossierPart, Table
from afspraak.protocol.handbook.passages import clean
from afspraak.replaying.voice import Voice
from afspraak.web.dossier.chapters.making import cell, chapter, plain, prose, sentence
from afspraak.web.dossier.subject import Kept, Subject


def overruled(say: Voice, subject: Subject) -> Chapter:
    """Remarks that were set aside with a reason, and those that nobody answered."""
    return chapter(
        say,
        "overruled",
        *_parts(say, subject),
        nl="Waar de taalcontrole iets anders wilde",
        en="Where the language check wanted otherwise",
    )


def _parts(say: Voice, subject: Subject) -> Iterator[DossierPart]:
    answered = [each for each in subject.remarks if each.reason]
    open_ = [each for each in subject.remarks if not each.reason]
    yield prose(
        say,
        nl="Het programma leest het voorstel als een kritische lezer: let op vage begrippen, een "
        "verbod dat in de privétijd grijpt, een straf die vanzelf volgt, een ontbrekende termijn. "
        "Een fout houdt het voorstel tegen. Een zin kan blijven staan, met een reden.",
        en="The program reads the proposal as a critical reader does: it watches for vague terms, "
        "a ban that reaches into private time, a sanction that follows by itself, a missing term. "
        "An error stops the proposal. A sentence can stay, with a reason.",
    )
    if answered:
        yield prose(say, nl="**Blijft staan, met een reden:**", en="**Stays, with a reason:**")
        yield Table(
            say(nl="Wat blijft staan", en="What stays"),
            (
                say(nl="Artikel en zin", en="Clause and sentence"),
                say(nl="Wat de controle zei", en="What the check said"),
                say(nl="Waarom het blijft", en="Why it stays"),
            ),
            tuple(
                (
                    _where(say, subject, each),
                    cell(say, _said(say, subject, each)),
                    cell(say, _shown(subject, pick(each.reason, say.lang))),
                )
                for each in answered
            ),
            (30, 35, 35),
        )
    if open_:
        yield prose(say, nl="**Nog niet beantwoord:**", en="**Not answered yet:**")
        yield Table(
            say(nl="Wat nog niet beantwoord is", en="What is not answered yet"),
            (
                say(nl="Waar", en="Where"),
                say(nl="Wat de controle zei", en="What the check said"),
            ),
            tuple(
                (_where(say, subject, each), cell(say, _said(say, subject, each))) for each in open_
            ),
            (35, 65),
        )
    if not subject.remarks:
        yield prose(
            say,
            nl="De controle had geen enkele opmerking bij dit voorstel.",
            en="The check had no remark on this proposal.",
        )


def _where(say: Voice, subject: Subject, held: Kept) -> Cell:
    titles = {clause.id: pick(clause.title, say.lang) for clause in subject.proposal.clauses}
    about = titles.get(held.clause) or say(nl="Het hele voorstel", en="The whole proposal")
    quote = f"*“{_shown(subject, held.quote)}”*" if held.quote else ""
    return cell(say, plain(about), quote)


def _said(say: Voice, subject: Subject, held: Kept) -> str:
    said = pick(held.problem, say.lang)
    return f"{sentence('…' if subject.secrets.stand_in(said) else said)} ({held.code})"


def _shown(subject: Subject, text: str) -> str:
    return "…" if subject.secrets.stand_in(text) else plain(clean(text))
