"""The eight promises, and what this release's tests of them came to."""

import functools
import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from afspraak.diagnostics import Text


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise in a few words and in a sentence."""

    number: int
    short: Text
    says: Text


@dataclass(frozen=True, slots=True)
class Tested:
    """How many tests of a promise passed when this release was made."""

    passed: int
    tests: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """The tests of a release: which version, on which day."""

    version: str
    date: str
    promises: Mapping[int, Tested]


PROMISES = (
    Promise(
        1,
        {"nl": "Niet in je eigen accounts", "en": "Not in your own accounts"},
        {
            "nl": "We lezen, doorzoeken of verzamelen niets uit persoonlijke accounts. Er is geen "
            "veld om er een op te schrijven.",
            "en": "We do not read, search or collect anything from personal accounts. There is no "
            "field to write one down.",
        },
    ),
    Promise(
        2,
        {"nl": "Wat je typt blijft bij jou", "en": "What you type stays with you"},
        {
            "nl": "De check gebeurt in je eigen browser. De tekst wordt niet verstuurd, bewaard of "
            "geteld. Groen is geen toestemming, en een genegeerde tip is nooit bewijs.",
            "en": "The check happens in your own browser. The text is not sent, kept or counted. "
            "A clean check is no permission, and an ignored hint is never evidence.",
        },
    ),
    Promise(
        3,
        {"nl": "Geen scores over mensen", "en": "No scores for people"},
        {
            "nl": "Geen cijfer, rangorde, stoplicht of geschiedenis per persoon. Niemand ziet wie "
            "niets deelt.",
            "en": "No score, rank, traffic light or history per person. Nobody sees who does not "
            "share.",
        },
    ),
    Promise(
        4,
        {"nl": "Geen gissen naar wie je bent", "en": "No guessing who you are"},
        {
            "nl": "We leiden niets af over gevoel, politiek, vakbond, geloof of gezondheid.",
            "en": "We infer nothing about mood, politics, union, religion or health.",
        },
    ),
    Promise(
        5,
        {"nl": "Geen straf uit een machine", "en": "No sanction by machine"},
        {
            "nl": "Het programma stelt geen maatregel voor en neemt er geen. Het weigert alleen "
            "stappen die een waarborg overslaan.",
            "en": "The program proposes no measure and takes none. It only refuses steps that "
            "skip a safeguard.",
        },
    ),
    Promise(
        6,
        {"nl": "Wat je recht is, is geen probleem", "en": "Your rights are no problem"},
        {
            "nl": "Een misstand melden, vakbond, OR, je eigen loon, op een kieslijst staan: dat "
            "geeft uitleg over je recht, nooit een waarschuwing.",
            "en": "Whistleblowing, union, works council, your own pay or standing for election: "
            "that explains your right, and is never a warning.",
        },
    ),
    Promise(
        7,
        {"nl": "Niets naar buiten", "en": "Nothing goes out"},
        {
            "nl": "Het programma maakt uit zichzelf geen verbinding met elders. Wat wel aanstaat, "
            "staat op deze pagina.",
            "en": "By itself the program connects to nowhere. Whatever is switched on is listed on "
            "this page.",
        },
    ),
    Promise(
        8,
        {"nl": "Alles gaat weer weg", "en": "Everything goes again"},
        {
            "nl": "Alles wat we bewaren heeft een termijn. Op de dag zelf gaat het weg, met een "
            "bewijs.",
            "en": "Everything we keep has a term. It goes on the day, with a receipt.",
        },
    ),
)


@functools.cache
def results() -> Results | None:
    """What is in the file that the release carries; nothing when there is none."""
    path = files("afspraak.web.transparency").joinpath("promises.json")
    if not path.is_file():
        return None
    held = json.loads(path.read_text("utf-8"))
    return Results(
        held["version"],
        held["date"],
        {
            int(number): Tested(each["passed"], tuple(each["tests"]))
            for number, each in held["promises"].items()
        },
    )
