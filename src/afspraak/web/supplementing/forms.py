"""What an editor brings, and what they choose for each clause."""

from collections.abc import Mapping, Sequence
from pathlib import PurePath

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from afspraak.documents.supplement.judgement import ClauseJudgement, Status
from afspraak.documents.supplement.reading import TAKEN, read
from afspraak.documents.supplement.source import Existing
from afspraak.documents.supplement.unable import UnableToRead
from afspraak.documents.supplement.zipped import MAX_FILE_BYTES
from afspraak.web.supplementing.queries import Chosen

MAX_REASON_CHARS = 500


class BringForm(forms.Form):
    """The document that there is."""

    file = forms.FileField(
        label=_("Your e-mail or internet protocol"),
        help_text=_("A Word document (.docx), a PDF, Markdown (.md) or text (.txt), up to 20 MB."),
        max_length=None,
        widget=forms.FileInput(attrs={"accept": ",".join(TAKEN)}),
        error_messages={"empty": _("There is no text in this file.")},
    )

    content: bytes = b""
    name: str = ""

    def clean_file(self) -> Existing:
        """The document as it was read; what cannot be taken says why, and what to do."""
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > MAX_FILE_BYTES:
            raise forms.ValidationError(_said(UnableToRead("too-large")))
        self.name = PurePath(file.name or "").name
        self.content = b"".join(file.chunks())
        try:
            return read(self.content, self.name)
        except UnableToRead as unable:
            raise forms.ValidationError(_said(unable)) from unable


class ChoicesForm(forms.Form):
    """A choice for each clause, and a reason for what is left out."""

    def __init__(
        self,
        judged: Sequence[ClauseJudgement],
        titles: Mapping[str, str],
        chosen: Mapping[str, Chosen],
        data: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(data)
        self._judged = judged
        for each in judged:
            held = chosen.get(each.clause)
            title = titles.get(each.clause, each.clause)
            choice = forms.ChoiceField(
                label=gettext("What do you do with ‘%(title)s’?") % {"title": title},
                choices=_options(each.status),
                initial=held.choice if held else _options(each.status)[0][0],
                widget=forms.RadioSelect,
            )
            self.fields[f"choice-{each.clause}"] = choice
            self.fields[f"reason-{each.clause}"] = forms.CharField(
                label=gettext("Why is ‘%(title)s’ left out?") % {"title": title},
                initial=held.reason if held else "",
                max_length=MAX_REASON_CHARS,
                required=False,
            )

    def clean(self) -> dict[str, object]:
        """What was typed; leaving a clause out takes a reason."""
        data: dict[str, object] = super().clean() or {}
        for each in self._judged:
            is_out = data.get(f"choice-{each.clause}") == "leave-out"
            if is_out and not data.get(f"reason-{each.clause}"):
                self.add_error(
                    f"reason-{each.clause}", _("Say why, so that others can follow it later.")
                )
        return data

    @property
    def chosen(self) -> Mapping[str, Chosen]:
        """The choices, once they are right; a reason stays only with what is left out."""
        made: dict[str, Chosen] = {}
        for each in self._judged:
            choice = str(self.cleaned_data[f"choice-{each.clause}"])
            reason = str(self.cleaned_data[f"reason-{each.clause}"])
            made[each.clause] = Chosen(choice, reason if choice == "leave-out" else "")
        return made


def proposed(judged: Sequence[ClauseJudgement]) -> Mapping[str, Chosen]:
    """What holds for each clause as long as nobody chose."""
    return {each.clause: Chosen(_options(each.status)[0][0], "") for each in judged}


def _options(status: Status) -> list[tuple[str, str | Promise]]:
    """What can be chosen, what we propose first. What takes rights away cannot be kept."""
    out = ("leave-out", _("Leave it out"))
    match status:
        case Status.COVERED:
            return [
                ("keep-theirs", _("Keep your own words")),
                ("add", _("Put our clause in as well")),
                out,
            ]
        case Status.PARTLY:
            return [
                ("add", _("Add what is not there yet")),
                ("keep-theirs", _("Keep your own words as they are")),
                out,
            ]
        case Status.CONTRADICTED:
            return [("add", _("Add our clause; it comes before what stands there")), out]
        case Status.MISSING:
            return [("add", _("Add this clause")), out]


def _said(unable: UnableToRead) -> str:
    said = unable.said("en" if (get_language() or "nl").startswith("en") else "nl")
    return f"{said[:1].upper()}{said[1:]}."
