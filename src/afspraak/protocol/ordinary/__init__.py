"""300 ordinary posts per language, in which a reasonable rule finds nothing."""

from functools import cache
from importlib import resources

from afspraak.diagnostics import Lang


@cache
def ordinary_posts(lang: Lang) -> tuple[str, ...]:
    """The ordinary posts in one language, in the order of their file."""
    text = resources.files(__name__).joinpath(f"{lang}.txt").read_text("utf-8")
    return tuple(line for line in text.splitlines() if line.strip())
