"""Reading what the organisation chose."""

from dataclasses import dataclass

from afspraak.diagnostics import LANGUAGES, Lang
from afspraak.web.organisation.models import Organisation
from afspraak.web.remembering import once_a_page


@dataclass(frozen=True, slots=True)
class Chosen:
    """The organisation's choices; `name` is empty before the set-up."""

    name: str
    languages: tuple[Lang, ...]
    timezone: str
    accent: str
    handbook_is_public: bool


NOTHING = Chosen("", LANGUAGES, "Europe/Amsterdam", "", handbook_is_public=False)


@once_a_page
def chosen() -> Chosen:
    """What the organisation chose, or what holds as long as it has not."""
    fields = ("name", "languages", "timezone", "accent", "handbook_is_public")
    for name, languages, *others in Organisation.objects.filter(pk=1).values_list(*fields):
        known = tuple(lang for lang in LANGUAGES if lang in languages)
        return Chosen(name, known or LANGUAGES, *others)
    return NOTHING
