"""The report of a replay as a page and as a PDF."""

import io
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import outloud
import pdfua
import pypdf
import pytest

from afspraak.diagnostics import LANGUAGES, Lang
from afspraak.documents import replay_chart
from afspraak.documents.replay_report import Bar, Chart, Report, write
from documents import replays

CASES = [
    *((replays.ordinary, lang) for lang in LANGUAGES),
    (replays.hostile, "nl"),
    (replays.unchanged, "en"),
]
SVG = "{http://www.w3.org/2000/svg}"


@cache
def pdf(build: Callable[[Lang], Report], lang: Lang) -> bytes:
    return write(build(lang), "pdf")


def pages(content: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]


def html(report: Report) -> str:
    return write(report, "html").decode()


class Elements(HTMLParser):
    """Every start tag with its attributes, and the ids."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def chart_of(*bars: tuple[int, int]) -> ET.Element:
    made = tuple(Bar(f"r{i}", a, b, str(a), str(b)) for i, (a, b) in enumerate(bars))
    chart = Chart("Title", "Words", "newly", "no longer", made, "")
    drawn = replay_chart.svg(chart, replay_chart.BESIDE, name="c")
    return ET.fromstring(drawn)  # noqa: S314 - our own chart


def widths(chart: ET.Element, kind: str) -> list[float]:
    found = chart.findall(f"{SVG}rect[@class='{kind}']")
    return [float(each.attrib["width"].removesuffix("%")) for each in found]


@pytest.mark.parametrize(("build", "lang"), CASES)
def test_the_accessibility_checkers_find_no_error(
    build: Callable[[Lang], Report], lang: Lang, tmp_path: Path
) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf(build, lang))

    heard = outloud.check(str(path))
    seen = pdfua.validate(str(path))

    assert heard.error is None
    assert (heard.verdict in {"pass", "review"}, heard.errors) == (True, 0)
    assert [finding.message for finding in seen.findings] == []


def test_an_ordinary_report_passes_without_a_remark_and_fits_on_a_page(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf(replays.ordinary, "nl"))

    assert outloud.check(str(path)).verdict == "pass"
    assert len(pages(path.read_bytes())) == 1


def test_ten_rules_fit_on_a_page_without_samples() -> None:
    report = replace(replays.ordinary("nl", rules=10), samples=())

    assert len(pages(write(report, "pdf"))) == 1


def test_the_chart_is_told_in_words_in_the_pdf() -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf(replays.ordinary, "nl")))
    texts: list[str] = []

    def walk(node: object) -> None:
        held = node.get_object() if isinstance(node, pypdf.generic.IndirectObject) else node
        if isinstance(held, pypdf.generic.DictionaryObject):
            texts.extend(str(held[key]) for key in ("/Alt",) if key in held)
            walk(held.get("/K"))
        elif isinstance(held, list):
            for each in held:
                walk(each)

    walk(reader.root_object["/StructTreeRoot"])

    assert texts == ["Staafdiagram. Per regel het aantal berichten: rule-1: 40 nieuw."]


def test_the_same_report_gives_the_same_bytes_and_is_dated() -> None:
    made = pdf(replays.ordinary, "nl")
    reader = pypdf.PdfReader(io.BytesIO(made))

    assert write(replays.ordinary("nl"), "pdf") == made
    assert reader.metadata is not None
    assert str(reader.metadata.creation_date).startswith("2027-02-01")
    assert str(reader.root_object["/Lang"]) == "nl"


def test_hostile_text_is_set_as_it_was_written() -> None:
    text = " ".join(" ".join(pages(pdf(replays.hostile, "nl"))).split())

    assert "<script>alert(1)</script>" in text
    assert "#set page(fill: red)" in text
    assert "@name" in text


@pytest.mark.parametrize("build", [replays.ordinary, replays.hostile, replays.unchanged])
def test_the_page_asks_for_nothing_and_runs_nothing(build: Callable[[], Report]) -> None:
    page = html(build())
    tags = Elements(page).tags

    assert {tag for tag, _ in tags}.isdisjoint(
        {"script", "link", "img", "iframe", "object", "form"}
    )
    for _, attributes in tags:
        assert attributes.keys().isdisjoint({"src", "href", "style", "onclick", "onload"})
    # the only address is the name of the language of the chart
    assert set(re.findall(r"https?://[^\s\"'<]+", page)) <= {"http://www.w3.org/2000/svg"}
    assert "default-src 'none'" in page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_names_its_language_and_has_one_heading_of_the_first_level(lang: Lang) -> None:
    tags = Elements(html(replays.ordinary(lang))).tags

    assert ("html", {"lang": lang}) in tags
    assert [tag for tag, _ in tags].count("h1") == 1
    ids = [attributes["id"] for _, attributes in tags if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_what_was_found_and_what_is_hidden_are_marked_on_the_page() -> None:
    page = html(replays.ordinary())

    assert 'Wat een <mark>lelijk</mark> ding 🥖 van <span class="hidden">[@…]</span>' in page


def test_every_rule_of_the_chart_has_both_bars_by_number() -> None:
    chart = chart_of((30, 10), (15, 0))

    newly, no_longer = widths(chart, "accent"), widths(chart, "outline")
    assert newly[0] == pytest.approx(2 * newly[1], abs=0.02)
    assert newly[0] == pytest.approx(3 * no_longer[0], abs=0.02)
    assert len(no_longer) == 1


def test_one_post_is_seen_beside_a_million() -> None:
    chart = chart_of((1_000_000, 0), (1, 0))

    assert widths(chart, "accent")[1] == replay_chart.LEAST_PERCENT


@pytest.mark.parametrize("bars", [[(5, 0)], [(0, 5)], [(5, 5), (0, 1)]])
def test_nothing_of_the_chart_lies_outside_it(bars: list[tuple[int, int]]) -> None:
    for rect in chart_of(*bars).findall(f"{SVG}rect"):
        start = float(rect.attrib["x"].removesuffix("%"))
        wide = float(rect.attrib["width"].removesuffix("%"))
        assert start >= replay_chart.BESIDE.left
        assert start + wide <= 100


def test_the_chart_has_a_title_and_says_itself_in_words() -> None:
    chart = chart_of((5, 2))

    assert chart.attrib["role"] == "img"
    assert chart.attrib["aria-labelledby"] == "c-title c-desc"
    assert chart.findtext(f"{SVG}title") == "Title"
    assert chart.findtext(f"{SVG}desc") == "Words"


def test_the_two_sides_differ_by_pattern_and_not_by_colour_alone() -> None:
    chart = chart_of((5, 2))

    (outline,) = chart.findall(f"{SVG}rect[@class='outline']")
    assert outline.attrib["fill"] == "url(#c-hatch)"
    assert chart.find(f"{SVG}defs/{SVG}pattern[@id='c-hatch']") is not None
