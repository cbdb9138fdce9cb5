"""What was measured on: the processor, the system, and the versions of all that takes part."""

import os
import platform
import re
import subprocess
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.stages import PEERS_PYTHON

OURS = ("hyperscan", "numpy", "pyarrow", "polars", "duckdb", "pyspark")
PEERS = (
    "presidio-analyzer",
    "spacy",
    "pyahocorasick",
    "better-profanity",
    "scrubadub",
    "detect-secrets",
)
ASK = "import sys, importlib.metadata as m; print(*map(m.version, sys.argv[1:]))"


def machine() -> dict[str, object]:
    """The machine, the system and Python."""
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9),
        "system": _system(),
        "python": platform.python_version(),
        "load_at_start": round(os.getloadavg()[0], 2),
    }


def versions(*, with_peers: bool) -> dict[str, str]:
    """The versions of our libraries, the browser and, when they take part, the peers."""
    found = {name: told for name in OURS if (told := _version(name))}
    found |= {name: told for name in ("chromium", "java") if (told := _command(name))}
    if with_peers and PEERS_PYTHON.exists():
        peers = subprocess.run(
            [str(PEERS_PYTHON), "-c", ASK, *PEERS], check=True, capture_output=True, text=True
        )
        found |= dict(zip(PEERS, peers.stdout.split(), strict=True))
    return found


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _command(name: str) -> str | None:
    try:
        told = subprocess.run([name, "--version"], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    number = re.search(r"\d+(?:\.\d+)+", told.stdout)
    return number and number.group()


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    found = cpuinfo.exists() and re.search(r"model name\s*: (.+)", cpuinfo.read_text())
    return found[1] if found else platform.processor() or platform.machine()


def _system() -> str:
    try:
        name = platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        name = platform.system()
    return f"{name}, {platform.system()} {platform.release().split('-')[0]}, {platform.machine()}"
