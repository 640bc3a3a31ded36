"""Codes and names of a row: in one column or several, spaced, indented, running over."""

from copy import deepcopy

from data import LEADS, Maker, expenditure, general_budget, state_capital
from drawing import A4_LANDSCAPE, Sheet
from registry import named, variation


def in_columns(mode):
    def draw(case):
        sheet = Sheet(case)
        sheet.table(expenditure(Maker(1), mode=mode), page=A4_LANDSCAPE)
        sheet.table(general_budget(Maker(2), mode=mode, total_first=False))
        sheet.table(state_capital(Maker(3), mode=mode, column_numbers=False))
        sheet.finish()

    return draw


for mode in LEADS:
    named(f"c-{mode}", in_columns(mode))


@variation
def c_leading_spaces(case):
    sheet = Sheet(case)
    table = expenditure(Maker(1))
    table.displayed = [
        [
            ("  " * {3: 0, 5: 1, 7: 2}.get(len(r[0]), 0)) + r[0],
            {3: "", 5: "　", 7: "　　"}.get(len(r[0]), "") + r[1],
        ]
        + r[2:]
        for r in table.rows
    ]
    sheet.table(table, page=A4_LANDSCAPE)
    sheet.finish()


@variation
def c_one_cell_wrapped(case):
    sheet = Sheet(case, row_height=26)
    table = expenditure(Maker(1), mode="one")
    table.widths[0] = 90
    sheet.table(table, page=A4_LANDSCAPE)
    sheet.finish()


@variation
def c_split_prefix_once(case):
    """split codes: 201 only on its own row, following rows blank (类 款 项 shown once)"""
    sheet = Sheet(case)
    table = expenditure(Maker(1), mode="split")
    for r, row in enumerate(table.rows):
        if row[0].isdigit():
            if row[2]:
                row[0] = row[1] = ""
            elif row[1]:
                row[0] = ""
    sheet.table(table, page=A4_LANDSCAPE)
    sheet.finish()


@variation
def c_split_digits_each_cell(case):
    """类款项 header but joined code over three columns"""
    sheet = Sheet(case)
    table = expenditure(Maker(1), mode="split")
    mg = []
    for r, row in enumerate(table.rows):
        if row[0].isdigit():
            row[0] = "".join(row[:3])
            row[1] = row[2] = ""
            mg.append((r, 0, 1, 3))
    table.spans = [q for q in table.spans] + mg
    sheet.table(table, page=A4_LANDSCAPE)
    sheet.finish()


@variation
def c_code_spaces(case):
    sheet = Sheet(case)
    table = general_budget(Maker(1))
    table.displayed = [
        [(r[0][:3] + " " + r[0][3:5] + " " + r[0][5:]).strip() if r[0].isdigit() else r[0]] + r[1:]
        for r in table.rows
    ]
    sheet.table(table)
    sheet.finish()


@variation
def c_no_codes_names_only(case):
    sheet = Sheet(case)
    table = general_budget(Maker(1), mode="one")
    table.rows = [[r[0].split(" ")[-1]] + r[1:] for r in table.rows]
    sheet.table(table)
    sheet.finish()


@variation
def c_total_unmerged(case):
    sheet = Sheet(case)
    table = expenditure(Maker(1))
    table.spans = []
    table.rows[0] = ["", "合计"] + table.rows[0][2:]
    sheet.table(table, page=A4_LANDSCAPE)
    sheet.finish()


@variation
def c_total_spaced(case):
    sheet = Sheet(case)
    maker = Maker(1)
    table = expenditure(maker)
    table.displayed = deepcopy(table.rows)
    table.displayed[0][0] = "合            计"
    sheet.table(table, page=A4_LANDSCAPE)
    table = general_budget(maker, total_first=False, mode="split")
    table.displayed = deepcopy(table.rows)
    table.displayed[-1][0] = "总   计"
    table.rows[-1][0] = "总计"
    sheet.table(table)
    sheet.finish()


@variation
def c_code_at_column_edge_text_overflow(case):
    """names run over the ruling into the amount's cell (no wrap)"""
    sheet = Sheet(case, pad=2, wrap_text=False)
    table = general_budget(Maker(1))
    table.widths = [50, 120, 80, 80, 80]
    sheet.table(table, scale=1.0)
    sheet.finish()
