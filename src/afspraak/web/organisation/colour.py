"""Whether a colour can be read, as WCAG 2.2 measures it."""

READABLE = 4.5
"""The least contrast of text with what is behind it (success criterion 1.4.3)."""

WHITE = "#ffffff"


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, written as `#rrggbb`: from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def is_readable(accent: str) -> bool:
    """Whether white letters on this colour, and this colour on white, can be read."""
    return contrast(accent, WHITE) >= READABLE


def nearest_readable(accent: str) -> str:
    """The same hue, made only as dark as it takes to be readable."""
    parts = _parts(accent)
    for percent in range(100, -1, -1):
        darker = "#" + "".join(f"{round(part * percent / 100):02x}" for part in parts)
        if is_readable(darker):
            return darker
    return "#000000"


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def _luminance(colour: str) -> float:
    """WCAG's relative luminance."""
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
        for share in (part / 255 for part in _parts(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
