"""Why a step of agreeing cannot be taken, and what to do instead."""

from collections.abc import Mapping
from dataclasses import dataclass

from afspraak.diagnostics import Text


@dataclass(frozen=True, slots=True)
class Refusal:
    """That a step may not be taken: why, and the way out."""

    reason: str
    says: Text
    way_out: Text


def refusal(reason: str) -> Refusal:
    """The refusal with this reason, in words."""
    dutch, english, dutch_way, english_way = _WORDS[reason]
    return Refusal(reason, {"nl": dutch, "en": english}, {"nl": dutch_way, "en": english_way})


def reasons() -> frozenset[str]:
    """Every reason there is."""
    return frozenset(_WORDS)


_WORDS: Mapping[str, tuple[str, str, str, str]] = {
    "state-draft": (
        "Deze tekst is nog niet aangeboden.",
        "This text has not been offered yet.",
        "Bied hem eerst aan.",
        "Offer it first.",
    ),
    "state-offered": (
        "Deze tekst is aangeboden, maar nog niet voorgelegd aan het personeel.",
        "This text was offered, but not yet put to the staff.",
        "Leg hem voor, of leg vast waarom dat niet hoeft. Neem hem terug als hij anders moet.",
        "Put it to them, or record why that is not needed. Take it back when it must change.",
    ),
    "state-with-representation": (
        "Deze tekst ligt bij de personeelsvertegenwoordiging.",
        "This text is with the staff representation.",
        "Wacht op het antwoord, of neem de tekst terug als hij anders moet.",
        "Wait for the answer, or take the text back when it must change.",
    ),
    "state-decided": (
        "Over deze tekst is al besloten.",
        "This text has been decided on already.",
        "Trek het besluit in als het anders moet; dat kan tot de uitgave ingaat.",
        "Withdraw the decision when it must change; that can be done until the edition holds.",
    ),
    "state-leaders-reading": (
        "De leiding leest deze uitgave al.",
        "Those who lead are reading this edition already.",
        "Trek het besluit in als het anders moet; dat kan tot de uitgave ingaat.",
        "Withdraw the decision when it must change; that can be done until the edition holds.",
    ),
    "state-in-force": (
        "Deze uitgave geldt al.",
        "This edition is in force already.",
        "Maak een nieuwe uitgave en bied die aan.",
        "Make a new edition and offer that one.",
    ),
    "state-replaced": (
        "Deze uitgave is vervangen door een latere.",
        "This edition was replaced by a later one.",
        "Maak een nieuwe uitgave en bied die aan.",
        "Make a new edition and offer that one.",
    ),
    "state-withdrawn": (
        "Dit voorstel is ingetrokken.",
        "This proposal was withdrawn.",
        "Begin opnieuw met een concept.",
        "Begin again with a draft.",
    ),
    "reason": (
        "De reden ontbreekt.",
        "The reason is missing.",
        "Schrijf op waarom. Wie het later naleest, moet het kunnen volgen.",
        "Write down why. Whoever reads it later must be able to follow it.",
    ),
    "reference": (
        "Het kenmerk ontbreekt.",
        "The reference is missing.",
        "Noem het stuk waar het in staat: een brief, een verslag of een cao met artikel.",
        "Name the paper it stands in: a letter, minutes or a collective agreement with its clause.",
    ),
    "date": (
        "De datum ontbreekt.",
        "The date is missing.",
        "Vul de dag in.",
        "Fill in the day.",
    ),
    "future": (
        "Deze dag moet nog komen.",
        "This day has yet to come.",
        "Leg vast wat gebeurd is, op de dag dat het gebeurde.",
        "Record what has happened, on the day on which it did.",
    ),
    "before-offer": (
        "Op deze dag lag deze tekst er nog niet.",
        "On this day this text was not there yet.",
        (
            "Vul de dag in waarop over deze tekst is beslist. Ging het over een eerdere tekst, "
            "vraag het dan opnieuw."
        ),
        (
            "Fill in the day on which this text was spoken about. If it was an earlier text, "
            "ask again."
        ),
    ),
    "text-changed": (
        "De tekst is veranderd sinds deze pagina werd geopend.",
        "The text has changed since this page was opened.",
        "Lees de tekst van nu, en doe de stap daarna opnieuw.",
        "Read the text as it is now, and then take the step again.",
    ),
    "nothing-new": (
        "Wat mensen lezen is gelijk aan de uitgave die al geldt, met hetzelfde nummer.",
        "What people read is the same as in the edition in force, with the same number.",
        (
            "Er valt niets af te spreken. Lijsten, namen en contacten verander je zonder nieuwe "
            "uitgave."
        ),
        "There is nothing to agree on. Lists, names and contacts change without a new edition.",
    ),
    "no-passage": (
        "Deze passage staat niet meer zo in de tekst.",
        "This passage no longer stands in the text like that.",
        "Kijk naar de tekst van nu.",
        "Look at the text as it is now.",
    ),
    "errors": (
        "Er staat iets in de tekst dat niemand zou moeten tekenen, of een voorbeeld klopt niet.",
        "The text holds something that nobody should have to sign, or an example does not hold.",
        "Pas de tekst aan. Bij een aangehaalde passage kun je opschrijven waarom hij blijft staan.",
        "Change the text. For a quoted passage you can write down why it stays.",
    ),
    "not-first": (
        "Er geldt of gold hier al een uitgave.",
        "An edition is or was in force here already.",
        "Overnemen kan alleen de eerste keer. Bied deze tekst aan.",
        "Taking over is for the first time only. Offer this text.",
    ),
    "starts-later": (
        "Volgens het bestand gaat deze uitgave later in.",
        "According to the file this edition comes into force later.",
        "Kies dat ze vanaf nu geldt, of bied de tekst aan.",
        "Choose that it holds from now on, or offer the text.",
    ),
    "body": (
        "Er staat niet aan wie de tekst is voorgelegd.",
        "It does not say whom the text was put to.",
        "Kies de ondernemingsraad, de personeelsvertegenwoordiging of de personeelsvergadering.",
        "Choose the works council, the staff delegation or the staff meeting.",
    ),
    "council": (
        "Met vijftig mensen of meer spreekt een ondernemingsraad voor het personeel.",
        "With fifty people or more a works council speaks for the staff.",
        "Leg de tekst voor aan de ondernemingsraad.",
        "Put the text to the works council.",
    ),
    "ground": (
        "Er staat niet waarom vragen niet hoeft.",
        "It does not say why asking is not needed.",
        "Kies een van de redenen.",
        "Choose one of the reasons.",
    ),
    "not-alone": (
        "Er werken hier meer mensen.",
        "More people work here.",
        "Vraag het hun: onder de vijftig mensen kan dat in een personeelsvergadering.",
        "Ask them: below fifty people a staff meeting will do.",
    ),
    "other-text": (
        "Deze tekst verschilt van wat al is afgesproken.",
        "This text differs from what was agreed before.",
        "Leg hem voor.",
        "Put it to the staff.",
    ),
    "represented": (
        "Er is hier iemand die voor het personeel spreekt.",
        "There is somebody here who speaks for the staff.",
        (
            "Leg de tekst voor. Overslaan kan alleen als een cao dit al regelt of de tekst gelijk "
            "bleef."
        ),
        (
            "Put the text to them. It can only be skipped when a collective agreement settles it, "
            "or when the text stayed the same."
        ),
    ),
    "not-yours": (
        "Dit legt de personeelsvertegenwoordiging zelf vast.",
        "The staff representation records this themselves.",
        "Vraag hun om het antwoord hier vast te leggen.",
        "Ask them to record their answer here.",
    ),
    "minutes": (
        "Er staat niet waar het antwoord te vinden is.",
        "It does not say where the answer can be found.",
        (
            "Niemand heeft hier de rol personeelsvertegenwoordiging. Noem daarom het verslag of de "
            "brief, of geef iemand die rol."
        ),
        (
            "Nobody here has the role of staff representation. So name the minutes or the letter, "
            "or give somebody that role."
        ),
    ),
    "answer": (
        "Er staat niet wat het antwoord was.",
        "It does not say what the answer was.",
        "Kies instemming, instemming met voorwaarden, of geen instemming.",
        "Choose consent, consent with conditions, or no consent.",
    ),
    "answered": (
        "Er ligt al een antwoord over deze tekst.",
        "There is an answer about this text already.",
        "Wat is vastgelegd, blijft staan. Klopt het niet? Trek het voorstel in en begin opnieuw.",
        "What was recorded stays. Is it wrong? Withdraw the proposal and begin again.",
    ),
    "refused": (
        "De personeelsvertegenwoordiging stemde niet in.",
        "The staff representation did not consent.",
        "Neem de tekst terug en pas hem aan, of leg de toestemming van de kantonrechter vast.",
        "Take the text back and change it, or record the permission of the judge.",
    ),
    "no-refusal": (
        "Om toestemming van de rechter gaat het pas als er geen instemming kwam.",
        "A judge’s permission is for when consent was refused.",
        "Leg eerst vast wat de personeelsvertegenwoordiging antwoordde.",
        "First record what the staff representation answered.",
    ),
    "conditions": (
        "De voorwaarden ontbreken.",
        "The conditions are missing.",
        "Schrijf op wat er moet gebeuren.",
        "Write down what has to be done.",
    ),
    "no-conditions": (
        "Er staat geen voorwaarde open.",
        "No condition is open.",
        "Ga door met de volgende stap.",
        "Go on with the next step.",
    ),
    "how": (
        "Er staat niet hoe aan de voorwaarden is voldaan.",
        "It does not say how the conditions were met.",
        "Schrijf het op in een zin.",
        "Write it down in a sentence.",
    ),
    "unanswered": (
        "Er is nog geen antwoord van de personeelsvertegenwoordiging.",
        "There is no answer of the staff representation yet.",
        "Wacht op het antwoord.",
        "Wait for the answer.",
    ),
    "answer-on-other-text": (
        "Het antwoord ging over een eerdere tekst.",
        "The answer was about an earlier text.",
        "Leg ook deze tekst voor.",
        "Put this text to them as well.",
    ),
    "conditions-open": (
        "Er staan nog voorwaarden open.",
        "Conditions are still open.",
        "Vraag de personeelsvertegenwoordiging om vast te leggen dat eraan is voldaan.",
        "Ask the staff representation to record that they have been met.",
    ),
    "same-person": (
        "Wie een tekst aanbiedt, beslist er niet over.",
        "Whoever offers a text does not decide on it.",
        "Vraag een leidinggevende of een andere redacteur om te beslissen.",
        "Ask a leader or another editor to decide.",
    ),
    "another-waits": (
        "Er wacht al een andere uitgave tot de leiding haar heeft gelezen.",
        "Another edition is waiting for those who lead to read it.",
        "Wacht tot die ingaat, of trek dat besluit in.",
        "Wait until it is in force, or withdraw that decision.",
    ),
    "past": (
        "Deze dag is voorbij.",
        "This day has passed.",
        "Kies vandaag of een dag die nog komt. Een afspraak geldt niet met terugwerkende kracht.",
        "Choose today or a day to come. What was agreed does not hold for the past.",
    ),
    "not-a-leader": (
        "Deze persoon hoort niet bij de leiding.",
        "This person is not one of those who lead.",
        "Kies iemand uit de lijst.",
        "Choose somebody from the list.",
    ),
    "present": (
        "Deze leidinggevende is aanwezig.",
        "This leader is present.",
        "Wie er is, leest zelf. Is iemand langer weg, vul dat dan in bij Mensen.",
        "Whoever is here reads it. When somebody is away for longer, fill that in under People.",
    ),
    "early": (
        "De dag waarop de uitgave ingaat, is er nog niet.",
        "The day on which the edition comes into force is not there yet.",
        "Wacht tot die dag.",
        "Wait for that day.",
    ),
    "nobody-leads": (
        "Er is niemand die leiding geeft, dus niemand die het als eerste leest.",
        "Nobody leads here, so nobody reads it first.",
        "Geef iemand de rol leidinggevende.",
        "Give somebody the role of leader.",
    ),
    "leaders": (
        "Niet iedereen van de leiding heeft deze tekst gelezen.",
        "Not everybody who leads has read this text.",
        "Zij krijgen een mail en een taak. Wie afwezig is, kan de redacteur verontschuldigen.",
        "They get a mail and a task. The editor can excuse who is away.",
    ),
}
