import io
import time
from collections.abc import Callable

import pypdf
import pytest
from django.test import Client

from afspraak.documents import render
from afspraak.protocol.handbook import handbook
from afspraak.web.editions import queries
from afspraak.web.editions.queries import EditionRow


@pytest.fixture
def lotte(client_of: Callable[..., Client]) -> Client:
    return client_of(name="Lotte")


@pytest.mark.parametrize(
    ("asked", "name", "kind"),
    [
        (("pdf", "nl"), "afspraken-bakkerij-jansen-2026.2.nl.pdf", "application/pdf"),
        (("md", "en"), "handbook-bakkerij-jansen-2026.2.en.md", "text/markdown; charset=utf-8"),
        (
            ("docx", "nl"),
            "afspraken-bakkerij-jansen-2026.2.nl.docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
    ],
)
def test_a_file_has_a_name_to_find_it_by(
    edition: EditionRow, lotte: Client, asked: tuple[str, str], name: str, kind: str
) -> None:
    answer = lotte.get("/handbook/2026.2/download/{}/?in={}".format(*asked))

    assert answer.status_code == 200
    assert answer["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer["Content-Type"] == kind


def test_a_file_is_what_the_command_makes(edition: EditionRow, lotte: Client) -> None:
    book = handbook(queries.protocol_of(edition), "nl")

    assert lotte.get("/handbook/2026.2/download/md/").content == render(book, "md")
    pdf = pypdf.PdfReader(io.BytesIO(lotte.get("/handbook/2026.2/download/pdf/").content))
    assert "social media" in pdf.pages[0].extract_text()


def test_the_second_time_a_file_is_there_at_once(edition: EditionRow, lotte: Client) -> None:
    path = "/handbook/2026.2/download/pdf/?in=en"
    before = lotte.get(path).content

    start = time.perf_counter()
    after = lotte.get(path).content

    assert after == before
    assert time.perf_counter() - start < 0.3


@pytest.mark.parametrize("form", ["exe", "typ", "PDF", "__init__"])
def test_other_formats_are_not_there(edition: EditionRow, lotte: Client, form: str) -> None:
    assert lotte.get(f"/handbook/2026.2/download/{form}/").status_code == 404
