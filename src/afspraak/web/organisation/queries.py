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
    row = Organisation.objects.filter(pk=1).first()
    if row is None:
        return NOTHING
    return Chosen(
        row.name,
        tuple(lang for lang in LANGUAGES if lang in row.languages) or LANGUAGES,
        row.timezone,
        row.accent,
        row.handbook_is_public,
    )
