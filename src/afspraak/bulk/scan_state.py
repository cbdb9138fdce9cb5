"""A scan's unfinished work beside its output: numbered parts, and a small file that says how far.

A part is on disk before the state that counts it, and the state is replaced at once; so whatever
stops the program, the state on disk tells of whole parts and of every row before its place. The
output is made from the parts and moved into place when it is whole.
"""

import contextlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import pyarrow as pa

from afspraak.bulk.scan_writers import Write

FORMAT = 1


class UnableToWrite(Exception):
    """The output or what is kept beside it cannot be written; `error` says why."""

    def __init__(self, path: Path, error: OSError) -> None:
        super().__init__(f"{path}: {error}")
        self.path = path
        self.error = error


class UnableToGoOn(Exception):
    """What lies beside the output is of another scan; `changed` names what differs.

    `changed` holds paths of inputs and the words "inputs", "pack", "options", "state", "busy".
    """

    def __init__(self, folder: Path, changed: tuple[str, ...]) -> None:
        super().__init__(f"{folder}: {', '.join(changed)}")
        self.folder = folder
        self.changed = changed


@dataclass(frozen=True, slots=True)
class Identity:
    """What a scan is of; with any other it cannot go on. `inputs` gives size and time of change."""

    inputs: Mapping[str, tuple[int, int]]
    pack: str
    options: Mapping[str, str | None]

    def as_json(self) -> dict[str, Any]:
        """As plain values."""
        inputs = {name: list(each) for name, each in self.inputs.items()}
        return {"inputs": inputs, "pack": self.pack, "options": dict(self.options)}

    def differs(self, kept: Mapping[str, Any]) -> tuple[str, ...]:
        """What is not as it was kept."""
        now = self.as_json()
        found = [each for each in ("pack", "options") if now[each] != kept[each]]
        if now["inputs"].keys() != kept["inputs"].keys():
            return ("inputs", *found)
        changed = [name for name, each in now["inputs"].items() if each != kept["inputs"][name]]
        return (*changed, *found)


@dataclass(slots=True)
class State:
    """How far a scan is: `at` holds plain values of the scan itself, `parts` counts the parts.

    `placed` when the output is in its place and only the folder is still to be cleared.
    """

    at: dict[str, Any] = field(default_factory=dict)
    parts: int = 0
    placed: bool = False


class Partial:
    """The folder `NAME.partial` beside the output NAME. Raises `UnableToWrite`, `UnableToGoOn`."""

    def __init__(self, goal: Path, identity: Identity) -> None:
        self.goal = goal.resolve() if goal.is_symlink() else goal
        self.folder = self.goal.with_name(f"{self.goal.name}.partial")
        self._identity = identity
        self._lock: int | None = None
        self.state = State()

    @property
    def is_kept(self) -> bool:
        """Whether there is work that is not done."""
        return (self.folder / "state.json").exists()

    def begin(self, *, restart: bool) -> bool:
        """Takes the folder; True when an earlier scan goes on."""
        try:
            self.folder.mkdir(mode=0o700, exist_ok=True)
            self._take()
            kept = None if restart else self._kept()
            if kept is not None:
                self.state = State(kept["at"], kept["parts"], kept["placed"])
            for path in self.folder.iterdir():
                if path.name != "lock" and path not in self._in_use():
                    path.unlink()
        except OSError as error:
            self._drop_if_empty()
            raise UnableToWrite(self.goal, error) from None
        return kept is not None

    def save(self, rows: list[pa.Table], at: dict[str, Any]) -> None:
        """Keeps rows and how far they go, both or neither."""
        if not rows and at == self.state.at:
            return
        try:
            if rows:
                self._write(self._part(self.state.parts), _packed(rows))
            self._keep(State(at, self.state.parts + bool(rows)))
        except OSError as error:
            raise UnableToWrite(self.goal, error) from None

    def finish(self, write: Write) -> None:
        """Makes the output from all parts, moves it into place, and clears the folder."""
        whole = self.folder / "whole"
        try:
            if not self.state.placed:
                with whole.open("wb") as file:
                    write(self._rows(), file)
                    file.flush()
                    os.fsync(file.fileno())
                whole.replace(self.goal)
                _settle(self.goal.parent)
        except OSError as error:
            whole.unlink(missing_ok=True)
            raise UnableToWrite(self.goal, error) from None
        except pa.ArrowException:
            raise UnableToGoOn(self.folder, ("state",)) from None
        with contextlib.suppress(OSError):
            self._keep(replace(self.state, placed=True))
        self.discard()

    def discard(self) -> None:
        """Clears the folder. Until all else is gone the state tells what the rest is."""
        with contextlib.suppress(OSError):
            for path in self.folder.iterdir():
                if path.name != "state.json":
                    path.unlink(missing_ok=True)
        self.release()
        shutil.rmtree(self.folder, ignore_errors=True)

    def release(self) -> None:
        """Lets another scan have the folder."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def _keep(self, state: State) -> None:
        kept = {"format": FORMAT, **self._identity.as_json(), **asdict(state)}
        self._write(self.folder / "state.json", json.dumps(kept, indent=1).encode())
        self.state = state

    def _take(self) -> None:
        """Holds a lock that goes by itself when this process ends, however it ends."""
        self._lock = os.open(self.folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            import fcntl  # noqa: PLC0415 - not on Windows
        except ImportError:
            return
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self.release()
            raise UnableToGoOn(self.folder, ("busy",)) from None

    def _kept(self) -> dict[str, Any] | None:
        try:
            kept: dict[str, Any] = json.loads((self.folder / "state.json").read_bytes())
        except FileNotFoundError:
            return None
        except ValueError:
            kept = {}
        if not isinstance(kept, dict) or kept.get("format") != FORMAT:
            self.release()
            raise UnableToGoOn(self.folder, ("state",))
        if changed := self._identity.differs(kept):
            self.release()
            raise UnableToGoOn(self.folder, changed)
        if kept["placed"] and not self.goal.exists():
            return None  # it was done, and its output has been taken away
        if not kept["placed"] and not all(self._part(i).exists() for i in range(kept["parts"])):
            self.release()
            raise UnableToGoOn(self.folder, ("state",))
        return kept

    def _in_use(self) -> set[Path]:
        """What the state counts; anything else was left by a stop half-way."""
        if not self.state.at:
            return set()
        return {self.folder / "state.json", *map(self._part, range(self.state.parts))}

    def _part(self, number: int) -> Path:
        return self.folder / f"part-{number:06}.arrow"

    def _rows(self) -> Iterator[pa.Table]:
        for number in range(self.state.parts):
            with pa.OSFile(str(self._part(number))) as file, pa.ipc.open_stream(file) as stream:
                for batch in stream:
                    yield pa.Table.from_batches([batch])

    def _write(self, goal: Path, content: bytes | pa.Buffer) -> None:
        partial = goal.with_suffix(".new")
        try:
            with partial.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            partial.replace(goal)
            _settle(self.folder)
        except OSError:
            partial.unlink(missing_ok=True)
            raise

    def _drop_if_empty(self) -> None:
        self.release()
        if self.folder.is_dir() and {each.name for each in self.folder.iterdir()} <= {"lock"}:
            shutil.rmtree(self.folder, ignore_errors=True)


def _packed(rows: list[pa.Table]) -> pa.Buffer:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, rows[0].schema) as stream:
        for each in rows:
            stream.write_table(each)
    return sink.getvalue()


def _settle(folder: Path) -> None:
    """Has the system write a folder's names to disk, where it can."""
    if os.name == "posix":
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
