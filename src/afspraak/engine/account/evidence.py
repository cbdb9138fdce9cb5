"""What the account check hands back: the reading, the evidence for it, and advice."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from afspraak.diagnostics import LANGUAGES, Lang, Span, Text, pick

Reading = Literal["corporate", "professional", "affiliated", "private", "unclear"]
Where = Literal["handle", "name", "bio", "link"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A piece of the account and what a reader makes of it.

    `span` counts code points in the field `where`; a link stands in the profile text.
    """

    where: Where
    span: Span
    text: str
    says: Text

    def as_json(self, lang: Lang) -> dict[str, object]:
        """The evidence as the command prints it."""
        return {
            "where": self.where,
            "start": self.span.start,
            "end": self.span.end,
            "text": self.text,
            "says": pick(self.says, lang),
        }


@dataclass(frozen=True, slots=True)
class AccountReading:
    """How a follower will take an account, why, and what one may do about it.

    The first advice says how a follower takes it, the rest what one may do; `handles` and `bio`
    are names and a profile line to think of.
    """

    reading: Reading
    evidence: tuple[Evidence, ...]
    advice: tuple[Text, ...]
    handles: tuple[str, ...]
    bio: Mapping[Lang, str]

    def as_json(self, lang: Lang) -> dict[str, object]:
        """The reading as the command prints it."""
        bio = {each: self.bio[each] for each in LANGUAGES}
        return {
            "reading": self.reading,
            "evidence": [each.as_json(lang) for each in self.evidence],
            "advice": [pick(text, lang) for text in self.advice],
            "suggestions": {"handles": list(self.handles), "bio": bio},
        }
