"""The handbook as a document in each format; every file in `formats` is one format."""

import importlib
import pkgutil

from afspraak.documents import formats
from afspraak.protocol.handbook.content import Handbook


class UnableToRender(Exception):
    """There is no format of that name; `known` holds those there are."""

    def __init__(self, wanted: str, known: tuple[str, ...]) -> None:
        super().__init__(f"no format {wanted!r}; there are {', '.join(known)}")
        self.wanted = wanted
        self.known = known


def known_formats() -> tuple[str, ...]:
    """The formats a handbook can be had in, each named as its files end."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(formats.__path__)))


def render(handbook: Handbook, format: str) -> bytes:  # noqa: A002 - the word people use
    """The handbook as a file in `format`: html, pdf, docx or md."""
    if format not in known_formats():
        raise UnableToRender(format, known_formats())
    # A format is loaded when it is asked for: a page of HTML does not need the PDF compiler.
    written: bytes = importlib.import_module(f"{formats.__name__}.{format}").write(handbook)
    return written
