"""Checks that the figures of the data add up, before anything is made from them.

The figures of the Ministry's layout were rounded to 0.01 one by one, so a sum of n of them may
differ from its total; those of the Shanghai layout are made up and must be exact.
"""
from decimal import Decimal

HALF_UNIT = Decimal("0.005")    # what one rounded figure may be off
# Income captions of 公开01 against the columns of 公开02.
OTHER_INCOMES = ["上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"]
# Points of the parts of a self-evaluation: carried out, handling of funds, cost, output, effect,
# satisfaction. A project without cost indicators gives their points to output.
POINTS, POINTS_WITHOUT_COST = (10, 20, 10, 30, 25, 5), (10, 20, 0, 40, 25, 5)


class Sums:
    """Compares sums with totals."""

    def __init__(self, rounded):
        self.rounded = rounded

    def equal(self, what, total, parts):
        parts = list(parts)
        allowed = HALF_UNIT * (len(parts) + 1) if self.rounded else 0
        assert abs(total - sum(parts)) <= allowed, f"{what}: {total} is not the sum of {parts}"


def amount(text):
    """The figure of a cell; an empty one counts as zero."""
    return Decimal(text.replace(",", "") or 0)


def table(grid):
    """The body as [(code, name, {column: amount})] of a table with codes.

    A column's key is its lowest caption.
    """
    captions = grid.header()
    lowest = captions[-1] if "栏次" not in captions[-1] else captions[-2]
    name = lowest.index("科目名称")
    rows = []
    for row in grid.body():
        amounts = {lowest[n]: amount(row[n]) for n in range(name + 1, grid.columns)}
        code = "".join(row[:name])
        rows.append(("合计" if "合计" in row else code, row[name], amounts))
    return rows


def total_row(rows):
    return next(amounts for code, _, amounts in rows if code == "合计")


def sides(grid):
    """A two-sided table as ({caption: amounts} of the left, the same of the right side).

    A caption's numbering is dropped; of two lines with one caption the later one counts.
    """
    header = grid.header()
    middle = header[0].index("支出")
    found = []
    for start, end in ((0, middle), (middle, grid.columns)):
        first = start + (2 if header[1][start + 1] == "行次" else 1)
        found.append({row[start].split("、")[-1]: [amount(text) for text in row[first:end]]
                      for row in grid.body() if row[start]})
    return found


def check_tree(sums, what, rows):
    """Each code is the sum of the codes one level below it, 合计 that of the classes."""
    amounts = {code: values for code, _, values in rows if code}
    orphans = [code for code in amounts if len(code) > 3 and code[:-2] not in amounts]
    assert not orphans, f"{what}: no parent of {orphans}"
    for code, values in amounts.items():
        length = 3 if code == "合计" else len(code) + 2
        start = "" if code == "合计" else code
        children = [other for key, other in amounts.items()
                    if len(key) == length and key.startswith(start) and key != "合计"]
        for column, value in values.items():
            if children:
                sums.equal(f"{what} {code} {column}", value, [child[column] for child in children])


def check_rows(sums, what, rows, total, parts):
    for code, _, values in rows:
        sums.equal(f"{what} {code}", values[total], [values[part] for part in parts])


def check_summaries(sums, tables):
    """Tables 01 and 04: totals of both sides, and 01 against 02, 03 and 04."""
    left, right = sides(tables["01"])
    income, spending = total_row(table(tables["02"])), total_row(table(tables["03"]))
    balance_used = next(value for name, value in left.items() if name.startswith("使用非财政拨款结余"))
    names = list(left)
    total = names.index("本年收入合计")
    sums.equal("01 income", left["本年收入合计"][0], [left[name][0] for name in names[:total]])
    sums.equal("01 left", left["总计"][0], [left["本年收入合计"][0], balance_used[0], left["年初结转和结余"][0]])
    sums.equal("01 right", right["总计"][0],
               [right[name][0] for name in ("本年支出合计", "结余分配", "年末结转和结余")])
    sums.equal("01 both", left["总计"][0], [right["总计"][0]])
    sums.equal("01, 02", left["本年收入合计"][0], [income["本年收入合计"]])
    sums.equal("01, 03", right["本年支出合计"][0], [spending["本年支出合计"]])
    for name in OTHER_INCOMES:
        sums.equal(f"01, 02 {name}", left[name][0], [income[name]])
    check_classes(sums, "01", right, table(tables["03"]), "本年支出合计", 0)
    check_grants(sums, tables, left, income)


def check_classes(sums, what, right, rows, column, place):
    """The classes of a two-sided table: their sum, and each against the table of codes."""
    names = list(right)
    classes = names[:names.index("本年支出合计")]
    sums.equal(f"{what} spending", right["本年支出合计"][place], [right[name][place] for name in classes])
    coded = {name: values[column] for code, name, values in rows if len(code) == 3}
    for name in classes:
        sums.equal(f"{what} {name}", right[name][place], [coded.get(name, Decimal(0))])


def check_grants(sums, tables, summary, income):
    """Table 04 by itself, and against 01, 02 and 05."""
    left, right = sides(tables["04"])
    funds = [name for name in left if name.endswith("预算财政拨款")]
    grants = first_amounts(tables["04"], len(funds))
    for name, grant in zip(funds, grants):
        sums.equal(f"04, 01 {name}", grant, summary[f"{name}收入"])
    rows = table(tables["05"])
    spent = "小计" if "小计" in total_row(rows) else "合计"
    sums.equal("04 income", left["本年收入合计"][0], grants)
    sums.equal("04, 02", left["本年收入合计"][0], [income["财政拨款收入"]])
    sums.equal("04 opening", left["年初财政拨款结转和结余"][0], [left[name][0] for name in funds])
    sums.equal("04 left", left["总计"][0], [left["本年收入合计"][0], left["年初财政拨款结转和结余"][0]])
    sums.equal("04 both", left["总计"][0], [right["总计"][0]])
    for name, values in right.items():
        sums.equal(f"04 {name}", values[0], values[1:])
    for place in range(4):
        sums.equal("04 right", right["总计"][place],
                   [right[name][place] for name in ("本年支出合计", "年末财政拨款结转和结余")])
    for place, grant in enumerate(grants, start=1):
        sums.equal(f"04 fund {place}", right["总计"][place], [grant, left[funds[place - 1]][0]])
    check_classes(sums, "04", right, rows, spent, 1)


