"""Reading and cleaning, by the page's own modules in Node; the browser's part is elsewhere."""

import json
import subprocess
from pathlib import Path

import pytest
from PIL import Image

import afspraak.web.checks
from web.checks.picture_files import SECRETS, draws, picture

MODULE = Path(afspraak.web.checks.__file__).parent / "static/checks/pictures/look.js"
LOOK = """
import { readFile, writeFile } from "node:fs/promises";
const { lookInto } = await import(process.argv[1]);
for (const path of process.argv.slice(2)) {
  const look = await lookInto(new File([await readFile(path)], path));
  if (look.clean) await writeFile(path + ".clean", Buffer.from(await look.clean.arrayBuffer()));
  console.log(JSON.stringify({ ...look, clean: undefined }));
}
"""
FORMS = ("jpeg", "png", "webp")


def look_into(*paths: Path) -> list[dict[str, object]]:
    said = subprocess.run(
        ["node", "--input-type=module", "-e", LOOK, MODULE.as_uri(), *map(str, paths)],
        capture_output=True,
        check=True,
        timeout=60,
    )
    return [json.loads(line) for line in said.stdout.splitlines()]


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("form", FORMS)
def test_everything_around_the_picture_is_told(form: str, tmp_path: Path) -> None:
    (look,) = look_into(written(tmp_path, f"a.{form}", picture(form)))

    gps = look["gps"]
    assert isinstance(gps, dict)
    assert (round(gps["latitude"], 4), round(gps["longitude"], 4)) == (52.3676, 4.9042)
    told = {(each["what"], each["value"]) for each in look["found"]}  # type: ignore[attr-defined]
    assert told >= {
        ("camera", "Canon"),
        ("camera", "EOS 5D"),
        ("date", "2026:11:20 10:00:00"),
        ("author", "Lotte Bakker"),
        ("author", "Karel de Baas"),
        ("serial", "SN-12345"),
        ("software", "Editor"),
    }
    more = {("comment", "geheime opmerking"), ("behind", "")}
    assert told & more == (set() if form == "webp" else more)


@pytest.mark.parametrize("form", FORMS)
def test_clean_copy_draws_byte_for_byte_the_same(form: str, tmp_path: Path) -> None:
    file = picture(form)
    path = written(tmp_path, f"a.{form}", file)

    look_into(path)
    clean = path.with_name(f"a.{form}.clean")

    assert draws(form, clean.read_bytes()) == draws(form, file)
    assert len(draws(form, file)) >= 1
    assert [secret for secret in SECRETS if secret in clean.read_bytes()] == []
    (again,) = look_into(clean.rename(tmp_path / f"b.{form}"))
    assert (again["found"], again["gps"]) == ([], None)
    with Image.open(tmp_path / f"b.{form}") as cleaned, Image.open(path) as original:
        assert dict(cleaned.getexif()) == {0x0112: 6}
        assert cleaned.tobytes() == original.tobytes()


@pytest.mark.parametrize("form", FORMS)
def test_plain_picture_tells_nothing_and_stays_as_it_is(form: str, tmp_path: Path) -> None:
    path = written(tmp_path, f"a.{form}", picture(form, plain=True))

    (look,) = look_into(path)

    assert (look["found"], look["gps"], look["misnamed"]) == ([], None, False)
    assert path.with_name(f"a.{form}.clean").read_bytes() == path.read_bytes()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_half_a_picture_is_said_to_be_damaged(form: str, part: float, tmp_path: Path) -> None:
    file = picture(form, plain=True)

    (look,) = look_into(written(tmp_path, f"a.{form}", file[: int(part * len(file))]))

    assert look == {"problem": "broken"}


@pytest.mark.parametrize("form", FORMS)
def test_damage_anywhere_is_no_fault_of_the_page(form: str, tmp_path: Path) -> None:
    file = picture(form)
    paths = []
    for number in range(0, 200, 5):
        damaged = bytearray(file)
        damaged[number % len(file)] ^= 0xFF
        damaged[-number - 1] ^= 0xFF
        paths.append(written(tmp_path, f"{number}.{form}", bytes(damaged)))

    assert len(look_into(*paths)) == len(paths)


def test_what_cannot_be_looked_into_is_said_by_its_name(tmp_path: Path) -> None:
    huge = picture("jpeg", plain=True) + bytes(50 * 1024 * 1024)
    contents = {
        "empty": b"",
        "heic": b"\0\0\0\x18ftypheic\0\0\0\0",
        "avif": b"\0\0\0\x18ftypavif\0\0\0\0",
        "video": b"\0\0\0\x18ftypisom\0\0\0\0",
        "gif": b"GIF89a\x01\0\x01\0",
        "unknown": b"%PDF-1.7 not a picture at all",
        "huge": huge,
    }

    looks = look_into(*(written(tmp_path, f"{name}.jpg", each) for name, each in contents.items()))

    assert looks == [{"problem": name} for name in contents]


def test_name_that_ends_otherwise_and_picture_that_moves(tmp_path: Path) -> None:
    moving = tmp_path / "moves.webp"
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    frames[0].save(moving, save_all=True, append_images=frames[1:], duration=100)

    looks = look_into(written(tmp_path, "a.png", picture("jpeg", plain=True)), moving)

    assert [(each["misnamed"], each["animated"]) for each in looks] == [
        (True, False),
        (False, True),
    ]
