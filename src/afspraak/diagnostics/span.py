"""A stretch of text, counted in code points."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch `[start, end)` of a text, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The part of `text` the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def utf16(self, text: str) -> "Span":
        """The same stretch in UTF-16 code units, as browsers count."""
        return Span(_utf16(text[: self.start]), _utf16(text[: self.end]))

    def utf8(self, text: str) -> "Span":
        """The same stretch in UTF-8 bytes, as Bluesky counts."""
        return Span(
            len(text[: self.start].encode("utf-8", "surrogatepass")),
            len(text[: self.end].encode("utf-8", "surrogatepass")),
        )


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
