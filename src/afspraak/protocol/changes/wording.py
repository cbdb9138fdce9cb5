"""Two versions of a text side by side: which sentences changed, and in them which words."""

import difflib
from collections.abc import Mapping, Sequence

from afspraak.diagnostics import LANGUAGES, Lang
from afspraak.protocol import prose
from afspraak.protocol.model import Words

ALIKE = 0.4
"""How much of two sentences must be the same to show them as one sentence with other words."""


def rewordings(old: Words | None, new: Words | None) -> Mapping[Lang, tuple[str, ...]]:
    """The sentences that differ, by language; empty for a language in which nothing does."""
    before, after = old or {}, new or {}
    found = {lang: _differences(before.get(lang, ""), after.get(lang, "")) for lang in LANGUAGES}
    return {lang: sentences for lang, sentences in found.items() if sentences}


def _differences(old: str, new: str) -> tuple[str, ...]:
    if old == new:
        return ()
    before, after = _sentences(old), _sentences(new)
    shown: list[str] = []
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag != "equal":
            shown += _replaced(before[start:end], after[new_start:new_end])
    # The same sentences with other marks or in other paragraphs.
    return tuple(shown) or (" ".join(new.split()),)


def _sentences(text: str) -> list[str]:
    return [" ".join(sentence.text.split()) for sentence in prose.sentences(text)]


def _replaced(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """Each new sentence beside the old one it is most like; what is left over is out or in."""
    left = list(old)
    shown: list[str] = []
    for sentence in new:
        twin = max(left, key=lambda other: _likeness(other, sentence), default="")
        if twin and _likeness(twin, sentence) >= ALIKE:
            shown += [f"~~{gone}~~" for gone in left[: left.index(twin)]]
            left = left[left.index(twin) + 1 :]
            shown.append(_marked(twin, sentence))
        else:
            shown.append(f"**{sentence}**")
    return [*shown, *(f"~~{gone}~~" for gone in left)]


def _likeness(old: str, new: str) -> float:
    return difflib.SequenceMatcher(None, old.split(), new.split(), autojunk=False).ratio()


def _marked(old: str, new: str) -> str:
    before, after = old.split(), new.split()
    out: list[str] = []
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            out += before[start:end]
            continue
        if end > start:
            out.append(f"~~{' '.join(before[start:end])}~~")
        if new_end > new_start:
            out.append(f"**{' '.join(after[new_start:new_end])}**")
    return " ".join(out)
