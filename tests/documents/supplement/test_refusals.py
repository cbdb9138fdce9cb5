"""Every file we cannot take gets a reason; each differs from one we take in one thing."""

import io
import struct
import zipfile

import pytest
from docx import Document
from pypdf import PdfReader, PdfWriter

from afspraak.documents.supplement import reading, unable, zipped
from afspraak.documents.supplement.unable import UnableToRead
from documents.supplement import existing

WORD = existing.content("garage.docx")
PDF = existing.content("accountants.pdf")


def _reason(content: bytes, name: str) -> str:
    with pytest.raises(UnableToRead) as refused:
        reading.read(content, name)
    return refused.value.reason


def _with(changes: dict[str, bytes | None]) -> bytes:
    """The Word file with parts added, changed or (None) taken out."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(WORD)) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name not in changes:
                new.writestr(name, old.read(name))
        for name, part in changes.items():
            if part is not None:
                new.writestr(name, part)
    return target.getvalue()


def test_the_same_files_unharmed_are_taken() -> None:
    assert reading.read(WORD, "protocol.docx").form == "docx"
    assert reading.read(_with({}), "protocol.docx").form == "docx"
    assert reading.read(PDF, "protocol.pdf").form == "pdf"


def test_what_a_file_is_counts_and_not_how_it_is_called() -> None:
    assert reading.read(WORD, "protocol.pdf").form == "docx"
    assert reading.read(PDF, "protocol").form == "pdf"


@pytest.mark.parametrize("name", ["a.docx", "a.pdf", "a.md", "a.txt"])
def test_a_file_without_a_word_is_empty(name: str) -> None:
    assert _reason(b"", name) == "empty"
    assert _reason(b" \r\n\t ", name) == "empty"


def test_a_word_file_without_text_is_empty() -> None:
    held = io.BytesIO()
    Document().save(held)

    assert _reason(held.getvalue(), "a.docx") == "empty"


def test_a_file_over_the_limit_is_too_large() -> None:
    assert _reason(b"a" * (zipped.MAX_FILE_BYTES + 1), "a.txt") == "too-large"


def test_a_text_longer_than_a_protocol_is_too_long() -> None:
    assert _reason(b"Dit is een zin over e-mail. " * 20_000, "a.txt") == "too-long"


def test_a_text_of_thousands_of_items_is_too_long() -> None:
    assert _reason(b"- mail\n" * 6_000, "a.md") == "too-long"


def test_an_encrypted_word_file_says_that_it_has_a_password() -> None:
    container = zipped.OLD_CONTAINER + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le")

    assert _reason(container, "a.docx") == "encrypted"


def test_a_zip_with_a_password_says_so() -> None:
    locked = bytearray(WORD)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = locked.find(mark)
        while start >= 0:
            (flags,) = struct.unpack_from("<H", locked, start + at)
            struct.pack_into("<H", locked, start + at, flags | 1)
            start = locked.find(mark, start + 4)

    assert _reason(bytes(locked), "a.docx") == "encrypted"


def test_an_old_word_file_is_to_be_saved_as_docx() -> None:
    assert _reason(zipped.OLD_CONTAINER + b"\0" * 500, "a.doc") == "old-word"


def test_an_encrypted_pdf_says_that_it_has_a_password() -> None:
    assert _reason(_pdf("geheim"), "a.pdf") == "encrypted"


def test_a_pdf_that_may_be_read_without_a_password_is_taken() -> None:
    assert reading.read(_pdf("", "geheim"), "a.pdf").form == "pdf"


def test_a_pdf_of_pictures_only_is_scanned() -> None:
    writer, held = PdfWriter(), io.BytesIO()
    writer.add_blank_page(595, 842)
    writer.write(held)

    assert _reason(held.getvalue(), "a.pdf") == "scanned"


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_a_file_cut_off_half_way_is_damaged(share: float) -> None:
    assert _reason(WORD[: int(len(WORD) * share)], "a.docx") == "corrupt"


def test_a_pdf_that_is_only_its_first_line_is_damaged() -> None:
    assert _reason(PDF[:200], "a.pdf") == "corrupt"


def test_a_part_that_is_no_xml_is_damaged() -> None:
    assert _reason(_with({"word/document.xml": b"<w:document"}), "a.docx") == "corrupt"


def test_two_parts_of_one_name_are_damage() -> None:
    twice = io.BytesIO(WORD)
    with zipfile.ZipFile(twice, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", "<x/>")

    assert _reason(twice.getvalue(), "a.docx") == "corrupt"


@pytest.mark.parametrize(
    "changes",
    [
        {"word/vbaProject.bin": b"macro"},
        {
            "[Content_Types].xml": zipfile.ZipFile(io.BytesIO(WORD))
            .read("[Content_Types].xml")
            .replace(b"wordprocessingml.document.main", b"ms-word.document.macroEnabled.main")
        },
    ],
)
def test_macros_are_refused_whatever_the_file_is_called(changes: dict[str, bytes | None]) -> None:
    assert _reason(_with(changes), "a.docx") == "macros"


def test_a_file_called_docm_is_refused_for_its_macros() -> None:
    assert _reason(WORD, "a.docm") == "macros"


def test_a_part_that_grows_a_thousand_times_is_a_bomb() -> None:
    assert _reason(_with({"word/media/a.bin": b"\0" * 8_000_000}), "a.docx") == "bomb"


def test_a_part_larger_than_it_claims_is_not_read_to_its_end() -> None:
    bomb = bytearray(_with({"word/media/a.bin": b"\0" * 8_000_000}))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = bomb.find(mark)
        while start >= 0:
            (size,) = struct.unpack_from("<I", bomb, start + at)
            if size == 8_000_000:
                struct.pack_into("<I", bomb, start + at, 100)
            start = bomb.find(mark, start + 4)

    # zipfile stops at the size a part claims, and then finds that the check sum is not right
    assert _reason(bytes(bomb), "a.docx") in {"bomb", "corrupt"}


def test_a_file_of_thousands_of_parts_is_a_bomb() -> None:
    many: dict[str, bytes | None] = {f"x/{n}": b"" for n in range(zipped.MAX_ENTRIES)}

    assert _reason(_with(many), "a.docx") == "bomb"


@pytest.mark.parametrize(
    "name", ["word/document.xml", "word/styles.xml", "docProps/custom.xml", "word/_rels/x.rels"]
)
def test_an_entity_in_any_part_is_not_followed(name: str) -> None:
    evil = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'

    assert _reason(_with({name: evil}), "a.docx") == "unsafe"


def test_an_entity_in_utf_16_is_not_followed_either() -> None:
    evil = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'

    assert _reason(_with({"word/document.xml": evil.encode("utf-16")}), "a.docx") == "unsafe"


def test_an_opendocument_file_is_to_be_saved_as_docx() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", "<x/>")

    assert _reason(held.getvalue(), "a.odt") == "open-document"


@pytest.mark.parametrize(
    ("content", "name"), [(b"\x89PNG\r\n\x1a\n", "a.png"), (b"a,b,c", "a.csv"), (b"hallo", "a")]
)
def test_another_kind_of_file_is_the_wrong_type(content: bytes, name: str) -> None:
    assert _reason(content, name) == "wrong-type"


def test_a_zip_that_is_no_word_file_is_the_wrong_type() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("a.txt", "hallo")

    assert _reason(held.getvalue(), "a.zip") == "wrong-type"


def test_bytes_called_text_are_no_text() -> None:
    assert _reason(b"abc\x00\x01\x02def", "a.txt") == "not-text"


def test_each_reason_has_a_problem_and_a_way_out_in_both_languages() -> None:
    for reason in unable.reasons():
        refused = UnableToRead(reason)
        assert set(refused.problem) == set(refused.way_out) == {"nl", "en"}


def _pdf(needed: str, owner: str = "") -> bytes:
    writer, held = PdfWriter(clone_from=PdfReader(io.BytesIO(PDF))), io.BytesIO()
    writer.encrypt(needed, owner or None, algorithm="RC4-128")
    writer.write(held)
    return held.getvalue()
