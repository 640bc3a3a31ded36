"""Pages that look a little like a table and hold none: nothing must come out."""

from data import CLASSES, OFFICE
from drawing import Sheet
from registry import named


def tableless(draw):
    """A variation of one page; `draw` is given the sheet."""

    def function(case):
        sheet = Sheet(case)
        sheet.new_page()
        draw(sheet)
        sheet.finish()

    named(draw.__name__.replace("_", "-"), function)
    return draw


@tableless
def f_contents_dots(sheet):
    sheet.heading("目    录")
    for i, x in enumerate(
        [
            "第一部分 青石县水利局概况",
            "一、部门职责",
            "二、机构设置",
            "第二部分 2023年度部门决算表",
            "一、收入支出决算总表",
            "二、收入决算表",
            "三、支出决算表",
            "四、财政拨款收入支出决算总表",
            "五、一般公共预算财政拨款支出决算表",
            "六、一般公共预算财政拨款基本支出决算表",
            "第三部分 2023年度部门决算情况说明",
            "第四部分 名词解释",
        ]
    ):
        dots = "." * int((430 - sheet.text_width(x, 11)) / sheet.text_width(".", 11))
        sheet.put(x + dots, 60, sheet.y + 11, size=11)
        sheet.put(str(i + 3), sheet.page_width - 60, sheet.y + 11, size=11, align="r")
        sheet.y += 22


@tableless
def f_contents_spaces(sheet):
    sheet.heading("目录")
    for i, x in enumerate(
        [
            "收入支出决算总表",
            "收入决算表",
            "支出决算表",
            "财政拨款收入支出决算总表",
            "一般公共预算财政拨款支出决算表",
            "一般公共预算财政拨款基本支出决算表",
            "政府性基金预算财政拨款收入支出决算表",
            "国有资本经营预算财政拨款支出决算表",
        ]
    ):
        sheet.put(f"公开{i + 1:02d}表", 70, sheet.y + 11, size=11)
        sheet.put(x, 150, sheet.y + 11, size=11)
        sheet.put(f"{i + 5}", sheet.page_width - 80, sheet.y + 11, size=11, align="r")
        sheet.y += 24


@tableless
def f_prose_number_columns(sheet):
    sheet.heading("三、支出决算情况说明")
    sheet.para("2023年度支出合计3,456.78万元，其中：")
    for a, b, c in [
        ("基本支出", "1,234.56", "35.71"),
        ("项目支出", "2,222.22", "64.29"),
        ("经营支出", "0.00", "0.00"),
        ("上缴上级支出", "0.00", "0.00"),
    ]:
        sheet.put(f"{a}{b}万元，占{c}%；", 82, sheet.y + 11, size=11)
        sheet.y += 20
    sheet.para("按功能分类：")
    for i, a in enumerate(CLASSES[:6]):
        sheet.put(f"{i + 1}.{a}", 82, sheet.y + 11, size=11)
        sheet.put(f"{123.45 * (i + 1):,.2f}万元", 400, sheet.y + 11, size=11, align="r")
        sheet.put(f"占{(i + 3) * 2.1:.1f}%", 480, sheet.y + 11, size=11, align="r")
        sheet.y += 20


@tableless
def f_org_chart(sheet):
    sheet.heading("机构设置图")
    c = sheet.canvas
    c.rect(230, sheet.up(130), 130, 30)
    sheet.put(OFFICE, 295, 120, size=11, align="c")
    c.line(295, sheet.up(130), 295, sheet.up(160))
    c.line(80, sheet.up(160), 510, sheet.up(160))
    for i, x in enumerate(["办公室", "财务股", "水资源股", "建设股", "水土保持股", "防汛办"]):
        x0 = 60 + i * 82
        c.line(x0 + 20, sheet.up(160), x0 + 20, sheet.up(190))
        c.rect(x0, sheet.up(310), 40, 120)
        for k, ch in enumerate(x):
            sheet.put(ch, x0 + 20, 215 + k * 16, size=11, align="c")


@tableless
def f_org_chart_grid(sheet):
    sheet.heading("内设机构")
    c = sheet.canvas
    for i in range(3):
        for j in range(4):
            c.rect(60 + j * 120, sheet.up(160 + i * 60), 100, 36)
            sheet.put(f"第{i * 4 + j + 1}科室", 110 + j * 120, 145 + i * 60, size=11, align="c")


