"""A process as people have it: without what is only here for Spark and for tests."""

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType


class WithoutPandas(MetaPathFinder):
    """Arrow loads pandas where it is there, for tens of megabytes; `afspraak[bulk]` has none."""

    def find_spec(
        self, name: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Nothing but a refusal of this one name."""
        if name == "pandas":
            raise ImportError(name)
        return None


def without_pandas() -> None:
    """From now on pandas cannot be imported in this process."""
    sys.meta_path.insert(0, WithoutPandas())
