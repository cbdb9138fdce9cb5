"""The steps of the set-up in order, and how a problem in a file is shown beside one."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from afspraak.diagnostics import Diagnostic, Lang, Text, pick


@dataclass(frozen=True, slots=True)
class Step:
    """A page of the set-up."""

    key: str
    says: Text

    @property
    def name(self) -> str:
        """The name of its address."""
        return f"setup-{self.key}"


STEPS = (
    Step("organisation", {"nl": "Organisatie", "en": "Organisation"}),
    Step("mail", {"nl": "E-mail", "en": "Mail"}),
    Step("sign-in", {"nl": "Inloggen", "en": "Sign-in"}),
    Step("protocol", {"nl": "Protocol", "en": "Protocol"}),
)


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a step stands among all."""

    number: int
    of: int
    steps: Sequence[Step]
    here: Step
    before: Step | None
    after: Step | None


def progress(key: str) -> Progress:
    """Where the step `key` stands."""
    at = [step.key for step in STEPS].index(key)
    return Progress(
        number=at + 1,
        of=len(STEPS),
        steps=STEPS,
        here=STEPS[at],
        before=STEPS[at - 1] if at else None,
        after=STEPS[at + 1] if at + 1 < len(STEPS) else None,
    )


def after(key: str) -> str | None:
    """The name of the address that follows the step `key`."""
    following = progress(key).after
    return following.name if following else None


def shown(diagnostics: Sequence[Diagnostic], source: bytes, lang: Lang) -> list[dict[str, object]]:
    """What is said about a file, by place, each with its line: for a page to show."""
    lines = source.decode("utf-8-sig", "replace").splitlines()
    rows: list[dict[str, object]] = []
    for each in diagnostics:
        line = lines[each.place.line - 1] if 0 < each.place.line <= len(lines) else ""
        rows.append(
            {
                "level": each.level,
                "code": each.code,
                "line": each.place.line,
                "column": each.place.column,
                "says": marked(pick(each.problem, lang)),
                "help": marked(pick(each.help, lang)),
                "text": line.strip()[:MAX_SHOWN],
            }
        )
    return rows


def marked(text: str) -> SafeString:
    """A sentence with what stands in backticks as code, and a capital to begin with."""
    parts = (text[:1].upper() + text[1:]).split("`")
    return format_html_join(
        "",
        "{}",
        (
            (format_html("<code>{}</code>", each) if i % 2 else each,)
            for i, each in enumerate(parts)
        ),
    )


MAX_SHOWN = 160
"""Characters of a line that stand beside a problem."""
