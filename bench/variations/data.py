"""Made-up tables of one made-up office, in the forms of public final accounts.

Every sum is right (totals are sums of what stands below them), because a reader may use sums to
find its faults: numbers at random would test something that no report contains. All randomness
comes from the Maker's seed, so two runs make the same tables.
"""
import random
from dataclasses import dataclass, field
from decimal import Decimal

OFFICE = "青石县水利局"
YEAR = 2023
ZERO = Decimal(0)

# classes of functions: (code, name, [(code, name, [names of items])])
TREE = [
    ("201", "一般公共服务支出", [
        ("20103", "政府办公厅（室）及相关机构事务",
         ["行政运行", "一般行政管理事务", "机关服务"]),
        ("20131", "党委办公厅（室）及相关机构事务",
         ["行政运行", "其他党委办公厅（室）及相关机构事务支出"])]),
    ("208", "社会保障和就业支出", [
        ("20805", "行政事业单位养老支出",
         ["行政单位离退休", "事业单位离退休", "机关事业单位基本养老保险缴费支出",
          "机关事业单位职业年金缴费支出"]),
        ("20808", "抚恤", ["死亡抚恤"])]),
    ("210", "卫生健康支出", [
        ("21011", "行政事业单位医疗", ["行政单位医疗", "事业单位医疗", "公务员医疗补助"])]),
    ("213", "农林水支出", [
        ("21303", "水利",
         ["行政运行", "一般行政管理事务", "水利行业业务管理", "水利工程建设",
          "水利工程运行与维护", "水土保持", "防汛", "农村水利"])]),
    ("221", "住房保障支出", [("22102", "住房改革支出", ["住房公积金", "购房补贴"])]),
]
SHORT_TREE = [
    ("213", "农林水支出", [("21303", "水利", ["行政运行", "水利工程建设", "防汛"])]),
    ("221", "住房保障支出", [("22102", "住房改革支出", ["住房公积金"])]),
]
LAND_TREE = [
    ("212", "城乡社区支出", [
        ("21208", "国有土地使用权出让收入安排的支出",
         ["征地和拆迁补偿支出", "其他国有土地使用权出让收入安排的支出"])]),
]
CLASSES = (
    "一般公共服务支出 外交支出 国防支出 公共安全支出 教育支出 科学技术支出 "
    "文化旅游体育与传媒支出 社会保障和就业支出 卫生健康支出 节能环保支出 城乡社区支出 "
    "农林水支出 交通运输支出 资源勘探工业信息等支出 商业服务业等支出 金融支出 "
    "援助其他地区支出 自然资源海洋气象等支出 住房保障支出 粮油物资储备支出 "
    "国有资本经营预算支出 灾害防治及应急管理支出 其他支出 债务还本支出 债务付息支出 "
    "抗疫特别国债安排的支出").split()
NUMERALS = (
    "一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十 "
    "二十一 二十二 二十三 二十四 二十五 二十六").split()
INCOMES = (
    "一般公共预算财政拨款收入 政府性基金预算财政拨款收入 国有资本经营预算财政拨款收入 "
    "上级补助收入 事业收入 经营收入 附属单位上缴收入 其他收入").split()
WAGES = (
    "基本工资 津贴补贴 奖金 伙食补助费 绩效工资 机关事业单位基本养老保险缴费 职业年金缴费 "
    "职工基本医疗保险缴费 其他工资福利支出").split()
GOODS = (
    "办公费 印刷费 咨询费 手续费 水费 电费 邮电费 取暖费 物业管理费 差旅费 公务接待费 "
    "其他交通费用 其他商品和服务支出").split()
SUBSIDIES = "离休费 退休费 抚恤金 生活补助".split()
CAPITAL = "办公设备购置 专用设备购置 公务用车购置".split()
VEHICLES = "公务用车购置及运行维护费"
SIGNS = {"()": "({})", "（）": "（{}）"}      # negative numbers; other signs stand before


@dataclass
class Table:
    """A table's truth and what the drawing needs of it.

    header: a row a line; equal neighbours are one spanning cell. spans: of the body's cells, as
    (row, column, rows, columns). displayed: the rows as printed, where that is not the truth.
    """
    title: str
    code: str
    header: list
    rows: list
    widths: list
    align: str
    unit: str = "万元"
    unit_line: str = "单位：万元"
    office: str = OFFICE
    office_line: str = f"部门：{OFFICE}"
    note: str = ""
    spans: list = field(default_factory=list)
    displayed: list | None = None
    rows_by_page: list | None = None
    heights: dict = field(default_factory=dict)     # fixed heights of body rows
    pages: list = field(default_factory=list)       # filled in when it is drawn


def retitle(table, title, code):
    table.title, table.code = title, code
    return table


