"""Plants a bug: one string of one module is replaced, and the engine imported anew around it."""

import importlib
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType

from afspraak.engine.pack import Pack, PackPattern
from engine.browser import executor

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Bug:
    """`old` stands once in the source of `module`; with `new` instead something is wrong."""

    module: str
    old: str
    new: str


def planted(bug: Bug, wanted: str) -> ModuleType:
    """The module `wanted` as it is with the bug in it. What was imported before stays as it was."""
    finder = _Finder(bug)
    before = _taken_out()
    sys.meta_path.insert(0, finder)
    try:
        return importlib.import_module(wanted)
    finally:
        sys.meta_path.remove(finder)
        assert bug.module in _taken_out(), f"{wanted} does not use {bug.module}"
        sys.modules.update(before)


def _taken_out() -> dict[str, ModuleType]:
    """The modules of the product, no longer known as imported."""
    names = [name for name in sys.modules if name.split(".")[0] == "afspraak"]
    return {name: sys.modules.pop(name) for name in names}


class _Finder(MetaPathFinder):
    def __init__(self, bug: Bug) -> None:
        self._bug = bug

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname != self._bug.module:
            return None
        spec = PathFinder.find_spec(fullname, path)
        assert spec is not None
        assert spec.origin is not None
        spec.loader = _Loader(fullname, spec.origin, self._bug)
        return spec


class _Loader(SourceFileLoader):
    def __init__(self, fullname: str, path: str, bug: Bug) -> None:
        super().__init__(fullname, path)
        self._bug = bug

    def get_code(self, _fullname: str) -> CodeType:
        source = self.get_data(self.path).decode("utf-8")
        return compile(replaced(source, self._bug.old, self._bug.new), self.path, "exec")


def planted_in_browser(bug: Bug, folder: Path) -> Path:
    """The folder of a `run.mjs` that runs the browser executor with the bug in it."""
    modules = folder / executor.MODULES.relative_to(ROOT)
    shutil.copytree(executor.MODULES, modules)
    module = modules / bug.module
    module.write_text(replaced(module.read_text("utf-8"), bug.old, bug.new), "utf-8")
    here = folder / executor.HERE.relative_to(ROOT)
    here.mkdir(parents=True)
    for each in executor.HERE.glob("*.*js"):
        shutil.copy(each, here)
    return here


def replaced(source: str, old: str, new: str) -> str:
    """The source with the bug. A bug that is nowhere to be planted fails."""
    assert source.count(old) == 1, f"stands {source.count(old)} times: {old}"
    return source.replace(old, new)


def left_as_it_is(pack: Pack, character: str, *, as_word: bool) -> Pack:
    """The pack with a character that no longer folds, and counts as part of a word or not."""
    tables = pack.data["tables"]
    folded = dict(zip(tables["from"], tables["to"].split("\x00"), strict=True))
    del folded[character]
    words = [*tables["word"], *[ord(character)] * 2] if as_word else tables["word"]
    ranges = sorted(zip(words[::2], words[1::2], strict=True))
    changed = {
        **tables,
        "from": "".join(folded),
        "to": "\x00".join(folded.values()),
        "word": [point for each in ranges for point in each],
    }
    return Pack({**pack.data, "tables": changed})  # type: ignore[typeddict-item]


def with_more_digits(pack: Pack) -> Pack:
    """The pack whose patterns are not searched for when a text has one digit less than now."""
    patterns: list[PackPattern] = [
        {**each, "digits": each["digits"] + 1} if "digits" in each else each
        for each in pack.data["patterns"]
    ]
    assert patterns != pack.data["patterns"]
    return Pack({**pack.data, "patterns": patterns})
