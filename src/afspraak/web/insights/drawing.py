"""How far reading is, edition by edition, as a drawing made on the server, with words beside it."""

from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from afspraak.decisions.counting import Shown

WIDTH, ROW, LABEL, BAR = 640, 44, 17, 14


def bars(rows: Sequence[tuple[str, Shown, str]], title: str) -> SafeString:
    """A bar for each edition: its number, what may be shown of it, and that in words."""
    if not rows:
        return SafeString("")
    drawn = format_html_join("", "{}", ((_bar(at, *row),) for at, row in enumerate(rows)))
    return format_html(
        '<svg class="edition-chart" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>',
        WIDTH,
        ROW * len(rows),
        title,
        drawn,
    )


def _bar(at: int, number: str, held: Shown, says: str) -> SafeString:
    top = at * ROW
    wide = WIDTH * (held.least or 0) / held.of if held.of else 0
    return format_html(
        '<text x="0" y="{}" class="ink">{}</text>'
        '<text x="{}" y="{}" text-anchor="end" class="soft">{}</text>'
        '<rect x="0.5" y="{}" width="{}" height="{}" class="all"/>'
        '<rect x="0.5" y="{}" width="{}" height="{}" class="read"/>',
        top + LABEL - 3,
        number,
        WIDTH,
        top + LABEL - 3,
        says,
        top + LABEL + 3,
        WIDTH - 1,
        BAR,
        top + LABEL + 3,
        f"{max(wide - 1, 0):.1f}",
        BAR,
    )
