import pytest

from afspraak.documents.prose import (
    Code,
    Heading,
    Items,
    Link,
    Marked,
    Paragraph,
    Plain,
    Quote,
    Table,
    Verbatim,
    address,
    blocks,
    line,
    plain,
)


def test_markdown_becomes_a_small_tree() -> None:
    assert blocks("# A\n\nb *c* **d** `e`\n\n- f\n- g\n\n3. h\n\n> i\n\n```\nj\n```") == (
        Heading((Plain("A"),)),
        Paragraph(
            (
                Plain("b "),
                Marked("emphasis", (Plain("c"),)),
                Plain(" "),
                Marked("strong", (Plain("d"),)),
                Plain(" "),
                Code("e"),
            )
        ),
        Items(((Paragraph((Plain("f"),)),), (Paragraph((Plain("g"),)),)), None),
        Items(((Paragraph((Plain("h"),)),),), 3),
        Quote((Paragraph((Plain("i"),)),)),
        Verbatim("j"),
    )


def test_a_table_has_heads_and_rows() -> None:
    assert blocks("| a | b |\n|---|---|\n| c | d |") == (
        Table(
            ((Plain("a"),), (Plain("b"),)),
            (((Plain("c"),), (Plain("d"),)),),
        ),
    )


def test_html_is_text() -> None:
    said = blocks("<script>alert(1)</script>\n\nx <b onclick=y>z</b>")

    assert said == (
        Paragraph((Plain("<script>alert(1)</script>"),)),
        Paragraph((Plain("x <b onclick=y>z</b>"),)),
    )


@pytest.mark.parametrize("to", ["https://a.nl/b", "http://a.nl", "mailto:a@b.nl"])
def test_links_to_pages_and_addresses_stay(to: str) -> None:
    assert line(f"[x]({to})") == (Link(to, (Plain("x"),)),)


@pytest.mark.parametrize(
    "to", ["javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "file:///etc/passwd", "#top"]
)
def test_other_links_are_only_words(to: str) -> None:
    assert not any(isinstance(held, Link) for held in line(f"[x]({to})"))
    assert plain(line(f"[x]({to})")).startswith(("x", "[x]"))


def test_a_picture_is_its_description() -> None:
    assert line("![een plaat](https://a.nl/x.png)") == (Plain("een plaat"),)


@pytest.mark.parametrize(
    ("reach", "to"),
    [
        ("social@bakkerij.nl", "mailto:social@bakkerij.nl"),
        ("https://intranet.bakkerij.nl/vraag", "https://intranet.bakkerij.nl/vraag"),
        ("030 123 45 67", ""),
        ("kamer 2, bij Sanne", ""),
        ("@bakkerij", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_an_address_is_a_link_only_where_it_leads_somewhere(reach: str, to: str) -> None:
    assert address(reach) == to
