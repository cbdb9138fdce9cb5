"""What is asked of whoever reports a rule, and of whoever allows that."""

import datetime as dt

from django import forms
from django.utils.translation import gettext_lazy as _

from afspraak.decisions.reporting import Sort


class ReportForm(forms.Form):
    """What somebody says of a rule: one of two things, and nothing else."""

    sort = forms.ChoiceField(
        label=_("What is it?"),
        choices=[
            (Sort.WRONG.value, _("It is wrong: it speaks where it should not")),
            (Sort.ANNOYING.value, _("It annoys: it is right, but it stands in the way")),
        ],
        widget=forms.RadioSelect,
    )


class AllowForm(forms.Form):
    """When and under which reference the representation consented."""

    reference = forms.CharField(
        label=_("Reference"),
        max_length=400,
        help_text=_("Of your letter or minutes, such as OR-2026-21."),
    )
    agreed_on = forms.DateField(
        label=_("Day of the consent"), widget=forms.DateInput(attrs={"type": "date"})
    )

    def __init__(self, *given: object, today: dt.date, **more: object) -> None:
        super().__init__(*given, **more)  # type: ignore[arg-type]  # what Django's Form takes
        self._today = today

    def clean_agreed_on(self) -> dt.date:
        """A day that has been."""
        day: dt.date = self.cleaned_data["agreed_on"]
        if day > self._today:
            raise forms.ValidationError(_("This day has not been yet."))
        return day
