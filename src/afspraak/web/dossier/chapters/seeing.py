"""Who sees what, and how long it stays."""

from collections.abc import Iterator

from afspraak.decisions.counting import THRESHOLD
from afspraak.diagnostics import pick
from afspraak.documents.dossier import Chapter, DossierPart, Table
from afspraak.replaying.voice import Voice
from afspraak.web.dossier.chapters.making import cell, chapter, prose
from afspraak.web.dossier.subject import Subject


def seeing(say: Voice, subject: Subject) -> Chapter:
    """Every role with what it may and may not, and how many people hold it."""
    return chapter(
        say,
        "who",
        prose(
            say,
            nl="Iedereen leest de afspraken, kijkt eigen berichten na en ziet de eigen gegevens. "
            "Deze rollen mogen meer. De tabel komt uit het programma zelf: een pagina gaat alleen "
            "open voor wie hier genoemd is.",
            en="Everybody reads the agreements, checks their own posts and sees their own data. "
            "These roles may do more. The table comes from the program itself: a page opens only "
            "for those named here.",
        ),
        *_table(say, subject),
        prose(
            say,
            nl=f"**Aantallen.** Behalve de redacteur ziet niemand hoe het lezen per persoon gaat. "
            f"Anderen zien alleen aantallen, naar beneden afgerond op {THRESHOLD}-tallen. Zo is "
            "ook uit twee overzichten naast elkaar niet te halen wie nog niet las.",
            en=f"**Counts.** Nobody but the editor sees how reading goes person by person. Others "
            f"see counts only, rounded down to {THRESHOLD}s. So even from two overviews side by "
            "side nobody can work out who has not read yet.",
        ),
        nl="Wie wat ziet",
        en="Who sees what",
    )


def _table(say: Voice, subject: Subject) -> Iterator[DossierPart]:
    yield Table(
        say(nl="Rollen", en="Roles"),
        (
            say(nl="Rol", en="Role"),
            say(nl="Mag", en="May"),
            say(nl="Mag niet", en="May not"),
            say(nl="Mensen", en="People"),
        ),
        tuple(
            (
                cell(say, pick(each.name, say.lang).capitalize()),
                cell(
                    say,
                    *(f"– {pick(what, say.lang)}" for what in each.may)
                    if each.may
                    else (say(nl="niets meer dan anderen", en="nothing more than others"),),
                ),
                cell(say, pick(each.may_not, say.lang)),
                cell(say, str(each.held_by)),
            )
            for each in subject.openness.allowed
        ),
        (22, 37, 31, 10),
    )


def keeping(say: Voice, subject: Subject) -> Chapter:
    """How long everything stays that is kept."""
    rows = [
        (
            cell(
                say,
                say(
                    nl="Wat je in de check typt, en wat die ervan vindt",
                    en="What you type in the check, and what it makes of that",
                ),
            ),
            cell(say, say(nl="wordt niet bewaard", en="is not kept")),
        ),
        *(
            (cell(say, pick(each.says, say.lang)), cell(say, pick(each.term, say.lang)))
            for each in subject.openness.terms
        ),
    ]
    return chapter(
        say,
        "terms",
        prose(
            say,
            nl="Wat over zijn termijn is, gaat vanzelf weg, met een bewijs dat jullie kunnen "
            "inzien (Verwijderd). De termijnen komen uit het onderdeel dat ze uitvoert.",
            en="What is over its term goes by itself, with a receipt that you can see (Deleted). "
            "The terms come from the part that carries them out.",
        ),
        Table(
            say(nl="Termijnen", en="Terms"),
            (say(nl="Wat", en="What"), say(nl="Hoe lang", en="How long")),
            tuple(rows),
            (62, 38),
        ),
        prose(
            say,
            nl="Of deze termijnen passen, is aan jullie en de privacyfunctionaris. Voor "
            "personeelsgegevens noemt de Autoriteit Persoonsgegevens twee jaar na het einde van "
            "het dienstverband als vuistregel, niet als wet. *Bron: van anderen.*",
            en="Whether these terms fit is for you and the privacy officer. For staff records the "
            "Dutch Data Protection Authority names two years after the end of employment as a "
            "rule of thumb, not as law. *Source: from others.*",
        ),
        nl="Hoe lang het blijft",
        en="How long it stays",
    )
