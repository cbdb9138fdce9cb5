"""What was read once stays known until the page is made: the same question is asked once a page."""

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import ParamSpec, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")

_KNOWN: ContextVar[dict[object, object] | None] = ContextVar("known", default=None)


@contextmanager
def until_made() -> Iterator[None]:
    """Within, answers are kept. Only for what changes nothing: there they cannot become untrue."""
    token = _KNOWN.set({})
    try:
        yield
    finally:
        _KNOWN.reset(token)


def once_a_page(read: Callable[P, R]) -> Callable[P, R]:
    """Marks what is read at most once a page; elsewhere it is read each time."""

    @functools.wraps(read)
    def answer(*args: P.args, **kwargs: P.kwargs) -> R:
        known = _KNOWN.get()
        if known is None:
            return read(*args, **kwargs)
        asked = (read, args, tuple(kwargs.items()))
        if asked not in known:
            known[asked] = read(*args, **kwargs)
        return cast("R", known[asked])

    return answer
