"""The two languages every text of the product exists in."""

from collections.abc import Mapping
from typing import Literal

Lang = Literal["nl", "en"]
LANGUAGES: tuple[Lang, ...] = ("nl", "en")

Text = Mapping[Lang, str]


def pick(text: Text, lang: Lang) -> str:
    """The text in `lang`, or in the first language it has."""
    return text.get(lang) or next(iter(text.values()), "")
