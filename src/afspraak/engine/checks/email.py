"""An e-mail address."""

from afspraak.engine.checks.kept import Kept

# A retina picture is called icon@2x.png.
_FILE_ENDINGS = frozenset({"gif", "jpeg", "jpg", "png", "svg", "webp"})
_AT = ("[at]", "(at)", "[apenstaartje]", "(apenstaartje)")
_DOT = ("[dot]", "(dot)", "[punt]", "(punt)")


def email(folded: str, _original: str) -> Kept | None:
    """The address in lower case, also when `(at)` and `(punt)` stand for the signs."""
    address = folded.replace(" ", "")
    for written in _AT:
        address = address.replace(written, "@")
    for written in _DOT:
        address = address.replace(written, ".")
    name, _, domain = address.partition("@")
    labels = domain.split(".")
    if name.endswith(".") or ".." in name or len(domain) > 253 or labels[-1] in _FILE_ENDINGS:
        return None
    if any(label.startswith("-") or label.endswith("-") for label in labels):
        return None
    return Kept(len(folded), address)
