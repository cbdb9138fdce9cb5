"""Gathers the texts of every web feature and compiles their Dutch; `--check` only compares.

Names of features after it (`make_messages.py kit home`) leave the others alone.

Gathering needs GNU gettext. Without it the catalogues are compiled as they are, and `--check`
says what it could not see.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # `python tools/make_messages.py` knows only its own folder

from tools.messages import catalogue  # noqa: E402

WEB = ROOT / "src/afspraak/web"
STORED = "locale/nl/LC_MESSAGES/django.po"
GATHERED = ("*.py", "*.html", "*.md")
"""Where texts stand: code, pages and mails."""


def main() -> int:
    """Writes what differs, or with `--check` shows it and leaves with 1."""
    asked = set(sys.argv[1:])
    is_check = "--check" in asked
    can_gather = bool(shutil.which("xgettext") and shutil.which("msgmerge"))
    if not can_gather:
        print("GNU gettext is not installed: texts are not gathered, only compiled.")
    complaints: list[str] = []
    dutch: dict[str, tuple[str, Mapping[int, str]]] = {}
    for feature in features(asked - {"--check"}):
        stored = feature / STORED
        before = stored.read_text("utf-8") if stored.exists() else ""
        after = gathered(feature) if can_gather else before
        complaints += complaints_about(feature, before, after, is_check=is_check)
        if after and not is_check:
            stored.parent.mkdir(parents=True, exist_ok=True)
            stored.write_text(after, "utf-8")
            stored.with_suffix(".mo").write_bytes(catalogue.compiled(after))
        complaints += said_otherwise(feature.name, after, dutch)
    print("\n".join(complaints) if complaints else "Every text has its Dutch.")
    return 1 if complaints else 0


def features(asked: set[str]) -> Iterator[Path]:
    """The folders of the web application that may have a catalogue: those asked for, or all."""
    for path in sorted(WEB.iterdir()):
        if (path / "__init__.py").exists() and (not asked or path.name in asked):
            yield path


def gathered(feature: Path) -> str:
    """The catalogue as it should be: the texts of today with the translations that are stored."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / feature.name
        for pattern in (*GATHERED, STORED):
            for source in feature.rglob(pattern) if "*" in pattern else feature.glob(pattern):
                target = copy / source.relative_to(feature)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, target)
        (copy / "locale").mkdir(exist_ok=True)
        _make(copy)
        made = copy / STORED
        text = catalogue.undated(made.read_text("utf-8")) if made.exists() else ""
    return text if any(entry.key for entry in catalogue.entries(text)) else ""


def complaints_about(feature: Path, before: str, after: str, *, is_check: bool) -> Iterator[str]:
    """What is wrong with the catalogue of a feature."""
    shown = (feature / STORED).relative_to(ROOT)
    for text, problem in catalogue.problems(after).items():
        yield f"{shown}: {problem}: {text!r}"
    if not is_check:
        return
    if before != after:
        yield f"{shown}: not up to date; run `make locale`"
    compiled = (feature / STORED).with_suffix(".mo")
    if before and (not compiled.exists() or compiled.read_bytes() != catalogue.compiled(before)):
        yield f"{shown.with_suffix('.mo')}: not made from its .po; run `make locale`"


def said_otherwise(
    feature: str, text: str, dutch: dict[str, tuple[str, Mapping[int, str]]]
) -> Iterator[str]:
    """Texts that an earlier feature says otherwise: all catalogues end up as one."""
    for entry in catalogue.entries(text):
        if not entry.key or entry.is_empty:
            continue
        key = f"{entry.context}: {entry.key}" if entry.context else entry.key
        first, said = dutch.setdefault(key, (feature, entry.said))
        if said != entry.said:
            yield f"{key!r} is {said[0]!r} in {first} and {entry.said[0]!r} in {feature}"


def _make(folder: Path) -> None:
    from django.core.management import call_command  # noqa: PLC0415 - only where it is needed

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "afspraak.web.settings")
    here = Path.cwd()
    os.chdir(folder)
    try:
        call_command(
            "makemessages",
            locale=["nl"],
            extensions=["py,html,md"],
            no_location=True,
            no_obsolete=True,
            verbosity=0,
        )
    finally:
        os.chdir(here)


if __name__ == "__main__":
    sys.exit(main())
