"""Page breaks, rows cut by them, several tables on a page."""

from copy import deepcopy

from data import (
    SHORT_TREE,
    Maker,
    Table,
    expenditure,
    general_budget,
    government_funds,
    income,
    overview,
    reception,
    retitle,
)
from drawing import A4_LANDSCAPE, Sheet
from registry import variation


@variation
def p_split_row_name_half(case):
    """row cut by the page's end: name half and half; amounts on the first page"""
    sheet = Sheet(case)
    for k, place in enumerate([0, 1]):
        table = expenditure(Maker(1 + k))
        if k:
            retitle(table, "项目支出决算表", "公开10表")
        i = 9
        name = table.rows[i][1] = "其他党委办公厅（室）及相关机构事务支出"
        a = table.rows[i]
        h1 = [a[0], name[:10]] + (a[2:] if place == 0 else [""] * 6)
        h2 = ["", name[10:]] + (a[2:] if place == 1 else [""] * 6)
        table.displayed = table.rows[:i] + [h1, h2] + table.rows[i + 1:]
        table.rows_by_page = [i + 1, len(table.displayed) - i - 1]
        sheet.table(table, page=A4_LANDSCAPE, row_height=15, header_height=15, size=8)
    sheet.finish()


@variation
def p_split_row_no_repeat(case):
    sheet = Sheet(case, repeat="none")
    for k, place in enumerate([0, 1]):
        table = expenditure(Maker(1 + k))
        if k:
            retitle(table, "项目支出决算表", "公开10表")
        i = 9
        name = table.rows[i][1] = "其他党委办公厅（室）及相关机构事务支出"
        a = table.rows[i]
        h1 = [a[0], name[:10]] + (a[2:] if place == 0 else [""] * 6)
        h2 = ["", name[10:]] + (a[2:] if place == 1 else [""] * 6)
        table.displayed = table.rows[:i] + [h1, h2] + table.rows[i + 1:]
        table.rows_by_page = [i + 1, len(table.displayed) - i - 1]
        sheet.table(table, page=A4_LANDSCAPE)
    sheet.finish()


@variation
def p_split_row_open_rules(case):
    """the same, but no ruling at the page's end nor at the next page's beginning"""
    sheet = Sheet(case, repeat="none", frame="LR")
    table = expenditure(Maker(1))
    i = 9
    name = table.rows[i][1] = "其他党委办公厅（室）及相关机构事务支出"
    a = table.rows[i]
    table.displayed = (
        table.rows[:i]
        + [[a[0], name[:10]] + a[2:], ["", name[10:]] + [""] * 6]
        + table.rows[i + 1:]
    )
    table.rows_by_page = [i + 1, len(table.displayed) - i - 1]
    sheet.table(table, page=A4_LANDSCAPE)
    sheet.finish()


@variation
def p_split_code_name_amount(case):
    """code and name on page 1, amounts all on page 2, name wholly on page 1"""
    sheet = Sheet(case, repeat="none")
    table = expenditure(Maker(1))
    i = 9
    a = table.rows[i]
    table.displayed = table.rows[:i] + [a[:2] + [""] * 6, ["", ""] + a[2:]] + table.rows[i + 1:]
    table.rows_by_page = [i + 1, len(table.displayed) - i - 1]
    sheet.table(table, page=A4_LANDSCAPE)
    sheet.finish()


@variation
def p_empty_strip_next_page(case):
    sheet = Sheet(case, repeat="none")
    table = expenditure(Maker(1))
    i = 9
    table.displayed = table.rows[: i + 1] + [[""] * 8] + table.rows[i + 1:]
    table.rows_by_page = [i + 1, len(table.displayed) - i - 1]
    table.heights = {i + 1: 4}
    sheet.table(table, page=A4_LANDSCAPE)
    sheet.finish()


@variation
def p_last_page_total(case):
    sheet = Sheet(case, foot=False, bottom=10)
    for rep, k in (("header", 1), ("none", 2)):
        table = expenditure(Maker(k), total_first=False)
        if k == 2:
            retitle(table, "项目支出决算表", "公开10表")
        table.rows_by_page = [len(table.rows) - 1, 1]
        table.spans = [(len(table.rows) - 1, 0, 1, 2)]
        sheet.table(table, page=A4_LANDSCAPE, row_height=11, size=6.5, header_height=12, repeat=rep)
    sheet.finish()


@variation
def p_note_only_page(case):
    sheet = Sheet(case)
    table = expenditure(Maker(1))
    sheet.table(table, page=A4_LANDSCAPE, row_height=14, size=7.5, header_height=16)
    sheet.new_page(A4_LANDSCAPE)
    note = "注：本表反映部门本年度各项支出情况。"
    sheet.put(note, 45, 60)
    table.note = note
    sheet.table(general_budget(Maker(2)))
    sheet.finish()


@variation
def p_wide_table_cut_in_columns(case):
    """columns 1-5 on one page, the others on the next, names repeated"""
    sheet = Sheet(case)
    table = income(Maker(1))
    a = deepcopy(table)
    b = deepcopy(table)
    a.header = [r[:5] for r in table.header]
    a.rows = [r[:5] for r in table.rows]
    a.widths = table.widths[:5]
    a.align = table.align[:5]
    b.header = [r[:2] + r[5:] for r in table.header]
    b.rows = [r[:2] + r[5:] for r in table.rows]
    b.widths = table.widths[:2] + table.widths[5:]
    b.align = table.align[:2] + table.align[5:]
    sheet.table(a)
    sheet.table(b, heads=False)
    sheet.finish()


