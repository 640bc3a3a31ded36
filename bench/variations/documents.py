"""Word processor files: tables as python-docx writes them, printed by LibreOffice."""
import docx
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_ALIGN_VERTICAL
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

import office
from data import (NUMERALS, SHORT_TREE, Maker, Table, expenditure, general_budget, in_yuan,
                  overview, reception, retitle, state_capital)
from drawing import merged, spanned
from registry import named, variation

FONT = "Noto Serif CJK SC"
ALIGN = {"l": WD_ALIGN_PARAGRAPH.LEFT, "r": WD_ALIGN_PARAGRAPH.RIGHT,
         "c": WD_ALIGN_PARAGRAPH.CENTER, "d": WD_ALIGN_PARAGRAPH.DISTRIBUTE}
EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")


def element(name, **attributes):
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def write(paragraph, text, size, spacing=None):
    run = paragraph.add_run(text)
    run.font.size, run.font.name = Pt(size), FONT
    properties = run._element.rPr
    properties.rFonts.set(qn("w:eastAsia"), FONT)
    if spacing:
        properties.append(element("spacing", val=int(spacing * 20)))


def draw_borders(made, kind="single", size=4, color="000000", edges=EDGES):
    borders = element("tblBorders")
    for edge in edges:
        borders.append(element(edge, val=kind, sz=size, color=color, space=0))
    made._tbl.tblPr.append(borders)


class Setter:
    """Sets one table into a document or a cell."""

    def __init__(self, place, table, size=9, borders=None, repeat=True, cant_split=False,
                 width=16, number_align="r", row_height=None, centered=True, spread=False,
                 spacing=None):
        self.table, self.size, self.centered = table, size, centered
        self.number_align, self.spread, self.spacing = number_align, spread, spacing
        if table.title:
            self.titles(place, width)
        self.head = len(table.header)
        made = place.add_table(rows=self.head + len(table.rows), cols=len(table.widths))
        made.autofit = False
        draw_borders(made, **(borders or {}))
        self.cells = [list(row.cells) for row in made.rows]
        for n, row in enumerate(made.rows):
            self.set_row(row, row_height, repeat and n < self.head, cant_split)
        for row in self.cells:
            for cell, share in zip(row, table.widths):
                cell.width = Cm(share * width / sum(table.widths))
        self.texts()
        if table.note:
            write(place.add_paragraph(), table.note, 9)

    def titles(self, place, width):
        table = self.table
        lines = [place.add_paragraph() for _ in range(3)]
        lines[0].alignment, lines[1].alignment = ALIGN["c"], ALIGN["r"]
        write(lines[0], table.title, 16)
        write(lines[1], table.code, 9)
        write(lines[2], f"{table.office_line}\t{table.unit_line}", 9)
        lines[2].paragraph_format.tab_stops.add_tab_stop(Cm(width), WD_TAB_ALIGNMENT.RIGHT)
        for line in lines:
            line.paragraph_format.space_after = Pt(0)

    def set_row(self, row, height, repeated, cant_split):
        if height:
            row.height = Pt(height)
        properties = row._tr.get_or_add_trPr()
        if repeated:
            properties.append(element("tblHeader", val="true"))
        if cant_split:
            properties.append(element("cantSplit"))

    def texts(self):
        for cell in merged(self.table.header):
            self.put(self.merge(cell, 0), cell.text, "c")
        for cell in spanned(self.table.rows, self.table.spans):
            self.put(self.merge(cell, self.head), cell.text, self.alignment(cell))

    def alignment(self, cell):
        align = self.table.align[cell.column]
        if cell.rows * cell.columns > 1:
            return "c"
        if self.spread and align == "l":
            return "d"
        return self.number_align if align == "r" else align

    def merge(self, cell, offset):
        first = self.cells[cell.row + offset][cell.column]
        if cell.rows * cell.columns == 1:
            return first
        last = self.cells[cell.row + offset + cell.rows - 1][cell.column + cell.columns - 1]
        return first.merge(last)

    def put(self, cell, text, align):
        paragraph = cell.paragraphs[0]
        paragraph.alignment = ALIGN[align]
        paragraph.paragraph_format.space_after = Pt(0)
        write(paragraph, text, self.size, self.spacing)
        if self.centered:
            cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER


def document(case, fill):
    """`fill` puts tables into the document and returns them."""
    made = docx.Document()
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    tables = fill(made)
    made.save(case.source("docx"))
    return office.later(case, tables)


