"""What Word files are made of: the handbook's styles, and the few things python-docx cannot say."""

import datetime as dt
import io
import zipfile

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import BaseStyle, ParagraphStyle
from docx.table import _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from afspraak.diagnostics import Lang

ACCENT = RGBColor(0x0C, 0x5A, 0x5E)
SOFT = RGBColor(0x4D, 0x56, 0x5B)
INK = RGBColor(0x1F, 0x24, 0x27)
SERIF, SANS, MONO = "Georgia", "Calibri", "Consolas"
LOCALES: dict[Lang, str] = {"nl": "nl-NL", "en": "en-GB"}

TEXT_WIDTH_CM = 15
TABLE_STYLE = "Afspraak Table"
_AFTER_BORDER = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc")
_TABLE_XML = f"""
<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="AfspraakTable">
  <w:name w:val="{TABLE_STYLE}"/><w:basedOn w:val="TableNormal"/>
  <w:tblPr><w:tblBorders>
    <w:top w:val="single" w:sz="4" w:color="C9C6BD"/>
    <w:bottom w:val="single" w:sz="4" w:color="C9C6BD"/>
    <w:insideH w:val="single" w:sz="4" w:color="C9C6BD"/>
  </w:tblBorders><w:tblCellMar>
    <w:top w:w="60" w:type="dxa"/><w:left w:w="120" w:type="dxa"/>
    <w:bottom w:w="60" w:type="dxa"/><w:right w:w="120" w:type="dxa"/>
  </w:tblCellMar></w:tblPr>
  <w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="0C5A5E"/></w:rPr>
    <w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E9F2F0"/></w:tcPr></w:tblStylePr>
</w:style>"""


def blank(lang: Lang) -> WordDocument:
    """An A4 document in `lang`, with the handbook's styles and nothing in it."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(3)
    section.top_margin, section.bottom_margin = Cm(3), Cm(2.6)
    section.different_first_page_header_footer = True
    _set_language(document, lang)
    _set_styles(document)
    document.styles.element.append(parse_xml(_TABLE_XML))
    return document


def xml_of(part: Paragraph | Run | _Row) -> BaseOxmlElement:
    """The XML of a part, for what python-docx has no words for."""
    return part._element  # noqa: SLF001 - the library's documented way in, without a public name


def set_number(paragraph: Paragraph, number: int) -> None:
    """Makes a paragraph count in the numbering of that id."""
    held = xml_of(paragraph).get_or_add_pPr().get_or_add_numPr()
    held.get_or_add_ilvl().val = 0
    held.get_or_add_numId().val = number


def field(paragraph: Paragraph, instruction: str) -> None:
    """A field that the word processor fills in, such as the number of the page."""
    xml_of(paragraph).append(
        parse_xml(
            f'<w:fldSimple {nsdecls("w")} w:instr="{instruction}">'
            "<w:r><w:t>1</w:t></w:r></w:fldSimple>"
        )
    )


def bookmark(paragraph: Paragraph, number: int, name: str) -> None:
    """A place that links within the document lead to."""
    start = f'<w:bookmarkStart {nsdecls("w")} w:id="{number}" w:name="{name}"/>'
    xml_of(paragraph).append(parse_xml(start))
    xml_of(paragraph).append(parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="{number}"/>'))


def link_within(paragraph: Paragraph, name: str) -> BaseOxmlElement:
    """An empty link to a bookmark; runs are put in it."""
    held = parse_xml(f'<w:hyperlink {nsdecls("w")} w:anchor="{name}" w:history="1"/>')
    xml_of(paragraph).append(held)
    return held


def link_out(paragraph: Paragraph, to: str) -> BaseOxmlElement:
    """An empty link to an address; runs are put in it."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    relation = paragraph.part.relate_to(to, kind, is_external=True)
    held = parse_xml(f'<w:hyperlink {nsdecls("w", "r")} r:id="{relation}" w:history="1"/>')
    xml_of(paragraph).append(held)
    return held


def restart_numbers(document: WordDocument, style: str, start: int) -> int:
    """A numbering like that of a list style which begins at `start`; its id."""
    numbering = document.part.numbering_part.element
    own = document.styles[style].element.pPr.numPr.numId.val
    abstract = next(num.abstractNumId.val for num in numbering.num_lst if num.numId == own)
    number = numbering.add_num(abstract)
    number.add_lvlOverride(ilvl=0).add_startOverride(start)
    return int(number.numId)


def repeat_head(row: _Row) -> None:
    """Makes a row the head of its table, repeated on every page."""
    xml_of(row).get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))


def saved(document: WordDocument, day: dt.date) -> bytes:
    """The file, with `day` for every date in it: the same document gives the same bytes."""
    moment = dt.datetime.combine(day, dt.time())
    document.core_properties.created = moment
    document.core_properties.modified = moment
    fresh, fixed = io.BytesIO(), io.BytesIO()
    document.save(fresh)
    when = (max(day.year, 1980), day.month, day.day, 0, 0, 0)
    with zipfile.ZipFile(fresh) as source, zipfile.ZipFile(fixed, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, when)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return fixed.getvalue()


