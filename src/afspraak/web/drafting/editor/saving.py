"""Saving what was typed on an earlier version, without taking anybody else's words away."""

import datetime as dt
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from afspraak.protocol import editing
from afspraak.protocol.editing import UnableToEdit
from afspraak.web.drafting import operations, queries
from afspraak.web.drafting.editor import filled, merging
from afspraak.web.drafting.editor.fields import Field, Raw
from afspraak.web.drafting.editor.held import Content, content_of
from afspraak.web.drafting.operations import UnableToSave
from afspraak.web.drafting.queries import DraftRow

TIMES = 3
"""How often a save is tried again when others keep saving in the same moment."""

At = Callable[[Content], tuple[str | int, ...] | None]
"""Where a part stands in a version of the file; None when it is not in it."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A field that somebody else changed in the meantime. `both` is what both made of it."""

    field: Field
    was: Raw
    mine: Raw
    theirs: Raw
    both: Raw
    fits: bool

    @property
    def only_theirs(self) -> bool:
        """Whether I left it as it was."""
        return self.mine == self.was


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a save. With `clashes`, or when the part is `gone`, nothing was written.

    `latest` is the draft as somebody else left it, and `brought_together` says that their changes
    and these, in other parts of the file, were both kept.
    """

    latest: DraftRow
    version: int
    clashes: tuple[Clash, ...] = ()
    gone: bool = False
    brought_together: bool = False

    @property
    def is_saved(self) -> bool:
        """Whether it was written."""
        return not self.clashes and not self.gone


def save_fields(
    *,
    draft: uuid.UUID,
    version: int,
    at: At,
    fields: Sequence[Field],
    typed: Mapping[str, Raw],
    now: dt.datetime,
    actor: uuid.UUID | None,
) -> Outcome:
    """Writes the fields that were changed since `version`. Raises `UnableToEdit`, `UnableToSave`.

    What others changed elsewhere in the meantime stays; what they changed in these fields is given
    back to choose from.
    """

    def write(latest: DraftRow, base: Content, now_there: Content) -> str | Outcome:
        path = at(now_there)
        if path is None:
            return Outcome(latest, latest.version, gone=True)
        was = editing.value_at(base.root, at(base) or path)
        theirs = editing.value_at(now_there.root, path)
        clashes = _clashes(fields, was, theirs, typed) if latest.version != version else ()
        if clashes:
            return Outcome(latest, latest.version, clashes)
        changed = {
            field.name: typed[field.name]
            for field in fields
            if field.name in typed and typed[field.name] != filled.raw(field, was)
        }
        new = filled.changes([each for each in fields if each.name in changed], theirs, changed)
        return editing.edit(now_there.text, {(*path, *key): value for key, value in new.items()})

    return _saved(draft, version, write, now, actor)


def save_text(
    *,
    draft: uuid.UUID,
    version: int,
    field: Field,
    typed: str,
    read: Callable[[Content], str | None],
    put: Callable[[Content, str], str],
    now: dt.datetime,
    actor: uuid.UUID | None,
) -> Outcome:
    """Writes a stretch of the file as text: `read` finds it in a version, `put` puts it in one."""

    def write(latest: DraftRow, base: Content, now_there: Content) -> str | Outcome:
        was, theirs = read(base), read(now_there)
        if theirs is None:
            return Outcome(latest, latest.version, gone=True)
        if was is not None and not same_text(was, theirs) and not same_text(typed, theirs):
            both, fits = merging.merged(was, typed, theirs)
            return Outcome(latest, latest.version, (Clash(field, was, typed, theirs, both, fits),))
        return now_there.text if same_text(typed, theirs) else put(now_there, typed)

    return _saved(draft, version, write, now, actor)


def save_change(
    *,
    draft: uuid.UUID,
    version: int,
    change: Callable[[Content, Content], str | None],
    now: dt.datetime,
    actor: uuid.UUID | None,
) -> Outcome:
    """Makes a change in which nothing was typed; `change` gives None when it cannot be any more.

    It gets the file as it was on the page, and as it is now.
    """

    def write(latest: DraftRow, base: Content, now_there: Content) -> str | Outcome:
        text = change(base, now_there)
        return Outcome(latest, latest.version, gone=True) if text is None else text

    return _saved(draft, version, write, now, actor)


def same_text(one: str, other: str) -> bool:
    """Whether two texts are the same but for the way lines end."""
    return _lines(one) == _lines(other)


def _saved(
    draft: uuid.UUID,
    version: int,
    write: Callable[[DraftRow, Content, Content], str | Outcome],
    now: dt.datetime,
    actor: uuid.UUID | None,
) -> Outcome:
    for _ in range(TIMES):
        latest = queries.draft(draft)
        if latest is None:
            raise UnableToSave("gone")
        there = content_of(latest.source)
        if latest.version == version:
            base = there
        else:
            row = queries.version(draft, version)
            base = content_of(row.source) if row else there
        result = write(latest, base, there)
        if isinstance(result, Outcome):
            return result
        source = _as_bytes(result, latest.source)
        try:
            saved = operations.save_draft(
                draft=draft, version=latest.version, source=source, now=now, actor=actor
            )
        except UnableToSave as unable:
            if unable.args[0] != "changed":
                raise
        else:
            return Outcome(latest, saved, brought_together=latest.version != version)
    raise UnableToSave("changed")


def _as_bytes(text: str, before: bytes) -> bytes:
    mark = b"\xef\xbb\xbf" if before.startswith(b"\xef\xbb\xbf") else b""
    try:
        return mark + text.encode("utf-8")
    except UnicodeEncodeError as error:
        name = f"U+{ord(error.object[error.start]):04X}"
        raise UnableToEdit(editing.refused("character", character=name)) from error


def _clashes(
    fields: Sequence[Field], was: object, theirs: object, typed: Mapping[str, Raw]
) -> tuple[Clash, ...]:
    """The fields to choose in, when others changed one of these; none when they did not."""
    seen = [
        (field, filled.raw(field, was), typed.get(field.name), filled.raw(field, theirs))
        for field in fields
    ]
    if all(other in (before, mine) for _, before, mine, other in seen):
        return ()
    return tuple(
        Clash(field, before, mine, other, *_both(field, before, mine, other))
        for field, before, mine, other in seen
        if mine is not None and other not in (before, mine)
    )


def _both(field: Field, was: Raw, mine: Raw, theirs: Raw) -> tuple[Raw, bool]:
    if mine == was:
        return theirs, True
    if field.kind in {"choice", "yes-no", "whole", "date"}:
        return mine, False
    if isinstance(was, str):
        prose = field.kind in {"line", "prose"}
        both, fits = merging.merged(was, str(mine), str(theirs), is_prose=prose)
        return (mine, False) if field.kind == "line" and not fits else (both, fits)
    old, ours, other = _items(was), _items(mine), _items(theirs)
    kept = [each for each in other if each in ours or each not in old]
    added = [each for each in ours if each not in other and each not in old]
    return cast("Raw", [*kept, *added]), True


def _items(several: Raw) -> list[object]:
    return list(several)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