def in_yuan(table, unit_line="金额单位：元"):
    table.unit, table.unit_line = "元", unit_line
    return table


class Maker:
    """Amounts at random, and how they are printed."""

    def __init__(self, seed=1, separators=True, zero="0.00", negative="-", negative_share=0.0,
                 factor=1, tree=None, zero_share=0.3):
        self.random = random.Random(seed)
        self.separators, self.zero, self.negative = separators, zero, negative
        self.negative_share, self.zero_share, self.factor = negative_share, zero_share, factor
        self.tree = tree or TREE

    def show(self, amount):
        """An amount as printed."""
        if amount is None:
            return ""
        if amount == 0:
            return self.zero
        text = f"{abs(amount):,.2f}" if self.separators else f"{abs(amount):.2f}"
        if amount > 0:
            return text
        return SIGNS.get(self.negative, self.negative + "{}").format(text)

    def amount(self):
        if self.random.random() < self.zero_share:
            return ZERO
        largest = 90000000 if self.random.random() < .3 else 900000
        amount = Decimal(self.random.randint(10, largest)) / 100 * self.factor
        return -amount if self.random.random() < self.negative_share else amount

    def amounts(self, count):
        return [self.amount() for _ in range(count)]

    def coded(self, count, totals=True):
        """[(code, name, amounts)] of the tree, the grand total first; with totals, the first
        amount is the sum of the others."""
        out = []
        for code, name, groups in self.tree:
            of_class = []
            for group, group_name, items in groups:
                leaves = [(f"{group}{n + 1:02d}", item, self.amounts(count))
                          for n, item in enumerate(items)]
                of_class.append((group, group_name, add_up(leaves)))
                of_class += leaves
            out.append((code, name, add_up([row for row in of_class if len(row[0]) == 5])))
            out += of_class
        out.insert(0, ("", "合计", add_up([row for row in out if len(row[0]) == 3])))
        if not totals:
            return out
        return [(code, name, [sum(amounts, ZERO)] + amounts) for code, name, amounts in out]


def add_up(rows):
    return [sum(column, ZERO) for column in zip(*[amounts for _, _, amounts in rows])]


# ------------------------------------------------------------ tables with two sides

def overview(maker, count=26, line_numbers=True, column_numbers=True, code="公开01表"):
    """公开01表: incomes on the left, `count` classes of expenditure on the right."""
    incomes = maker.amounts(len(INCOMES))
    expenses = [maker.amount() if n < 26 else ZERO for n in range(count)]
    before = Decimal(maker.random.randint(1000, 99999)) / 100
    if sum(incomes) + before < sum(expenses):
        incomes[0] += sum(expenses) - sum(incomes) - before + Decimal("12.34")
    left = numbered(INCOMES, incomes, maker) + [("", "")] * max(0, count - 8)
    left += [("本年收入合计", maker.show(sum(incomes))),
             ("使用非财政拨款结余（含专用结余）", maker.show(ZERO)),
             ("年初结转和结余", maker.show(before)),
             ("总计", maker.show(sum(incomes) + before))]
    right = numbered(CLASSES, expenses, maker) + [("", "")] * max(0, 8 - count)
    right += [("本年支出合计", maker.show(sum(expenses))),
              ("结余分配", maker.show(ZERO)),
              ("年末结转和结余", maker.show(sum(incomes) + before - sum(expenses))),
              ("总计", maker.show(sum(incomes) + before))]
    if not line_numbers:
        header = [["收入"] * 2 + ["支出"] * 2, ["项目", "决算数", "项目", "决算数"]]
        rows = [[*a, *b] for a, b in zip(left, right)]
        return Table("收入支出决算总表", code, header, rows, [160, 90, 160, 90], "lrlr")
    header = [["收入"] * 3 + ["支出"] * 3, ["项目", "行次", "金额", "项目", "行次", "金额"]]
    if column_numbers:
        header.append(["栏次", "", "1", "栏次", "", "2"])
    rows = with_line_numbers(left, right)
    return Table("收入支出决算总表", code, header, rows, [150, 30, 80, 150, 30, 80], "lcrlcr")


def numbered(names, amounts, maker):
    return [(f"{numeral}、{name}", maker.show(amount))
            for numeral, name, amount in zip(NUMERALS, names, amounts)]


def with_line_numbers(left, right):
    """Rows of both sides with 行次: the right side counts on from the left."""
    return [[a[0], str(n + 1), a[1], b[0], str(len(left) + n + 1), *b[1:]]
            for n, (a, b) in enumerate(zip(left, right))]


