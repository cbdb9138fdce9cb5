"""What people fill in at each step. Whether the step may be taken, the rules of agreeing say."""

import datetime as dt
from pathlib import PurePath

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from afspraak.decisions.agreeing import COUNCIL_FROM, Answer, Body, Ground
from afspraak.web.agreeing.queries import LetterFile

MAX_LETTER_BYTES = 5_000_000
MAX_CHARS = 5000


class _Day(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


def _text(label: object, *, help_text: object = "", required: bool = True) -> forms.CharField:
    return forms.CharField(
        label=label,  # type: ignore[arg-type]  # a text that is translated later
        help_text=help_text,  # type: ignore[arg-type]  # likewise
        required=required,
        max_length=MAX_CHARS,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class LetterField(forms.FileField):
    """A letter as a PDF; nothing when there is none."""

    def __init__(self) -> None:
        super().__init__(
            label=_("The letter"),
            help_text=_("As a PDF, at most 5 MB. The staff representation and the editor see it."),
            required=False,
            widget=forms.FileInput(attrs={"accept": "application/pdf,.pdf"}),
        )


def letter_of(file: UploadedFile | None) -> LetterFile | None:
    """The letter that was uploaded. Raises `ValidationError` for what is no PDF."""
    if file is None:
        return None
    if (file.size or 0) > MAX_LETTER_BYTES:
        raise forms.ValidationError(gettext("This file is larger than 5 MB."))
    held = file.read()
    content = held if isinstance(held, bytes) else held.encode()
    # A file that was cut off half-way has no end.
    if not content.startswith(b"%PDF-") or b"%%EOF" not in content[-2048:]:
        raise forms.ValidationError(
            gettext("This is not a whole PDF. Save the letter as a PDF and choose it again.")
        )
    name = PurePath((file.name or "").replace("\\", "/")).name
    kept = "".join(each for each in name if each.isprintable() and each not in '"<>|:*?')
    return LetterFile((kept or "brief.pdf")[:200], content)


class StepForm(forms.Form):
    """A form of a page that has several: each names its fields after its step."""

    of = ""

    def __init__(self, *args: object, **more: object) -> None:
        more.setdefault("auto_id", f"{self.of}_%s")
        super().__init__(*args, **more)  # type: ignore[arg-type]  # as Django's own


class OverruleForm(StepForm):
    """Why a passage stays."""

    of = "overrule"

    clause = forms.CharField(widget=forms.HiddenInput, max_length=60)
    code = forms.CharField(widget=forms.HiddenInput, max_length=20)
    reason = forms.CharField(
        label=_("Why does this passage stay?"),
        help_text=_("The reason becomes part of the text. The staff read it."),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class OfferForm(StepForm):
    """Which text is offered."""

    of = "offer"

    text_hash = forms.CharField(widget=forms.HiddenInput)


class AskForm(StepForm):
    """To whom the text is put."""

    of = "ask"

    body = forms.ChoiceField(label=_("To whom do you put this text?"), widget=forms.RadioSelect)
    request = _text(
        _("What you ask, and why"),
        help_text=_("In your own words: what changes, why, and what it means for people."),
        required=False,
    )

    def __init__(self, *args: object, people: int, **more: object) -> None:
        """Offers who can speak for so many people."""
        super().__init__(*args, **more)
        choices = [(Body.OR, gettext("The works council"))]
        if people < COUNCIL_FROM:
            choices += [
                (Body.PVT, gettext("The staff delegation (PVT)")),
                (Body.MEETING, gettext("The staff meeting: everybody together")),
            ]
        field = self.fields["body"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = choices

    def clean_body(self) -> Body:
        """Who was chosen."""
        return Body(self.cleaned_data["body"])


class NotNeededForm(StepForm):
    """Why nobody has to be asked."""

    of = "not-needed"

    ground = forms.ChoiceField(
        label=_("Why need the staff not be asked?"),
        choices=[
            (Ground.ALONE, _("One person works here")),
            (Ground.COLLECTIVE, _("A collective agreement settles this already")),
            (Ground.SAME_TEXT, _("What people read stays the same")),
            (Ground.OTHER, _("Another reason")),
        ],
        widget=forms.RadioSelect,
    )
    reason = _text(_("Explain it"), required=False)
    reference = forms.CharField(
        label=_("Which collective agreement, and which clause?"), max_length=400, required=False
    )

    def clean_ground(self) -> Ground:
        """Which reason was chosen."""
        return Ground(self.cleaned_data["ground"])


class AnswerForm(StepForm):
    """What the staff answered."""

    of = "answer"

    text_hash = forms.CharField(widget=forms.HiddenInput)
    answer = forms.ChoiceField(
        label=_("What is the answer?"),
        choices=[
            (Answer.CONSENT, _("Consent")),
            (Answer.CONDITIONS, _("Consent with conditions")),
            (Answer.REFUSAL, _("No consent")),
        ],
        widget=forms.RadioSelect,
    )
    on = forms.DateField(label=_("On which day was that decided?"), widget=_Day())
    reference = forms.CharField(
        label=_("Reference"),
        help_text=_("For instance the number of your letter or of the minutes."),
        max_length=400,
        required=False,
    )
    says = _text(
        _("Conditions, or what else you want to say"),
        help_text=_("The text itself does not change: for another text a new offer is needed."),
        required=False,
    )
    letter = LetterField()

    def clean_answer(self) -> Answer:
        """Which answer was chosen."""
        return Answer(self.cleaned_data["answer"])

    def clean_letter(self) -> LetterFile | None:
        """The letter."""
        return letter_of(self.cleaned_data["letter"])


class PermitForm(StepForm):
    """The permission of a judge."""

    of = "permit"

    on = forms.DateField(label=_("On which day?"), widget=_Day())
    reference = forms.CharField(label=_("Reference of the judgement"), max_length=400)
    letter = LetterField()

    def clean_letter(self) -> LetterFile | None:
        """The judgement."""
        return letter_of(self.cleaned_data["letter"])


class MeetForm(StepForm):
    """How the conditions were met."""

    of = "meet"

    how = _text(_("How were the conditions met?"))


class DecideForm(StepForm):
    """From when it is to hold."""

    of = "decide"

    text_hash = forms.CharField(widget=forms.HiddenInput)
    planned_on = forms.DateField(
        label=_("From which day is it to hold?"),
        help_text=_("It never holds before those who lead have read it."),
        widget=_Day(),
    )


class ExcuseForm(StepForm):
    """Why an edition need not wait for somebody."""

    of = "excuse"

    person = forms.UUIDField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Why is there no waiting for this leader?"),
        help_text=_("Do not write about illness: “away until March” is enough."),
        max_length=400,
    )


class TakeBackForm(StepForm):
    """Why a text is taken back."""

    of = "take-back"

    reason = _text(_("Why?"), required=False)


class WithdrawForm(TakeBackForm):
    """Why a proposal is withdrawn."""

    of = "withdraw"


class TakeOverForm(forms.Form):
    """What was agreed on paper, before this program was there."""

    file = forms.FileField(
        label=_("Protocol file"),
        help_text=_("The file that ends in .yaml, with what you have agreed."),
        widget=forms.FileInput(attrs={"accept": ".yaml,.yml,application/yaml,text/yaml"}),
    )
    on = forms.DateField(label=_("On which day was it agreed?"), widget=_Day())
    reference = forms.CharField(
        label=_("Where does that stand?"),
        help_text=_("For instance: letter of the works council, OR-2026-14."),
        max_length=400,
    )
    reason = forms.CharField(
        label=_("What happened before?"),
        help_text=_("In a sentence: who agreed on what with whom. The staff can read it."),
        max_length=MAX_CHARS,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    starts = forms.ChoiceField(
        label=_("From when does it hold?"),
        choices=[
            ("own", _("From the date in the file")),
            ("today", _("From now on, whatever the file says")),
        ],
        initial="own",
        widget=forms.RadioSelect,
    )

    MAX_FILE_BYTES = 2_000_000

    def clean_file(self) -> bytes:
        """What is in the file."""
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > self.MAX_FILE_BYTES:
            raise forms.ValidationError(gettext("This file is larger than 2 MB."))
        held = file.read()
        return held if isinstance(held, bytes) else held.encode()


def planned_first(own: dt.date, today: dt.date) -> dt.date:
    """The day that a decision starts from: the file's own, unless that has passed."""
    return max(own, today)
