"""Draws pages and tables with ReportLab, with everything about them open to variation.

A Style says how; a Sheet is a document under way. Places on a page are counted from its upper
left corner, as one reads; only `Sheet.up` turns them into the PDF's own.
"""
import random
from collections import namedtuple
from dataclasses import dataclass, replace

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen import canvas

import rulings
from data import Maker, expenditure, overview

A4 = (595.3, 841.9)
A4_LANDSCAPE = (841.9, 595.3)
NUMBER_SIGNS = set("0123456789.,-−－()（）△▲ —０１２３４５６７８９．，")
LATIN_NUMBER_SIGNS = set("0123456789.,-() ")
CODE_INDENT = {3: 0, 5: 9, 7: 18}       # of the name, by its code's length

Cell = namedtuple("Cell", "row column rows columns text")


@dataclass(frozen=True)
class Style:
    page: tuple = A4
    margin: float = 45
    bottom: float = 60              # kept free below a table
    foot: bool = True               # a page number
    x0: float | None = None         # a table's left edge, if not in the middle
    # text
    font: str = "song"
    number_font: str | None = None
    size: float = 9
    charspace: float = 0
    bold: str | None = None         # double, double0, quad, shadow, stroke: ways to fake it
    per_glyph: bool = False         # each character shown by itself
    jitter: float = 0               # baselines up and down by so much
    order: str | None = None        # cells drawn in this order: shuffle, columns
    # cells
    row_height: float = 18
    header_height: float = 18
    pad: float = 3
    leading: float = 1.2
    vertical_align: str | dict = "m"        # t, m, b, or {"num": …, "text": …}
    number_align: str | None = None
    name_indent: bool = False
    wrap_numbers: bool = False
    wrap_text: bool = True
    # rulings, see rulings.py
    frame: str = "LRTB"             # the sides that are ruled
    inner_v: str = "all"            # all, header, none
    inner_h: str = "all"            # all, header, headonly, none
    rule: str = "line"
    rule_w: float = 0.5
    color: tuple = (0, 0, 0)
    outer: str = "same"             # same, thick, double, doublethick
    percell: bool = False           # each cell's sides by themselves, ends `gap` apart
    gap: float = 0
    white: float | None = None      # a white box in each cell, so far from its sides
    header_fill: tuple | None = None
    header_ink: tuple | None = None
    zebra: tuple | None = None
    # titles
    title_size: float = 16
    title_lines: list | None = None
    show_title: bool = True
    show_code: bool = True
    show_unit: bool = True
    show_office: bool = True
    repeat: str = "header"          # on the next page: header, all (title too), none
    continued: bool | str = False   # True or the words that mark a continuation


def is_number(text):
    return bool(text) and set(text) <= NUMBER_SIGNS


def merged(header):
    """The header's cells: equal neighbours are one."""
    taken, cells = set(), []
    for row in range(len(header)):
        for column, text in enumerate(header[row]):
            if (row, column) in taken:
                continue
            rows, columns = header_extent(header, row, column, taken)
            taken |= {(row + i, column + j) for i in range(rows) for j in range(columns)}
            cells.append(Cell(row, column, rows, columns, text))
    return cells


def header_extent(header, row, column, taken):
    text, columns, rows = header[row][column], 1, 1
    if not text:
        return 1, 1
    while (not text.isdigit() and column + columns < len(header[row])
           and header[row][column + columns] == text and (row, column + columns) not in taken):
        columns += 1
    while row + rows < len(header) and all(
            header[row + rows][column + k] == text for k in range(columns)):
        rows += 1
    return rows, columns


def spanned(rows, spans):
    """The body's cells; spans are cut where the rows end (the page does)."""
    extents = {(row, column): (height, width) for row, column, height, width in spans}
    taken, cells = set(), []
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            if (row, column) in taken:
                continue
            height, width = extents.get((row, column), (1, 1))
            height = min(height, len(rows) - row)
            taken |= {(row + i, column + j) for i in range(height) for j in range(width)}
            cells.append(Cell(row, column, height, width, text))
    return cells


