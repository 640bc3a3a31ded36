"""Tables of other forms: 三公, blocks, empty forms, spans, very wide ones."""

import random

from data import (
    GOODS,
    SHORT_TREE,
    SUBSIDIES,
    WAGES,
    Maker,
    Table,
    basic_expenditure,
    coded_table,
    expenditure,
    general_budget,
    government_funds,
    overview,
    reception,
    state_capital,
)
from drawing import A4_LANDSCAPE, Sheet
from drawn.overlays import page_frame
from registry import variation


@variation
def s_sangong_interleaved(case):
    sheet = Sheet(case)
    sheet.table(reception(Maker(1), interleaved=True), page=A4_LANDSCAPE, size=7.5)
    sheet.table(reception(Maker(2), interleaved=False), page=A4_LANDSCAPE, size=7.5)
    sheet.table(reception(Maker(3), interleaved=True, column_numbers=False), size=6)
    sheet.finish()


@variation
def s_sangong_vertical(case):
    """三公 as a tall table: item, budget, final"""
    sheet = Sheet(case)
    maker = Maker(1)
    items = [
        "合  计",
        "1.因公出国（境）费",
        "2.公务接待费",
        "3.公务用车购置及运行维护费",
        "其中：（1）公务用车购置费",
        "（2）公务用车运行维护费",
        "会议费",
        "培训费",
        "机关运行经费",
    ]
    rows = [
        [
            i,
            f"{maker.random.randint(100, 9999) / 100:.2f}",
            f"{maker.random.randint(100, 9999) / 100:.2f}",
        ]
        for i in items
    ]
    table = Table(
        "“三公”经费、会议费、培训费及机关运行经费支出决算表",
        "公开07表",
        [["项目", "年初预算数", "决算数"]],
        rows,
        [220, 100, 100],
        "lrr",
    )
    sheet.table(table)
    sheet.finish()


@variation
def s_sangong_multi_unit(case):
    sheet = Sheet(case)
    table = reception(Maker(1))
    a = reception(Maker(2)).rows[0]
    b = reception(Maker(3)).rows[0]
    table.header = [["单位名称"] + r for r in table.header]
    table.header[-1][0] = "栏次"
    table.widths = [110] + table.widths
    table.align = "l" + table.align
    table.rows = [
        ["合计"] + table.rows[0],
        ["青石县水利局机关"] + a,
        ["青石县水库移民服务中心"] + b,
    ]
    sheet.table(table, page=A4_LANDSCAPE, size=7.5)
    sheet.finish()


@variation
def s_06_three_blocks(case):
    sheet = Sheet(case)
    sheet.table(basic_expenditure(Maker(1)), page=A4_LANDSCAPE)
    sheet.table(basic_expenditure(Maker(2), three=False))
    sheet.table(basic_expenditure(Maker(3, zero="")), page=A4_LANDSCAPE, size=7, row_height=13)
    sheet.finish()


@variation
def s_06_two_blocks_page_break(case):
    sheet = Sheet(case)
    sheet.table(basic_expenditure(Maker(1), three=False), row_height=36)
    sheet.table(basic_expenditure(Maker(2)), page=A4_LANDSCAPE, row_height=30, repeat="none")
    sheet.finish()


@variation
def s_empty_blank_rows(case):
    sheet = Sheet(case)
    sheet.table(government_funds(Maker(1), empty=True, blanks=10))
    table = government_funds(Maker(1), empty=True, blanks=0)
    table.rows = [[""] * 8 for _ in range(8)]
    table.spans = []
    sheet.table(table)
    sheet.finish()


@variation
def s_empty_header_only(case):
    sheet = Sheet(case)
    table = government_funds(Maker(1), empty=True)
    table.rows = []
    table.spans = []
    table.note = "说明：本部门没有政府性基金收入，也没有使用政府性基金安排的支出，故本表为空表。"
    sheet.table(table)
    sheet.table(general_budget(Maker(1)))
    sheet.finish()


