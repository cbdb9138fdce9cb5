"""What is installed holds everything that the program reads, not only its modules."""

from pathlib import Path

from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "afspraak"
MADE = {"__pycache__"}


def test_the_wheel_holds_every_file_of_the_package() -> None:
    builder = WheelBuilder(str(ROOT))
    inside = {Path(each.distribution_path) for each in builder.recurse_included_files()}
    ours = {
        path.relative_to(PACKAGE.parent)
        for path in PACKAGE.rglob("*")
        if path.is_file() and not MADE & set(path.parts)
    }

    assert sorted(ours - inside) == []
    assert sorted(path for path in inside - ours if path.parts[0] != "afspraak") == []
