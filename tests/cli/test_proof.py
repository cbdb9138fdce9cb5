"""A receipt verified from the command line: it holds, it does not, or there is nothing there."""

import dataclasses
import datetime as dt
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from afspraak.decisions import receipts
from afspraak.decisions.receipt_sheet import sheet
from afspraak.documents import receipt_pdf
from afspraak.engine import kinds, networks
from afspraak.protocol import loader
from afspraak.protocol.text_hash import text_hash
from cli.invoking import BAKERY, run

SIGNER = receipts.Signer("11" * 32)
OTHER = receipts.Signer("22" * 32)
TEXT_HASH = text_hash(
    loader.load(BAKERY.read_bytes(), kinds=kinds.options_of_kinds(), networks=networks.names())
)
RECEIPT = receipts.Receipt(
    key="5d1b0c7e-8a54-4a39-9c05-0d4f3f1f7a10",
    organisation="Bakkerij Jansen",
    edition="2026.2",
    text_hash=TEXT_HASH,
    person="0f1e2d3c-1111-4222-8333-444455556666",
    name="Lotte Visser",
    language="nl",
    at="2026-11-23T09:00:00Z",
    route="screen",
    entry=17,
    objection="Te streng.\nGraag een uitzondering.",
)


@pytest.fixture
def signed(tmp_path: Path) -> Path:
    path = tmp_path / "receipt.json"
    path.write_bytes(SIGNER.sign(RECEIPT))
    return path


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("proof") / "receipt.pdf"
    said = dataclasses.asdict(sheet(RECEIPT, SIGNER.fingerprint))
    said["organisation"] = RECEIPT.organisation
    made = receipt_pdf.write(said, SIGNER.sign(RECEIPT), dt.date(2026, 11, 23))
    path.write_bytes(SIGNER.seal(made))
    return path


def test_a_receipt_that_holds_says_all_it_binds(signed: Path) -> None:
    result = run("proof", "verify", signed)

    assert result.exit_code == 0
    assert "This receipt holds" in result.stdout
    for bound in ("Lotte Visser", "2026.2", "17", "Dutch", "23 November 2026 at 09:00:00 UTC"):
        assert bound in result.stdout
    assert "> Graag een uitzondering." in result.stdout
    assert "--key" in result.stdout
    assert "--protocol" in result.stdout


def test_a_pdf_holds_as_its_json_does(sealed: Path) -> None:
    result = run("proof", "verify", sealed, "-p", BAKERY, "--key", SIGNER.fingerprint, lang="nl")

    assert result.exit_code == 0
    assert "Dit bewijs klopt" in result.stdout
    assert "--key" not in result.stdout


@pytest.mark.parametrize(
    ("name", "value"),
    [
        (field.name, 18 if field.name == "entry" else "1" * 64)
        for field in dataclasses.fields(RECEIPT)
    ],
)
def test_any_changed_fact_is_found(signed: Path, name: str, value: object) -> None:
    written = json.loads(signed.read_bytes())
    written["receipt"][name] = value
    signed.write_text(json.dumps(written))

    assert run("proof", "verify", signed).exit_code == 1


@pytest.mark.parametrize(
    "spoil",
    [
        lambda written: {**written, "note": "and agrees with everything"},
        lambda written: {**written, "receipt": {**written["receipt"], "agrees": "yes"}},
        lambda written: {**written, "signature": written["signature"][:-4] + "AA=="},
        lambda written: {**written, "signature": "?"},
        lambda written: {**written, "signer": 1},
        lambda written: {**written, "receipt": {**written["receipt"], "entry": 17.0}},
        lambda written: {**written, "receipt": {**written["receipt"], "entry": True}},
        lambda written: {**written, "receipt": []},
        lambda written: {k: v for k, v in written.items() if k != "signer"},
    ],
)
def test_what_was_not_signed_may_not_be_in_it(signed: Path, spoil: object) -> None:
    assert callable(spoil)
    signed.write_text(json.dumps(spoil(json.loads(signed.read_bytes()))))

    assert run("proof", "verify", signed).exit_code == 1


def test_a_name_that_stands_twice_is_found(signed: Path) -> None:
    said = signed.read_text("utf-8")
    signed.write_text(said.replace('"edition":', '"name": "Tom Baker",\n    "edition":'), "utf-8")

    assert run("proof", "verify", signed).exit_code == 1


