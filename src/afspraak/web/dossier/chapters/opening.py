"""In short: what is proposed, what is asked, and what to look at first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from afspraak.diagnostics import Text, pick
from afspraak.documents.dossier import Chapter, Table
from afspraak.protocol.handbook.content import Passage
from afspraak.protocol.handbook.wording import say_date
from afspraak.replaying.voice import Voice
from afspraak.web.dossier.chapters.making import cell, chapter, listing, plain, prose, said
from afspraak.web.dossier.subject import Subject


def short(say: Voice, subject: Subject) -> Chapter:
    """The dossier in a few lines."""
    return chapter(
        say,
        "short",
        listing(*_lines(say, subject)),
        nl="In het kort",
        en="In short",
    )


def _lines(say: Voice, subject: Subject) -> Iterator[Passage]:
    edition = subject.proposal.edition
    number, day = plain(edition.number), say_date(edition.in_force, say.lang)
    yield said(
        say,
        nl=f"**Wat ligt voor:** uitgave {number} van de afspraken over sociale media, op zijn "
        f"vroegst van kracht op {day}.",
        en=f"**What is proposed:** edition {number} of the agreements on social media, in force "
        f"on {day} at the earliest.",
    )
    yield from _changing(say, subject)
    yield from _rules(say, subject)
    off = [each for each in subject.openness.switches if not each.on]
    on = len(subject.openness.switches) - len(off)
    yield said(
        say,
        nl=f"**Wat aanstaat:** {on} van de {on + len(off)} onderdelen die aan of uit kunnen, en "
        f"{_outbound(say, subject)}.",
        en=f"**What is on:** {on} of the {on + len(off)} parts that can be on or off, and "
        f"{_outbound(say, subject)}.",
    )
    answered = sum(1 for each in subject.remarks if each.reason)
    if answered:
        yield said(
            say,
            nl=f"**Wat de taalcontrole anders wilde:** {answered} "
            f"{'zin blijft' if answered == 1 else 'zinnen blijven'} staan, met een reden.",
            en=f"**What the language check wanted otherwise:** {answered} "
            f"{'sentence stays' if answered == 1 else 'sentences stay'}, with a reason.",
        )
    yield said(
        say,
        nl="**Wat nog open is:** waar in dit dossier een grijs vak staat, weet het programma het "
        "antwoord niet. Vraag het aan wie het voorstel doet, voordat je iets besluit.",
        en="**What is still open:** where this dossier has a grey box, the program does not know "
        "the answer. Ask whoever makes the proposal before you decide anything.",
    )


def _changing(say: Voice, subject: Subject) -> Iterator[Passage]:
    changes = subject.changes
    if changes is None:
        yield said(
            say,
            nl="**Wat er verandert:** alles is nieuw, want er is nog geen uitgave van kracht.",
            en="**What changes:** everything is new, since no edition is in force yet.",
        )
        return
    signed = sum(1 for each in changes.items if each.material)
    other = len(changes.items) - signed
    again_nl = "Iedereen leest het opnieuw." if changes.material else "Niemand hoeft te herlezen."
    again_en = "Everybody reads it again." if changes.material else "Nobody needs to read again."
    yield said(
        say,
        nl=f"**Wat er verandert:** {signed} {'punt' if signed == 1 else 'punten'} in wat mensen "
        f"lezen en tekenen, en {other} daarbuiten. {again_nl}",
        en=f"**What changes:** {signed} {'point' if signed == 1 else 'points'} in what people "
        f"read and sign, and {other} besides. {again_en}",
    )


def _rules(say: Voice, subject: Subject) -> Iterator[Passage]:
    rules = [rule for _, rule in subject.rules]
    new = sum(1 for each in rules if subject.sort_of(each) == "new")
    stops = sum(1 for each in rules if each.severity == "stop")
    gone = len(subject.dropped)
    moved = _moved(say, new, gone) if subject.before else ""
    yield said(
        say,
        nl=f"**Wat de check nakijkt:** {len(rules)} {'regel' if len(rules) == 1 else 'regels'}, "
        f"waarvan er {stops} ‘niet doen’ {'zegt' if stops == 1 else 'zeggen'}." + moved,
        en=f"**What the check looks for:** {len(rules)} {'rule' if len(rules) == 1 else 'rules'}, "
        f"of which {stops} {'says' if stops == 1 else 'say'} “stop”." + moved,
    )


def _moved(say: Voice, new: int, gone: int) -> str:
    """How many rules come and how many go."""
    if not new and not gone:
        return say(nl=" Er komt geen regel bij en er gaat geen af.", en=" None is new, none goes.")
    are = "is" if new == 1 else "zijn"
    go = "vervalt" if gone == 1 else "vervallen"
    return say(
        nl=f" Daarvan {are} {new or 'geen'} nieuw; {gone or 'geen'} van nu {go}.",
        en=f" Of those, {new or 'none'} {'is' if new == 1 else 'are'} new; {gone or 'none'} of "
        f"now {'goes' if gone == 1 else 'go'}.",
    )


def _outbound(say: Voice, subject: Subject) -> str:
    count = len(subject.openness.outbound)
    if not count:
        return say(nl="geen verbinding naar buiten", en="no connection to elsewhere")
    return say(
        nl=f"{count} {'verbinding' if count == 1 else 'verbindingen'} naar buiten",
        en=f"{count} {'connection' if count == 1 else 'connections'} to elsewhere",
    )


def asked(say: Voice, subject: Subject) -> Chapter:
    """What the law asks of the employer, with where that was seen and how sure that is."""
    return chapter(
        say,
        "asked",
        prose(say, **_BODY[subject.proposal.edition.representation.body]),
        prose(
            say,
            nl="Het programma bewaart wie welke uitgave ontving en las. Dat zijn "
            "persoonsgegevens van het personeel; reken daarom elke keer op een vraag om "
            "instemming.",
            en="The program records who received and read which edition. That is personal data of "
            "staff; so count on a request for consent every time.",
        ),
        Table(
            say(nl="Wat de wet vraagt", en="What the law asks"),
            (
                say(nl="Wat de wet vraagt", en="What the law asks"),
                say(nl="Bron", en="Source"),
                say(nl="Hoe zeker", en="How sure"),
            ),
            tuple(
                (
                    cell(say, pick(held.says, say.lang)),
                    cell(say, pick(held.source, say.lang)),
                    cell(say, pick(_SURE[held.sure], say.lang)),
                )
                for held in _LAW
            ),
            (58, 25, 17),
        ),
        prose(
            say,
            nl="*Zelf gezien*: in de officiële bron. *Van anderen*: alleen in uitleg van "
            "advocaten, pers of vakpagina’s. Wat nergens gezien is, staat hier niet. Dit is geen "
            "juridisch advies: twijfel je, leg het dan voor aan iemand die het arbeidsrecht kent.",
            en="*Seen*: in the official source. *From others*: only in explanations by lawyers, "
            "press or trade pages. What was seen nowhere is not here. This is not legal advice: "
            "when in doubt, ask somebody who knows employment law.",
        ),
        nl="Wat er van jullie gevraagd wordt",
        en="What is asked of you",
    )


@dataclass(frozen=True, slots=True)
class _Law:
    """Something the law asks, where that was seen, and whether in the source itself."""

    says: Text
    source: Text
    sure: bool


_SURE: Mapping[bool, Text] = {
    True: {"nl": "zelf gezien", "en": "seen"},
    False: {"nl": "van anderen", "en": "from others"},
}
_WOR: Text = {"nl": "WOR, artikel 27", "en": "Works Councils Act (WOR), article 27"}
_LAW = (
    _Law(
        {
            "nl": "Gedragsregels als zodanig staan niet in de lijst van artikel 27 WOR.",
            "en": "Rules of conduct as such are not on the list of article 27 of the Works "
            "Councils Act (WOR).",
        },
        {
            "nl": "uitleg van advocatenkantoor Dirkzwager",
            "en": "explanation by the law firm Dirkzwager",
        },
        sure=False,
    ),
    _Law(
        {
            "nl": "Instemming is nodig voor een regeling over persoonsgegevens van het personeel "
            "(lid 1 onder k) en voor voorzieningen die gericht zijn op of geschikt zijn voor "
            "het volgen van aanwezigheid, gedrag of prestaties (onder l).",
            "en": "Consent is needed for an arrangement on personal data of staff (paragraph 1, k) "
            "and for provisions aimed at or suited to following presence, behaviour or "
            "performance (l).",
        },
        {
            "nl": "WOR, artikel 27; Autoriteit Persoonsgegevens",
            "en": "WOR, article 27; Dutch Data Protection Authority",
        },
        sure=True,
    ),
    _Law(
        {
            "nl": "De ondernemer vraagt het schriftelijk, met redenen en gevolgen. Na overleg "
            "volgt een schriftelijk besluit.",
            "en": "The employer asks in writing, with reasons and consequences. After consultation "
            "comes a written decision.",
        },
        _WOR,
        sure=False,
    ),
    _Law(
        {
            "nl": "Zonder instemming kan de ondernemer naar de kantonrechter. Een besluit zonder "
            "instemming is nietig als de raad dat binnen een maand schriftelijk zegt.",
            "en": "Without consent the employer may turn to the cantonal judge. A decision without "
            "consent is void if the council says so in writing within a month.",
        },
        _WOR,
        sure=False,
    ),
    _Law(
        {
            "nl": "Regelt de cao het al inhoudelijk, dan is instemming niet nodig.",
            "en": "Where the collective agreement already settles the substance, consent is not "
            "needed.",
        },
        _WOR,
        sure=False,
    ),
    _Law(
        {
            "nl": "Instemming van de raad maakt een verwerking van gegevens niet vanzelf "
            "rechtmatig. Ook een afspraak met het personeel moet aan de AVG voldoen.",
            "en": "Consent of the council does not make processing of data lawful by itself. An "
            "agreement with staff has to meet the GDPR as well.",
        },
        {
            "nl": "Hof van Justitie EU, 19 december 2024, C-65/23",
            "en": "Court of Justice of the EU, 19 December 2024, C-65/23",
        },
        sure=True,
    ),
)

_BODY = {
    "or": {
        "nl": "Volgens het voorstel spreekt de **ondernemingsraad** namens het personeel. Jullie "
        "kunnen instemmen, instemmen met voorwaarden, of niet instemmen. Elk antwoord wordt met "
        "datum, kenmerk en brief vastgelegd.",
        "en": "According to the proposal the **works council** speaks for the staff. You can "
        "consent, consent on conditions, or refuse. Each answer is recorded with date, reference "
        "and letter.",
    },
    "pvt": {
        "nl": "Volgens het voorstel spreekt de **personeelsvertegenwoordiging** namens het "
        "personeel. Jullie kunnen instemmen, instemmen met voorwaarden, of niet instemmen. Welke "
        "rechten jullie daarbij hebben, kan bij een kleine organisatie anders zijn dan bij een "
        "ondernemingsraad: vraag dat na.",
        "en": "According to the proposal the **staff representation** speaks for the staff. You "
        "can consent, consent on conditions, or refuse. Your rights may differ from those of a "
        "works council: ask about that.",
    },
    "meeting": {
        "nl": "Volgens het voorstel spreekt de **personeelsvergadering**: iedereen samen. Wat daar "
        "gezegd wordt, wordt met datum en kenmerk vastgelegd. Welke rechten een vergadering "
        "heeft, kan anders zijn dan bij een ondernemingsraad: vraag dat na.",
        "en": "According to the proposal the **staff meeting** speaks: everybody together. What is "
        "said there is recorded with date and reference. The rights of a meeting may differ from "
        "those of a works council: ask about that.",
    },
    "none": {
        "nl": "Volgens het voorstel spreekt er **niemand** namens het personeel. De reden daarvoor "
        "staat in de tekst. Is dat terecht? Wat de wet vraagt, staat hieronder.",
        "en": "According to the proposal **nobody** speaks for the staff. The reason stands in the "
        "text. Is that right? What the law asks is below.",
    },
}
