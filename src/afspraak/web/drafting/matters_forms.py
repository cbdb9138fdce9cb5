"""The small screen as a form, and what somebody says to a change."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from afspraak.diagnostics import Lang, pick
from afspraak.protocol.answer_reading import MAX_LINE_CHARS, UnableToAnswer
from afspraak.protocol.model import Contact
from afspraak.web.drafting import matters
from afspraak.web.drafting.matters import ROLES, Matters
from afspraak.web.drafting.operations.changing import MAX_WORDS

MAX_HOURS = 720


class MattersForm(forms.Form):
    """Everything that may change without a new edition, filled in as it is now."""

    why = forms.CharField(
        label=_("Why does this change?"),
        help_text=_("A line for whoever says yes. It is shown with the change."),
        max_length=MAX_WORDS,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, held: Matters, lang: Lang, **more: Any) -> None:
        """Fields for what `held` has, in the language of the page."""
        super().__init__(*args, **more)
        self.held = held
        self.lang = lang
        why = self.fields.pop("why")
        for role, name in ROLES.items():
            self._add_person(role, pick(name, lang), held.people[role])
        self.fields["leaders"] = _lines(
            gettext("Who leads"),
            gettext("One on a line: a name, and after a comma how to reach them."),
            matters.as_lines(held.leaders),
        )
        for key, (terms, confidential) in held.lists.items():
            self.fields[f"terms-{key}"] = _lines(
                gettext("Terms of the list “%(name)s”") % {"name": key},
                gettext("One on a line."),
                "\n".join(terms),
                rows=min(12, max(4, len(terms) + 1)),
                required=True,
            )
            self.fields[f"secret-{key}"] = forms.BooleanField(
                label=gettext("“%(name)s” is confidential: readers never see its terms")
                % {"name": key},
                required=False,
                initial=confidential,
            )
        self.fields["contacts"] = _lines(
            gettext("Ways to reach the company that are public"),
            gettext("One on a line. They may stand in any post."),
            "\n".join(held.contacts),
        )
        self.fields["answer_hours"] = _hours(
            gettext("A question is answered within"), held.answer_hours
        )
        self.fields["desk_hours"] = _hours(
            gettext("Who writes to the company has an answer within"), held.desk_hours
        )
        self.fields["channels"] = _lines(
            gettext("Networks with an account of the company"),
            gettext("One on a line, as instagram or linkedin."),
            "\n".join(held.channels),
        )
        self.fields["four_eyes"] = forms.BooleanField(
            label=gettext("A second person reads each post of the company before it goes out"),
            required=False,
            initial=held.four_eyes,
        )
        self.fields["why"] = why

    def sections(self) -> list[tuple[str, list[tuple[bool, list[forms.BoundField]]]]]:
        """The fields by what they are about, and whether a few belong side by side."""
        roles = [(True, [self[f"{role}-name"], self[f"{role}-reach"]]) for role in ROLES]
        lists = [
            (False, [self[f"terms-{name}"], self[f"secret-{name}"]]) for name in self.held.lists
        ]
        found = [(gettext("Whom to go to"), [*roles, (False, [self["leaders"]])])]
        if lists:
            found.append((gettext("Lists"), lists))
        found.append(
            (
                gettext("Answers and accounts"),
                [
                    (False, [self["contacts"]]),
                    (True, [self["answer_hours"], self["desk_hours"]]),
                    (False, [self["channels"]]),
                    (False, [self["four_eyes"]]),
                ],
            )
        )
        return found

    def clean(self) -> dict[str, Any]:
        """Reads persons, and says what is not one."""
        given = super().clean() or {}
        for role in ROLES:
            given[role] = self._person(role, given)
        try:
            given["leaders"] = matters.persons(given.get("leaders", ""))
        except UnableToAnswer as unable:
            self._refuse("leaders", unable)
        return given

    def wanted(self) -> Matters:
        """What the fields come to, once the form is valid."""
        given = self.cleaned_data
        return Matters(
            people={role: given[role] for role in ROLES},
            leaders=given["leaders"],
            lists={
                name: (matters.by_line(given[f"terms-{name}"]), given[f"secret-{name}"])
                for name in self.held.lists
            },
            contacts=matters.by_line(given["contacts"]),
            answer_hours=given["answer_hours"],
            desk_hours=given["desk_hours"],
            four_eyes=given["four_eyes"],
            channels=matters.by_line(given["channels"]),
        )

    def _add_person(self, role: str, label: str, contact: Contact | None) -> None:
        needed = role == "manager"
        self.fields[f"{role}-name"] = forms.CharField(
            label=label,
            required=needed,
            max_length=MAX_LINE_CHARS,
            initial=contact.name if contact else "",
        )
        self.fields[f"{role}-reach"] = forms.CharField(
            label=gettext("Mail, phone or place"),
            required=False,
            max_length=MAX_LINE_CHARS,
            initial=(contact.reach or "") if contact else "",
        )

    def _person(self, role: str, given: dict[str, Any]) -> Contact | None:
        name, reach = given.get(f"{role}-name", ""), given.get(f"{role}-reach", "")
        if not name:
            if reach and f"{role}-name" not in self.errors:
                self.add_error(f"{role}-name", gettext("Whom does one reach so? Fill in a name."))
            return None
        return Contact(name=name, reach=reach or None)

    def _refuse(self, field: str, unable: UnableToAnswer) -> None:
        said = pick(unable.text, self.lang)
        self.add_error(field, f"{said[:1].upper()}{said[1:]}.")


class NoForm(forms.Form):
    """Why not."""

    reason = forms.CharField(
        label=_("Why not?"),
        help_text=_("Whoever proposed it reads this."),
        max_length=MAX_WORDS,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


def _lines(
    label: str, help_text: str, initial: str, *, rows: int = 3, required: bool = False
) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        initial=initial,
        required=required,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def _hours(label: str, initial: int) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        help_text=gettext("In hours."),
        initial=initial,
        min_value=1,
        max_value=MAX_HOURS,
    )
