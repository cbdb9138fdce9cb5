"""The forms of the set-up."""

import zoneinfo
from collections.abc import Iterable

from django import forms
from django.contrib.auth import password_validation
from django.utils.formats import number_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from afspraak.diagnostics import Lang
from afspraak.web.organisation import colour

# Names that are kept for old programs, and clocks that belong to no place.
_NO_PLACES = ("Etc/", "SystemV/", "US/", "posix", "right")


class OwnerForm(forms.Form):
    """Who becomes the owner."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=200,
        error_messages={"required": _("Write your name.")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        error_messages={"required": _("Write your e-mail address.")},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    password = forms.CharField(
        label=_("A password"),
        required=False,
        strip=False,
        help_text=_("At least 12 characters. A sentence is easier to remember than a word."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: object, needs_password: bool = False, **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]  # passed on as they are
        if needs_password:
            field = self.fields["password"]
            field.required = True
            field.error_messages["required"] = gettext("Think of a password.")
            field.label = gettext("A password")
            field.help_text = gettext(
                "At least 12 characters. No mail goes out yet, so without a password you could "
                "not sign in again."
            )

    def clean_password(self) -> str:
        """A password that is not easily guessed, or none."""
        password: str = self.cleaned_data["password"]
        if password:
            password_validation.validate_password(password)
        return password


def _places() -> Iterable[tuple[str, str]]:
    return [
        (name, name.replace("_", " "))
        for name in sorted(zoneinfo.available_timezones())
        if "/" in name and not name.startswith(_NO_PLACES)
    ] + [("UTC", "UTC")]


class OrganisationForm(forms.Form):
    """What the organisation is called and how it looks."""

    name = forms.CharField(
        label=_("What is the organisation called?"),
        max_length=200,
        error_messages={"required": _("Write what the organisation is called.")},
        help_text=_("As people know it. It stands above every page and in mails."),
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    timezone = forms.ChoiceField(
        label=_("Which time zone do you work in?"),
        choices=_places,
        help_text=_("Reminders and the days on which something starts follow it."),
    )
    languages = forms.MultipleChoiceField(
        label=_("Which languages do people here read?"),
        choices=[("nl", "Nederlands"), ("en", "English")],
        error_messages={"required": _("Tick at least one language.")},
        help_text=_("Everybody chooses their own from these."),
        widget=forms.CheckboxSelectMultiple,
    )
    accent = forms.CharField(
        label=_("House colour"),
        required=False,
        help_text=_("As #rrggbb, such as #1b5e20. White letters on it must be easy to read."),
        widget=forms.TextInput(
            attrs={"placeholder": "#1b5e20", "maxlength": "7", "spellcheck": "false"}
        ),
    )

    def clean_accent(self) -> str:
        """A colour that can be read, or none."""
        accent = str(self.cleaned_data["accent"]).strip().lower()
        if not accent:
            return ""
        accent = accent if accent.startswith("#") else f"#{accent}"
        if len(accent) != 7 or any(sign not in "0123456789abcdef" for sign in accent[1:]):
            raise forms.ValidationError(
                gettext("Write a colour as # and six digits or letters a to f, such as #1b5e20.")
            )
        if not colour.is_readable(accent):
            raise forms.ValidationError(
                gettext(
                    "White letters on %(accent)s are hard to read: the contrast is %(ratio)s and "
                    "must be at least 4.5. The nearest colour that can be read is %(better)s."
                )
                % {
                    "accent": accent,
                    "ratio": number_format(int(colour.contrast(accent, colour.WHITE) * 10) / 10, 1),
                    "better": colour.nearest_readable(accent),
                }
            )
        return accent

    def chosen_languages(self) -> list[Lang]:
        """The languages that were ticked."""
        return list(self.cleaned_data["languages"])


class TestMailForm(forms.Form):
    """Where a mail to try goes to."""

    email = forms.EmailField(
        label=_("Send a test mail to"),
        error_messages={"required": _("Write an e-mail address.")},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
