"""The handbook as one web page that needs nothing besides itself."""

import base64
import hashlib

from markupsafe import Markup

from afspraak.documents import markup
from afspraak.protocol.handbook.content import Handbook


def write(handbook: Handbook) -> bytes:
    """The page, in UTF-8. No script, no picture, no font, no request to anywhere."""
    style = markup.template("handbook.css")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    page = (
        markup.environment()
        .get_template("handbook.html")
        .render(
            book=handbook,
            style=Markup(style),  # noqa: S704 - our own file
            style_hash=f"sha256-{digest}",
            **markup.names(handbook.lang),
        )
    )
    return page.encode()
