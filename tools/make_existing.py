"""Makes the existing protocols of `examples/existing` from their sources, each as people make them.

One has its numbers typed by hand, one lets Word number its headings, one is a table, one has no
headings at all. Run it after changing a source: `python tools/make_existing.py`.
"""

import datetime as dt
import io
import re
from pathlib import Path

import typst
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt, RGBColor

FOLDER = Path(__file__).parent.parent / "examples" / "existing"
_WHEN = dt.datetime(2024, 3, 1, 9, 0, tzinfo=dt.UTC)


def main() -> None:
    """Writes every document beside its sources."""
    for source in sorted((FOLDER / "sources").glob("*.md")):
        head, _, text = source.read_text("utf-8").partition("\n")
        make = head.removeprefix("make: ").strip()
        _, _, body = text.partition("\n")
        end, write = _MAKES[make]
        target = FOLDER / f"{source.stem}{end}"
        target.write_bytes(write(body.strip() + "\n"))


def _markdown(text: str) -> bytes:
    return text.encode()


def _text(text: str) -> bytes:
    lines = [line.removeprefix("## ").removeprefix("# ") for line in text.splitlines()]
    spaced = [f"\n{line}" if line.isupper() else line for line in lines]
    # as a Windows program of some years ago saved it
    return "\r\n".join("\n".join(spaced).splitlines()).encode("cp1252")


def _manual(text: str) -> bytes:
    """Numbers typed by hand, headings that are only bold, and a place to sign."""
    document = _document("Arial", 10.5, "Van Houten Bouw & Onderhoud B.V.")
    for kind, line in _lines(text):
        paragraph = document.add_paragraph()
        if kind == "title":
            run = paragraph.add_run(line)
            run.bold, run.font.size = True, Pt(16)
        elif kind == "subtitle":
            paragraph.add_run(line).italic = True
        elif kind == "heading":
            paragraph.add_run(line).bold = True
            paragraph.paragraph_format.space_before = Pt(10)
            paragraph.paragraph_format.keep_with_next = True
        elif kind == "sign":
            _signature(document, paragraph, line)
        else:
            number, _, rest = line.partition(" ")
            paragraph.add_run(f"{number}\t{rest}")
            paragraph.paragraph_format.left_indent = Cm(1)
            paragraph.paragraph_format.first_line_indent = Cm(-1)
    return _saved(document)


def _automatic_headings(text: str) -> bytes:
    """Heading styles that Word numbers by itself, a comment, a tracked change, a footer."""
    document = _document("Calibri", 11, "Kwaliteitshandboek – vastgesteld")
    number = _numbering(document, "Artikel %1." if "Linde" in text else "%1.")
    style = document.styles["Heading 1"]
    style.font.color.rgb, style.font.size, style.font.name = (
        RGBColor(0x1F, 0x4E, 0x79),
        Pt(13),
        "Calibri",
    )
    style.element.get_or_add_pPr().append(_number_properties(number))
    last = None
    for kind, line in _lines(text):
        if kind == "title":
            document.add_paragraph(line, style="Title")
        elif kind == "subtitle":
            document.add_paragraph(line, style="Subtitle")
        elif kind == "heading":
            document.add_paragraph(line, style="Heading 1")
        elif kind == "item":
            document.add_paragraph(line, style="List Bullet")
        else:
            last = document.add_paragraph(line)
    if last is not None:
        document.add_comment(last.runs, text="Klopt deze datum nog?", author="P&O", initials="PO")
        last._element.append(  # noqa: SLF001 - tracked changes have no public name
            parse_xml(
                f'<w:ins {nsdecls("w")} w:id="900" w:author="P&amp;O"'
                ' w:date="2024-03-01T09:00:00Z">'
                '<w:r><w:t xml:space="preserve"> (concept)</w:t></w:r></w:ins>'
            )
        )
    return _saved(document)


def _automatic_bold(text: str) -> bytes:
    """Bold paragraphs that Word numbers, without any heading style."""
    document = _document("Verdana", 9.5, "Softwarehuis Noorderlicht")
    number = _numbering(document, "%1.")
    for kind, line in _lines(text):
        paragraph = document.add_paragraph()
        if kind == "title":
            run = paragraph.add_run(line)
            run.bold, run.font.size = True, Pt(18)
        elif kind == "heading":
            paragraph.add_run(line).bold = True
            paragraph._element.get_or_add_pPr().append(_number_properties(number))  # noqa: SLF001
            paragraph.paragraph_format.space_before = Pt(8)
        else:
            paragraph.add_run(line)
            paragraph.paragraph_format.left_indent = Cm(0.75)
    return _saved(document)


