import re
from collections.abc import Callable
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from afspraak.diagnostics import LANGUAGES, Lang
from afspraak.documents import render
from afspraak.protocol.handbook import handbook
from afspraak.protocol.model import Protocol
from documents import protocols

VOID = frozenset({"meta", "br", "path", "circle"})
PROTOCOLS = [protocols.build, protocols.one_person, protocols.demanding]


class Page(HTMLParser):
    """What a page consists of; refuses tags that are not closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]


def page(build: Callable[[], Protocol] = protocols.build, lang: Lang = "nl") -> Page:
    return Page(render(handbook(build(), lang), "html").decode())


@pytest.mark.parametrize("build", PROTOCOLS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_needs_nothing_besides_itself(build: Callable[[], Protocol], lang: Lang) -> None:
    held = page(build, lang)

    assert not {"script", "link", "img", "iframe", "object", "form"} & {tag for tag, _ in held.tags}
    assert not any(name.startswith("on") for _, attrs in held.tags for name in attrs)
    assert not any("src" in attrs or "style" in attrs for _, attrs in held.tags)
    style = next(part for part in held.text.split("</style>"))
    assert "url(" not in style
    assert "@import" not in style
    for link in held.all("a"):
        assert re.match(r"#|https?://|mailto:", link["href"] or "")


@pytest.mark.parametrize("build", PROTOCOLS)
def test_ids_are_unique_and_every_place_linked_to_exists(build: Callable[[], Protocol]) -> None:
    held = page(build)
    ids = [attrs["id"] for _, attrs in held.tags if "id" in attrs]

    assert len(ids) == len(set(ids))
    for link in held.all("a"):
        if (link["href"] or "").startswith("#"):
            assert (link["href"] or "")[1:] in ids
    for attrs in held.all("section") + held.all("nav"):
        assert attrs["aria-labelledby"] in ids


@pytest.mark.parametrize("build", PROTOCOLS)
def test_headings_go_down_one_at_a_time(build: Callable[[], Protocol]) -> None:
    levels = [int(tag[1]) for tag, _ in page(build).tags if re.fullmatch(r"h[1-6]", tag)]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_page_has_its_landmarks_and_a_way_past_the_contents() -> None:
    held = page()
    tags = [tag for tag, _ in held.tags]

    assert [tags.count(tag) for tag in ("header", "nav", "main", "footer")] == [1, 1, 1, 1]
    assert held.all("a")[0] == {"class": "skip", "href": "#text"}
    assert held.all("main") == [{"id": "text", "tabindex": "-1"}]
    assert held.all("html") == [{"lang": "nl"}]


def test_texts_in_the_other_language_say_so() -> None:
    held = page(protocols.one_person, "en")

    assert held.all("html") == [{"lang": "en"}]
    assert {"class": "prose", "lang": "nl"} in held.all("div")
    assert {"id": "title-clause-respect", "lang": "nl"} in held.all("h3")


def test_hostile_text_is_read_as_it_was_written() -> None:
    held = page(protocols.demanding)

    assert '<b onclick="x">bold</b> <script>alert(1)</script> "quoted"' in held.text
    assert "{{ jinja }} {% raw %}" in held.text
    assert "onclick" not in {name for _, attrs in held.tags for name in attrs}


def test_what_may_and_may_not_have_a_word_and_a_sign() -> None:
    text = render(handbook(protocols.build(), "nl"), "html").decode()

    for tone, word in [("good", "Mag"), ("bad", "Mag niet"), ("bad", "Vraag eerst")]:
        assert re.search(
            rf'<div class="box {tone}">\s*<p class="label">\s*<svg[^>]*>.*?</svg>\s*{word}</p>',
            text,
            re.DOTALL,
        )


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_colour_of_text_stands_out_on_every_ground(mode: str) -> None:
    style = render(handbook(protocols.build(), "nl"), "html").decode()
    blocks = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", blocks[0 if mode == "light" else 1]))

    for ground in ("paper", "raised", "tint", "grey"):
        for ink in ("ink", "soft", "accent"):
            assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
