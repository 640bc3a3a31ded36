"""Fonts and content as other programs write them: encodings, Type 3, forms, layers, stamps."""
import io

import pikepdf
from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name

from data import SHORT_TREE, Maker, expenditure, general_budget, overview
from drawing import A4_LANDSCAPE, Sheet, usual
from editing import each_page, edited, form, helvetica
from registry import variation

SONG_IN_GBK = Name("/#CB#CE#CC#E5")     # 宋体, its bytes as a PDF name
GBK_WIDTHS = [1, 95, 500, 814, 939, 500]
STAMP = b"1 0 0 RG 3 w 5 5 110 110 re S BT /F1 12 Tf 10 50 Td (SEAL 12345) Tj ET"
DRAFT = (b"\n/OC /draft BDC BT /FH 10 Tf 100 400 Td (7777.77 DRAFT 8888.88) Tj "
         b"0 60 Td (123.45) Tj ET EMC")


def fonts(pdf, **values):
    """The dictionaries that have these values, such as Subtype."""
    return [item for item in pdf.objects if isinstance(item, Dictionary)
            and all(item.get(f"/{key}") == Name(f"/{value}") for key, value in values.items())]


@variation
def u_no_tounicode(case):
    def change(path):
        with edited(path) as pdf:
            for font in fonts(pdf, Type="Font"):
                if "/ToUnicode" in font:
                    del font["/ToUnicode"]
    usual(case, change=change)


@variation
def u_gbk_font_name(case):
    """not embedded, /Encoding GBK-EUC-H, font named in GBK bytes"""
    sheet = Sheet(case, font="STSong-Light", pad=14, size=8)
    maker = Maker(1)
    sheet.table(overview(maker, 12))
    sheet.table(expenditure(maker), page=A4_LANDSCAPE)
    sheet.finish(in_gbk)


def in_gbk(path):
    with edited(path) as pdf:
        for font in fonts(pdf, Subtype="Type0"):
            font.Encoding = Name("/GBK-EUC-H")
            font.BaseFont = SONG_IN_GBK
            descendant = font.DescendantFonts[0]
            descendant.W = Array(GBK_WIDTHS)
            descendant.BaseFont = SONG_IN_GBK
            descendant.Subtype = Name("/CIDFontType2")
        for page in pdf.pages:
            steps = [(in_gbk_bytes(operands) if str(operator) == "Tj" else operands, operator)
                     for operands, operator in pikepdf.parse_content_stream(page)]
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(steps))


def in_gbk_bytes(operands):
    text = bytes(operands[0]).decode("utf-16-be")
    return [pikepdf.String(text.encode("gbk"))]


@variation
def u_type3(case):
    """each glyph a little drawing"""
    sheet = Sheet(case)
    sheet.table(general_budget(Maker(1)))
    sheet.table(expenditure(Maker(2, tree=SHORT_TREE)), page=A4_LANDSCAPE)
    sheet.finish(in_type3)


class Outline(BasePen):
    """Writes a glyph's outline as PDF operators."""

    def __init__(self, glyphs):
        super().__init__(glyphs)
        self.steps = []

    def add(self, operator, *points):
        self.steps.append(" ".join(f"{x:.0f} {y:.0f}" for x, y in points) + f" {operator}")

    def _moveTo(self, point):
        self.add("m", point)

    def _lineTo(self, point):
        self.add("l", point)

    def _curveToOne(self, first, second, point):
        self.add("c", first, second, point)

    def _closePath(self):
        self.steps.append("h")


def in_type3(path):
    with edited(path) as pdf:
        for font in fonts(pdf, Subtype="TrueType"):
            file = TTFont(io.BytesIO(font.FontDescriptor.FontFile2.read_bytes()))
            to_type3(pdf, font, file)


def to_type3(pdf, font, file):
    glyphs, order, units = file.getGlyphSet(), file.getGlyphOrder(), file["head"].unitsPerEm
    names = {}
    for table in file["cmap"].tables:
        names.update(table.cmap)
    first = int(font.FirstChar)
    widths = [int(width) * units // 1000 for width in font.Widths]
    procedures, differences = Dictionary(), [first]
    for code, width in enumerate(widths, first):
        pen = Outline(glyphs)
        spare = order[min(code, len(order) - 1)]
        glyphs[names.get(code) or names.get(0xF000 + code) or spare].draw(pen)
        content = [f"{width} 0 0 -300 {units} {units} d1", *pen.steps, "f"]
        procedures[f"/g{code}"] = pdf.make_stream("\n".join(content).encode())
        differences.append(Name(f"/g{code}"))
    font.Subtype = Name.Type3
    font.FontBBox = Array([0, -units // 4, units, units])
    font.FontMatrix = Array([1 / units, 0, 0, 1 / units, 0, 0])
    font.CharProcs, font.Resources, font.Widths = procedures, Dictionary(), Array(widths)
    font.Encoding = Dictionary(Type=Name.Encoding, Differences=Array(differences))
    del font["/FontDescriptor"]
    del font["/BaseFont"]


@variation
def u_form_xobject(case):
    """the whole page's content in a form, scaled"""
    def change(pdf, page, width, height):
        page.contents_coalesce()
        whole = form(pdf, page.Contents.read_bytes(), page.MediaBox, page.Resources)
        page.Resources = Dictionary(XObject=Dictionary(Fx=whole))
        page.Contents = pdf.make_stream(b"q .9 0 0 .9 20 20 cm /Fx Do Q")
    usual(case, change=each_page(change))


@variation
def u_stamp_annotation(case):
    def change(path):
        with edited(path) as pdf:
            look = form(pdf, STAMP, [0, 0, 120, 120], Dictionary(Font=Dictionary(F1=helvetica())))
            stamp = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=[350, 400, 470, 520], F=4,
                               AP=Dictionary(N=look))
            pdf.pages[0].Annots = pdf.make_indirect(Array([pdf.make_indirect(stamp)]))
    usual(case, change=change)


@variation
def u_encrypted_owner(case):
    """opens without a password, copying forbidden"""
    def change(path):
        with pikepdf.open(path, allow_overwriting_input=True) as pdf:
            rights = pikepdf.Permissions(extract=False)
            pdf.save(path, encryption=pikepdf.Encryption(owner="x", user="", R=4, allow=rights))
    usual(case, change=change)


@variation
def u_ocg_hidden_layer(case):
    """a layer that is switched off"""
    def change(path):
        with edited(path) as pdf:
            layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=pikepdf.String("draft")))
            pdf.Root.OCProperties = Dictionary(
                OCGs=[layer], D=Dictionary(OFF=[layer], Order=[layer]))
            for page in pdf.pages:
                page.Resources.Properties = Dictionary(draft=layer)
                page.Resources.Font["/FH"] = helvetica()
                page.contents_add(pdf.make_stream(DRAFT))
    usual(case, change=change)
