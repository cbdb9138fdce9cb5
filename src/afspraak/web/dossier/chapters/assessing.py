"""A data protection impact assessment, filled in as far as the program knows the answers."""

from afspraak.decisions.counting import THRESHOLD
from afspraak.diagnostics import pick
from afspraak.documents.dossier import Chapter, Question, Questions
from afspraak.protocol.handbook.content import Passage
from afspraak.protocol.handbook.wording import say_date
from afspraak.replaying.voice import Voice
from afspraak.web.dossier.chapters.making import chapter, prose, said
from afspraak.web.dossier.subject import Subject


def assessing(say: Voice, subject: Subject) -> Chapter:
    """Purposes, data, basis, need, risks and safeguards; blanks for what only the company knows."""
    return chapter(
        say,
        "dpia",
        prose(
            say,
            nl="Een gegevensbeschermingseffectbeoordeling (DPIA) hoort bij het bedrijf, niet bij "
            "een programma. Dit is een begin: wat hieronder staat volgt uit wat er aanstaat. In "
            "de grijze vakken hoort wat alleen het bedrijf weet. Met lege vakken is de "
            "beoordeling niet af.",
            en="A data protection impact assessment (DPIA) is the company’s, not a program’s. "
            "This is a beginning: what stands below follows from what is switched on. The grey "
            "boxes are for what only the company knows. With empty boxes the assessment is not "
            "done.",
        ),
        Questions(
            say(nl="Nog in te vullen:", en="Still to be filled in:"),
            (
                _must(say),
                _purposes(say, subject),
                _data(say, subject),
                _basis(say),
                _need(say, subject),
                _receivers(say, subject),
                _risks(say),
                _safeguards(say, subject),
                _rights(say),
                _heard(say, subject),
            ),
        ),
        nl="Aanzet voor een DPIA",
        en="A start for a DPIA",
    )


def _must(say: Voice) -> Question:
    return Question(
        say(nl="Moet er een DPIA zijn?", en="Must there be a DPIA?"),
        (
            said(
                say,
                nl="De Autoriteit Persoonsgegevens noemt in haar lijst van 27 november 2019 "
                "grootschalig of stelselmatig volgen van werknemers.",
                en="The list of the Dutch Data Protection Authority of 27 November 2019 names "
                "large-scale or systematic monitoring of employees.",
            ),
            said(
                say,
                nl="Dit programma volgt niemand stelselmatig: de check stuurt niets op en over "
                "personen wordt alleen bewaard wat hieronder staat.",
                en="This program monitors nobody systematically: the check sends nothing, and of "
                "persons only what stands below is kept.",
            ),
        ),
        say(
            nl="het oordeel van de privacyfunctionaris, met datum.",
            en="the judgement of the privacy officer, with the date.",
        ),
        say(
            nl="Bron: de lijst zoals anderen die weergeven (van anderen, niet zelf gezien).",
            en="Source: the list as others give it (from others, not seen itself).",
        ),
    )


def _purposes(say: Voice, subject: Subject) -> Question:
    on = [each for each in subject.openness.switches if each.on]
    lines = [
        said(
            say,
            nl="**De check:** wie een bericht wil plaatsen, kan vooraf zien wat er is afgesproken.",
            en="**The check:** whoever wants to post can see beforehand what was agreed.",
        ),
        *(
            Passage(f"**{pick(each.says, say.lang)}:** {pick(each.purpose, say.lang)}", say.lang)
            for each in on
        ),
    ]
    return Question(
        say(nl="Waarvoor is het?", en="What is it for?"),
        tuple(lines),
        say(
            nl="waarom het bedrijf dit nu wil, en wat er misging zonder.",
            en="why the company wants this now, and what went wrong without it.",
        ),
    )


def _data(say: Voice, subject: Subject) -> Question:
    kept = [
        Passage(f"{pick(each.says, say.lang)} ({_small(pick(each.term, say.lang))})", say.lang)
        for each in subject.openness.terms
    ]
    return Question(
        say(
            nl="Welke gegevens, van wie, en hoe lang?",
            en="Which data, of whom, and for how long?",
        ),
        (
            said(
                say,
                nl="Van wie hier werkt. Het programma kent geen persoonlijke accounts en heeft er "
                "geen veld voor.",
                en="Of those who work here. The program knows no personal accounts and has no "
                "field for one.",
            ),
            *kept,
        ),
        say(
            nl="om hoeveel mensen het gaat, en of er groepen bij zijn die extra bescherming "
            "nodig hebben.",
            en="how many people it is about, and whether some groups need extra protection.",
        ),
    )


