"""Every test of the command line has a cache and a home of its own."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from afspraak.cli import language


@pytest.fixture(autouse=True, scope="session")
def _cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("COLUMNS", "80")
        patch.delenv("AFSPRAAK_LANG", raising=False)
        yield


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    language.choose(["--lang", "en"])
    yield
    language.choose(["--lang", "en"])


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(autouse=True, scope="session")
def _ctrl_c_is_heard() -> None:
    """In the background Ctrl-C is ignored, and what a test starts would inherit that."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
