"""Names one may choose from: listed in a sentence, and the one that was probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches

from afspraak.diagnostics import Text

MAX_LISTED = 12


def either(names: Iterable[str]) -> Text:
    """The names as people list them: `a`, `b` or `c`."""
    quoted = [f"`{name}`" for name in names]
    if len(quoted) > MAX_LISTED:
        return dict.fromkeys(("nl", "en"), ", ".join([*quoted[:MAX_LISTED], "…"]))
    if len(quoted) < 2:
        return dict.fromkeys(("nl", "en"), "".join(quoted))
    start = ", ".join(quoted[:-1])
    return {"nl": f"{start} of {quoted[-1]}", "en": f"{start} or {quoted[-1]}"}


def closest(text: str, names: Iterable[str]) -> str | None:
    """The name that was probably meant, if one is close enough."""
    found = get_close_matches(text.lower().replace("_", "-"), list(names), n=1, cutoff=0.6)
    if not found:
        found = get_close_matches(text.lower().replace("-", "_"), list(names), n=1, cutoff=0.6)
    return found[0] if found else None
