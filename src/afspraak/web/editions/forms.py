"""What an editor fills in."""

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

MAX_FILE_BYTES = 1_000_000
"""A protocol with every clause of the library is under a tenth of this."""


class UploadForm(forms.Form):
    """A protocol file."""

    file = forms.FileField(
        label=_("Protocol file"),
        help_text=_("The file that ends in .yaml. First you see what is in it; nothing holds yet."),
        widget=forms.FileInput(attrs={"accept": ".yaml,.yml,application/yaml,text/yaml"}),
        error_messages={"required": _("Choose a file.")},
    )

    def clean_file(self) -> bytes:
        """What is in the file."""
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > MAX_FILE_BYTES:
            raise forms.ValidationError(_("This file is too big to be a protocol."))
        held = file.read()
        return held if isinstance(held, bytes) else held.encode()


class OutsideForm(forms.Form):
    """Whether people outside may read the handbook."""

    on = forms.BooleanField(
        label=_("Everybody may read the handbook in force, without signing in"), required=False
    )
    may_be_found = forms.BooleanField(
        label=_("Search engines may show it"),
        help_text=_("Only when everybody may read it."),
        required=False,
    )
