"""The chart of results.md: microseconds a post, on a scale of tens, readable in light and dark."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

WIDTH, LEFT, RIGHT, TOP = 760, 210, 130, 44
ROW, GAP, BAR = 24, 34, 14
STYLE = """
  .paper { fill: #ffffff } .line { stroke: #d5dadd } .ours { fill: #0c5a5e }
  .ink { fill: #1f2427 } .soft { fill: #545d62 } .other { fill: #8b979d }
  text { font: 13px system-ui, sans-serif } .head { font-weight: 600 } .number { font-size: 12px }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #14181a } .line { stroke: #343c40 } .ours { fill: #4fb6ba }
    .ink { fill: #eef1f2 } .soft { fill: #aab4b9 } .other { fill: #6b777d }
  }"""


@dataclass(frozen=True)
class Bar:
    """A labelled length in microseconds, with what is written behind it."""

    label: str
    micros: float
    said: str
    is_ours: bool = False


@dataclass(frozen=True)
class Group:
    """Bars that are compared."""

    label: str
    bars: Sequence[Bar]


def svg(title: str, groups: Sequence[Group]) -> str:
    """The chart, with all it shows in words for who cannot see it."""
    height = TOP + sum(GAP + ROW * len(group.bars) for group in groups)
    powers = [math.log10(bar.micros) for group in groups for bar in group.bars] or [0.0]
    least = math.floor(min(powers))
    most = max(math.ceil(max(powers)), least + 1)
    unit = (WIDTH - LEFT - RIGHT) / (most - least)
    size = f'viewBox="0 0 {WIDTH} {height}"'
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="t d">',
            f'<title id="t">{escape(title)}</title>',
            f'<desc id="d">{escape(" ".join(map(_in_words, groups)))}</desc>',
            f"<style>{STYLE}\n</style>",
            f'<rect class="paper" width="{WIDTH}" height="{height}" rx="6"/>',
            _text(f"{title}; each line is ten times the one before", 16, 26, "ink head"),
            *_scale(least, most, unit, height),
            *_groups(groups, least, unit),
            "</svg>\n",
        )
    )


def _in_words(group: Group) -> str:
    return f"{group.label}: {', '.join(f'{bar.label} {bar.said}' for bar in group.bars)}."


def _scale(least: int, most: int, unit: float, height: int) -> Iterator[str]:
    for power in range(least, most + 1):
        x = LEFT + (power - least) * unit
        along = f'x1="{x:.1f}" x2="{x:.1f}" y1="{TOP + 14}" y2="{height - 10}"'
        yield f'<line class="line" {along}/>'
        shown = f"{10**power:,} μs" if power >= 0 else f"{10.0**power:g} μs"
        yield _text(shown, x, TOP + 8, "soft number", "middle")


def _groups(groups: Sequence[Group], least: int, unit: float) -> Iterator[str]:
    top = TOP
    for group in groups:
        yield _text(group.label, 16, top + 24, "ink head")
        top += GAP
        for bar in group.bars:
            wide = max((math.log10(bar.micros) - least) * unit, 2)
            sort = "ours" if bar.is_ours else "other"
            place = f'x="{LEFT}" y="{top}" width="{wide:.1f}" height="{BAR}"'
            yield _text(bar.label, LEFT - 8, top + 12, "ink", "end")
            yield f'<rect class="{sort}" {place} rx="2"/>'
            yield _text(bar.said, LEFT + wide + 6, top + 11, "soft number")
            top += ROW


def _text(text: str, x: float, y: float, sort: str, anchor: str = "start") -> str:
    place = f'class="{sort}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f"<text {place}>{escape(text)}</text>"
