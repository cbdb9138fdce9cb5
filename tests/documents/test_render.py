import pytest

from afspraak.documents import UnableToRender, known_formats, render
from afspraak.protocol.handbook import handbook
from documents import protocols


def test_every_file_in_the_folder_is_a_format() -> None:
    assert known_formats() == ("docx", "html", "md", "pdf")


@pytest.mark.parametrize(
    ("form", "start"), [("html", b"<!doctype"), ("pdf", b"%PDF-"), ("docx", b"PK"), ("md", b"# ")]
)
def test_each_format_gives_its_own_kind_of_file(form: str, start: bytes) -> None:
    assert render(handbook(protocols.one_person(), "en"), form).lower().startswith(start.lower())


def test_an_unknown_format_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnableToRender) as refused:
        render(handbook(protocols.one_person(), "nl"), "odt")

    assert refused.value.known == known_formats()


@pytest.mark.parametrize("form", ["html", "md"])
def test_no_format_names_a_confidential_term(form: str) -> None:
    for lang in ("nl", "en"):
        text = render(handbook(protocols.build(), lang), form).decode().casefold()
        assert "zonnebloem" not in text
        assert "nachtschade" not in text
