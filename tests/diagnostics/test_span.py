"""Spans and lines: every way of counting cuts out the same text."""

from hypothesis import given
from hypothesis import strategies as st

from afspraak.diagnostics import Span
from afspraak.diagnostics.lines import Lines

_TEXT = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("é🥐👩‍👧\n\r\t\u2028"))


@given(_TEXT, st.integers(0, 40), st.integers(0, 40))
def test_span_cuts_the_same_in_code_points_utf16_and_utf8(text: str, one: int, two: int) -> None:
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    span = Span(start, end)

    in_utf16, in_utf8 = span.utf16(text), span.utf8(text)

    wide, narrow = text.encode("utf-16-le"), text.encode("utf-8")
    assert wide[in_utf16.start * 2 : in_utf16.end * 2].decode("utf-16-le") == span.of(text)
    assert narrow[in_utf8.start : in_utf8.end].decode("utf-8") == span.of(text)


def test_spans_overlap_when_they_share_a_code_point() -> None:
    assert Span(0, 2).overlaps(Span(1, 3))
    assert not Span(0, 2).overlaps(Span(2, 3))


@given(_TEXT, st.integers(0, 40), st.integers(0, 40))
def test_place_leads_back_to_the_text(text: str, one: int, two: int) -> None:
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    lines = Lines.of(text, file="f")

    place = lines.place(start, end)

    assert lines.starts[place.line - 1] + place.column - 1 == start
    assert lines.starts[place.end_line - 1] + place.end_column - 1 == end


def test_lines_end_as_editors_count_them() -> None:
    lines = Lines.of("een\r\ntwee\rdrie\u2028nog drie\n", file="f")

    assert [lines.line(number) for number in range(6)] == [
        "",
        "een",
        "twee",
        "drie\u2028nog drie",
        "",
        "",
    ]
