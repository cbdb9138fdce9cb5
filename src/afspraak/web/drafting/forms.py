"""The pages of the interview and the file of a draft, as forms."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.forms.utils import ErrorDict
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from afspraak.diagnostics import LANGUAGES, Lang, pick
from afspraak.protocol.interview import AnswerProblem, Question
from afspraak.web.drafting import asking
from afspraak.web.drafting.asking import Topic, Typed
from afspraak.web.drafting.operations import MAX_BYTES


class AsTyped(forms.CharField):
    """A text as it was typed: the interview says what is wrong with it, not the field."""

    def clean(self, value: Any) -> str:
        """The text itself."""
        return value or ""


class AsTicked(forms.MultipleChoiceField):
    """The boxes that were ticked."""

    def clean(self, value: Any) -> list[str]:
        """The keys themselves."""
        return list(value or [])


class TopicForm(forms.Form):
    """One page of the interview: the questions about one subject, with what was typed before.

    Nothing typed is refused by a field: `with_problems` puts what the interview says beside it.
    """

    use_required_attribute = False

    def __init__(self, topic: Topic, typed: Typed, proposed: Mapping[str, object], lang: Lang):
        """Fields with what was typed, or else with what is proposed."""
        super().__init__(initial=asking.shown(topic, typed, proposed))
        self.topic = topic
        for question in topic.questions:
            self.fields.update(_fields(question, lang))

    def with_problems(self, problems: Sequence[AnswerProblem], lang: Lang) -> bool:
        """Puts every problem about this page beside its field; whether there was any."""
        self._errors = ErrorDict()
        self.cleaned_data = {}
        for each in problems:
            for question in self.topic.questions:
                if question.key == each.key:
                    field = asking.fields_of(question)[0]
                    if question.reads == "values":
                        field = asking.fields_of(question)[1]
                    said = pick(each.text, lang)
                    self.add_error(field, said[:1].upper() + said[1:] + ".")
        return bool(self._errors)

    def rows(self) -> list[tuple[bool, list[forms.BoundField]]]:
        """The fields by question, and whether those of one question belong side by side."""
        return [
            (
                question.reads in {"contact", "words"},
                [self[name] for name in asking.fields_of(question)],
            )
            for question in self.topic.questions
        ]


def typed_in(
    topic: Topic, sent: QueryDict, before: Typed, lang: Lang
) -> dict[str, str | Sequence[str]]:
    """What was typed on a page, by field. Boxes that nobody ticked are an answer too.

    Values of one's own are in `lang`, unless they stood there `before`.
    """
    typed: dict[str, str | Sequence[str]] = {}
    for question in topic.questions:
        for name in asking.fields_of(question):
            if question.kind == "several" and name == question.key != "languages":
                typed[name] = [_kept(each) for each in sent.getlist(name)]
            elif name in sent:
                typed[name] = _kept(sent[name])
        if question.reads == "values" and typed.get("values-own") != before.get("values-own"):
            typed[asking.OWN_LANGUAGE] = lang
    return typed


class FileForm(forms.Form):
    """A protocol file, with problems or without."""

    file = forms.FileField(
        label=_("Protocol file"),
        help_text=_("The file that ends in .yaml. It may have problems: you mend them here."),
        widget=forms.FileInput(attrs={"accept": ".yaml,.yml,application/yaml,text/yaml"}),
    )

    def clean_file(self) -> bytes:
        """What is in the file."""
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > MAX_BYTES:
            raise forms.ValidationError(_("This file is too big to be a protocol."))
        held = file.read()
        return held if isinstance(held, bytes) else held.encode()


def _fields(question: Question, lang: Lang) -> dict[str, forms.Field]:
    label, why = asking.short(question, lang), pick(question.why, lang)
    if question.key == "languages":
        return {"languages": _radios(label, why, _orders())}
    match question.reads:
        case "contact":
            return {
                f"{question.key}-name": AsTyped(
                    label=label, help_text=why, required=question.required
                ),
                f"{question.key}-reach": AsTyped(
                    label=gettext("Mail, phone or place"),
                    help_text=gettext("This is how people reach them."),
                    required=question.required,
                ),
            }
        case "words":
            names = {"nl": gettext("in Dutch"), "en": gettext("in English")}
            return {
                f"{question.key}-{each}": AsTyped(
                    label=f"{label} ({names[each]})",
                    help_text=why,
                    widget=forms.Textarea(attrs={"rows": 2, "lang": each}),
                    required=True,
                )
                for each in LANGUAGES
            }
        case "values":
            return {
                question.key: _boxes(
                    label,
                    why,
                    [
                        (each.key, f"{pick(each.label, lang)}: {pick(each.note or {}, lang)}")
                        for each in question.choices
                    ],
                ),
                f"{question.key}-own": AsTyped(
                    label=gettext("Values of your own"),
                    help_text=gettext(
                        "One on a line, as “value: what it means online”. "
                        "Three to five values in all."
                    ),
                    widget=forms.Textarea(attrs={"rows": 3}),
                    required=False,
                ),
            }
    return {question.key: _one_field(question, label, why, lang)}


def _one_field(question: Question, label: str, why: str, lang: Lang) -> forms.Field:
    choices = [(each.key, pick(each.label, lang)) for each in question.choices]
    match question.kind:
        case "choice":
            return _radios(label, why, choices)
        case "yes-no":
            return _radios(label, why, [("yes", gettext("Yes")), ("no", gettext("No"))])
        case "several":
            return _boxes(label, why, choices)
        case "list":
            return AsTyped(
                label=label,
                help_text=f"{why} {_how(question)}",
                widget=forms.Textarea(attrs={"rows": 3}),
                required=False,
            )
        case "date":
            return AsTyped(
                label=label,
                help_text=why,
                widget=forms.DateInput(attrs={"type": "date"}),
                required=False,
            )
        case "number":
            return AsTyped(
                label=label,
                help_text=why,
                widget=forms.TextInput(attrs={"inputmode": "numeric"}),
                required=True,
            )
    return AsTyped(label=label, help_text=why, required=question.required)


def _how(question: Question) -> str:
    if question.reads == "people":
        return gettext("One on a line: a name, and after a comma how to reach them.")
    if question.reads == "periods":
        return gettext("One on a line, as 2027-01-15 to 2027-02-10.")
    return gettext("One on a line.")


def _radios(label: str, why: str, choices: list[tuple[str, str]]) -> forms.Field:
    return forms.ChoiceField(
        label=label, help_text=why, choices=choices, widget=forms.RadioSelect, required=True
    )


def _boxes(label: str, why: str, choices: list[tuple[str, str]]) -> forms.Field:
    return AsTicked(
        label=label,
        help_text=why,
        choices=choices,
        widget=forms.CheckboxSelectMultiple,
        required=True,
    )


def _orders() -> list[tuple[str, str]]:
    return [
        ("nl,en", gettext("Dutch and English, Dutch first")),
        ("en,nl", gettext("Dutch and English, English first")),
        ("nl", gettext("Only Dutch")),
        ("en", gettext("Only English")),
    ]


def _kept(said: object) -> str:
    """What was typed, without the one character that a database cannot keep."""
    return str(said).replace("\0", "")
