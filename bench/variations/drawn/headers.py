"""Headers, titles, units, and how a table goes on over pages."""

from copy import deepcopy

from data import (
    OFFICE,
    Maker,
    appropriation,
    coded_table,
    expenditure,
    general_budget,
    overview,
    reception,
)
from drawing import A4_LANDSCAPE, Sheet
from registry import named, variation

REPEATS = {
    "repeat-all": dict(repeat="all"),
    "repeat-none": dict(repeat="none"),
    "xubiao": dict(continued=True),
    "xubiao-no-header": dict(repeat="none", continued="（续表）"),
}
# (the mark, whether the header comes again, where it stands)
MARKS = {
    "right": ("续表", True, "r"),
    "center": ("续表", True, "c"),
    "left": ("续表1", True, "l"),
    "code": ("公开03表（续）", True, "r"),
    "title": ("支出决算表（续）", True, "c"),
    "title-paren": ("支出决算表(续表)", True, "c"),
    "title-no-header": ("支出决算表（续）", False, "c"),
    "right-no-header": ("续表", False, "r"),
    "xu": ("续", True, "r"),
    "unit-only": ("单位：万元", True, "r"),
    "code-unit": ("公开03表", True, "r"),
}


def repeated(style):
    def draw(case):
        sheet = Sheet(case, **style)
        sheet.table(expenditure(Maker(1)), page=A4_LANDSCAPE)
        sheet.table(overview(Maker(2), 26), row_height=34)
        sheet.table(appropriation(Maker(2), 26), row_height=24, size=6.5)
        sheet.finish()

    return draw


def marked(mark, header, place):
    """One table over two pages, the second with a mark of continuation above it."""

    def draw(case):
        sheet = Sheet(case)
        table = expenditure(Maker(1))
        first, second = deepcopy(table), deepcopy(table)
        first.rows, second.rows, second.spans = table.rows[:15], table.rows[15:], []
        second.header = table.header if header else []
        sheet.table(first, page=A4_LANDSCAPE)
        sheet.new_page(A4_LANDSCAPE)
        x = {"r": sheet.page_width - 45, "c": sheet.page_width / 2, "l": 45}[place]
        sheet.put(mark, x, 55, align=place, size=14 if place == "c" else 9)
        sheet.table(second, at=(45, 62), new=False, heads=False)
        table.pages = [1, 2]
        sheet.tables = [table]
        sheet.finish()

    return draw


for name, style in REPEATS.items():
    named(f"h-{name}", repeated(style))
for name, mark in MARKS.items():
    named(f"k-xubiao-{name}", marked(*mark))


@variation
def h_no_lanci(case):
    sheet = Sheet(case)
    sheet.table(overview(Maker(1), 12, line_numbers=False))
    sheet.table(expenditure(Maker(2), column_numbers=False), page=A4_LANDSCAPE)
    sheet.table(reception(Maker(3), column_numbers=False), page=A4_LANDSCAPE)
    sheet.finish()


@variation
def h_hangci_no_lanci(case):
    sheet = Sheet(case)
    sheet.table(overview(Maker(1), 12, column_numbers=False))
    sheet.finish()


@variation
def h_four_levels(case):
    sheet = Sheet(case)
    maker = Maker(1)
    lv = [
        ("本年支出", "合计", "合计"),
        ("本年支出", "基本支出", "小计"),
        ("本年支出", "基本支出", "人员经费"),
        ("本年支出", "基本支出", "公用经费"),
        ("本年支出", "项目支出", "小计"),
        ("本年支出", "项目支出", "其中：基本建设"),
        ("年末结转和结余", "合计", "合计"),
        ("年末结转和结余", "项目支出结转", "项目支出结转"),
    ]
    table = coded_table(
        maker,
        "一般公共预算财政拨款收入支出决算表",
        "公开05表",
        [("一般公共预算",) + p for p in lv],
        [60] * 8,
        mode="split",
    )
    sheet.table(table, page=A4_LANDSCAPE)
    sheet.finish()


@variation
def h_partial_repeat(case):
    """continuation page repeats only the 栏次 line"""
    sheet = Sheet(case, repeat="none")
    table = expenditure(Maker(1))
    table.displayed = table.rows[:14] + [["栏次", ""] + list("123456")] + table.rows[14:]
    table.rows_by_page = [14, len(table.displayed) - 14]
    table.spans.append((14, 0, 1, 2))
    sheet.table(table, page=A4_LANDSCAPE)
    sheet.finish()


@variation
def h_title_two_lines(case):
    sheet = Sheet(case, title_lines=["青石县水利局2023年度", "一般公共预算财政拨款支出决算表"])
    table = general_budget(Maker(1))
    sheet.table(table)
    sheet.finish()


@variation
def h_title_with_org(case):
    sheet = Sheet(case)
    table = general_budget(Maker(1))
    table.title = "青石县水利局2023年度一般公共预算财政拨款支出决算表"
    sheet.table(table)
    sheet.finish()


