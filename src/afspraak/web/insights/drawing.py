"""How far reading is, edition by edition, as a drawing made on the server, with words beside it.

Widths are in percents, so that the chart fits any page while its letters keep their size.
"""

from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from afspraak.decisions.counting import Shown

ROW, LABEL, BAR = 46, 16, 14


def bars(rows: Sequence[tuple[str, Shown, str]], title: str) -> SafeString:
    """A bar for each edition: its number, what may be shown of it, and that in words."""
    if not rows:
        return SafeString("")
    drawn = format_html_join("", "{}", ((_bar(at, *row),) for at, row in enumerate(rows)))
    return format_html(
        '<svg class="edition-chart" width="100%" height="{}" role="img" aria-label="{}">{}</svg>',
        ROW * len(rows),
        title,
        drawn,
    )


def _bar(at: int, number: str, held: Shown, says: str) -> SafeString:
    top = at * ROW
    share = 100 * (held.least or 0) / held.of if held.of else 0
    place = format_html('x="0" y="{}" height="{}"', top + LABEL + 6, BAR)
    return format_html(
        '<text x="0" y="{0}" class="ink">{1}</text>'
        '<text x="100%" y="{0}" text-anchor="end" class="soft">{2}</text>'
        '<rect {3} width="100%" class="all"/><rect {3} width="{4}%" class="read"/>',
        top + LABEL,
        number,
        says,
        place,
        f"{share:.1f}",
    )
