"""Fields as a page shows them: with their words, what can be chosen, and what is said of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from afspraak.diagnostics import Diagnostic, Lang, Text
from afspraak.web.drafting.editor import filled, prose, words
from afspraak.web.drafting.editor.fields import Field, Raw
from afspraak.web.drafting.editor.judged import Said
from afspraak.web.editions.wording import Remark, remarks

LANGUAGE_NAMES: Mapping[Lang, Text] = {
    "nl": {"nl": "Nederlands", "en": "Dutch"},
    "en": {"nl": "Engels", "en": "English"},
}
SPARE = 1
"""Empty rows at the end of a list; without a script more come after saving."""


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose."""

    value: str
    says: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """One box in a row of a list."""

    name: str
    value: str
    label: str
    lang: str
    options: Sequence[Option]
    wide: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """One field. `rows` are those of a list; `preview` is how running text will look."""

    field: Field
    id: str
    label: str
    hint: str
    value: str
    lang: str
    lines: int
    options: Sequence[Option]
    rows: Sequence[Sequence[Cell]]
    preview: SafeString | None
    odd: bool
    remarks: Sequence[Remark]
    holds: Sequence[bool | None]


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that belong together: one, a text in each language side by side, or a contact."""

    label: str
    hint: str
    shown: Sequence[Shown]

    @property
    def side_by_side(self) -> bool:
        """Whether there are several beside each other."""
        return len(self.shown) > 1


def groups(
    fields: Sequence[Field],
    values: Mapping[str, Raw],
    lang: Lang,
    *,
    part: object = None,
    said: Sequence[Said] = (),
    at: int = 0,
    holds: Mapping[tuple[str, int], bool] | None = None,
) -> list[Group]:
    """The fields with what stands in them, ready for a page in `lang`.

    `said` are remarks about this part; their paths have `at` steps before those of its fields.
    """
    found: list[Group] = []
    together: dict[tuple[str, ...], list[Shown]] = {}
    for field in fields:
        about = [each.about for each in said if _is_about(each.path[at:], field)]
        shown = _shown(field, values.get(field.name, ""), lang, part, about, holds or {})
        is_contact = field.owner.startswith("Contact:")
        path = field.path[:-1] if field.lang or is_contact else field.path
        if path in together:
            together[path].append(shown)
            continue
        together[path] = [shown]
        hint = words.hint("People", field.path[-2]) if is_contact else field.hint
        label = words.label("People", field.path[-2]) if is_contact else field.label
        found.append(Group(label[lang], hint[lang] if hint else "", together[path]))
    return found


def values_of(fields: Sequence[Field], part: object) -> dict[str, Raw]:
    """What stands in each field for a part of a file."""
    return {field.name: filled.raw(field, part) for field in fields}


def _is_about(path: Sequence[str | int], field: Field) -> bool:
    """Whether a remark is about this field: in it, or about the whole text of its languages."""
    named = tuple(path[: len(field.path)])
    whole = field.lang is not None and tuple(path) == field.path[:-1] and field.lang == field.first
    return named == field.path or whole


def _shown(
    field: Field,
    value: Raw,
    lang: Lang,
    part: object,
    about: Sequence[Diagnostic],
    holds: Mapping[tuple[str, int], bool],
) -> Shown:
    text = value if isinstance(value, str) else ""
    several = [] if isinstance(value, str) else list(value)
    hint = field.hint
    rows: list[list[Cell]] = []
    if field.kind in {"items", "rows"}:
        rows = [
            _row(field, each, number, lang) for number, each in enumerate([*several, *[{}] * SPARE])
        ]
    label = field.label[lang]
    if field.lang:
        label = LANGUAGE_NAMES[field.lang][lang]
    elif field.owner.startswith("Contact:"):
        label = words.label("Contact", field.key)[lang]
    return Shown(
        field=field,
        id=f"f-{field.name.replace('.', '-')}",
        label=label,
        hint=hint[lang] if hint else "",
        value=text,
        lang=field.lang if field.lang and field.lang != lang else "",
        lines=_lines(text, field),
        options=_options(field, value, lang),
        rows=rows,
        preview=prose.shown(text, field.lang or lang) if field.key == "text" else None,
        odd=filled.is_odd(field, part),
        remarks=remarks(about, lang),
        holds=[holds.get((field.path[-1], number)) for number in range(len(several))],
    )


def _row(field: Field, row: object, number: int, lang: Lang) -> list[Cell]:
    if field.kind == "items":
        text = row if isinstance(row, str) else ""
        label = f"{field.label[lang]} {number + 1}"
        return [Cell(field.name, text, label, "", (), wide=True)]
    typed = row if isinstance(row, Mapping) else {}
    return [
        Cell(
            f"{field.name}.{column.name}",
            str(typed.get(column.name, "")),
            _cell_label(field, column, number, lang),
            column.lang if column.lang and column.lang != lang else "",
            _options(column, str(typed.get(column.name, "")), lang),
            wide=bool(column.lang),
        )
        for column in field.columns
    ]


def _cell_label(field: Field, column: Field, number: int, lang: Lang) -> str:
    what = field.label[lang] if column.owner == field.owner else column.label[lang]
    in_language = f", {LANGUAGE_NAMES[column.lang][lang]}" if column.lang else ""
    return f"{what} {number + 1}{in_language}"


def _options(field: Field, value: Raw, lang: Lang) -> list[Option]:
    if field.kind not in {"choice", "choices"}:
        return []
    chosen = [value] if isinstance(value, str) else [str(each) for each in value]
    strange = [each for each in chosen if each and each not in field.choices]
    if (field.owner, field.key) == ("Clause", "ask"):
        says = {each: words.label("People", each)[lang] for each in field.choices}
    else:
        says = {each: words.choice(field.owner, field.key, each)[lang] for each in field.choices}
    options = [
        Option(each, says.get(each, each), each in chosen) for each in (*field.choices, *strange)
    ]
    if field.kind == "choice" and not field.default:
        options.insert(0, Option("", "—", not any(chosen)))
    return options


def _lines(text: str, field: Field) -> int:
    """How many lines a box gets, so that its text shows without scrolling on most screens."""
    wraps = sum(1 + len(line) // 48 for line in text.split("\n"))
    least = 6 if field.key == "text" else 2
    return max(least, min(wraps + 1, 40))
