"""The sheet: 16:9, a theme whose fonts have Latin and hanzi, layouts stretched with it, texts that carry both fonts.

The fonts are named for the reader's PC, not for ours: Arial is on every one, Microsoft YaHei comes with Windows and with
Office for the Mac, and WPS and LibreOffice know what to put in its place. Nothing is embedded, which only PowerPoint would read.
"""

from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Pt

from outcomes.charts import LIGHT

LATIN, HANZI = "Arial", "Microsoft YaHei"
WIDE, HIGH = Inches(13.333), Inches(7.5)
LEFT, RIGHT = Inches(0.6), Inches(0.6)
TITLE_ONLY = 5  # the layout of a title and nothing else
_CODE = {"en": "en-GB", "zh": "zh-CN"}


def blank():
    """An empty 16:9 presentation with our theme fonts."""
    deck = Presentation()
    stretch = WIDE / deck.slide_width
    deck.slide_width, deck.slide_height = WIDE, HIGH
    master = deck.slide_master
    for holder in (master, *master.slide_layouts):
        for shape in holder.shapes:
            if shape.is_placeholder and shape.left is not None:
                shape.left, shape.width = Emu(int(shape.left * stretch)), Emu(int(shape.width * stretch))
    _theme_fonts(master)
    return deck


def _theme_fonts(master) -> None:
    """Latin, East Asian and, by its script, simplified Chinese: PowerPoint reads the second, WPS the third."""
    part = next(rel.target_part for rel in master.part.rels.values() if rel.reltype.endswith("/theme"))
    tree = etree.fromstring(part.blob)
    space = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
    for font in tree.iterfind(".//a:fontScheme/*", space):
        font.find("a:latin", space).set("typeface", LATIN)
        font.find("a:ea", space).set("typeface", HANZI)
        for script in font.iterfind("a:font[@script='Hans']", space):
            script.set("typeface", HANZI)
    part._blob = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def colour(name: str) -> RGBColor:
    """A colour by its meaning, of the light look."""
    return RGBColor.from_string(getattr(LIGHT, name).lstrip("#"))


def write(paragraph, text: str, lang: str, size: float, tone: str = "ink", bold: bool = False):
    """One run with both fonts, its language and size in pt."""
    run = paragraph.add_run()
    run.text = text
    run.font.size, run.font.bold, run.font.color.rgb = Pt(size), bold, colour(tone)
    dress(run._r.get_or_add_rPr(), lang)
    return run


def dress(properties, lang: str) -> None:
    """The fonts by name, not by theme alone: a slide that is copied into another deck keeps its hanzi."""
    properties.set("lang", _CODE[lang])
    for tag, face in (("a:latin", LATIN), ("a:ea", HANZI), ("a:cs", HANZI)):
        found = properties.find(qn(tag))
        if found is None:
            found = etree.SubElement(properties, qn(tag))
        found.set("typeface", face)


def name(shape, called: str, alt: str) -> None:
    """A name by which a later refresh finds the shape, and what it says for those who do not see it."""
    shape.name = called
    shape._element.xpath(".//p:cNvPr")[0].set("descr", alt)


def decorative(shape) -> None:
    """A line that says nothing: readers aloud pass it by."""
    space = "http://schemas.microsoft.com/office/drawing/2017/decorative"
    about = shape._element.xpath(".//p:cNvPr")[0]
    about.set("descr", "")
    kept = etree.SubElement(about, qn("a:extLst"))
    one = etree.SubElement(kept, qn("a:ext"), uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}")
    etree.SubElement(one, f"{{{space}}}decorative", nsmap={"adec": space}).set("val", "1")


def box(slide, called: str, place: tuple, alt: str):
    """An empty text box without margins at (left, top, width, height)."""
    shape = slide.shapes.add_textbox(*(Emu(int(one)) for one in place))
    name(shape, called, alt)
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    return shape


def chart_fonts(chart, size: float = 12) -> None:
    """All letters of a chart in both fonts."""
    chart.font.size = Pt(size)
    chart.font.color.rgb = colour("ink2")
    properties = chart._chartSpace.find(qn("c:txPr")).find(".//" + qn("a:defRPr"))
    for tag, face in (("a:latin", LATIN), ("a:ea", HANZI)):
        found = properties.find(qn(tag))
        if found is None:
            found = etree.SubElement(properties, qn(tag))
        found.set("typeface", face)