def test_another_layout_of_the_same_json_still_holds(signed: Path) -> None:
    signed.write_text(json.dumps(json.loads(signed.read_bytes())))

    assert run("proof", "verify", signed).exit_code == 0


def test_any_changed_byte_of_a_pdf_is_found(sealed: Path, tmp_path: Path) -> None:
    content = bytearray(sealed.read_bytes())
    path = tmp_path / "changed.pdf"
    for place in range(200, len(content) - 1, len(content) // 40):
        changed = content.copy()
        changed[place] ^= 1
        path.write_bytes(changed)
        assert run("proof", "verify", path).exit_code in {1, 2}, place


def test_a_pdf_that_was_saved_anew_no_longer_holds(sealed: Path, tmp_path: Path) -> None:
    path = tmp_path / "again.pdf"
    PdfWriter(clone_from=PdfReader(io.BytesIO(sealed.read_bytes()))).write(path)

    result = run("proof", "verify", path)

    assert result.exit_code == 1
    assert "no longer as it was made" in result.stdout


def test_a_signed_file_in_another_pdf_proves_nothing(sealed: Path, tmp_path: Path) -> None:
    path = tmp_path / "other.pdf"
    said = dataclasses.asdict(sheet(RECEIPT, SIGNER.fingerprint)) | {"title": "Akkoord"}
    said["organisation"] = RECEIPT.organisation
    made = receipt_pdf.write(said, SIGNER.sign(RECEIPT), dt.date(2026, 11, 23))
    path.write_bytes(OTHER.seal(made))

    assert run("proof", "verify", path).exit_code == 1


def test_another_key_than_the_one_given_is_found(signed: Path) -> None:
    result = run("proof", "verify", signed, "--key", OTHER.fingerprint)

    assert result.exit_code == 1
    assert "another key" in result.stdout


def test_a_key_may_be_typed_in_groups(signed: Path) -> None:
    typed = receipts.spaced(SIGNER.fingerprint).upper()

    assert run("proof", "verify", signed, "--key", typed).exit_code == 0


def test_another_protocol_than_was_read_is_found(signed: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    text = BAKERY.read_text("utf-8")
    other.write_text(text.replace("stance: reasonable", "stance: open"), "utf-8")

    same = run("proof", "verify", signed, "-p", BAKERY)
    different = run("proof", "verify", signed, "-p", other)

    assert (same.exit_code, different.exit_code) == (0, 1)
    assert "another text" in different.stdout


def test_json_tells_a_program_the_outcome(signed: Path) -> None:
    result = run("proof", "verify", signed, "--format", "json", "--key", SIGNER.fingerprint)

    assert json.loads(result.stdout) == {
        "outcome": "valid",
        "says": "This receipt holds: nothing in it was changed.",
        "key": SIGNER.fingerprint,
        "key_was_given": True,
        "text_was_compared": False,
        "receipt": dataclasses.asdict(RECEIPT),
    }


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "cannot be read"),
        (b"\xff\xfe", "cannot be read"),
        (b"{}", "not a receipt"),
        (b"[1]", "not a receipt"),
        (b"%PDF-1.7 and nothing more", "cannot be read"),
        (b"[" * 100_000, "cannot be read"),
    ],
)
def test_a_file_that_is_no_receipt_gives_nothing_to_verify(
    tmp_path: Path, content: bytes, says: str
) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)

    result = run("proof", "verify", path)

    assert result.exit_code == 2
    assert says in result.stderr


def test_half_a_fingerprint_is_refused(signed: Path) -> None:
    result = run("proof", "verify", signed, "--key", SIGNER.fingerprint[:32], lang="nl")

    assert result.exit_code == 2
    assert "geen vingerafdruk" in result.stderr


def test_a_name_cannot_speak_to_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "receipt.json"
    path.write_bytes(SIGNER.sign(dataclasses.replace(RECEIPT, name="\x1b[2JLotte")))

    assert "\x1b[2J" not in run("proof", "verify", path).stdout


def test_verifying_needs_no_django_and_no_database(signed: Path) -> None:
    code = (
        "import sys; sys.argv = ['afspraak', 'proof', 'verify', sys.argv[1]]\n"
        "import atexit\n"
        "atexit.register(lambda: print('django' in sys.modules, 'sqlite3' in sys.modules))\n"
        "from afspraak.cli import main\nmain()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(signed)], capture_output=True, check=False, text=True
    )

    assert done.returncode == 0
    assert done.stdout.splitlines()[-1] == "False False"
