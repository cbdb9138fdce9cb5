"""`afspraak explain`: the same text as the reference pages."""

import difflib
import re

import click

from afspraak.cli import options, terminal
from afspraak.cli.language import lang, say
from afspraak.cli.leaving import leave
from afspraak.engine import kinds
from afspraak.protocol import lint, problems

_PLACEHOLDER = re.compile(r"`?\{\w+\}`?")


@click.command(
    help=say(
        nl="Leg een code (P007, L003) of een soort regel (terms, respect) uit.\n\n"
        "Zonder naam: een lijst.",
        en="Explain a code (P007, L003) or a kind of rule (terms, respect).\n\n"
        "Without a name: a list.",
    )
)
@click.argument("subject", required=False)
@options.lang
def command(subject: str | None) -> None:
    """Prints the page about a subject."""
    page = _everything() if subject is None else _page(subject.strip())
    if page is None:
        leave(
            say(nl=f"‘{subject}’ ken ik niet", en=f"I do not know ‘{subject}’"),
            _way_out(str(subject)),
        )
    terminal.show(page.rstrip("\n"))


def _page(name: str) -> str | None:
    code, kind = name.upper(), name.lower().replace("_", "-")
    if kind in kinds.all_kinds():
        return kinds.explain(kind, lang())
    if code in problems.all_problems():
        return problems.explain(code, lang())
    if code in lint.all_rules():
        return lint.explain(code, lang())
    return None


def _way_out(name: str) -> str:
    names = [*kinds.all_kinds(), *problems.all_problems(), *lint.all_rules()]
    folded = {each.lower(): each for each in names}
    near = [folded[each] for each in difflib.get_close_matches(name.lower(), folded, n=3)]
    meant = say(nl=" of ", en=" or ").join(f"`afspraak explain {each}`" for each in near)
    every = say(nl="`afspraak explain` toont alle namen", en="`afspraak explain` lists every name")
    return say(nl=f"bedoel je {meant}? ", en=f"did you mean {meant}? ") + every if near else every


def _everything() -> str:
    lines = [click.style(say(nl="Soorten regels", en="Kinds of rule"), bold=True)]
    lines += [f"  {name:18} {kinds.summary(name, lang())}" for name in kinds.all_kinds()]
    lines.append("")
    lines.append(click.style(say(nl="Fouten in het bestand", en="Problems in the file"), bold=True))
    for code, each in problems.all_problems().items():
        lines.append(f"  {code}  {_PLACEHOLDER.sub('…', each.message[lang()])}")
    lines.append("")
    heading = say(nl="Wat een protocol oneerlijk maakt", en="What makes a protocol unfair")
    lines.append(click.style(heading, bold=True))
    lines += [f"  {code}  {_title(rule.doc[lang()])}" for code, rule in lint.all_rules().items()]
    return "\n".join(lines)


def _title(page: str) -> str:
    """What a page is about: its first paragraph as one line."""
    return " ".join(page.split("\n\n", 1)[0].split())
