"""Amounts in their ways of being printed: signs, zeros, widths, wraps."""

import random

from data import (
    NUMERALS,
    SHORT_TREE,
    Maker,
    expenditure,
    general_budget,
    in_yuan,
    income,
    reception,
)
from drawing import A4_LANDSCAPE, Sheet, usual
from registry import named, variation

PRINTED = {
    "n-neg-minus": dict(negative_share=0.2),
    "n-neg-paren": dict(negative_share=0.2, negative="()"),
    "n-neg-wideparen": dict(negative_share=0.2, negative="（）"),
    "n-neg-triangle": dict(negative_share=0.2, negative="△"),
    "n-neg-widedash": dict(negative_share=0.2, negative="－"),
    "n-zero-0": dict(zero="0"),
    "n-zero-dash": dict(zero="-"),
    "n-zero-emdash": dict(zero="—"),
    "n-zero-emdash2": dict(zero="——"),
    "n-zero-blank": dict(zero=""),
    "n-zero-blank-most": dict(zero="", zero_share=0.85),
    "n-zero-slash": dict(zero="/"),
    "n-zero-widedash": dict(zero="－"),
    "n-nosep": dict(separators=False),
    "n-all-zero": dict(zero_share=1),
    "n-all-blank": dict(zero_share=1, zero=""),
}


def printed(options, **style):
    return lambda case: usual(case, maker=Maker(2, **options), **style)


for name, options in PRINTED.items():
    named(name, printed(options))
named("n-yuan-tight", printed(dict(factor=10000), size=8, pad=1.5))


@variation
def n_yuan_touching(case):
    sheet = Sheet(case, size=8, pad=0.3)
    table = in_yuan(expenditure(Maker(3, factor=10000)))
    table.widths = [40, 90] + [sheet.text_width("999,999,999,999.99", 8)] * 6
    sheet.table(table, page=A4_LANDSCAPE)
    table = in_yuan(income(Maker(4, factor=10000, tree=SHORT_TREE)))
    table.widths = [38, 60] + [sheet.text_width("9,999,999,999.99", 8) + 1] * 7
    sheet.table(table, page=A4_LANDSCAPE)
    sheet.finish()


@variation
def n_overflow_into_next(case):
    """amounts wider than their column, right-aligned: their left end lies in the column before"""
    sheet = Sheet(case, size=9)
    table = general_budget(Maker(3, factor=10000, zero_share=0.1))
    in_yuan(table)
    table.widths = [60, 200, 62, 62, 62]
    sheet.table(table, scale=1.0)
    sheet.finish()


@variation
def n_hash_overflow(case):
    sheet = Sheet(case)
    table = general_budget(Maker(3))
    for i in (2, 5):
        table.rows[i][2] = "######"
    sheet.table(table)
    sheet.finish()


@variation
def n_wrapped_amounts(case):
    sheet = Sheet(case, wrap_numbers=True, size=8)
    table = expenditure(Maker(3, factor=100, tree=SHORT_TREE))
    table.widths = [36, 70] + [38] * 6
    sheet.table(table, scale=1.0)
    table = reception(Maker(5, factor=1))
    table.rows = [[x.replace(".", "") + ".00" for x in table.rows[0]]]
    table.widths = [26] * 12
    sheet.table(table, scale=1.0)
    sheet.finish()


@variation
def n_spaced_thousands(case):
    sheet = Sheet(case)
    table = general_budget(Maker(3))
    table.rows = [[x.replace(",", " ") if "." in x else x for x in r] for r in table.rows]
    sheet.table(table)
    sheet.finish()


@variation
def n_space_after_comma(case):
    sheet = Sheet(case)
    table = general_budget(Maker(3))
    table.displayed = [[x.replace(",", ", ") if "." in x else x for x in r] for r in table.rows]
    sheet.table(table)
    sheet.finish()


@variation
def n_fullwidth_digits(case):
    sheet = Sheet(case)
    table = general_budget(Maker(3, tree=SHORT_TREE))
    w = str.maketrans("0123456789.,", "０１２３４５６７８９．，")
    table.rows = [r[:2] + [x.translate(w) for x in r[2:]] for r in table.rows]
    sheet.table(table)
    sheet.finish()


@variation
def n_wide_comma(case):
    sheet = Sheet(case)
    table = general_budget(Maker(3))
    table.displayed = [[x.replace(",", "，") if "." in x else x for x in r] for r in table.rows]
    sheet.table(table)
    sheet.finish()


@variation
def n_yen_sign(case):
    sheet = Sheet(case)
    table = general_budget(Maker(3, tree=SHORT_TREE))
    table.rows = [r[:2] + ["¥" + x for x in r[2:]] for r in table.rows]
    sheet.table(table)
    sheet.finish()


@variation
def n_percent_columns(case):
    sheet = Sheet(case)
    table = general_budget(Maker(3))
    table.header = [
        r + [x, y]
        for r, x, y in zip(
            table.header, ["2022年决算数", "2022年决算数", "4"], ["增减%", "增减%", "5"]
        )
    ]
    r = random.Random(4)
    table.rows = [
        q + [f"{r.randint(1000, 999999) / 100:,.2f}", f"{r.randint(-9000, 30000) / 100:.2f}%"]
        for q in table.rows
    ]
    table.widths += [90, 60]
    table.align += "rr"
    sheet.table(table)
    sheet.finish()


@variation
def n_underline_prose(case):
    sheet = Sheet(case)
    sheet.new_page()
    sheet.heading("第三部分 2023年度部门决算情况说明")
    for i in range(8):
        sheet.para(f"{NUMERALS[i]}、收入支出决算总体情况说明")
        y = sheet.y
        sheet.para(
            f"2023年度收、支总计均为{1234.5 * (i + 1):,.2f}万元。与上年度相比，收、支总计各增加"
            f"{56.7 * (i + 1):.2f}万元，增长{i + 1}.{i}%。主要原因是项目增加。"
        )
        for k in range(2):
            sheet.canvas.line(
                60 + 110,
                sheet.up(y + 13 + k * 19.8),
                60 + 110 + 60,
                sheet.up(y + 13 + k * 19.8),
            )
            sheet.canvas.line(
                300,
                sheet.up(y + 13 + k * 19.8),
                350,
                sheet.up(y + 13 + k * 19.8),
            )
    sheet.table(general_budget(Maker(1)))
    sheet.finish()


@variation
def n_wrapped_amounts_ruled_2_pages(case):
    sheet = Sheet(case, wrap_numbers=True, size=8)
    table = expenditure(Maker(3, factor=10000))
    in_yuan(table, "单位：元")
    table.widths = [46, 80] + [56] * 6
    sheet.table(table, scale=1.0)
    sheet.finish()


@variation
def n_wrapped_amounts_few(case):
    """only the big totals are wrapped: 2 of 36 rows"""
    sheet = Sheet(case, wrap_numbers=True, size=9)
    table = expenditure(Maker(1))
    table.widths = [46, 80] + [56] * 6
    sheet.table(table, scale=1.0)
    sheet.finish()


@variation
def n_overflow_one_glyph(case):
    """the widest amounts stick out of their cell's left edge by one digit"""
    sheet = Sheet(case, size=9, pad=2)
    table = expenditure(Maker(1))
    table.widths = [44, 120] + [sheet.text_width("1,234,567.89") - 1] * 6
    sheet.table(table, scale=1.0, page=A4_LANDSCAPE)
    sheet.finish()
