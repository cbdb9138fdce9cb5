"""The chart of a replay as SVG: a bar to either side for each rule, for a page and for paper.

Widths are in percents, so that the chart fits any page while its letters keep their size. Colours
stand in attributes; a page that has a style for the class names overrules them. The two sides
differ by place and by pattern, not by colour alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

from afspraak.documents.replay_report import Bar, Chart

ACCENT, INK, SOFT, PAPER = "#0c5a5e", "#1f2427", "#545d62", "#ffffff"
HATCH = (
    '<pattern id="{name}-hatch" width="5" height="5" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)">'
    f'<rect class="paper" width="5" height="5" fill="{PAPER}"/>'
    f'<rect class="accent" width="2" height="5" fill="{ACCENT}"/></pattern>'
)
MAX_LABEL_CHARS = 34
BAR_HEIGHT = 13
LEAST_PERCENT = 0.5
"""The narrowest bar: one post must be seen beside thousands."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where labels and bars stand; heights in pixels, the rest in percents of the width."""

    left: float
    number: float
    row: int
    label_drop: int
    bar_drop: int
    head: int = 34


BESIDE = Layout(left=30, number=9, row=25, label_drop=14, bar_drop=4)
ABOVE = Layout(left=0, number=17, row=44, label_drop=14, bar_drop=21)


def svg(chart: Chart, layout: Layout, *, name: str, width: int = 680) -> str:
    """The chart; `name` keeps what it refers to apart from another chart on the same page."""
    height = layout.head + layout.row * len(chart.bars) + 4
    size = f'width="{width}" height="{height}" class="chart {name}"'
    said = f'role="img" aria-labelledby="{name}-title {name}-desc"'
    letters = 'font-family="Libertinus Serif" font-size="13"'
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} {said} {letters}>',
            f'<title id="{name}-title">{escape(chart.title)}</title>',
            f'<desc id="{name}-desc">{escape(chart.description)}</desc>',
            f"<defs>{HATCH.format(name=name)}</defs>",
            *_legend(chart, layout, name),
            *_bars(chart, layout, name, height),
            "</svg>",
        )
    )


def _legend(chart: Chart, layout: Layout, name: str) -> Iterator[str]:
    # half a pixel in, so that an outline is not cut off at the edge
    swatch = '<svg x="{x}" width="14" height="14" overflow="visible">{rect}</svg>'
    place = 'x="0.5" y="0.5" width="12" height="12"'
    first, second = f"{layout.left}%", f"{(layout.left + 100) / 2}%"
    yield swatch.format(x=first, rect=_hatched(place, name))
    yield _text(chart.no_longer, f'class="soft" x="{first}" dx="20" y="11"', SOFT)
    yield swatch.format(x=second, rect=_solid(place))
    yield _text(chart.newly, f'class="soft" x="{second}" dx="20" y="11"', SOFT)


def _bars(chart: Chart, layout: Layout, name: str, height: int) -> Iterator[str]:
    most_newly = max(bar.newly for bar in chart.bars)
    most_no_longer = max(bar.no_longer for bar in chart.bars)
    # a number stands beside its bar, and needs room on the side where there are bars
    left = layout.left + (layout.number if most_no_longer else 0.2)
    right = 100 - (layout.number if most_newly else 0.2)
    unit = (right - left) / max(most_newly + most_no_longer, 1)
    zero = left + most_no_longer * unit
    for at, bar in enumerate(chart.bars):
        top = layout.head + at * layout.row
        yield _text(_label(bar), f'class="ink" x="0" y="{top + layout.label_drop}"', INK)
        top += layout.bar_drop
        tall = f'y="{top}" height="{BAR_HEIGHT}"'
        if bar.no_longer:
            wide = max(bar.no_longer * unit, LEAST_PERCENT)
            start = f'x="{zero - wide:.2f}%"'
            yield _hatched(f'{start} {tall} width="{wide:.2f}%"', name)
            place = f'class="ink" {start} dx="-6" y="{top + 11}" text-anchor="end"'
            yield _text(bar.no_longer_text, place, INK)
        if bar.newly:
            wide = max(bar.newly * unit, LEAST_PERCENT)
            yield _solid(f'x="{zero:.2f}%" {tall} width="{wide:.2f}%"')
            place = f'class="ink" x="{zero + wide:.2f}%" dx="6" y="{top + 11}"'
            yield _text(bar.newly_text, place, INK)
    along = f'x1="{zero:.2f}%" x2="{zero:.2f}%" y1="{layout.head - 2}" y2="{height - 2}"'
    yield f'<line class="axis" {along} stroke="{INK}"/>'


def _solid(place: str) -> str:
    return f'<rect class="accent" {place} fill="{ACCENT}"/>'


def _hatched(place: str, name: str) -> str:
    return f'<rect class="outline" {place} fill="url(#{name}-hatch)" stroke="{ACCENT}"/>'


def _text(text: str, place: str, fill: str) -> str:
    return f'<text {place} fill="{fill}">{escape(text)}</text>'


def _label(bar: Bar) -> str:
    fits = len(bar.label) <= MAX_LABEL_CHARS
    return bar.label if fits else f"{bar.label[: MAX_LABEL_CHARS - 1]}…"