@variation
def p_body_shift_next_page(case):
    """the next page is set 12 pt to the right, its columns are a little different in width"""
    sheet = Sheet(case)
    table = expenditure(Maker(1))
    a, b = deepcopy(table), deepcopy(table)
    a.rows = table.rows[:14]
    b.rows = table.rows[14:]
    b.spans = []
    b.widths = [70, 118] + [72, 66, 74, 68, 70, 70]
    sheet.table(a, page=A4_LANDSCAPE)
    sheet.table(b, page=A4_LANDSCAPE, heads=False, x0=57)
    table.pages = a.pages + b.pages
    sheet.tables = [table]
    sheet.finish()


@variation
def p_portrait_landscape_mix(case):
    sheet = Sheet(case)
    sheet.table(overview(Maker(1), 10))
    sheet.table(expenditure(Maker(2)), page=A4_LANDSCAPE)
    sheet.table(general_budget(Maker(3)))
    sheet.table(reception(Maker(4)), page=A4_LANDSCAPE)
    sheet.finish()


@variation
def p_two_on_page(case):
    sheet = Sheet(case)
    maker = Maker(1, tree=SHORT_TREE)
    sheet.table(general_budget(maker))
    sheet.y += 20
    sheet.table(general_budget(maker, code="公开06表"), new=False)
    sheet.tables[-1].title = "一般公共预算财政拨款支出决算表"
    sheet.finish()


@variation
def p_three_on_page(case):
    sheet = Sheet(case, title_size=12)
    maker = Maker(1, tree=SHORT_TREE)
    sheet.table(general_budget(maker, code="公开05表"))
    sheet.y += 8
    table = government_funds(maker)
    sheet.table(table, new=False, size=7)
    sheet.y += 8
    table = reception(maker)
    table.widths = [40] * 12
    sheet.table(table, new=False, size=7)
    sheet.finish()


@variation
def p_three_on_page_touching(case):
    """empty 07, 08 and 09 on one page, with only a title line between"""
    sheet = Sheet(case, title_size=12, size=8, show_office=False)
    maker = Maker(1, tree=SHORT_TREE)
    sheet.table(government_funds(maker, empty=True))
    sheet.y -= 6
    table = general_budget(maker, code="公开08表")
    table.title = "国有资本经营预算财政拨款支出决算表"
    sheet.table(table, new=False)
    sheet.y -= 6
    sheet.table(reception(maker), new=False)
    sheet.finish()


@variation
def p_two_tables_without_title_between(case):
    """two tables of different column counts, 6 pt apart, only the first titled"""
    sheet = Sheet(case)
    maker = Maker(1, tree=SHORT_TREE)
    sheet.table(general_budget(maker))
    table = reception(maker)
    sheet.y -= 4
    sheet.table(table, new=False, heads=False, size=7)
    table.title = table.code = ""
    sheet.finish()


@variation
def p_side_by_side(case):
    sheet = Sheet(case, title_size=11, size=7, show_code=False)
    sheet.new_page(A4_LANDSCAPE)
    a = general_budget(Maker(1, tree=SHORT_TREE), column_numbers=False)
    a.widths = [60, 90, 62, 62, 62]
    sheet.table(a, at=(40, 60), new=False, scale=1.0)
    b = general_budget(Maker(2, tree=SHORT_TREE), column_numbers=False)
    b.title = "国有资本经营预算财政拨款支出决算表"
    b.widths = [60, 90, 62, 62, 62]
    sheet.table(b, at=(430, 60), new=False, scale=1.0)
    sheet.finish()


@variation
def p_table_starts_mid_page_after_prose(case):
    sheet = Sheet(case)
    sheet.new_page()
    sheet.para("四、财政拨款收入支出决算总体情况说明")
    for _ in range(6):
        sheet.para(
            "2023年度财政拨款收、支总计均为1,234.56万元。与上年度相比，"
            "财政拨款收、支总计各增加123.40万元，增长11.11%。"
        )
    sheet.table(general_budget(Maker(1)), new=False)
    sheet.para("上表说明如下：本年支出较上年增加。")
    sheet.finish()


@variation
def p_landscape_narrow_cols_wrapped_header(case):
    sheet = Sheet(case, size=8)
    table = income(Maker(1, tree=SHORT_TREE))
    table.widths = [40, 60] + [58] * 7
    sheet.table(table, scale=1.0, margin=20)
    sheet.finish()


@variation
def p_spanning_label_over_pages(case):
    sheet = Sheet(case, repeat="none")
    rows = []
    for a, lab in enumerate(["产出指标", "效益指标"]):
        for j in range(9):
            rows.append(
                [
                    lab if j == 0 else "",
                    f"三级指标{a}{j}",
                    "≥90%",
                    "95%",
                    "5.00",
                    f"{4 + j / 10:.2f}",
                ]
            )
    table = Table(
        "项目支出绩效自评表",
        "",
        [["一级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"]],
        rows,
        [70, 150, 60, 60, 50, 50],
        "cccccc",
        unit="",
        unit_line="",
    )
    table.spans = [(0, 0, 9, 1), (9, 0, 4, 1), (13, 0, 5, 1)]
    table.rows_by_page = [13, 5]
    sheet.table(table, row_height=24)
    sheet.finish()