@variation
def s_empty_with_text_in_body(case):
    sheet = Sheet(case)
    table = government_funds(Maker(1), empty=True)
    table.rows = [["本部门无政府性基金预算财政拨款收支，此表无数据"] + [""] * 7]
    table.spans = [(0, 0, 1, 8)]
    sheet.table(table)
    sheet.table(general_budget(Maker(1)))
    sheet.finish()


@variation
def s_blank_rows_between(case):
    sheet = Sheet(case)
    table = general_budget(Maker(1, tree=SHORT_TREE))
    table.rows += [[""] * 5 for _ in range(12)]
    sheet.table(table)
    table = state_capital(Maker(2, tree=SHORT_TREE))
    table.rows = table.rows[:3] + [[""] * 5] * 2 + table.rows[3:]
    sheet.table(table)
    sheet.finish()


@variation
def s_untitled_in_prose(case):
    sheet = Sheet(case)
    sheet.new_page()
    sheet.heading("第一部分 青石县水利局概况")
    sheet.para("一、部门职责")
    sheet.para("负责保障水资源的合理开发利用。拟订水利发展规划和政策，起草有关规范性文件草案。")
    sheet.para("二、机构设置")
    sheet.para("纳入青石县水利局2023年度部门决算编制范围的二级预算单位包括：")
    rows = [
        ["1", "青石县水利局（本级）", "行政单位"],
        ["2", "青石县水库移民服务中心", "公益一类"],
        ["3", "青石县防汛抗旱服务中心", "公益一类"],
        ["4", "青石县灌溉试验站", "公益二类"],
    ]
    table = Table(
        "",
        "",
        [["序号", "单位名称", "单位性质"]],
        rows,
        [50, 250, 120],
        "clc",
        unit="",
        unit_line="",
        office_line="",
    )
    sheet.table(table, new=False, scale=1.0)
    sheet.para("三、人员情况")
    sheet.para("年末实有人数128人，其中在职人员96人，离退休人员32人。")
    sheet.table(general_budget(Maker(1)))
    sheet.finish()


@variation
def s_nested_frame(case):
    sheet = Sheet(case)
    table = general_budget(Maker(1))
    sheet.under.append(page_frame)
    sheet.table(table)
    x0, y, w = sheet.last_box
    sheet.canvas.rect(x0 - 6, sheet.up(y + 6), w + 12, y - 40)
    sheet.table(expenditure(Maker(2)), page=A4_LANDSCAPE)
    sheet.finish()


@variation
def s_merged_body_labels(case):
    sheet = Sheet(case)
    rows = []
    spans = []
    r = random.Random(1)
    i = 0
    for lab, k in (("产出指标", 4), ("效益指标", 3), ("满意度指标", 1)):
        if k > 1:
            spans.append((i, 0, k, 1))
        for j in range(k):
            rows.append(
                [
                    lab if j == 0 else "",
                    ["数量指标", "质量指标", "时效指标", "成本指标"][j],
                    f"指标{i}完成情况",
                    f"{r.randint(50, 100)}%",
                    f"{r.randint(50, 100)}%",
                    "10.00",
                    f"{r.randint(500, 1000) / 100:.2f}",
                ]
            )
            i += 1
    rows.append(["总分", "", "", "", "", "100.00", "95.32"])
    spans.append((i, 0, 1, 5))
    table = Table(
        "项目支出绩效自评表",
        "",
        [["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"]],
        rows,
        [70, 80, 130, 60, 60, 50, 50],
        "ccccccc",
        unit="",
        unit_line="",
    )
    table.spans = spans
    sheet.table(table, row_height=24)
    sheet.finish()


@variation
def s_merged_amount_block(case):
    """row-spanning amounts: two lines of names share one amount"""
    sheet = Sheet(case)
    table = general_budget(Maker(1, tree=SHORT_TREE))
    for r in (3, 4):
        table.rows[r + 1][4] = "" if r == 3 else table.rows[r + 1][4]
    table.spans.append((3, 4, 2, 1))
    sheet.table(table, row_height=22)
    sheet.finish()


