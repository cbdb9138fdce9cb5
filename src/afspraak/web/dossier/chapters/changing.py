"""What becomes different for people, in plain words."""

import itertools
from collections.abc import Iterable, Iterator

from afspraak.documents.dossier import Change, Changed, Chapter, DossierPart
from afspraak.protocol import changes as differences
from afspraak.protocol.handbook.content import Passage
from afspraak.replaying.voice import Voice
from afspraak.web.dossier.chapters.making import chapter, plain, prose, sentence
from afspraak.web.dossier.subject import Subject


def changing(say: Voice, subject: Subject) -> Chapter:
    """Every change against the edition in force: first what people sign, then the rest."""
    return chapter(
        say,
        "changes",
        *_parts(say, subject),
        nl="Wat er verandert",
        en="What changes",
    )


def _parts(say: Voice, subject: Subject) -> Iterator[DossierPart]:
    held = subject.changes
    if held is None:
        yield prose(
            say,
            nl="Er is nog geen uitgave van kracht. Alles in dit voorstel is dus nieuw; lees de "
            "tekst achterin.",
            en="No edition is in force yet. So everything in this proposal is new; read the text "
            "at the end.",
        )
        return
    if not held.items:
        yield prose(say, nl="Er verandert niets.", en="Nothing changes.")
        return
    old, new = plain(held.old_edition), plain(held.new_edition)
    yield prose(
        say,
        nl=f"Dit is het verschil tussen uitgave {old}, die nu geldt, en voorstel {new}. Het "
        "programma vergeleek beide bestanden; niemand schreef deze lijst. Wat weggaat is "
        "~~doorgestreept~~, wat erbij komt staat er duidelijk bij.",
        en=f"This is the difference between edition {old}, which holds now, and proposal {new}. "
        "The program compared both files; nobody wrote this list. What goes is ~~struck~~, what "
        "is added is marked.",
    )
    signed = [item for item in held.items if item.material]
    other = [item for item in held.items if not item.material]
    if signed:
        yield prose(
            say,
            nl="**In wat mensen lezen en tekenen.** Verandert hier iets, dan leest iedereen het "
            "opnieuw.",
            en="**In what people read and sign.** When something changes here, everybody reads "
            "it again.",
        )
        yield from _grouped(say, signed)
    if other:
        yield prose(
            say,
            nl="**Daarbuiten.** Hiervoor hoeft niemand opnieuw te lezen, maar het telt wel: het "
            "kan gaan om lijsten, mensen, de redactie of termijnen.",
            en="**Besides that.** Nobody has to read again for this, but it counts: it may be "
            "about lists, people, the desk or terms.",
        )
        yield from _grouped(say, other)


def _grouped(say: Voice, items: Iterable[differences.Change]) -> Iterator[Changed]:
    lang = say.lang
    for about, group in itertools.groupby(items, key=lambda item: item.about[lang]):
        yield Changed(about, tuple(_change(say, item) for item in group))


def _change(say: Voice, item: differences.Change) -> Change:
    written = say.lang if say.lang in item.details else next(iter(item.details), say.lang)
    details = tuple(Passage(text, written) for text in item.details.get(written, ()))
    return Change(Passage(sentence(item.says[say.lang]), say.lang), details)
