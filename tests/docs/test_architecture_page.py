"""ARCHITECTURE.md names what is really there."""

import ast
import re
from pathlib import Path

from docs import markdown

SOURCE = markdown.ROOT / "src/afspraak"
PAGE = (markdown.ROOT / "ARCHITECTURE.md").read_text("utf-8")
# Folders that another folder's line tells of.
TOLD_ELSEWHERE = {
    "templates",
    "fonts",
    "rules",
    "nl",
    "locale",
    "LC_MESSAGES",
    "verbs",
    "protocol",
    "proof",
    "audit",
    "tour",
}


def names_in(path: Path) -> set[str]:
    """Functions and classes of a module, methods as `Class.method`."""
    found: set[str] = set()
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        if isinstance(node, ast.ClassDef):
            inner = (each for each in node.body if isinstance(each, ast.FunctionDef))
            found |= {f"{node.name}.{each.name}" for each in inner}
    return found


def test_every_function_that_is_named_exists() -> None:
    named = re.findall(r"`([\w/]+\.py):([\w.]+)`", PAGE)
    missing = [
        f"{path}:{name}"
        for path, name in named
        if not (SOURCE / path).is_file() or name not in names_in(SOURCE / path)
    ]

    assert len(named) > 15
    assert not missing


def test_every_path_that_is_named_exists() -> None:
    paths = re.findall(r"`((?:[\w-]+/)+(?:[\w-]+\.\w+)?)`", PAGE)
    missing = [
        path
        for path in paths
        if not any((root / path).exists() for root in (markdown.ROOT, SOURCE, SOURCE / "documents"))
        and path.rstrip("/") not in TOLD_ELSEWHERE
        and not (markdown.ROOT / "tests" / path).exists()
    ]

    assert len(paths) > 30
    assert not missing


def test_every_folder_of_the_source_has_its_line() -> None:
    folders = {
        path.parent.relative_to(markdown.ROOT)
        for path in SOURCE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    told = re.findall(r"^\| `([^`]+)/`", PAGE, re.MULTILINE)
    silent = [
        str(folder)
        for folder in folders
        if str(folder) not in told
        and folder != Path("src/afspraak")
        and not (folder.name in TOLD_ELSEWHERE and str(folder.parent) != "src/afspraak")
        and folder.name != "formats"
        # inside a feature every folder has a usual name: templates, static, migrations, locale
        and not (folder.parts[:3] == ("src", "afspraak", "web") and len(folder.parts) > 4)
    ]

    assert not silent


def test_layers_are_those_that_are_held() -> None:
    layers = re.search(
        r'^layers = \["__main__", (.+)\]$',
        (markdown.ROOT / "pyproject.toml").read_text("utf-8"),
        re.MULTILINE,
    )

    assert layers
    assert " > ".join(re.findall(r"\w+", layers[1])) in PAGE.replace("`", "")
