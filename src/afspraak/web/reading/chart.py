"""Progress by day as a drawing made on the server: no script, no style, and words beside it."""

import datetime as dt
from collections.abc import Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString

WIDTH, HEIGHT = 640, 180
_LEFT, _BOTTOM, _TOP, _RIGHT = 1, 2, 2, 1


def drawn(days: Sequence[tuple[dt.date, int]], of: int, until: dt.date, title: str) -> SafeString:
    """The steps up to `of`, from the first day until `until`; nothing before there are any."""
    if not days or not of:
        return SafeString("")
    first = days[0][0]
    span = max((until - first).days + 1, 1)
    wide = (WIDTH - _LEFT - _RIGHT) / span
    high = (HEIGHT - _TOP - _BOTTOM) / of
    floor = HEIGHT - _BOTTOM
    corners = [(float(_LEFT), float(floor))]
    for day, count in days:
        x = _LEFT + (day - first).days * wide
        corners += [(x, corners[-1][1]), (x, floor - count * high)]
    corners += [(WIDTH - _RIGHT, corners[-1][1]), (WIDTH - _RIGHT, floor)]
    area = " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
    return format_html(
        '<svg class="progress-chart" viewBox="0 0 {} {}" role="img" aria-label="{}">'
        '<line x1="{}" x2="{}" y1="{}" y2="{}" class="all"/>'
        '<polygon points="{}" class="read"/>'
        '<line x1="{}" x2="{}" y1="{}" y2="{}" class="floor"/></svg>',
        WIDTH,
        HEIGHT,
        title,
        _LEFT,
        WIDTH - _RIGHT,
        _TOP,
        _TOP,
        area,
        _LEFT,
        WIDTH - _RIGHT,
        floor,
        floor,
    )
