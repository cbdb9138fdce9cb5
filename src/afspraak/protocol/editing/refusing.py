"""Why a file cannot be edited here, and what to do instead."""

from collections.abc import Mapping

from afspraak.diagnostics import LANGUAGES, Text


class UnableToEdit(Exception):
    """The file stays as it is; `text` says why and what to do."""

    def __init__(self, text: Text) -> None:
        super().__init__(text["en"])
        self.text = text


def refused(reason: str, **values: str) -> Text:
    """The text of a reason, with its values filled in."""
    return {lang: _REASONS[reason][lang].format_map(values) for lang in LANGUAGES}


_REASONS: Mapping[str, Text] = {
    "empty": {
        "nl": "Het bestand is leeg. Begin met het interview, of zet een protocol in het "
        "tekstscherm.",
        "en": "The file is empty. Begin with the interview, or put a protocol in the text screen.",
    },
    "large": {
        "nl": "Het bestand is te groot om per onderdeel te bewerken. Bewerk het als tekst.",
        "en": "The file is too large to edit part by part. Edit it as text.",
    },
    "broken": {
        "nl": "De YAML van het bestand klopt niet bij regel {line}. Herstel dat eerst in het "
        "tekstscherm.",
        "en": "The YAML of the file is not right near line {line}. Mend that first in the text "
        "screen.",
    },
    "alias": {
        "nl": "Op regel {line} staat een verwijzing of een tag (`&`, `*` of `!`). Schrijf in het "
        "tekstscherm uit wat er bedoeld is.",
        "en": "Line {line} has a reference or a tag (`&`, `*` or `!`). Write out what is meant in "
        "the text screen.",
    },
    "deep": {
        "nl": "Vanaf regel {line} staan er te veel delen in elkaar. Herstel dat in het "
        "tekstscherm.",
        "en": "From line {line} too many parts stand inside one another. Mend that in the text "
        "screen.",
    },
    "documents": {
        "nl": "Op regel {line} begint een tweede document. Laat er in het tekstscherm één over.",
        "en": "A second document begins at line {line}. Leave one in the text screen.",
    },
    "key": {
        "nl": "Vanaf regel {line} staat een sleutel die geen woord is. Herstel dat in het "
        "tekstscherm.",
        "en": "From line {line} there is a key that is no word. Mend that in the text screen.",
    },
    "twice": {
        "nl": "`{key}` op regel {line} staat er twee keer. Haal er in het tekstscherm één weg.",
        "en": "`{key}` on line {line} is there twice. Take one out in the text screen.",
    },
    "no-keys": {
        "nl": "Hier hoort YAML met sleutels te staan, zoals `id:` en `kind:`.",
        "en": "This must be YAML with keys, such as `id:` and `kind:`.",
    },
    "gone": {
        "nl": "`{path}` staat niet meer in het bestand. Misschien heeft iemand het weggehaald.",
        "en": "`{path}` is no longer in the file. Perhaps somebody took it out.",
    },
    "character": {
        "nl": "In de tekst staat een teken dat niet kan ({character}). Haal het weg; vaak komt "
        "het mee bij plakken.",
        "en": "The text has a character that cannot be used ({character}). Take it out; it often "
        "comes along when you paste.",
    },
    "layout": {
        "nl": "Door de opmaak van het bestand kan deze wijziging hier niet veilig. Doe haar in "
        "het tekstscherm.",
        "en": "Because of how the file is laid out, this change is not safe here. Make it in the "
        "text screen.",
    },
}