@variation
def s_project_table_long_names(case):
    sheet = Sheet(case)
    rows = [
        [
            str(i + 1),
            f"2023年青石县第{i + 1}批中央水利发展资金"
            f"（{'中小河流治理及' * (i % 4)}小型水库维修养护）项目",
            f"{1234.5 * (i + 1):,.2f}",
            f"{1200.25 * (i + 1):,.2f}",
            f"{97.0 + i / 10:.2f}%",
        ]
        for i in range(16)
    ]
    table = Table(
        "项目支出决算明细表",
        "公开10表",
        [["序号", "项目名称", "预算数", "决算数", "执行率"]],
        rows,
        [30, 150, 80, 80, 60],
        "clrrr",
    )
    sheet.table(table)
    sheet.finish()


@variation
def s_two_line_names_unruled(case):
    sheet = Sheet(case, frame="TB", inner_v="none", inner_h="headonly", row_height=16)
    table = expenditure(Maker(1))
    table.widths[1] = 70
    sheet.table(table, page=A4_LANDSCAPE)
    sheet.finish()


@variation
def s_two_line_names_none(case):
    sheet = Sheet(case, frame="", inner_v="none", inner_h="none", row_height=16)
    table = expenditure(Maker(1))
    table.widths[1] = 70
    sheet.table(table, page=A4_LANDSCAPE)
    table = overview(Maker(2), 12)
    table.widths[0] = table.widths[3] = 100
    sheet.table(table)
    sheet.finish()


@variation
def s_yunnan_t1(case):
    """预算数 and 决算数 on both sides, with 全年预算数"""
    sheet = Sheet(case)
    table = overview(Maker(1), 14)
    maker = Maker(7)
    hdr = [
        ["收入"] * 5 + ["支出"] * 5,
        (["项目", "行次", "年初预算数", "全年预算数", "决算数"]) * 2,
        ["栏次", "", "1", "2", "3", "栏次", "", "4", "5", "6"],
    ]
    rows = [
        r[:2]
        + [
            maker.show(maker.amount()) if r[2] else "",
            maker.show(maker.amount()) if r[2] else "",
            r[2],
        ]
        + r[3:5]
        + [
            maker.show(maker.amount()) if r[5] else "",
            maker.show(maker.amount()) if r[5] else "",
            r[5],
        ]
        for r in table.rows
    ]
    table.header, table.rows, table.widths, table.align = (
        hdr,
        rows,
        [110, 24, 60, 60, 60] * 2,
        "lcrrrlcrrr",
    )
    sheet.table(table, page=A4_LANDSCAPE, size=7.5, row_height=13)
    sheet.finish()


@variation
def s_detail_wide_30_columns(case):
    """支出决算明细表: 30 economic columns, 4.5 pt"""
    sheet = Sheet(case, size=4.5, pad=1, row_height=12, header_height=20, margin=15)
    lv = (
        [("合计",)]
        + [("工资福利支出", x) for x in ["小计"] + WAGES]
        + [("商品和服务支出", x) for x in ["小计"] + GOODS]
        + [("对个人和家庭的补助", x) for x in ["小计"] + SUBSIDIES]
    )
    table = coded_table(
        Maker(1, zero_share=0.6),
        "一般公共预算财政拨款支出决算明细表",
        "公开06表",
        lv,
        [24] * len(lv),
        totals=False,
    )
    table.widths = [24, 50] + [25] * len(lv)
    sheet.table(table, page=(1190, 842))
    sheet.finish()


@variation
def s_rows_too_low(case):
    """fixed row height: wrapped names' lines stick out above and below their row"""
    sheet = Sheet(case, row_height=14)
    table = expenditure(Maker(1))
    table.widths[1] = 92
    table.heights = {i: 14 for i in range(len(table.rows))}
    sheet.table(table, page=A4_LANDSCAPE)
    sheet.finish()
