"""Makes the reference pages and the indexes of docs/ from the code; `--check` only compares."""

import difflib
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # `python tools/make_docs.py` knows only its own folder

from tools.docs import (  # noqa: E402
    Pages,
    audit_actions,
    clauses,
    codes,
    commands,
    indexes,
    kinds,
    networks,
    protocol_file,
    settings,
    system_checks,
)

DOCS = ROOT / "docs"
MAKERS = (
    protocol_file,
    kinds,
    codes,
    commands,
    networks,
    clauses,
    settings,
    system_checks,
    audit_actions,
)


def main() -> int:
    """Writes what differs, or with `--check` shows it and leaves with 1."""
    made: dict[str, str] = {}
    for maker in MAKERS:
        made |= maker.pages()
    made |= indexes.pages(DOCS, made)
    differing = {path: text for path, text in made.items() if _stored(path) != text}
    if sys.argv[1:] == ["--check"]:
        return _compare(differing)
    for path, text in differing.items():
        target = DOCS / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
        print(f"docs/{path}")
    return 0


def _stored(path: str) -> str:
    target = DOCS / path
    return target.read_text("utf-8") if target.is_file() else ""


def _compare(differing: Pages) -> int:
    for path, text in differing.items():
        old, new = _stored(path).splitlines(), text.splitlines()
        lines = difflib.unified_diff(old, new, f"docs/{path}", "made now", lineterm="", n=1)
        print("\n".join(list(lines)[:40]))
    if differing:
        print(f"\n{len(differing)} pages differ from the code: run `make docs`", file=sys.stderr)
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
