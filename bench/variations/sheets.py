"""Spreadsheets: workbooks of a table a sheet, printed by LibreOffice."""
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

import office
from data import (Maker, appropriation, basic_expenditure, expenditure, general_budget,
                  government_funds, overview, reception, retitle)
from drawing import merged
from registry import named, variation

FONT = "Noto Serif CJK SC"
ALIGN = {"l": "left", "r": "right", "c": "center"}
INDENT = {3: 0, 5: 1, 7: 2}
DASH_FOR_ZERO = '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '
NOTHING_FOR_ZERO = "#,##0.00;-#,##0.00;;"


class Setter:
    """Sets one table into a worksheet."""

    def __init__(self, worksheet, table, border="thin", fill=None, wrap=True, as_numbers=True,
                 landscape=False, fit=True, repeat="header", size=9, shrink=False, merge=True,
                 width_factor=.14, number_format="#,##0.00", indent=False, center=False,
                 grid_lines=False, title_border=False, low_rows=False):
        self.worksheet, self.table = worksheet, table
        self.fill, self.wrap, self.as_numbers = fill, wrap, as_numbers
        self.size, self.shrink, self.merge, self.width_factor = size, shrink, merge, width_factor
        self.number_format, self.indent, self.center = number_format, indent, center
        self.title_border, self.low_rows = title_border, low_rows
        side = Side(style=border) if border else None
        self.border = Border(left=side, right=side, top=side, bottom=side)
        self.width = len(table.header[0])
        self.row = 1
        self.titles()
        header_from = self.row
        self.header()
        body_from = self.row
        self.body()
        self.page(landscape, fit, grid_lines)
        if repeat:
            first = 1 if repeat == "all" else header_from
            worksheet.print_title_rows = f"{first}:{body_from - 1}"

    def put(self, row, column, text, align="left", border=True, wrap=None, size=None, **more):
        cell = self.worksheet.cell(row, column, text)
        cell.font = Font(name=FONT, size=size or self.size)
        cell.alignment = Alignment(horizontal=align, vertical="center", shrink_to_fit=self.shrink,
                                   wrap_text=self.wrap if wrap is None else wrap, **more)
        if border:
            cell.border = self.border
        return cell

    def join(self, row, column, rows, columns):
        self.worksheet.merge_cells(start_row=row, start_column=column, end_row=row + rows - 1,
                                   end_column=column + columns - 1)

    def titles(self):
        table = self.table
        self.join(1, 1, 1, self.width)
        self.put(1, 1, table.title, "center", self.title_border, size=16)
        self.worksheet.row_dimensions[1].height = 28
        self.put(2, self.width, table.code, "right", False, wrap=False)
        self.put(3, 1, table.office_line, "left", False, wrap=False)
        self.put(3, self.width, table.unit_line, "right", False, wrap=False)
        self.row = 4

    def header(self):
        for n, texts in enumerate(self.table.header):
            two_lines = n and not self.low_rows and not texts[-1].isdigit()
            height = self.size * (3.4 if two_lines else 1.7)
            self.worksheet.row_dimensions[self.row + n].height = height
            for column in range(1, self.width + 1):
                self.worksheet.cell(self.row + n, column).border = self.border
        for cell in merged(self.table.header):
            row, column = self.row + cell.row, cell.column + 1
            if cell.rows * cell.columns > 1:
                self.join(row, column, cell.rows, cell.columns)
            text = int(cell.text) if cell.text.isdigit() else cell.text
            put = self.put(row, column, text, "center", wrap=True)
            if self.fill:
                put.fill = PatternFill("solid", fgColor=self.fill)
        self.row += len(self.table.header)

    def body(self):
        spans = {(row, column): (rows, columns)
                 for row, column, rows, columns in self.table.spans}
        for n, texts in enumerate(self.table.rows):
            for column, text in enumerate(texts):
                self.body_cell(column, text, len(texts[0]))
            for column in range(len(texts)):
                if (n, column) in spans and self.merge:
                    self.join(self.row, column + 1, *spans[n, column])
                    centered = Alignment(horizontal="center", vertical="center")
                    self.worksheet.cell(self.row, column + 1).alignment = centered
            if not self.low_rows:
                lines = max([1] + [self.lines(column, text) for column, text in enumerate(texts)
                                   if (n, column) not in spans])
                self.worksheet.row_dimensions[self.row].height = self.size * 1.6 * lines + 3
            self.row += 1
        if self.table.note:
            self.join(self.row, 1, 1, self.width)
            self.put(self.row, 1, self.table.note, "left", False)

    def body_cell(self, column, text, code_length):
        digits = text.replace(",", "").replace(".", "").replace("-", "")
        if self.as_numbers and "." in text and digits.isdigit():
            cell = self.put(self.row, column + 1, float(text.replace(",", "")),
                            "center" if self.center else "right")
            cell.number_format = self.number_format
            return
        indent = INDENT.get(code_length, 0) if self.indent and column == 1 else 0
        self.put(self.row, column + 1, text, ALIGN[self.table.align[column]], indent=indent)

    def lines(self, column, text):
        """About how many lines a name will be wrapped into."""
        if not self.wrap or self.table.align[column] != "l":
            return 1
        halves = sum(2 if ord(character) > 255 else 1 for character in text)
        room = self.table.widths[column] * self.width_factor * 5.2
        return -(-halves * self.size * .56 // room)

    def page(self, landscape, fit, grid_lines):
        worksheet = self.worksheet
        for column, width in enumerate(self.table.widths, 1):
            letter = get_column_letter(column)
            worksheet.column_dimensions[letter].width = width * self.width_factor
        worksheet.page_setup.paperSize = 9      # A4
        if landscape:
            worksheet.page_setup.orientation = "landscape"
        worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=fit)
        if fit:
            worksheet.page_setup.fitToWidth, worksheet.page_setup.fitToHeight = 1, 0
        worksheet.print_options.horizontalCentered = True
        worksheet.print_options.gridLines = grid_lines