def new_section(made, landscape):
    section = made.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    sides = (Cm(29.7), Cm(21)) if landscape else (Cm(21), Cm(29.7))
    section.page_width, section.page_height = sides


def document_of(**options):
    def fill(made):
        maker = Maker(1)
        tables = [overview(maker, 26), expenditure(maker), general_budget(maker)]
        Setter(made, tables[0], **options)
        new_section(made, True)
        Setter(made, tables[1], width=24.5, **options)
        new_section(made, False)
        Setter(made, tables[2], **options)
        return tables
    return lambda case: document(case, fill)


LOOKS = {
    "base": {}, "no-repeat": dict(repeat=False), "cant-split": dict(cant_split=True),
    "no-sides": dict(borders=dict(edges=("top", "bottom", "insideH", "insideV"))),
    "three-line": dict(borders=dict(edges=("top", "bottom"))),
    "h-only": dict(borders=dict(edges=("top", "bottom", "insideH"))),
    "dotted": dict(borders=dict(kind="dotted")), "double": dict(borders=dict(kind="double")),
    "dashed": dict(borders=dict(kind="dashed")), "thick": dict(borders=dict(size=18)),
    "grey": dict(borders=dict(color="D0D0D0", size=2)), "wave": dict(borders=dict(kind="wave")),
    "center": dict(number_align="c"), "top": dict(centered=False, row_height=26),
    "justify": dict(spread=True), "spaced": dict(spacing=1), "large": dict(size=11),
    "small": dict(size=6),
}
for name, options in LOOKS.items():
    named(f"d-{name}", document_of(**options))


@variation
def d_narrow_wrapped_amounts(case):
    def fill(made):
        first = expenditure(Maker(3, factor=100, tree=SHORT_TREE))
        first.widths = [44, 80] + [42] * 6
        second = reception(Maker(5))
        second.rows = [[text.replace(".", "") + ".00" for text in second.rows[0]]]
        second.widths = [26] * 12
        Setter(made, first, width=12)
        Setter(made, second, width=13)
        return [first, second]
    return document(case, fill)


@variation
def d_wrapped_amounts_long(case):
    """amounts in 元 in eight columns on portrait pages: every amount broken, two pages"""
    def fill(made):
        table = in_yuan(expenditure(Maker(3, factor=10000)), "单位：元")
        table.widths = [50, 70] + [60] * 6
        Setter(made, table)
        return [table]
    return document(case, fill)


@variation
def d_nested_in_cell(case):
    """each table inside the single cell of an outer table"""
    def fill(made):
        tables = [general_budget(Maker(1)), state_capital(Maker(2, tree=SHORT_TREE))]
        for table in tables:
            outer = made.add_table(rows=1, cols=1)
            draw_borders(outer)
            Setter(outer.rows[0].cells[0], table, width=15.2, size=8)
            made.add_page_break()
        return tables
    return document(case, fill)


@variation
def d_prose_between(case):
    """untitled tables between paragraphs of numbers"""
    def fill(made):
        maker, tables = Maker(2, tree=SHORT_TREE), []
        for n in range(4):
            write(made.add_paragraph(), (
                f"（{NUMERALS[n]}）一般公共预算财政拨款支出决算具体情况。2023年度一般公共预算财政拨款"
                f"支出{1234.5 + n:.2f}万元，占本年支出合计的{90 + n}.12%，主要用于以下方面："), 12)
            table = retitle(general_budget(maker), "", "")
            table.unit = ""
            Setter(made, table, repeat=bool(n % 2))
            tables.append(table)
            write(made.add_paragraph(), "与上年度相比，支出增加主要原因是人员经费增加。", 12)
        return tables
    return document(case, fill)


@variation
def d_split_rows_everywhere(case):
    """tall rows that are broken over pages, header not repeated"""
    def fill(made):
        works = "中小河流治理、小型水库维修养护及山洪灾害防治项目"
        rows = [[str(n + 1), "青石县" + works * (2 + n % 3), f"{1234.5 * (n + 1):,.2f}",
                 f"{1200.25 * (n + 1):,.2f}", "完成年度目标，" * (8 + 5 * (n % 3))]
                for n in range(14)]
        header = [["序号", "项目名称", "预算数", "决算数", "完成情况"]]
        table = Table("项目支出决算明细表", "公开10表", header, rows, [30, 120, 70, 70, 120],
                      "clrrl")
        Setter(made, table, repeat=False, size=10.5)
        return [table]
    return document(case, fill)
