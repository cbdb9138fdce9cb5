"""Where something is and what is wrong there, for problems in a file and findings in a post."""

from afspraak.diagnostics.diagnostic import Diagnostic, Place
from afspraak.diagnostics.language import LANGUAGES, Lang, Text, pick
from afspraak.diagnostics.span import Span

__all__ = ["LANGUAGES", "Diagnostic", "Lang", "Place", "Span", "Text", "pick"]
