"""The style sheets of every page, in order. A service worker that works offline keeps these."""

import re

SHEETS = (
    "kit/vendor/pico.min.css",
    "kit/tokens.css",
    "kit/afspraak.css",
    "kit/frame.css",
    "kit/components.css",
)


def accent_in_address(colour: str) -> str:
    """The colour as the address of its style sheet holds it; empty when it is no colour."""
    return colour[1:].lower() if re.fullmatch(r"#[0-9a-fA-F]{6}", colour) else ""
