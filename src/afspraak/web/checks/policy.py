"""What the browser is told to refuse on a page where somebody types: every way out it knows."""

import functools
from collections.abc import Callable

from csp.constants import NONE, SELF
from csp.decorators import csp
from django.http import HttpRequest, HttpResponseBase

DIRECTIVES: dict[str, object] = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": ["blob:", "data:"],
    "connect-src": [NONE],
    "form-action": [NONE],
    "frame-src": [NONE],
    "worker-src": [SELF],
    "manifest-src": [SELF],
    "media-src": [NONE],
    "font-src": [NONE],
    "object-src": [NONE],
    "base-uri": [NONE],
    "frame-ancestors": [NONE],
    # Text never becomes markup or script. The one policy there is names the service worker's file.
    "require-trusted-types-for": ["'script'"],
    "trusted-types": ["afspraak-worker"],
}
"""The page's own policy. It has no place to report to: a report could quote what was typed."""

HEADERS = {
    "Referrer-Policy": "no-referrer",
    "X-DNS-Prefetch-Control": "off",
}

View = Callable[..., HttpResponseBase]


def in_page_only(view: View) -> View:
    """The view, with a policy under which what is typed has no way to leave the page."""

    guarded = csp(DIRECTIVES)(view)

    @functools.wraps(view)
    def answer(request: HttpRequest) -> HttpResponseBase:
        response = guarded(request)
        for name, value in HEADERS.items():
            response.headers[name] = value
        return response

    return answer