class Grid:
    """A table's part on one page: where its columns, rows and cells are."""

    def __init__(self, xs, ys, header_cells, body_cells, header_rows):
        self.xs, self.ys = xs, ys
        self.header_rows = header_rows
        self.header_cells = header_cells
        self.cells = header_cells + body_cells

    @property
    def rows(self):
        return len(self.ys) - 1

    @property
    def columns(self):
        return len(self.xs) - 1

    def box(self, cell):
        """Left, top, right, bottom."""
        return (self.xs[cell.column], self.ys[cell.row],
                self.xs[cell.column + cell.columns], self.ys[cell.row + cell.rows])


class Sheet:
    """A document that is being drawn; `under` and `over` are called with it on each page,
    before and after what else is drawn there."""

    def __init__(self, case, under=(), over=(), **style):
        self.case, self.style = case, Style(**style)
        self.under, self.over = list(under), list(over)
        self.canvas = canvas.Canvas(str(case.pdf), pagesize=self.style.page, invariant=1)
        self.canvas.setTitle(case.name)
        self.tables, self.page_number, self.page_open = [], 0, False
        self.last_box = None        # x, lower y and width of what was last drawn of a table

    def up(self, y):
        """The PDF's y, which grows upwards."""
        return self.page_height - y

    # -------------------------------------------------------- text

    def text_width(self, text, size=None):
        style = self.style
        plain = pdfmetrics.stringWidth(text, style.font, size or style.size)
        return plain + style.charspace * len(text)

    def put(self, text, x, y, size=None, ink=None, align="l", bold=None):
        """Text with its baseline at y."""
        style = self.style
        size, font = size or style.size, style.font
        if style.number_font and text and set(text) <= LATIN_NUMBER_SIGNS:
            font = style.number_font
        width = pdfmetrics.stringWidth(text, font, size)
        width += style.charspace * max(0, len(text) - 1)
        x -= {"l": 0, "r": width, "c": width / 2}[align]
        self.strike(style.bold if bold is None else bold,
                    lambda dx, dy, mode=0: self.show(text, x + dx, self.up(y) + dy, font, size,
                                                     ink, mode))
        self.canvas.setFillColorRGB(0, 0, 0)

    def strike(self, bold, once):
        """Once, or as often as programs do that have no bold font."""
        offsets = {"double": [(0, 0), (.3, 0)], "double0": [(0, 0), (0, 0)],
                   "quad": [(0, 0), (.4, 0), (0, .4), (.4, .4)], "shadow": [(.8, -.8), (0, 0)]}
        if bold == "stroke":
            self.canvas.setLineWidth(.3)
            once(0, 0, 2)
            return
        for dx, dy in offsets.get(bold, [(0, 0)]):
            once(dx, dy)

    def show(self, text, x, y, font, size, ink, mode):
        pieces = [(text, x)]
        if self.style.per_glyph:
            widths = [pdfmetrics.stringWidth(character, font, size) + self.style.charspace
                      for character in text]
            pieces = [(character, x + sum(widths[:n])) for n, character in enumerate(text)]
        for piece, left in pieces:
            out = self.canvas.beginText(left, y)
            out.setFont(font, size)
            if self.style.charspace and not self.style.per_glyph:
                out.setCharSpace(self.style.charspace)
            if mode:
                out.setTextRenderMode(mode)
            if ink:
                out.setFillColorRGB(*ink)
            out.textOut(piece)
            if mode:
                out.setTextRenderMode(0)
            self.canvas.drawText(out)

    def wrap(self, text, width, size):
        if not self.style.wrap_text:
            return [text]
        lines, line = [], ""
        for character in text:
            if line and self.text_width(line + character, size) > width:
                lines.append(line)
                line = ""
            line += character
        return lines + [line]

    # -------------------------------------------------------- pages

    def new_page(self, size=None):
        if self.page_open:
            self.end_page()
        size = size or self.style.page
        self.canvas.setPageSize(size)
        self.page_width, self.page_height = size
        self.page_number += 1
        self.page_open = True
        self.y = self.style.margin
        for draw in self.under:
            draw(self)

    def end_page(self):
        if self.style.foot:
            self.put(f"— {self.page_number} —", self.page_width / 2, self.page_height - 25,
                     size=9, align="c", bold="")
        for draw in self.over:
            draw(self)
        self.canvas.showPage()
        self.page_open = False

    def para(self, text, size=11, lead=1.8):
        for line in self.wrap("　　" + text, self.page_width - 120, size):
            self.put(line, 60, self.y + size, size=size)
            self.y += size * lead

    def heading(self, text, size=14):
        self.put(text, self.page_width / 2, self.y + size, size=size, align="c")
        self.y += size * 2

    def finish(self, change=None):
        """Close the PDF, let `change(path)` edit it, write the truth."""
        if self.page_open:
            self.end_page()
        self.canvas.save()
        if change:
            change(self.case.pdf)
        self.case.write_truth(self.tables)

    # -------------------------------------------------------- tables

    def table(self, table, at=None, scale=None, new=True, heads=True, **style):
        """Draw a whole table, page after page. at: its place on the current page; scale: of its
        widths, else it fills the page; new: on a new page; heads: with title, code, unit."""
        kept, self.style = self.style, replace(self.style, **style)
        if new:
            self.new_page()
        widths = self.widths(table, scale)
        self.tables.append(table)
        table.pages = []
        rows, done = table.displayed or table.rows, 0
        while not table.pages or done < len(rows):
            first = not table.pages
            if not first:
                self.new_page()
            x, y = at or (self.left_edge(widths), self.y)
            y = self.above(table, x, y, widths, first, heads)
            headed = first or self.style.repeat != "none"
            count = self.fitting(table, rows, done, widths, y, headed)
            table.pages.append(self.page_number)
            self.y = self.draw_part(table, rows[done:done + count], done, widths, x, y, headed)
            done += count
        self.draw_note(table, x, widths)
        self.y += 10
        self.style = kept
        return table

    def widths(self, table, scale):
        scale = scale or (self.page_width - 2 * self.style.margin) / sum(table.widths)
        return [width * scale for width in table.widths]

    def left_edge(self, widths):
        if self.style.x0 is not None:
            return self.style.x0
        return (self.page_width - sum(widths)) / 2

    def above(self, table, x, y, widths, first, heads):
        """Title lines and the mark of continuation; the y below them."""
        style = self.style
        if heads and (first or style.repeat == "all"):
            y = self.captions(table, x, sum(widths), y)
        if not first and style.continued:
            words = "续表" if style.continued is True else style.continued
            self.put(words, x + sum(widths), y + 10, align="r", size=9)
            y += 14
        return y

    def captions(self, table, x, width, y):
        style = self.style
        if table.title and style.show_title:
            for line in style.title_lines or [table.title]:
                self.put(line, x + width / 2, y + style.title_size, size=style.title_size,
                         align="c")
                y += style.title_size * 1.5
        if table.code and style.show_code:
            self.put(table.code, x + width, y + 10, size=9, align="r")
            y += 15
        if style.show_office and table.office_line:
            self.put(table.office_line, x, y + 10, size=9)
        if style.show_unit and table.unit_line:
            self.put(table.unit_line, x + width, y + 10, size=9, align="r")
        return y + 16 if style.show_unit or style.show_office else y

    def draw_note(self, table, x, widths):
        if not table.note:
            return
        for line in self.wrap(table.note, sum(widths), self.style.size):
            self.put(line, x, self.y + self.style.size + 4)
            self.y += self.style.size * 1.5
        self.y += 6

    def fitting(self, table, rows, done, widths, y, headed):
        """How many rows more have room on this page."""
        style = self.style
        if table.rows_by_page:
            return table.rows_by_page[len(table.pages)]
        if headed:
            y += sum(self.heights(len(table.header), merged(table.header), widths,
                                  style.header_height))
        count = 0
        for row in rows[done:]:
            y += self.heights(1, spanned([row], []), widths, style.row_height)[0]
            if y > self.page_height - style.bottom:
                break
            count += 1
        return count

    def heights(self, count, cells, widths, least):
        """Of rows: `least`, or what the wrapped texts need."""
        style = self.style
        heights = [least] * count
        for cell in sorted(cells, key=lambda cell: cell.rows):
            width = sum(widths[cell.column:cell.column + cell.columns]) - 2 * style.pad
            lines = len(self.wrap(cell.text, width, style.size))
            need = lines * style.size * style.leading + 5
            have = sum(heights[cell.row:cell.row + cell.rows])
            heights[cell.row + cell.rows - 1] += max(0, need - have)
        return heights

    def draw_part(self, table, body, offset, widths, x, y, headed):
        """Rows on one page; the y below them."""
        grid = self.lay_out(table, body, offset, widths, x, y, headed)
        rulings.fill(self, grid)
        rulings.draw(self, grid)
        rulings.whiten(self, grid)
        self.draw_texts(table, grid)
        self.last_box = (x, grid.ys[-1], sum(widths))
        return grid.ys[-1]

    def lay_out(self, table, body, offset, widths, x, y, headed):
        style = self.style
        head = table.header if headed else []
        head_cells = merged(head)
        spans = [(row - offset, column, rows, columns)
                 for row, column, rows, columns in table.spans]
        cells = spanned(body, spans)
        growing = [cell for cell in cells if style.wrap_numbers or not is_number(cell.text)]
        heights = self.heights(len(body), growing, widths, style.row_height)
        for row in range(len(body)):
            heights[row] = table.heights.get(row + offset, heights[row])
        heights = self.heights(len(head), head_cells, widths, style.header_height) + heights
        cells = [cell._replace(row=cell.row + len(head)) for cell in cells]
        return Grid(running(x, widths), running(y, heights), head_cells, cells, len(head))

    def draw_texts(self, table, grid):
        cells = [cell for cell in grid.cells]
        if self.style.order == "shuffle":
            random.Random(3).shuffle(cells)
        if self.style.order == "columns":
            cells.sort(key=lambda cell: (cell.column, cell.row))
        codes = {cell.row: len(cell.text) for cell in grid.cells if cell.column == 0}
        chance = random.Random(9)
        for cell in cells:
            if cell.text:
                self.draw_text(table, grid, cell, codes, chance)

    def draw_text(self, table, grid, cell, codes, chance):
        style, size = self.style, self.style.size
        head = cell.row < grid.header_rows
        number = is_number(cell.text) and not head
        align = self.alignment(table, cell, head, number)
        indent = 0
        if style.name_indent and not head and align == "l" and cell.column == 1:
            indent = CODE_INDENT.get(codes.get(cell.row), 0)
        left, top, right, bottom = grid.box(cell)
        lines = [cell.text]
        if not number or style.wrap_numbers:
            lines = self.wrap(cell.text, right - left - 2 * style.pad - indent, size)
        height = size * style.leading
        y = self.first_line(top, bottom, height * len(lines), number) + size * .95
        x = {"l": left + style.pad + indent, "r": right - style.pad, "c": (left + right) / 2}[align]
        for n, line in enumerate(lines):
            shake = chance.uniform(-style.jitter, style.jitter) if style.jitter else 0
            self.put(line, x, y + height * n + shake, align=align,
                     ink=style.header_ink if head else None)

    def alignment(self, table, cell, head, number):
        if head or cell.columns > 1 and not number:
            return "c"
        align = table.align[cell.column]
        return self.style.number_align or align if number and align == "r" else align

    def first_line(self, top, bottom, height, number):
        align = self.style.vertical_align
        if isinstance(align, dict):
            align = align["num" if number else "text"]
        return {"t": top + 2, "m": (top + bottom - height) / 2, "b": bottom - height - 2}[align]


def running(start, sizes):
    """[start, start + first size, …]"""
    out = [start]
    for size in sizes:
        out.append(out[-1] + size)
    return out


def usual(case, change=None, under=(), over=(), maker=None, **style):
    """The document most variations are made with: 公开01表 and a 公开03表 over two pages."""
    sheet = Sheet(case, under, over, **style)
    maker = maker or Maker(1)
    sheet.table(overview(maker, 12))
    sheet.table(expenditure(maker), page=style.get("page", A4_LANDSCAPE))
    sheet.finish(change)