def appropriation(maker, count=26, line_numbers=True):
    """公开04表: money of the treasury; the right side in four columns."""
    expenses = [[maker.amount(), maker.amount() if n == 10 else ZERO, ZERO] for n in range(count)]
    spent = [sum(column) for column in zip(*expenses)]
    before = [Decimal("1234.56"), Decimal("7.89"), ZERO]
    got = [spent[0] + Decimal("5.00"), spent[1], ZERO]
    after = [got[n] + before[n] - spent[n] for n in range(3)]

    def four(amounts):
        return [maker.show(sum(amounts))] + [maker.show(amount) for amount in amounts]

    left = numbered([name[:-2] for name in INCOMES[:3]], got, maker) + [("", "")] * (count - 3)
    left += [("本年收入合计", maker.show(sum(got))),
             ("年初财政拨款结转和结余", maker.show(sum(before)))]
    left += [(name[:-2], maker.show(amount)) for name, amount in zip(INCOMES, before)]
    left += [("总计", maker.show(sum(got) + sum(before)))]
    right = [[f"{NUMERALS[n]}、{CLASSES[n]}"] + four(expenses[n]) for n in range(count)]
    right += [["本年支出合计"] + four(spent), ["年末财政拨款结转和结余"] + four(after)]
    right += [[""] * 5] * 3
    right += [["总计"] + four([spent[n] + after[n] for n in range(3)])]
    columns = ["合计", *[name[:-2] for name in INCOMES[:3]]]
    title, code = "财政拨款收入支出决算总表", "公开04表"
    if not line_numbers:
        header = [["收入"] * 2 + ["支出"] * 5, ["项目", "决算数", "项目"] + columns]
        rows = [[*a, *b] for a, b in zip(left, right)]
        return Table(title, code, header, rows, [130, 66, 120, 66, 66, 62, 62], "lrlrrrr")
    header = [["收入"] * 3 + ["支出"] * 6, ["项目", "行次", "金额", "项目", "行次"] + columns,
              ["栏次", "", "1", "栏次", "", "2", "3", "4", "5"]]
    rows = with_line_numbers(left, right)
    return Table(title, code, header, rows, [130, 26, 66, 120, 26, 66, 66, 62, 62], "lcrlcrrrr")


# ------------------------------------------------------------ tables of coded rows

@dataclass
class Lead:
    """The columns before the amounts: how code and name of a row are set."""
    headers: list
    widths: list
    align: str


LEADS = {
    "joined": Lead([("项目", "功能分类科目编码"), ("项目", "科目名称")], [62, 130], "ll"),
    "flat": Lead([("科目编码",), ("科目名称",)], [62, 130], "ll"),
    "split": Lead([("项目", "功能分类科目编码", part) for part in "类款项"]
                  + [("项目", "科目名称")], [24, 22, 22, 130], "cccl"),
    "one": Lead([("项目",)], [190], "l"),
}


def coded_table(maker, title, code, leaves, widths, column_numbers=True, mode="joined",
                total_first=True, totals=True, data=None):
    """A table with a row a code; `leaves` are the header paths of the amount columns."""
    data = data or maker.coded(len(leaves) - (1 if totals else 0), totals)
    if not total_first:
        data = data[1:] + data[:1]
    lead = LEADS[mode]
    paths = lead.headers + list(leaves)
    least = {"split": 3, "one": 1}.get(mode, 2)
    depth = max(least, *[len(path) for path in leaves])
    header = [[path[min(level, len(path) - 1)] for path in paths] for level in range(depth)]
    if column_numbers:
        header.append(["栏次"] * len(lead.widths) + [str(n + 1) for n in range(len(leaves))])
    rows = [lead_cells(mode, code, name) + [maker.show(amount) for amount in amounts]
            for code, name, amounts in data]
    table = Table(title, code, header, rows, lead.widths + widths, lead.align + "r" * len(leaves))
    if mode != "one":
        table.spans = [(n, 0, 1, len(lead.widths)) for n, row in enumerate(data) if not row[0]]
    return table


def lead_cells(mode, code, name):
    if mode == "one":
        return [f"{code} {name}".strip()]
    if mode == "split":
        return [code[:3], code[3:5], code[5:7], name] if code else [name, "", "", ""]
    return [code, name] if code else [name, ""]


def income(maker, code="公开02表", **options):
    leaves = [("本年收入合计",), ("财政拨款收入",), ("上级补助收入",), ("事业收入",),
              ("经营收入",), ("附属单位上缴收入",), ("其他收入",)]
    return coded_table(maker, "收入决算表", code, leaves, [70] * 7, **options)


def expenditure(maker, code="公开03表", **options):
    leaves = [("本年支出合计",), ("基本支出",), ("项目支出",), ("上缴上级支出",),
              ("经营支出",), ("对附属单位补助支出",)]
    return coded_table(maker, "支出决算表", code, leaves, [70] * 6, **options)


