"""Lays out and draws one table: widths, heights, page breaks, cells, rulings."""
from dataclasses import dataclass

PADDING = 3         # points between a cell's side and its text
PADDING_ABOVE = 2   # points between a cell's upper or lower edge and its text
LEADING = 1.25      # height of a line of text, in font sizes
BASELINE = 0.36     # how far the baseline lies below the middle of a line, in font sizes
RULING = 0.6        # thickness of a ruling, points
TOTALS = {"合计", "总计", "本年收入合计", "本年支出合计", "人员经费合计", "公用经费合计", "总分"}
ALIGNMENT = {"l": "left", "c": "centre", "r": "right"}


@dataclass
class Strip:
    """What one page shows of a row: its text lines from `first` up to `last`, or to the end."""
    row: int
    height: float
    first: int = 0
    last: int | None = None


class TableView:
    """A grid set in `width` points.

    `layout` holds: widths (proportions), align (a letter per column), row_height, header_height,
    breaks ([{row, after_line}]: the body row, counted from 1, that begins the next page; with
    after_line it begins on the old page and that many of its lines stay there), repeat_header.
    """

    def __init__(self, grid, layout, face, width):
        self.grid, self.layout, self.face = grid, layout, face
        unit = width / sum(layout["widths"])
        self.widths = [share * unit for share in layout["widths"]]
        assert len(self.widths) == grid.columns == len(layout["align"]), layout
        self.lines = {cell: self._wrap(cell) for cell in grid.cells}
        self.heights = self._heights()

    # ---------------------------------------------------------------- measures

    def _wrap(self, cell):
        if not cell.text:
            return []
        width = sum(self.widths[cell.column:cell.column + cell.column_span])
        return self.face.wrap(cell.text, width - 2 * PADDING)

    def _needed(self, lines):
        return lines * self.face.size * LEADING + 2 * PADDING_ABOVE

    def _heights(self):
        """Each row's height: the least one, or more where its text needs it."""
        least = self.layout["row_height"]
        header = self.layout.get("header_height", least)
        heights = [header if row < self.grid.header_rows else least
                   for row in range(len(self.grid.places))]
        for cell in sorted(self.grid.cells, key=lambda cell: cell.row_span):
            last = cell.row + cell.row_span
            missing = self._needed(len(self.lines[cell])) - sum(heights[cell.row:last])
            heights[last - 1] += max(0, missing)
        return heights

    # ---------------------------------------------------------------- pages

    def parts(self):
        """The strips of each page that the table takes."""
        strips = [[]]
        breaks = {entry["row"] - 1 + self.grid.header_rows: entry.get("after_line", 0)
                  for entry in self.layout.get("breaks", [])}
        for row, height in enumerate(self.heights):
            after = breaks.get(row, 0)
            if after:
                strips[-1].append(Strip(row, self._needed(after), last=after))
                height = self._needed(self._line_count(row) - after)
            if row in breaks:
                strips.append(self._repeated_header())
            strips[-1].append(Strip(row, height, first=after))
        return strips

    def _line_count(self, row):
        return max(len(self.lines[cell]) for cell in self.grid.cells if cell.row == row)

    def _repeated_header(self):
        if not self.layout.get("repeat_header"):
            return []
        return [Strip(row, self.heights[row]) for row in range(self.grid.header_rows)]

    # ---------------------------------------------------------------- drawing

    def draw(self, canvas, x, top, strips, ruling):
        """Draw one page's strips with their upper left corner at x, top; return the lower edge."""
        tops, y = {}, top
        for strip in strips:
            tops[strip.row] = (y, strip)
            y -= strip.height
        lefts = [x + sum(self.widths[:column]) for column in range(self.grid.columns + 1)]
        edges = set()
        for cell in self.grid.cells:
            if cell.row in tops:
                box = self._box(cell, lefts, tops)
                self._draw_text(canvas, cell, box, tops[cell.row][1])
                edges |= edges_of(box)
        DRAW_RULING[ruling](canvas, sorted(edges))
        return y

    def _box(self, cell, lefts, tops):
        """x0, y0, x1, y1, with y upwards as in a PDF."""
        assert all(row in tops for row in range(cell.row, cell.row + cell.row_span)), \
            f"a page break cuts the spanning cell {cell.text}"
        last_top, last_strip = tops[cell.row + cell.row_span - 1]
        return (lefts[cell.column], last_top - last_strip.height,
                lefts[cell.column + cell.column_span], tops[cell.row][0])

    def _draw_text(self, canvas, cell, box, strip):
        x0, y0, x1, y1 = box
        lines = self.lines[cell][strip.first:strip.last]
        leading = self.face.size * LEADING
        assert len(lines) * leading <= y1 - y0 + 0.1, f"no room for {cell.text}"
        middle = (y0 + y1) / 2 + (len(lines) - 1) * leading / 2
        for line in lines:
            assert self.face.width(line) <= x1 - x0, f"too wide: {line}"
            baseline = middle - BASELINE * self.face.size
            alignment = self._alignment(cell)
            if alignment == "left":
                self.face.draw(canvas, x0 + PADDING, baseline, line)
            elif alignment == "right":
                self.face.draw_right(canvas, x1 - PADDING, baseline, line)
            else:
                self.face.draw_centred(canvas, (x0 + x1) / 2, baseline, line)
            middle -= leading

    def _alignment(self, cell):
        if cell.row < self.grid.header_rows or cell.text in TOTALS:
            return "centre"
        return ALIGNMENT[self.layout["align"][cell.column]]


def edges_of(box):
    """A box's four sides, rounded so that neighbours share theirs."""
    x0, y0, x1, y1 = (round(value, 2) for value in box)
    return {(x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)}


def draw_lines(canvas, edges):
    """Rulings as stroked lines."""
    canvas.setLineWidth(RULING)
    for x0, y0, x1, y1 in edges:
        canvas.line(x0, y0, x1, y1)


def draw_rectangles(canvas, edges):
    """Rulings as thin filled rectangles, as word processors write them."""
    half = RULING / 2
    for x0, y0, x1, y1 in edges:
        canvas.rect(x0 - half, y0 - half, x1 - x0 + RULING, y1 - y0 + RULING, stroke=0, fill=1)


DRAW_RULING = {"lines": draw_lines, "rectangles": draw_rectangles, "none": lambda canvas, edges: None}
