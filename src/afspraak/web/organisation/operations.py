"""Writing what the organisation chose."""

import datetime as dt
from collections.abc import Sequence

from afspraak.diagnostics import Lang
from afspraak.web.organisation.models import Organisation


def choose(
    *, name: str, languages: Sequence[Lang], timezone: str, accent: str, now: dt.datetime
) -> Sequence[str]:
    """Keeps the choices and gives the names of those that changed, in the order of the screen."""
    chosen = {"name": name, "languages": list(languages), "timezone": timezone, "accent": accent}
    row = Organisation.objects.select_for_update().filter(pk=1).first()
    if row is None:
        Organisation.objects.create(pk=1, set_up_at=now, **chosen)
        return tuple(chosen)
    changed = tuple(key for key, value in chosen.items() if getattr(row, key) != value)
    if changed:
        Organisation.objects.filter(pk=1).update(**chosen)
    return changed
