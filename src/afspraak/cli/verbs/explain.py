"""`afspraak explain`: the same text as the reference pages."""

import click

from afspraak.cli import options
from afspraak.cli.language import lang, say
from afspraak.engine import kinds
from afspraak.protocol import lint, problems


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
    if subject is None:
        click.echo(_everything())
        return
    name = subject.strip()
    try:
        click.echo(_page(name).rstrip("\n"))
    except KeyError:
        options.leave(
            say(nl=f"‘{subject}’ ken ik niet", en=f"I do not know ‘{subject}’"),
            say(nl="`afspraak explain` toont alle namen", en="`afspraak explain` lists every name"),
        )


def _page(name: str) -> str:
    code, kind = name.upper(), name.lower()
    if kind in kinds.all_kinds():
        return kinds.explain(kind, lang())
    return problems.explain(code, lang()) if code.startswith("P") else lint.explain(code, lang())


def _everything() -> str:
    lines = [say(nl="Soorten regels", en="Kinds of rule")]
    lines += [f"  {name:20} {kinds.summary(name, lang())}" for name in kinds.all_kinds()]
    lines.append(say(nl="Fouten in het bestand", en="Problems in the file"))
    lines += [f"  {code}  {each.message[lang()]}" for code, each in problems.all_problems().items()]
    lines.append(say(nl="Wat de linter zegt", en="What the linter says"))
    lines += [f"  {code}  {title}" for code, title in lint.titles(lang()).items()]
    return "\n".join(lines)