def _basis(say: Voice) -> Question:
    return Question(
        say(nl="Op welke grondslag?", en="On what basis?"),
        (
            said(
                say,
                nl="Toestemming van een werknemer is zelden vrij. Meestal past een gerechtvaardigd "
                "belang of een wettelijke plicht, met een afweging op papier.",
                en="Consent of an employee is rarely free. Mostly a legitimate interest or a legal "
                "duty fits, with the balancing on paper.",
            ),
            said(
                say,
                nl="‘Gelezen’ is in dit programma nooit ‘akkoord’. Er staat nergens een knop "
                "waarmee iemand toestemming geeft voor iets wat toch moet.",
                en="In this program “read” is never “agreed”. There is no button by which somebody "
                "consents to what they must do anyway.",
            ),
        ),
        say(
            nl="de grondslag bij elk doel hierboven, en waar de afweging te lezen is.",
            en="the basis for each purpose above, and where the balancing can be read.",
        ),
        say(
            nl="Bron: advies 2/2017 van de Europese toezichthouders (WP29), van anderen.",
            en="Source: opinion 2/2017 of the European supervisors (WP29), from others.",
        ),
    )


def _need(say: Voice, subject: Subject) -> Question:
    hints = sum(1 for _, rule in subject.rules if rule.severity in {"note", "info"})
    return Question(
        say(nl="Is het nodig, en kan het met minder?", en="Is it needed, and would less do?"),
        (
            said(
                say,
                nl="De check gebeurt bij wie schrijft; er is geen lichtere manier waarop het "
                "bedrijf er minder van zou zien, want het ziet er niets van.",
                en="The check happens with the writer; in no lighter way would the company see "
                "less of it, since it sees nothing.",
            ),
            said(
                say,
                nl=f"{hints} van de {len(subject.rules)} regels geven alleen een tip of uitleg.",
                en=f"{hints} of the {len(subject.rules)} rules only give a tip or an explanation.",
            ),
            said(
                say,
                nl="Wie las, wordt vastgelegd om te bewijzen welke tekst iemand kende. Papier kan "
                "ook.",
                en="Who has read is recorded to prove which text somebody knew. Paper will do "
                "as well.",
            ),
        ),
        say(
            nl="waarom de leesbewijzen per persoon nodig zijn, en welke regels er zonder "
            "schade af kunnen.",
            en="why receipts by person are needed, and which rules could go without harm.",
        ),
    )


def _receivers(say: Voice, subject: Subject) -> Question:
    out = subject.openness.outbound
    if out:
        where = "; ".join(f"{each.to} ({pick(each.carries, say.lang)})" for each in out)
        line = said(say, nl=f"Naar buiten gaat: {where}.", en=f"To elsewhere goes: {where}.")
    else:
        line = said(
            say,
            nl="Het programma stuurt niets naar buiten en gebruikt geen diensten van anderen.",
            en="The program sends nothing elsewhere and uses no services of others.",
        )
    return Question(
        say(nl="Wie krijgt het, en waar staat het?", en="Who gets it, and where is it?"),
        (
            said(
                say,
                nl="Binnen het bedrijf: zie ‘Wie wat ziet’.",
                en="Within the company: see “Who sees what”.",
            ),
            line,
        ),
        say(
            nl="wie de server en de mail beheert, in welk land die staan, en met welke "
            "verwerkersovereenkomst.",
            en="who runs the server and the mail, in which country they stand, and under which "
            "processing agreement.",
        ),
    )


def _risks(say: Voice) -> Question:
    return Question(
        say(nl="Wat kan er misgaan voor mensen?", en="What can go wrong for people?"),
        (
            said(
                say,
                nl="Mensen durven minder te zeggen, ook waar dat hun recht is.",
                en="People dare to say less, also where that is their right.",
            ),
            said(
                say,
                nl="Een regel zit ernaast, en de schrijver denkt dat iets niet mag.",
                en="A rule is wrong, and the writer thinks that something is not allowed.",
            ),
            said(
                say,
                nl="‘Nog niet gelezen’ wordt gebruikt om iemand op aan te spreken of te "
                "beoordelen.",
                en="“Not read yet” is used to confront or judge somebody.",
            ),
            said(
                say,
                nl="Afspraken worden gebruikt als lijst van overtredingen.",
                en="Agreements are used as a list of offences.",
            ),
            said(
                say,
                nl="Uit aantallen van een klein team is af te leiden om wie het gaat.",
                en="From the counts of a small team it shows who is meant.",
            ),
            said(
                say,
                nl="Iemand anders komt bij de gegevens: een lek, een back-up, een gedeeld "
                "apparaat.",
                en="Somebody else gets at the data: a leak, a backup, a shared device.",
            ),
        ),
        say(
            nl="hoe groot het bedrijf elke kans vindt en hoe erg het zou zijn, en wat jullie er "
            "nog aan missen.",
            en="how likely and how bad the company thinks each is, and what you miss here.",
        ),
    )


