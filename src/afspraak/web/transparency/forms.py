"""What of the log is asked for."""

import datetime as dt
import re
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as _

from afspraak.diagnostics import Lang
from afspraak.web.audit.actions import declared
from afspraak.web.audit.queries import Filter

ALL = ""
LONGEST = 80
_SLOT = re.compile(r"\{\w+\}")


class LogForm(forms.Form):
    """An action, and a period in days."""

    action = forms.ChoiceField(label=_("What"), required=False)
    since = forms.DateField(
        label=_("From"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    until = forms.DateField(
        label=_("Up to and including"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    before = forms.IntegerField(required=False, min_value=1, max_value=2**62)

    def __init__(self, *given: object, lang: Lang, **more: object) -> None:
        super().__init__(*given, **more)  # type: ignore[arg-type]  # what Django's Form takes
        said = sorted((_short(each.says[lang]), key) for key, each in declared().items())
        field = self.fields["action"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared so above
        field.choices = [(ALL, _("Everything")), *((key, says) for says, key in said)]

    def wanted(self, zone: ZoneInfo) -> Filter:
        """What was asked for; a field that makes no sense asks for nothing."""
        self.is_valid()
        held = self.cleaned_data
        since, until = held.get("since"), held.get("until")
        return Filter(
            held.get("action") or "",
            _midnight(since, zone) if since else None,
            _midnight(until + dt.timedelta(days=1), zone) if until else None,
            held.get("before"),
        )


def _midnight(day: dt.date, zone: ZoneInfo) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), zone)


def _short(says: str) -> str:
    text = _SLOT.sub("…", says).strip(" .")
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
