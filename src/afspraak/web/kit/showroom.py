"""What the page of components shows: a form in each state, and lists to page through."""

from django import forms
from django.core.paginator import Paginator
from django.http import QueryDict
from django.utils.translation import gettext as _

DAYS = 28


class Example(forms.Form):
    """One field of every sort."""

    def __init__(self, data: QueryDict | None = None, prefix: str = "") -> None:
        super().__init__(data, prefix=prefix)
        self.fields.update(
            {
                "name": forms.CharField(label=_("Name")),
                "email": forms.EmailField(
                    label=_("E-mail address"),
                    help_text=_("We mail you once, and then only when you are asked something."),
                    required=False,
                ),
                "team": forms.ChoiceField(
                    label=_("Team"), choices=[("bakery", _("Bakery")), ("shop", _("Shop"))]
                ),
                "reading": forms.ChoiceField(
                    label=_("How do you read?"),
                    choices=[("screen", _("On a screen")), ("paper", _("On paper"))],
                    widget=forms.RadioSelect,
                ),
                "note": forms.CharField(
                    label=_("Anything else?"),
                    required=False,
                    widget=forms.Textarea(attrs={"rows": 3}),
                ),
                "understood": forms.BooleanField(label=_("I have read this")),
            }
        )


def examples() -> dict[str, object]:
    """The values that the page of components needs."""
    wrong = QueryDict("wrong-email=sanne&wrong-reading=by-ear")
    return {
        "form": Example(prefix="right"),
        "wrong_form": Example(wrong, prefix="wrong"),
        "page": Paginator(range(1, DAYS + 1), 7).page(2),
        "query": QueryDict("q=brood"),
        "steps": [_("What changed"), _("Three questions"), _("Received and read")],
        "options": [("private", _("Private")), ("work", _("Work")), ("company", _("Company"))],
        "lots_of_people": [
            ("Sanne de Wit", _("Shop"), 12),
            ("Tom Baker", _("Bakery"), 3),
            ("Lotte Visser", _("Bakery"), 128),
        ],
    }
