"""Compares extracted tables with the truth: numbers by value, row by row.

Rows of both sides are aligned in order, and only where their tables share a page; so a table cut
in two still has its rows compared. Columns are aligned once for each pair of tables. Then a
number is

    right       it stands in its row and column
    misplaced   it stands in its row, in another column
    wrong       it stands in a row that does not have it
    lost        a number of the truth that is not right

A table is whole if one extracted table holds its rows, and no other table's. Code columns are
left out: codes look like numbers and are names.
"""
import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

CODE_HEADERS = {"类", "款", "项", "序号", "行次", "栏次", "编号"}
NUMBER = re.compile(r"[-(]?(\d{1,3}(,\d{3})+|\d+)(\.\d*)?\)?%?")
LEAST_LIKENESS = 0.25       # of two rows that may be the same


@dataclass
class Verdict:
    numbers: int = 0        # of the truth
    given: int = 0
    right: int = 0
    wrong: int = 0
    misplaced: int = 0
    tables: int = 0         # of the truth, blank ones left out
    whole: int = 0
    cells: int = 0          # non-empty cells of the truth
    cells_right: int = 0
    surplus: int = 0        # rows given that are none of the truth's
    false: int = 0          # tables given that hold no row of the truth

    def __add__(self, other):
        return Verdict(*[a + b for a, b in zip(vars(self).values(), vars(other).values())])

    @property
    def lost(self):
        return self.numbers - self.right

    @property
    def f1(self):
        total = self.given + self.numbers
        return 2 * self.right / total if total else float(not self.false)

    @property
    def perfect(self):
        return (self.right == self.numbers == self.given and self.cells_right == self.cells
                and self.whole == self.tables and not self.surplus and not self.false)


@lru_cache(maxsize=100_000)
def plain(text):
    """Without white space, full-width characters as plain ones."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text or ""))


@lru_cache(maxsize=100_000)
def value(text):
    """The number a text says, or None."""
    text = text.replace("−", "-")
    if not NUMBER.fullmatch(text):
        return None
    number = Decimal(text.strip("-()%").replace(",", ""))
    return -number if text[0] in "-(" else number


class Row:
    def __init__(self, table, pages, cells):
        self.table, self.pages = table, set(pages)
        self.cells = [plain(cell) for cell in cells]
        self.bag = Counter(cell for cell in self.cells if cell)
        whole = "^" + "".join(self.cells) + "$"
        self.pairs = Counter(zip(whole, whole[1:]))

    def cell(self, column):
        return self.cells[column] if column is not None and column < len(self.cells) else ""


def rows_of(tables):
    rows = [Row(n, table["pages"], cells) for n, table in enumerate(tables)
            for cells in table["rows"]]
    return [row for row in rows if row.bag]


def overlap(a, b):
    """Dice's measure of two counters."""
    return 2 * (a & b).total() / ((a.total() + b.total()) or 1)


def likeness(a, b):
    if not a.pages & b.pages:
        return 0
    like = .6 * overlap(a.bag, b.bag) + .4 * overlap(a.pairs, b.pairs)
    return like if like >= LEAST_LIKENESS else 0


def aligned(weights):
    """Pairs (i, j), both rising, of the greatest total weight; weight 0 never pairs."""
    height, width = len(weights), len(weights[0]) if weights else 0
    best = [[0.0] * (width + 1) for _ in range(height + 1)]
    for i in reversed(range(height)):
        for j in reversed(range(width)):
            paired = weights[i][j] and weights[i][j] + best[i + 1][j + 1]
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < height and j < width:
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            pairs.append((i, j))
            i, j = i + 1, j + 1
    return pairs


