"""The whole dossier, put together from its chapters."""

from collections.abc import Iterator

from afspraak import __version__
from afspraak.diagnostics import Lang, pick
from afspraak.documents.dossier import Chapter, Dossier, Questions
from afspraak.documents.replay_report import Figure
from afspraak.protocol.handbook.content import Fact, Passage
from afspraak.protocol.handbook.passages import clean
from afspraak.protocol.handbook.wording import say_date
from afspraak.replaying.numbers import moment, whole
from afspraak.replaying.voice import Voice
from afspraak.web.dossier.chapters import (
    assessing,
    changing,
    checking,
    kept,
    opening,
    promising,
    reading,
    seeing,
    trying,
)
from afspraak.web.dossier.subject import Subject

HASH_CHARS = 12
"""As many as the handbook prints."""


def dossier(subject: Subject, lang: Lang) -> Dossier:
    """Everything there is to judge the proposal by, in `lang`."""
    say = Voice(lang)
    chapters = tuple(_chapters(say, subject))
    number = clean(subject.proposal.edition.number)
    return Dossier(
        lang=lang,
        organisation=clean(subject.proposal.organisation.name),
        title=_title(say, subject),
        edition=say(nl=f"Voorstel voor uitgave {number}", en=f"Proposal for edition {number}"),
        lead=say(
            nl="Alles wat nodig is om over dit voorstel te oordelen: wat er verandert, wat er "
            "nagekeken wordt en wat nooit, wie wat ziet, hoe lang het blijft, en wat nog open is. "
            "Gemaakt uit het voorstel en uit het programma zoals het draait.",
            en="All that is needed to judge this proposal: what changes, what is checked and what "
            "never is, who sees what, how long it stays, and what is still open. Made from the "
            "proposal and from the program as it runs.",
        ),
        facts=tuple(_facts(say, subject)),
        figures=tuple(_figures(say, subject, chapters)),
        chapters=chapters,
        contents=say(nl="Wat waar staat", en="What is where"),
        mark=say(
            nl=f"Voorstel {number} · kenmerk {subject.text_hash[:HASH_CHARS]}",
            en=f"Proposal {number} · fingerprint {subject.text_hash[:HASH_CHARS]}",
        ),
        day=subject.now.date(),
    )


def _title(say: Voice, subject: Subject) -> str:
    return {
        "or": say(nl="Dossier voor de ondernemingsraad", en="Dossier for the works council"),
        "pvt": say(
            nl="Dossier voor de personeelsvertegenwoordiging",
            en="Dossier for the staff representation",
        ),
        "meeting": say(
            nl="Dossier voor de personeelsvergadering", en="Dossier for the staff meeting"
        ),
        "none": say(nl="Dossier bij het voorstel", en="Dossier on the proposal"),
    }[subject.proposal.edition.representation.body]


def _chapters(say: Voice, subject: Subject) -> Iterator[Chapter]:
    yield opening.short(say, subject)
    yield opening.asked(say, subject)
    yield changing.changing(say, subject)
    yield checking.checking(say, subject)
    yield promising.never(say, subject)
    yield seeing.seeing(say, subject)
    yield seeing.keeping(say, subject)
    yield promising.switched(say, subject)
    yield kept.overruled(say, subject)
    yield trying.trying(say, subject)
    yield assessing.assessing(say, subject)
    yield from reading.text(say, subject)


def _facts(say: Voice, subject: Subject) -> Iterator[Fact]:
    def fact(name: str, text: str, *, literal: bool = False) -> Fact:
        return Fact(Passage(name, say.lang), Passage(text, say.lang), literal=literal)

    standing = subject.standing
    yield fact(say(nl="Stand", en="Stands"), pick(standing.state, say.lang))
    if standing.offered_at:
        offered = say_date(standing.offered_at.date(), say.lang)
        version = say(nl=f", versie {standing.version}", en=f", version {standing.version}")
        if standing.version > 1:
            offered += version
        yield fact(say(nl="Aangeboden", en="Offered"), offered)
    for name, told in standing.told:
        yield fact(pick(name, say.lang), told)
    before = subject.before
    yield fact(
        say(nl="Vervangt", en="Replaces"),
        say(nl=f"uitgave {before.edition.number}", en=f"edition {before.edition.number}")
        if before
        else say(nl="niets: het is de eerste", en="nothing: it is the first"),
    )
    yield fact(
        say(nl="Vingerafdruk van de tekst", en="Fingerprint of the text"),
        subject.text_hash,
        literal=True,
    )
    yield fact(
        say(nl="Dossier gemaakt", en="Dossier made"),
        f"{moment(say, subject.now)} · Afspraak {__version__}",
    )


def _figures(say: Voice, subject: Subject, chapters: tuple[Chapter, ...]) -> Iterator[Figure]:
    changes = subject.changes
    if changes:
        count = len(changes.items)
        yield Figure(
            whole(say, count),
            say(nl="verandering", en="change")
            if count == 1
            else say(nl="veranderingen", en="changes"),
        )
    rules = len(subject.rules)
    yield Figure(
        whole(say, rules),
        say(nl="regels van de check", en="rules of the check"),
    )
    kept_ = sum(each.state == "kept" for each in subject.openness.promises)
    yield Figure(
        f"{kept_}/{len(subject.openness.promises)}",
        say(nl="beloften gezien te houden", en="promises seen to hold"),
    )
    open_ = sum(
        1
        for chapter in chapters
        for part in chapter.parts
        if isinstance(part, Questions)
        for each in part.questions
        if each.blank
    )
    yield Figure(whole(say, open_), say(nl="vragen aan het bedrijf", en="questions to the company"))