def _tables(text: str) -> bytes:
    """A table with the article on the left and its text on the right."""
    document = _document("Times New Roman", 11, "Gemeente Oosterveen – intern")
    table = None
    for kind, line in _lines(text):
        if kind == "row":
            if table is None:
                table = document.add_table(rows=0, cols=2, style="Table Grid")
            heading, body = (part.strip() for part in line.strip("|").split("|", 1))
            cells = table.add_row().cells
            cells[0].width, cells[1].width = Cm(4.5), Cm(11.5)
            cells[0].paragraphs[0].add_run(heading).bold = True
            for at, part in enumerate(body.strip(" |").split(" // ")):
                held = cells[1].paragraphs[0] if at == 0 else cells[1].add_paragraph()
                held.add_run(part)
        elif kind == "sign":
            _signature(document, document.add_paragraph(), line)
        else:
            paragraph = document.add_paragraph()
            run = paragraph.add_run(line)
            run.bold = kind == "title"
            if kind == "title":
                run.font.size = Pt(15)
    return _saved(document)


def _no_headings(text: str) -> bytes:
    """Paragraphs and nothing else."""
    document = _document("Calibri", 11, "")
    for _, line in _lines(text):
        document.add_paragraph(line)
    return _saved(document)


def _pdf(text: str) -> bytes:
    """A PDF with page numbers, as a word processor exports it."""
    parts = [
        '#set page(paper: "a4", margin: 2.5cm, numbering: "1 / 1")',
        "#set page(header: align(right)[Bakker De Groot – personeelshandboek])",
        '#set text(font: "Libertinus Serif", size: 11pt, lang: "nl")',
        "#set par(leading: 0.8em, spacing: 1.1em)",
    ]
    for kind, line in _lines(text):
        said = re.sub(r"([#*_$@<>\\\[\]])", r"\\\1", line)
        if kind == "title":
            parts.append(f'#text(size: 18pt, weight: "bold")[{said}]')
        elif kind == "heading":
            parts.append(f'#v(0.6em)\n#block(sticky: true, text(weight: "bold")[{said}])')
        else:
            parts.append(re.sub(r"^(\d+)\.", r"\1\\.", said))
    made = typst.compile("\n\n".join(parts).encode(), timestamp=_WHEN)
    return bytes(made)


def _lines(text: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for raw in text.splitlines():
        line = raw.strip()
        if not line:
            continue
        for mark, kind in (("## ", "heading"), ("# ", "title"), ("> ", "subtitle"), ("- ", "item"),
                           ("|", "row"), ("@sign ", "sign")):  # fmt: skip
            if line.startswith(mark):
                found.append((kind, line.removeprefix(mark)))
                break
        else:
            found.append(("text", line))
    return found


def _document(font: str, size: float, header: str) -> WordDocument:
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = font, Pt(size)
    normal.paragraph_format.space_after = Pt(6)
    if header:
        section.header.paragraphs[0].text = header
        footer = section.footer.paragraphs[0]
        footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
        footer._element.append(  # noqa: SLF001 - fields have no public name
            parse_xml(
                f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
            )
        )
    for name in ("created", "modified"):
        setattr(document.core_properties, name, _WHEN.replace(tzinfo=None))
    return document


def _signature(document: WordDocument, paragraph: object, line: str) -> None:
    first, *names = line.split("|")
    paragraph.add_run(first)  # type: ignore[attr-defined] # docx has no types
    for name in names:
        document.add_paragraph(f"{name}: ______________________")


def _numbering(document: WordDocument, shape: str) -> int:
    """A numbering of one level; its number."""
    root = document.part.numbering_part.element
    root.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">'
            '<w:multiLevelType w:val="multilevel"/>'
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
            f'<w:lvlText w:val="{shape}"/><w:lvlJc w:val="left"/>'
            '<w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr></w:lvl></w:abstractNum>'
        ),
    )
    root.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>')
    )
    return 90


def _number_properties(number: int) -> object:
    return parse_xml(
        f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    )


def _saved(document: WordDocument) -> bytes:
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


_MAKES = {
    "markdown": (".md", _markdown),
    "text": (".txt", _text),
    "manual-numbers": (".docx", _manual),
    "automatic-headings": (".docx", _automatic_headings),
    "automatic-bold": (".docx", _automatic_bold),
    "tables": (".docx", _tables),
    "no-headings": (".docx", _no_headings),
    "pdf": (".pdf", _pdf),
}

if __name__ == "__main__":
    main()