def general_budget(maker, code="公开05表", **options):
    leaves = [("本年支出", "小计"), ("本年支出", "基本支出"), ("本年支出", "项目支出")]
    return coded_table(maker, "一般公共预算财政拨款支出决算表", code, leaves, [90] * 3, **options)


def state_capital(maker, **options):
    """公开08表 in the form of 公开05表."""
    return retitle(general_budget(maker, **options),
                   "国有资本经营预算财政拨款支出决算表", "公开08表")


def government_funds(maker, empty=False, blanks=0, column_numbers=True):
    """公开07表; many offices have none and print it empty, with `blanks` empty rows."""
    leaves = [("年初结转和结余",), ("本年收入",), ("本年支出", "小计"), ("本年支出", "基本支出"),
              ("本年支出", "项目支出"), ("年末结转和结余",)]
    data = [("", "合计", [None] * 6)]
    if not empty:
        land = Maker(5, maker.separators, maker.zero, tree=LAND_TREE)
        data = [(code, name, [before, more + basic + project, basic + project, basic, project,
                              before + more])
                for code, name, (before, more, basic, project) in land.coded(4, False)]
    table = coded_table(maker, "政府性基金预算财政拨款收入支出决算表", "公开07表", leaves,
                        [70] * 6, data=data, totals=False, column_numbers=column_numbers)
    table.rows += [[""] * 8 for _ in range(blanks)]
    table.note = "注：本表反映部门本年度政府性基金预算财政拨款收入、支出及结转和结余情况。"
    return table


# ------------------------------------------------------------ tables of blocks side by side

def basic_expenditure(maker, three=True):
    """公开06表: economic classes in two or three blocks of (code, name, amount)."""
    wages, goods, subsidies, capital = [
        economic_block(maker, code, name, items) for code, name, items in (
            ("301", "工资福利支出", WAGES), ("302", "商品和服务支出", GOODS),
            ("303", "对个人和家庭的补助", SUBSIDIES), ("310", "资本性支出", CAPITAL))]
    blocks = [wages + subsidies, goods, capital] if three else [wages + subsidies, goods + capital]
    count, length = len(blocks), max(map(len, blocks))
    rows = []
    for n in range(length):
        triples = [block[n] if n < len(block) else ("", "", None) for block in blocks]
        rows.append([text for code, name, amount in triples
                     for text in (code, name, maker.show(amount))])
    staff, running = wages[0][2] + subsidies[0][2], goods[0][2] + capital[0][2]
    rows.append(["人员经费合计", "", maker.show(staff), "公用经费合计"]
                + [""] * (3 * count - 5) + [maker.show(running)])
    header = [["人员经费"] * 3 + ["公用经费"] * (3 * count - 3),
              ["经济分类科目编码", "科目名称", "决算数"] * count]
    table = Table("一般公共预算财政拨款基本支出决算表", "公开06表", header, rows,
                  [50, 110, 66] * count, "llr" * count)
    table.spans = [(length, 0, 1, 2), (length, 3, 1, 3 * count - 4)]
    return table


def economic_block(maker, code, name, items):
    amounts = maker.amounts(len(items))
    leaves = [(f"{code}{n + 1:02d}", item, amount)
              for n, (item, amount) in enumerate(zip(items, amounts))]
    return [(code, name, sum(amounts, ZERO))] + leaves


def reception(maker, interleaved=False, column_numbers=True, code="公开09表"):
    """公开09表, 三公: one row; budget and final amounts as blocks or in turns."""
    budget, final = reception_amounts(maker), reception_amounts(maker)
    items = [("合计",), ("因公出国（境）费",), (VEHICLES, "小计"), (VEHICLES, "公务用车购置费"),
             (VEHICLES, "公务用车运行维护费"), ("公务接待费",)]
    if interleaved:
        # both names on two lines, so that the budget's line is the lowest for all
        paths = [((item[0], item[0]) if len(item) == 1 else item) + (kind,)
                 for item in items for kind in ("预算数", "决算数")]
        amounts = [amount for pair in zip(budget, final) for amount in pair]
    else:
        paths = [(kind,) + item for kind in ("预算数", "决算数") for item in items]
        amounts = budget + final
    depth = max(map(len, paths))
    header = [[path[min(level, len(path) - 1)] for path in paths] for level in range(depth)]
    if column_numbers:
        header.append([str(n + 1) for n in range(12)])
    rows = [[maker.show(amount) for amount in amounts]]
    return Table("财政拨款“三公”经费支出决算表", code, header, rows, [60] * 12, "c" * 12)


def reception_amounts(maker):
    abroad, buying, running, guests = [
        Decimal(maker.random.randint(100, 4000)) / 100 for _ in range(4)]
    vehicles = buying + running
    return [abroad + vehicles + guests, abroad, vehicles, buying, running, guests]
