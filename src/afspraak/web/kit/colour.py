"""Colours that can be read: one chosen accent, corrected until its contrast is enough."""

import colorsys
from dataclasses import dataclass

Rgb = tuple[float, float, float]

ENOUGH = 4.5
"""WCAG 2.2, 1.4.3: the contrast of ordinary text with what is behind it."""

LIGHT_GROUNDS = ("#fcfbf8", "#ffffff", "#f2f0ea")
DARK_GROUNDS = ("#15191b", "#1c2124", "#202528")
_STEP = 0.01
_TINT_LIGHT, _TINT_DARK = 0.09, 0.16


@dataclass(frozen=True, slots=True)
class Accent:
    """An accent for one theme: as text and as ground, stronger, on it, and a tint of it."""

    accent: str
    strong: str
    on_accent: str
    tint: str


def contrast(one: str, other: str) -> float:
    """How far two colours differ in lightness, from 1 (the same) to 21 (black on white)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def light(chosen: str) -> Accent:
    """The accent on light pages: as chosen, or as little darker as it takes."""
    return _accent(chosen, LIGHT_GROUNDS, towards=0.0, tint=_TINT_LIGHT)


def dark(chosen: str) -> Accent:
    """The accent on dark pages: as chosen, or as little lighter as it takes."""
    return _accent(chosen, DARK_GROUNDS, towards=1.0, tint=_TINT_DARK)


def _accent(chosen: str, grounds: tuple[str, ...], *, towards: float, tint: float) -> Accent:
    tinted = _mix(chosen, grounds[0], tint)
    readable = _readable(chosen, (*grounds, tinted), towards)
    return Accent(
        accent=readable,
        strong=_nearer(readable, towards, 0.08),
        on_accent=max(("#ffffff", "#111111"), key=lambda ink: contrast(ink, readable)),
        tint=tinted,
    )


def _readable(colour: str, grounds: tuple[str, ...], towards: float) -> str:
    step = 0.0
    while step < 1:
        tried = _nearer(colour, towards, step)
        if all(contrast(tried, ground) >= ENOUGH for ground in grounds):
            return tried
        step += _STEP
    return _nearer(colour, towards, 1)


def _nearer(colour: str, towards: float, share: float) -> str:
    """The colour with its lightness brought a share of the way towards black or white."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*_rgb(colour))
    return _hex(colorsys.hls_to_rgb(hue, lightness + (towards - lightness) * share, saturation))


def _mix(colour: str, ground: str, share: float) -> str:
    red, green, blue = (
        above * share + below * (1 - share)
        for above, below in zip(_rgb(colour), _rgb(ground), strict=True)
    )
    return _hex((red, green, blue))


def _luminance(colour: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in _rgb(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _rgb(colour: str) -> Rgb:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _hex(colour: Rgb) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)