def _safeguards(say: Voice, subject: Subject) -> Question:
    promises = {each.promise.number: each for each in subject.openness.promises}
    lines = [
        Passage(
            say(nl="Belofte", en="Promise")
            + f" {number}: {pick(promises[number].promise.says, say.lang)}"
            + (
                ""
                if promises[number].state == "kept"
                else say(nl=" *(niet gezien)*", en=" *(not seen)*")
            ),
            say.lang,
        )
        for number in (2, 3, 5, 6, 8)
        if number in promises
    ]
    four = subject.proposal.desk.four_eyes and subject.proposal.organisation.people > 1
    return Question(
        say(nl="Wat wordt eraan gedaan?", en="What is done about it?"),
        (
            *lines,
            said(
                say,
                nl=f"Aantallen worden afgerond op {THRESHOLD}-tallen; kleine teams staan samen.",
                en=f"Counts are rounded to {THRESHOLD}s; small teams stand together.",
            ),
            *(
                [
                    said(
                        say,
                        nl="Wat het bedrijf zelf plaatst, gaat langs twee mensen.",
                        en="What the company itself posts passes two people.",
                    )
                ]
                if four
                else []
            ),
            said(
                say,
                nl="Wie iets ziet of verandert wat telt, staat in een logboek dat niet ongemerkt "
                "te wijzigen is.",
                en="Who sees or changes what counts stands in a log that cannot be changed "
                "unnoticed.",
            ),
        ),
        say(
            nl="wat het bedrijf zelf doet: afspraken met leidinggevenden, beveiliging van de "
            "server, uitleg aan medewerkers.",
            en="what the company does itself: agreements with leaders, security of the server, "
            "explanation to staff.",
        ),
    )


def _rights(say: Voice) -> Question:
    return Question(
        say(
            nl="Hoe ziet iemand de eigen gegevens, en hoe maak je bezwaar?",
            en="How does somebody see their own data, and how do they object?",
        ),
        (
            said(
                say,
                nl="Ieder ziet alles over zichzelf onder ‘Mijn gegevens’, ook als bestand.",
                en="Everybody sees everything about themselves under “My data”, as a file too.",
            ),
            said(
                say,
                nl="Bij het lezen kan iemand bezwaar maken. Dat wordt beantwoord, en gelezen is "
                "geen akkoord.",
                en="While reading somebody can object. That is answered, and read is not agreed.",
            ),
        ),
        say(
            nl="wie vragen om inzage, verbetering of verwijdering behandelt, en binnen welke "
            "termijn.",
            en="who handles requests for access, correction or deletion, and within which term.",
        ),
    )


def _heard(say: Voice, subject: Subject) -> Question:
    officers = next(
        (each.held_by for each in subject.openness.allowed if each.name["en"] == "privacy officer"),
        0,
    )
    review = subject.proposal.edition.review_by
    lines = [
        said(
            say,
            nl=f"{officers} {'mens heeft' if officers == 1 else 'mensen hebben'} hier de rol van "
            "privacyfunctionaris.",
            en=f"{officers} {'person has' if officers == 1 else 'people have'} the role of privacy "
            "officer here.",
        )
    ]
    if review:
        day = say_date(review, say.lang)
        lines.append(
            said(
                say,
                nl=f"Het voorstel wordt uiterlijk op {day} opnieuw bekeken.",
                en=f"The proposal is looked at again by {day}.",
            )
        )
    return Question(
        say(
            nl="Wie zijn gehoord, en wat is het besluit?", en="Who was heard, and what is decided?"
        ),
        tuple(lines),
        say(
            nl="het advies van de privacyfunctionaris, het antwoord van de "
            "personeelsvertegenwoordiging, het besluit, namen en data.",
            en="the advice of the privacy officer, the answer of the staff representation, the "
            "decision, names and dates.",
        ),
    )


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
