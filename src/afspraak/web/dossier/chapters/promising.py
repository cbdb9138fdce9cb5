"""What is never done, and how that is seen; what is on and off; what goes out."""

from collections.abc import Iterator

from afspraak.diagnostics import pick
from afspraak.documents.dossier import Chapter, DossierPart, Promise, Promises, Table
from afspraak.replaying.voice import Voice
from afspraak.web.dossier.chapters.making import cell, chapter, prose
from afspraak.web.dossier.subject import Subject
from afspraak.web.transparency.queries import Kept


def never(say: Voice, subject: Subject) -> Chapter:
    """The eight promises, each with what was seen of it."""
    return chapter(
        say,
        "never",
        prose(
            say,
            nl="Deze acht beloften doet het programma aan wie ermee werkt. Bij elke belofte staat "
            "hoeveel tests van deze versie haar bewaken, en wat er in deze installatie zelf van "
            "te zien was toen dit dossier gemaakt werd. Een belofte die niet te zien is, heet "
            "‘niet bekend’.",
            en="The program makes these eight promises to those who work with it. Beside each "
            "stands how many tests of this version guard it, and what was seen of it in this very "
            "installation when this dossier was made. A promise that cannot be seen is called "
            "“not known”.",
        ),
        Promises(tuple(_promise(say, each) for each in subject.openness.promises)),
        nl="Wat er nooit gebeurt",
        en="What never happens",
    )


def _promise(say: Voice, held: Kept) -> Promise:
    return Promise(
        held.promise.number,
        pick(held.promise.short, say.lang),
        pick(held.promise.says, say.lang),
        held.state,
        {
            "kept": say(nl="Houdt stand", en="Holds"),
            "broken": say(nl="Houdt geen stand", en="Does not hold"),
            "unknown": say(nl="Niet bekend", en="Not known"),
        }[held.state],
        tuple(_evidence(say, held)),
    )


def _evidence(say: Voice, held: Kept) -> Iterator[str]:
    if held.tested:
        passed = held.tested.passed
        yield say(
            nl=f"{passed} {'test is' if passed == 1 else 'tests zijn'} geslaagd",
            en=f"{passed} {'test' if passed == 1 else 'tests'} passed",
        )
    else:
        yield say(
            nl="bij deze versie is geen testuitslag meegeleverd",
            en="no test result came with this version",
        )
    for check in held.checks:
        yield pick(check.says, say.lang)


def switched(say: Voice, subject: Subject) -> Chapter:
    """Everything that can be on or off, and the connections to elsewhere."""
    return chapter(
        say,
        "switches",
        *_switches(say, subject),
        *_outbound(say, subject),
        nl="Wat aanstaat en wat uitstaat",
        en="What is on and what is off",
    )


def _switches(say: Voice, subject: Subject) -> Iterator[DossierPart]:
    yield prose(
        say,
        nl="Zo staat het programma nu ingesteld. Deze tabel is uit de instellingen zelf gemaakt.",
        en="This is how the program is set now. The table is made from the settings themselves.",
    )
    rows = tuple(
        (
            cell(say, pick(each.says, say.lang)),
            cell(say, f"**{say(nl='aan', en='on')}**" if each.on else say(nl="uit", en="off")),
            cell(say, pick(each.purpose, say.lang)),
            cell(say, pick(each.seen_by, say.lang)),
        )
        for each in subject.openness.switches
    )
    yield Table(
        say(nl="Aan of uit", en="On or off"),
        (
            say(nl="Onderdeel", en="Part"),
            say(nl="Stand", en="State"),
            say(nl="Waarvoor", en="What for"),
            say(nl="Wie ziet het", en="Who sees it"),
        ),
        rows,
        (30, 10, 32, 28),
    )


def _outbound(say: Voice, subject: Subject) -> Iterator[DossierPart]:
    if not subject.openness.outbound:
        yield prose(
            say,
            nl="**Naar buiten.** Er staat geen enkele verbinding naar buiten aan.",
            en="**To elsewhere.** No connection to elsewhere is switched on.",
        )
        return
    yield prose(
        say,
        nl="**Naar buiten.** Deze verbindingen staan aan:",
        en="**To elsewhere.** These connections are switched on:",
    )
    yield Table(
        say(nl="Verbindingen naar buiten", en="Connections to elsewhere"),
        (say(nl="Waarheen", en="Where to"), say(nl="Wat erover gaat", en="What goes over it")),
        tuple(
            (cell(say, each.to), cell(say, pick(each.carries, say.lang)))
            for each in subject.openness.outbound
        ),
        (35, 65),
    )
