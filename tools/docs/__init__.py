"""The makers of the reference pages, a file each: `pages()` gives what a folder must hold."""

from collections.abc import Iterator, Mapping, Sequence

from afspraak.diagnostics import LANGUAGES, Lang, Text

Pages = Mapping[str, str]
"""The text of each page by its path below docs/."""

MADE: Text = {
    "nl": "<!-- Gemaakt uit {source} door `make docs`; verander het daar. -->",
    "en": "<!-- Made from {source} by `make docs`; change it there. -->",
}


def page(lang: Lang, source: str, *parts: str) -> str:
    """A page: the line that says where it comes from, and its parts with a blank line between."""
    head = MADE[lang].format(source=source)
    return "\n\n".join((head, *(part.strip("\n") for part in parts if part.strip()))) + "\n"


def both(path: str) -> Iterator[tuple[Lang, str]]:
    """Each language with the path of its page: `reference/cli` → `reference/cli.nl.md`."""
    for lang in LANGUAGES:
        yield lang, f"{path}.{lang}.md"


def table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """A Markdown table; a `|` in a cell is kept as text."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(
        "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in line) + " |"
        for line in lines
    )


def fenced(text: str, language: str) -> str:
    """A block of code."""
    return f"```{language}\n{text.strip(chr(10))}\n```"


def deeper(markdown: str, levels: int = 1) -> str:
    """The same text with its headings so many levels lower, to stand inside a page."""
    in_code, lines = False, []
    for line in markdown.splitlines():
        in_code ^= line.startswith("```")
        lines.append("#" * levels + line if line.startswith("#") and not in_code else line)
    return "\n".join(lines)
