"""The handbook as one web page that needs nothing besides itself."""

from afspraak.documents import markup
from afspraak.protocol.handbook.content import Handbook


def write(handbook: Handbook) -> bytes:
    """The page, in UTF-8. No script, no picture, no font, no request to anywhere."""
    names = markup.names(handbook.lang)
    return markup.page("handbook.html", ["handbook.css"], book=handbook, **names).encode()
