"""A post as the engine takes it: its text and the facts that are known about it."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal, get_args

PostAs = Literal["corporate", "professional", "affiliated", "private"]
POST_AS: tuple[PostAs, ...] = get_args(PostAs)


@dataclass(frozen=True, slots=True)
class Media:
    """A picture or film with a post. `None` means that nobody said.

    An empty `alt` is an answer too: the picture has no description.
    """

    alt: str | None = None
    gps: bool = False
    people_asked: bool | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """A text that somebody may publish, as whom, where and when."""

    text: str
    as_: PostAs = "affiliated"
    network: str | None = None
    at: dt.datetime | None = None
    media: tuple[Media, ...] = ()
