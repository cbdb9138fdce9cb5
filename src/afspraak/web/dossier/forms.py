"""What is asked of whoever offers posts."""

from pathlib import PurePath

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from afspraak.web.dossier.posts import ENDINGS, MAX_BYTES


class PostsForm(forms.Form):
    """A file of posts of the company's own channels."""

    file = forms.FileField(
        label=_("File of posts"),
        help_text=_(
            "csv, txt (a post a line), jsonl or parquet, up to 20 MB. A column that says who wrote "
            "what is refused."
        ),
        widget=forms.FileInput(attrs={"accept": ",".join(ENDINGS)}),
    )
    column = forms.CharField(
        label=_("Column with the posts"),
        required=False,
        max_length=200,
        help_text=_("Only when its name is not a usual one, such as text."),
    )
    at_column = forms.CharField(
        label=_("Column with the time"),
        required=False,
        max_length=200,
        help_text=_("Only when rules look at the hour or the day."),
    )
    ours = forms.BooleanField(
        label=_("These are posts of the company’s own channels, not of people"),
        error_messages={
            "required": _("Posts of people are never tried. Confirm that these are the company’s.")
        },
    )

    @property
    def ending(self) -> str:
        """How the name of the file ends."""
        return PurePath(str(self.cleaned_data["file"].name)).suffix.lower()

    def clean_file(self) -> UploadedFile:
        """A file of a sort that can be read, and not too large."""
        file: UploadedFile = self.cleaned_data["file"]
        if PurePath(str(file.name)).suffix.lower() not in ENDINGS:
            raise forms.ValidationError(
                _("This sort of file cannot be read. Save it as csv, txt, jsonl or parquet.")
            )
        if (file.size or 0) > MAX_BYTES:
            raise forms.ValidationError(
                _(
                    "This file is larger than 20 MB. Offer a part of the posts, or use afspraak "
                    "replay."
                )
            )
        return file