@tableless
def f_bar_chart(sheet):
    sheet.para("收入决算总计变动情况图（单位：万元）")
    c = sheet.canvas
    for k in range(6):
        c.setLineWidth(0.3)
        c.line(90, sheet.up(400 - k * 50), 500, sheet.up(400 - k * 50))
        sheet.put(f"{k * 1000}", 84, 403 - k * 50, align="r")
    c.line(90, sheet.up(400), 90, sheet.up(150))
    for i, (y, v) in enumerate([("2021年", 2345.67), ("2022年", 3456.78), ("2023年", 4321.09)]):
        c.setFillColorRGB(0.3, 0.5, 0.8)
        c.rect(150 + i * 110, sheet.up(400), 50, v / 20, fill=1)
        c.setFillGray(0)
        sheet.put(f"{v:,.2f}", 175 + i * 110, 395 - v / 20, align="c")
        sheet.put(y, 175 + i * 110, 415, align="c")


@tableless
def f_text_box(sheet):
    sheet.canvas.rect(50, sheet.up(300), 495, 220)
    sheet.y = 90
    for _ in range(3):
        sheet.para(
            "2023年度本部门机关运行经费支出123.45万元，比年初预算数减少6.78万元，下降5.21%。"
            "主要原因是落实过紧日子要求。"
        )


@tableless
def f_two_column_prose(sheet):
    sheet.heading("名词解释")
    for i in range(24):
        sheet.put(f"{i + 1}.财政拨款收入：指单位从同级财政", 60, sheet.y + 10, size=10)
        sheet.put(f"{i+25}.年末结转和结余：指本年度或以前", 320, sheet.y + 10, size=10)
        sheet.y += 20


@tableless
def f_signature_form(sheet):
    sheet.heading("2023年度部门决算")
    for i, x in enumerate(["单位负责人：", "财务负责人：", "填表人：", "联系电话：", "报送日期："]):
        sheet.put(x, 160, 400 + i * 30, size=14)
        sheet.canvas.line(250, sheet.up(402 + i * 30), 420, sheet.up(402 + i * 30))


@tableless
def f_numbered_items_percent(sheet):
    sheet.para("五、一般公共预算财政拨款支出决算情况说明")
    for i in range(10):
        sheet.para(
            f"{i + 1}.{CLASSES[i]}（类）行政运行（项）。年初预算为{100.5 * (i + 1):,.2f}万元，"
            f"支出决算为{98.7 * (i + 1):,.2f}万元，完成年初预算的{98 + i / 10:.1f}%。"
        )


@tableless
def f_budget_prose_table_like(sheet):
    sheet.para("（二）一般公共预算财政拨款支出决算结构情况")
    sheet.para("2023年度一般公共预算财政拨款支出3,456.78万元，主要用于以下方面：")
    for i, a in enumerate(CLASSES[:8]):
        sheet.put(f"{a}", 82, sheet.y + 11, size=11)
        sheet.put(f"{123.45 * (i + 1):,.2f}", 330, sheet.y + 11, size=11, align="r")
        sheet.put("万元，占", 335, sheet.y + 11, size=11)
        sheet.put(f"{(i + 3) * 2.1:.2f}%；", 440, sheet.y + 11, size=11, align="r")
        sheet.y += 20


@tableless
def f_pie_legend(sheet):
    sheet.para("图2：收入决算结构图")
    c = sheet.canvas
    c.setFillColorRGB(0.3, 0.5, 0.8)
    c.wedge(150, 450, 350, 650, 0, 250, fill=1)
    c.setFillColorRGB(0.9, 0.5, 0.2)
    c.wedge(150, 450, 350, 650, 250, 110, fill=1)
    c.setFillGray(0)
    for i, (a, b) in enumerate(
        [
            ("财政拨款收入", "3,123.45万元，69.44%"),
            ("事业收入", "1,234.56万元，27.45%"),
            ("其他收入", "139.88万元，3.11%"),
        ]
    ):
        c.rect(390, sheet.up(250 + i * 24), 10, 10, fill=1)
        sheet.put(a, 406, 249 + i * 24, size=9)
        sheet.put(b, 470, 249 + i * 24, size=9)
