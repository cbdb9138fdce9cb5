"""Forms about reading."""

from django import forms
from django.utils.translation import gettext_lazy as _

from afspraak.web.reading.operations.answering import MAX_ANSWER_CHARS
from afspraak.web.reading.operations.pinning import MAX_EXAMPLE_CHARS
from afspraak.web.reading.operations.receiving import MAX_OBJECTION_CHARS


class TryForm(forms.Form):
    """An answer to one post. It is looked at and forgotten."""

    fits = forms.ChoiceField(
        label=_("Does this fit what we agreed?"),
        choices=[("yes", _("Yes, this is fine")), ("no", _("No, not like this"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the two.")},
    )


class ConfirmForm(forms.Form):
    """Received and read, perhaps with an objection. `edition` is what was on the screen."""

    edition = forms.IntegerField(widget=forms.HiddenInput)
    objection = forms.CharField(
        label=_("Your objection"),
        required=False,
        max_length=MAX_OBJECTION_CHARS,
        help_text=_("The editor reads it and answers you. It stands in your receipt."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class PaperForm(forms.Form):
    """That somebody signed on paper."""

    read_on = forms.DateField(
        label=_("Day under the signature"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    witness = forms.CharField(
        label=_("Who saw it being signed"), max_length=200, help_text=_("The name of a colleague.")
    )
    objection = forms.CharField(
        label=_("Objection on the sheet"),
        required=False,
        max_length=MAX_OBJECTION_CHARS,
        help_text=_("Copy it word for word. Leave empty when there is none."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class OpenForm(forms.Form):
    """Asking everybody although somebody who leads has not read."""

    reason = forms.CharField(
        label=_("Why do you not wait any longer?"),
        max_length=500,
        help_text=_("It is kept in the log. For example: on leave until the first of March."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class AnswerForm(forms.Form):
    """An answer to an objection."""

    answer = forms.CharField(
        label=_("Your answer"),
        max_length=MAX_ANSWER_CHARS,
        help_text=_("Only the person who objected reads it, beside their receipt."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class PinForm(forms.Form):
    """A post of one's own, as an example with a clause."""

    clause = forms.ChoiceField(label=_("With which clause?"))
    text = forms.CharField(
        label=_("The post, as you wrote it"),
        max_length=MAX_EXAMPLE_CHARS,
        help_text=_("Paste it yourself. Nothing is fetched, and no account is asked for."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    link = forms.CharField(
        label=_("Where it can be read"),
        required=False,
        max_length=500,
        help_text=_("An address that begins with https://. You may leave it out."),
        widget=forms.URLInput,
    )