def first_amounts(grid, count):
    """The left side's first lines, whose captions come back further down."""
    place = grid.header()[1].index("项目", 1) - 1
    return [amount(row[place]) for row in grid.body()[:count]]


def check_economic(sums, grid, basic):
    """Table 06: classes from their items, the two totals, and both against table 05."""
    rows, amounts = grid.body(), {}
    width = grid.columns // grid.header()[-1].count("决算数")   # of one of the blocks side by side
    for row in rows[:-1]:
        for start in range(0, grid.columns, width):
            code = "".join(row[start:start + width - 2])
            if code:
                amounts[code] = amount(row[start + width - 1])
    classes = [code for code in amounts if len(code) == 3]
    for code in classes:
        sums.equal(f"06 {code}", amounts[code],
                   [value for key, value in amounts.items() if len(key) == 5 and key.startswith(code)])
    persons, public = [amount(text) for text in rows[-1] if text and not text.endswith("合计")]
    sums.equal("06 人员经费", persons, [amounts[code] for code in classes if code in ("301", "303")])
    sums.equal("06 公用经费", public, [amounts[code] for code in classes if code not in ("301", "303")])
    sums.equal("06, 05", basic, [persons, public])


def check_three_public(sums, grid, interleaved):
    """三公 table: budget and final account apart."""
    figures = [amount(text) for text in grid.body()[0]]
    halves = (figures[0::2], figures[1::2]) if interleaved else (figures[:6], figures[6:])
    for total, abroad, cars, bought, run, guests in halves:
        sums.equal("三公", total, [abroad, cars, guests])
        sums.equal("三公 cars", cars, [bought, run])


def check_fund(sums, grid, left, right):
    """政府性基金 table: opening + income - spending = closing, and table 04."""
    rows = table(grid)
    check_tree(sums, "08", rows)
    for code, _, values in rows:
        sums.equal(f"08 {code}", values["年初结转和结余"] + values["本年收入"],
                   [values["小计"], values["年末结转和结余"]])
        sums.equal(f"08 {code} spending", values["小计"], [values["基本支出"], values["项目支出"]])
    total, name = total_row(rows), "政府性基金预算财政拨款"
    sums.equal("08, 04 opening", total["年初结转和结余"], [left[name][0]])
    sums.equal("08, 04 spending", total["小计"], [right["本年支出合计"][2]])
    sums.equal("08, 04 closing", total["年末结转和结余"], [right["年末财政拨款结转和结余"][2]])


def check_coded(sums, tables):
    """Tables 02, 03 and 05: the tree of codes, each row's parts, one name for one code."""
    names = {}
    for key, total in (("02", "本年收入合计"), ("03", "本年支出合计"), ("05", None)):
        rows = table(tables[key])
        columns = list(rows[0][2])
        check_tree(sums, key, rows)
        check_rows(sums, key, rows, total or columns[0], columns[1:])
        for code, name, _ in rows:
            assert code == "合计" or names.setdefault(code, name) == name, f"{key} {code} {name}"


def check_self_evaluation(tables):
    """Each project's rate and score; the forms against their own totals."""
    for row in tables["summary"].body():
        budget, done, rates, score = amount(row[7]), amount(row[8]), row[10:16], row[16]
        rate = round(100 * done / budget, 2)
        assert Decimal(rates[0].rstrip("%")) == rate, f"{row[4]}: {rates[0]} against {rate}"
        if not score:
            continue
        points = POINTS_WITHOUT_COST if "-%" in rates else POINTS
        parts = [Decimal(rate.replace("-%", "0").rstrip("%")) * point / 100
                 for rate, point in zip(rates, points)]
        # The rates are rounded to 0.01 %, which is up to 0.002 points each.
        assert abs(sum(parts) - Decimal(score)) <= Decimal("0.01"), f"{row[4]}: {score} against {parts}"
    for key in ("form-1", "form-2"):
        check_form(tables, key)


def check_form(tables, key):
    """The scores of a form add up, and the summary names the same budget and score."""
    body = tables[key].body()
    funds = body[3]
    scores = [amount(row[7]) for row in body[8:12]] + [amount(row[7]) for row in body[15:-1]]
    total = amount(body[-1][7])
    assert amount(funds[8]) + sum(scores) == total, f"{key}: {total}"
    summary = next(row for row in tables["summary"].body() if row[4] == body[0][3])
    assert [summary[7], summary[8], summary[16]] == [funds[4], funds[5], body[-1][7]], key


def check_ministry(tables):
    sums = Sums(rounded=True)
    check_summaries(sums, tables)
    check_coded(sums, tables)
    check_economic(sums, tables["06"], total_row(table(tables["05"]))["基本支出"])
    check_three_public(sums, tables["09"], interleaved=False)
    check_self_evaluation(tables)


def check_shanghai(tables):
    sums = Sums(rounded=False)
    check_summaries(sums, tables)
    check_coded(sums, tables)
    check_economic(sums, tables["06"], total_row(table(tables["05"]))["基本支出"])
    check_three_public(sums, tables["07"], interleaved=True)
    check_fund(sums, tables["08"], *sides(tables["04"]))