@variation
def h_title_spaced(case):
    sheet = Sheet(case, title_lines=["支    出    决    算    表"])
    table = expenditure(Maker(1))
    sheet.table(table, page=A4_LANDSCAPE)
    sheet.finish()


@variation
def h_title_in_frame(case):
    sheet = Sheet(case, show_title=False, show_code=False, show_unit=False, show_office=False)
    table = general_budget(Maker(1))
    real = table.header
    table.header = [
        [table.title] * 5,
        ["公开05表"] * 5,
        [f"部门：{OFFICE}"] * 3 + ["单位：万元"] * 2,
    ] + real
    sheet.table(table)
    table.header = real
    table = expenditure(Maker(2), code="")
    real = table.header
    table.header = [[table.title] * 8, ["单位：万元"] * 8] + real
    sheet.table(table, page=A4_LANDSCAPE)
    table.header = real
    sheet.finish()


@variation
def h_unit_in_frame(case):
    sheet = Sheet(case, show_unit=False, show_office=False)
    table = general_budget(Maker(1))
    real = table.header
    table.header = [["金额单位：万元"] * 5] + real
    sheet.table(table)
    table.header = real
    sheet.finish()


@variation
def h_unit_in_header_cell(case):
    sheet = Sheet(case, show_unit=False)
    table = general_budget(Maker(1))
    table.header = [
        [
            x.replace("小计", "小计（万元）")
            .replace("基本支出", "基本支出（万元）")
            .replace("项目支出", "项目支出（万元）")
            for x in r
        ]
        for r in table.header
    ]
    sheet.table(table)
    sheet.finish()


@variation
def h_note_in_frame(case):
    sheet = Sheet(case)
    table = general_budget(Maker(1))
    note = (
        "注：本表反映部门本年度一般公共预算财政拨款支出情况。"
        "本套报表金额单位转换时可能存在尾数误差。"
    )
    k = len(table.rows)
    table.displayed = table.rows + [[note] + [""] * 4]
    table.spans.append((k, 0, 1, 5))
    sheet.table(table)
    table.note = note
    sheet.finish()


@variation
def h_code_left_of_title(case):
    sheet = Sheet(case, show_code=False, show_unit=False, show_office=False)

    def cap(table, x0, w, y):
        sheet.put("表5", x0, y + 10)
        sheet.put(table.title, x0 + w / 2, y + 30, size=16, align="c")
        sheet.put("单位:元", x0 + w, y + 46, align="r")
        return y + 52

    sheet.captions = cap
    table = general_budget(Maker(1))
    table.code = "表5"
    table.unit = "元"
    sheet.table(table)
    sheet.finish()


@variation
def h_unit_center_and_date(case):
    sheet = Sheet(case)

    def cap(table, x0, w, y):
        sheet.put(table.title, x0 + w / 2, y + 20, size=16, align="c")
        sheet.put("2023年度", x0 + w / 2, y + 36, align="c")
        sheet.put("编制单位：" + OFFICE, x0, y + 50)
        sheet.put("公开05表", x0 + w, y + 36, align="r")
        sheet.put("金额单位：万元", x0 + w, y + 50, align="r")
        return y + 56

    sheet.captions = cap
    sheet.table(general_budget(Maker(1)))
    sheet.finish()


@variation
def h_numbered_title(case):
    sheet = Sheet(case)
    maker = Maker(1)
    table = overview(maker, 10)
    sheet.table(table, title_lines=["一、收入支出决算总表"])
    table = general_budget(maker)
    sheet.table(table, title_lines=["表五：一般公共预算财政拨款支出决算表"])
    sheet.finish()


@variation
def h_no_title(case):
    sheet = Sheet(case, show_title=False, show_code=False)
    table = general_budget(Maker(1))
    sheet.table(table)
    table.title = table.code = ""
    sheet.finish()


@variation
def h_caption_below(case):
    sheet = Sheet(case, show_title=False, show_code=False)
    table = general_budget(Maker(1))
    sheet.table(table)
    sheet.put("表5  一般公共预算财政拨款支出决算表", sheet.page_width / 2, sheet.y + 10, align="c")
    sheet.finish()


@variation
def h_vertical_header_text(case):
    """header text set vertically, one character a line"""
    sheet = Sheet(case)
    table = general_budget(Maker(1))
    table.widths = [60, 150, 24, 60, 60]
    table.header = [
        r[:2] + ["序号"] + r[2:4]
        for r in [
            ["项目", "项目", "", "本年支出", "本年支出"],
            ["功能分类科目编码", "科目名称", "", "基本支出", "项目支出"],
        ]
    ]
    table.rows = [r[:2] + [str(i + 1)] + r[3:5] for i, r in enumerate(table.rows)]
    table.align = "llcrr"
    sheet.table(table)
    sheet.finish()


@variation
def k_xubiao_everything(case):
    """second page: title, 续表, code, unit, header"""
    sheet = Sheet(case, repeat="all", continued=True)
    sheet.table(expenditure(Maker(1)), page=A4_LANDSCAPE)
    sheet.table(general_budget(Maker(2)))
    sheet.finish()