def column_map(pairs):
    """{column of the truth: column given} for the paired rows of two tables; what lies between
    two sure columns, as many on both sides, is paired by order."""
    height = max(len(row.cells) for row, _ in pairs)
    width = max(len(given.cells) for _, given in pairs)
    hits = [[sum(row.cell(i) == given.cell(j) != "" for row, given in pairs)
             for j in range(width)] for i in range(height)]
    sure = aligned(hits)
    columns, ends = dict(sure), [(-1, -1), *sure, (height, width)]
    for (i, j), (next_i, next_j) in zip(ends, ends[1:]):
        if next_i - i == next_j - j:
            columns.update({i + n: j + n for n in range(1, next_i - i)})
    return columns


def code_columns(table):
    return {column for row in table["header"] for column, text in enumerate(row)
            if plain(text) in CODE_HEADERS or "编码" in text or "代码" in text}


def compare(truth, given, faults=None):
    """The Verdict of one document's tables; texts about its faults are put into the list."""
    rows, given_rows = rows_of(truth), in_place(rows_of(truth), rows_of(given))
    pairs = aligned([[likeness(row, other) for other in given_rows] for row in rows])
    partners, used = dict(pairs), {j for _, j in pairs}
    together = defaultdict(list)
    for i, j in pairs:
        together[rows[i].table, given_rows[j].table].append((rows[i], given_rows[j]))
    columns = {key: column_map(members) for key, members in together.items()}
    codes = [code_columns(table) for table in truth]
    total = Verdict(tables=len({row.table for row in rows}), whole=whole_tables(columns))
    for i, row in enumerate(rows):
        other = given_rows[partners[i]] if i in partners else None
        mapped = columns[row.table, other.table] if other else {}
        total += compare_row(row, other, mapped, codes[row.table], faults)
    for j, row in enumerate(given_rows):
        if j not in used:
            total.surplus += 1
            total.given += sum(value(cell) is not None and "." in cell for cell in row.cells)
            note(faults, "surplus row", None, row)
    total.false = len({row.table for row in given_rows} - {given_rows[j].table for j in used})
    return total


def in_place(rows, given_rows):
    """The given rows with tables of one page in the truth's order: reading order may differ."""
    places = defaultdict(list)
    for other in given_rows:
        places[other.table] += [i for i, row in enumerate(rows) if likeness(row, other) > .6]

    def rank(row):
        found = sorted(places[row.table])
        middle = found[len(found) // 2] if found else len(rows)
        return min(row.pages), middle, row.table
    return sorted(given_rows, key=rank)


def whole_tables(columns):
    truth_parts = Counter(table for table, _ in columns)
    given_parts = Counter(other for _, other in columns)
    return sum(truth_parts[table] == given_parts[other] == 1 for table, other in columns)


def compare_row(row, other, mapped, codes, faults):
    numbers = {column: value(cell) for column, cell in enumerate(row.cells)
               if value(cell) is not None and column not in codes}
    verdict = Verdict(numbers=len(numbers), cells=row.bag.total())
    if other is None:
        note(faults, "lost row", row, None)
        return verdict
    verdict.cells_right = sum(cell == other.cell(mapped.get(column))
                              for column, cell in enumerate(row.cells) if cell)
    back = {j: i for i, j in mapped.items()}
    open_numbers = Counter(number for column, number in numbers.items()
                           if value(other.cell(mapped.get(column))) != number)
    verdict.right = len(numbers) - open_numbers.total()
    for j, cell in enumerate(other.cells):
        column, number = back.get(j), value(cell)
        if number is None or (column is None or column in codes) and "." not in cell:
            continue
        verdict.given += 1
        if column in numbers and numbers[column] == number:
            continue
        if open_numbers[number]:
            open_numbers[number] -= 1
            verdict.misplaced += 1
        else:
            verdict.wrong += 1
            note(faults, f"wrong {cell}", row, other)
    if verdict.cells_right < verdict.cells:
        note(faults, "row", row, other)
    return verdict


def note(faults, kind, row, other):
    if faults is not None:
        faults.append(f"{kind}\n    truth {row and row.cells}\n    given {other and other.cells}")
