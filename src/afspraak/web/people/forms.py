"""Forms about people."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from afspraak.decisions.roles import NAMES, Role
from afspraak.web.people.languages import LANGUAGES

GIVEN_ROLES = tuple(role for role in Role if role != Role.EMPLOYEE)


class PersonForm(forms.Form):
    """What is kept about somebody who works here."""

    name = forms.CharField(label=_("Name"), max_length=200)
    email = forms.EmailField(
        label=_("E-mail address"),
        required=False,
        max_length=254,
        help_text=_("Without an address this person reads on paper and does not sign in."),
    )
    number = forms.CharField(
        label=_("Personnel number"),
        required=False,
        max_length=60,
        help_text=_("An import recognises people by it. Never a citizen service number."),
    )
    team = forms.CharField(label=_("Team"), required=False, max_length=100)
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)
    joined = forms.DateField(
        label=_("Works here since"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    away_from = forms.DateField(
        label=_("Away from"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("While somebody is away, no reminders go out."),
    )
    away_until = forms.DateField(
        label=_("Away until and including"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def clean(self) -> dict[str, Any]:
        """The values, with an absence that does not end before it starts."""
        values = super().clean() or {}
        start, end = values.get("away_from"), values.get("away_until")
        if start and end and end < start:
            self.add_error("away_until", _("The absence ends before it starts."))
        return values


class RolesForm(forms.Form):
    """Which roles somebody has besides being an employee."""

    roles = forms.MultipleChoiceField(
        required=False,
        choices=[(role.value, NAMES[role]["en"]) for role in GIVEN_ROLES],
    )


class LeaveForm(forms.Form):
    """From which day somebody no longer works here."""

    left = forms.DateField(
        label=_("No longer works here from"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("From this day on they cannot sign in. You can undo it."),
    )


class ProfileForm(forms.Form):
    """What people choose for themselves."""

    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)
    away_from = forms.DateField(
        label=_("Away from"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    away_until = forms.DateField(
        label=_("Away until and including"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("While you are away you get no reminders. Nobody is told why."),
    )

    def clean(self) -> dict[str, Any]:
        """The values, with an absence that does not end before it starts."""
        values = super().clean() or {}
        start, end = values.get("away_from"), values.get("away_until")
        if start and end and end < start:
            self.add_error("away_until", _("The absence ends before it starts."))
        return values


class UploadForm(forms.Form):
    """A file with people."""

    file = forms.FileField(
        label=_("CSV or Excel file"),
        max_length=200,
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.tsv,.xlsx"}),
        error_messages={"required": _("Choose a file.")},
    )
