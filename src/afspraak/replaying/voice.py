"""Speaking in one language."""

from dataclasses import dataclass

from afspraak.diagnostics import Lang


@dataclass(frozen=True, slots=True)
class Voice:
    """Says whichever of two texts is in `lang`."""

    lang: Lang

    def __call__(self, *, nl: str, en: str) -> str:
        """The text in the reader's language."""
        return nl if self.lang == "nl" else en