def book(case, tables):
    """A workbook of (table, options of Setter)."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    for n, (table, options) in enumerate(tables, 1):
        Setter(workbook.create_sheet(f"Z{n:02d}"), table, **options)
    workbook.save(case.source("xlsx"))
    return office.later(case, [table for table, _ in tables])


def workbook_of(zero=None, **options):
    """The usual three tables; `zero` is what the number format makes of 0.00."""
    def draw(case):
        maker = Maker(1)
        tables = [overview(maker, 26), expenditure(maker), general_budget(maker)]
        finish = book(case, [(table, dict(landscape=n == 1) | options)
                             for n, table in enumerate(tables)])
        if zero is not None:
            for table in tables:
                table.rows = [[zero if text == "0.00" else text for text in row]
                              for row in table.rows]
        return finish
    return draw


LOOKS = {
    "base": {}, "rows-too-low": dict(low_rows=True), "no-border": dict(border=None),
    "hair": dict(border="hair"), "dotted": dict(border="dotted"), "double": dict(border="double"),
    "thick": dict(border="thick"), "fill": dict(fill="D9E1F2"),
    "gridlines": dict(border=None, grid_lines=True), "titles-all": dict(repeat="all"),
    "no-titles": dict(repeat=None), "shrink": dict(wrap=False, shrink=True),
    "text-numbers": dict(as_numbers=False), "indent": dict(indent=True),
    "zero-dash": dict(number_format=DASH_FOR_ZERO, zero="-"),
    "zero-hidden": dict(number_format=NOTHING_FOR_ZERO, zero=""), "center": dict(center=True),
    "big-margins": dict(size=6), "no-merge": dict(merge=False),
    "title-bordered": dict(title_border=True),
}
for name, options in LOOKS.items():
    named(f"x-{name}", workbook_of(**options))


@variation
def x_06_and_09(case):
    wide = dict(landscape=True)
    in_turns = retitle(reception(Maker(4), interleaved=True),
                       "一般公共预算财政拨款“三公”经费支出决算表", "公开10表")
    empty = government_funds(Maker(5), empty=True, blanks=8)
    return book(case, [(basic_expenditure(Maker(1)), wide),
                       (basic_expenditure(Maker(2), three=False), {}),
                       (reception(Maker(3)), wide), (in_turns, wide), (empty, wide)])


@variation
def x_t4_portrait(case):
    return book(case, [(appropriation(Maker(1)), {}),
                       (overview(Maker(2), line_numbers=False), dict(size=11))])