def _set_language(document: WordDocument, lang: Lang) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    held = defaults.find(f".//{qn('w:lang')}")
    for name in ("val", "eastAsia"):
        held.set(qn(f"w:{name}"), LOCALES[lang])


def _set_styles(document: WordDocument) -> None:
    _style(document, "Normal", SERIF, 10.5, after=7, line=1.25)
    _style(document, "Title", SERIF, 34, bold=True, before=0, after=14, line=1.0)
    _without_border(document.styles["Title"].element)
    _style(document, "Heading 1", SERIF, 18, bold=True, before=26, after=8)
    _style(document, "Heading 2", SERIF, 14, bold=True, before=20, after=6)
    _style(document, "Heading 3", SERIF, 11.5, bold=True, before=10, after=4)
    _style(document, "Quote", SERIF, 10.5, italic=True, after=7, indent=0.6)
    for name in ("List Bullet", "List Bullet 2", "List Number", "List Number 2"):
        _style(document, name, SERIF, 10.5, after=3, line=1.2)
    _style(document, "Header", SANS, 9, colour=SOFT)
    _style(document, "Footer", SANS, 9, colour=SOFT)
    _style(document, "Organisation", SANS, 14, bold=True, colour=ACCENT, before=110, after=8)
    _style(document, "Edition", SANS, 11, colour=SOFT, after=2)
    _style(document, "Label", SANS, 10.5, bold=True, colour=ACCENT, before=9, after=2, keep=True)
    _style(document, "Check", SERIF, 10.5, after=4, indent=0.5, keep=True)
    _style(document, "Table Head", SANS, 10, bold=True, colour=ACCENT, after=1, keep=True)
    _style(document, "Table Text", SERIF, 10.5, after=3)
    _style(document, "Small", SANS, 9, colour=SOFT, after=4)
    _style(document, "Post", SERIF, 10.5, italic=True, after=3)
    _style(document, "Signature Line", SANS, 9, colour=SOFT, before=30, after=0)
    _style(document, "Verbatim", MONO, 9.5, after=7)
    _style(document, "Contents Heading", SERIF, 18, bold=True, before=0, after=8, keep=True)
    _style(document, "TOC 1", SANS, 10.5, bold=True, before=4, after=2)
    _style(document, "TOC 2", SANS, 10.5, after=1, indent=0.6)
    for name in ("Header", "Footer"):
        _tab_at_right_margin(document.styles[name])
    # Word draws one border around neighbours that look alike, unless there is one between them.
    _border(document.styles["Signature Line"].element, ("bottom", "between"), "4D565B")
    _border(document.styles["Check"].element, ("left",), "0C5A5E")
    link = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb, link.font.underline = ACCENT, True
    code = document.styles.add_style("Code", WD_STYLE_TYPE.CHARACTER)
    code.font.name, code.font.size = MONO, Pt(9.5)
    struck = document.styles.add_style("Struck", WD_STYLE_TYPE.CHARACTER)
    struck.font.strike = True


def _style(  # noqa: PLR0913 - a style is a list of settings
    document: WordDocument,
    name: str,
    font: str,
    size: float,
    *,
    bold: bool = False,
    italic: bool = False,
    colour: RGBColor = INK,
    before: float = 0,
    after: float = 0,
    line: float = 1.15,
    indent: float = 0,
    keep: bool = False,
) -> None:
    styles = document.styles
    style = styles[name] if name in styles else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if not isinstance(style, ParagraphStyle):
        raise TypeError(name)
    style.font.name, style.font.size = font, Pt(size)
    # Left open where it is not asked for, so that the head of a table can still be bold.
    style.font.bold, style.font.italic = bold or None, italic or None
    style.font.color.rgb = colour
    _one_font(style.element, font)
    held = style.paragraph_format
    held.space_before, held.space_after, held.line_spacing = Pt(before), Pt(after), line
    if indent:
        held.left_indent = Cm(indent)
    if keep:
        held.keep_with_next = True


def _one_font(element: BaseOxmlElement, font: str) -> None:
    """The font for every script: the theme's own would win from the style's."""
    fonts = element.rPr.find(qn("w:rFonts"))
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), font)


def _tab_at_right_margin(style: BaseStyle) -> None:
    if not isinstance(style, ParagraphStyle):
        raise TypeError(style.name)
    stops = style.paragraph_format.tab_stops
    stops.clear_all()
    stops.add_tab_stop(Cm(TEXT_WIDTH_CM), WD_TAB_ALIGNMENT.RIGHT)


def _border(element: BaseOxmlElement, sides: tuple[str, ...], colour: str) -> None:
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="8" w:space="8" w:color="{colour}"/>' for side in sides
    )
    border = parse_xml(f"<w:pBdr {nsdecls('w')}>{lines}</w:pBdr>")
    # Word wants the parts of a style in the order of its schema.
    element.get_or_add_pPr().insert_element_before(border, *_AFTER_BORDER)


def _without_border(element: BaseOxmlElement) -> None:
    border = element.pPr.find(qn("w:pBdr"))
    if border is not None:
        element.pPr.remove(border)
