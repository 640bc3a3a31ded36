"""The lines of a table, drawn in the ways in which programs draw them."""
from PIL import Image

DOUBLE_GAP = {"double": 2.2, "doublethick": 2.5}        # points between the two lines


def fill(sheet, grid):
    """Backgrounds of header and rows."""
    style, pen, left = sheet.style, sheet.canvas, grid.xs[0]
    width = grid.xs[-1] - left
    if style.header_fill and grid.header_rows:
        pen.setFillColorRGB(*style.header_fill)
        bottom = grid.ys[grid.header_rows]
        pen.rect(left, sheet.up(bottom), width, bottom - grid.ys[0], stroke=0, fill=1)
    if style.zebra:
        pen.setFillColorRGB(*style.zebra)
        for row in range(grid.header_rows + 1, grid.rows, 2):
            top, bottom = grid.ys[row], grid.ys[row + 1]
            pen.rect(left, sheet.up(bottom), width, bottom - top, stroke=0, fill=1)
    pen.setFillColorRGB(0, 0, 0)


def whiten(sheet, grid):
    """White boxes in the cells, over the rulings, as some programs paint them."""
    gap, pen = sheet.style.white, sheet.canvas
    if gap is None:
        return
    pen.saveState()
    pen.setFillColorRGB(1, 1, 1)
    for x, y, width, height in boxes(sheet, grid):
        pen.rect(x + gap, y + gap, width - 2 * gap, height - 2 * gap, stroke=0, fill=1)
    pen.restoreState()


def draw(sheet, grid):
    pen, style = sheet.canvas, sheet.style
    pen.saveState()
    pen.setStrokeColorRGB(*style.color)
    pen.setFillColorRGB(*style.color)
    if style.rule in CELLWISE:
        CELLWISE[style.rule](sheet, grid)
    else:
        for line in lines(grid, style):
            draw_line(sheet, grid, *line)
    pen.restoreState()


def boxes(sheet, grid):
    """Each cell's x, y, width and height in the PDF's coordinates."""
    for cell in grid.cells:
        left, top, right, bottom = grid.box(cell)
        yield left, sheet.up(bottom), right - left, bottom - top


# ------------------------------------------------------------ which lines

def segments(grid, style):
    """("h", row, column) above a row at a column, ("v", row, column) left of a column."""
    found = set()
    for cell in grid.cells:
        for k in range(cell.columns):
            found |= {("h", cell.row, cell.column + k),
                      ("h", cell.row + cell.rows, cell.column + k)}
        for k in range(cell.rows):
            found |= {("v", cell.row + k, cell.column),
                      ("v", cell.row + k, cell.column + cell.columns)}
    return {segment for segment in found if is_drawn(grid, style, *segment)}


def is_drawn(grid, style, kind, row, column):
    if kind == "h":
        if row in (0, grid.rows):
            return ("T" if row == 0 else "B") in style.frame
        allowed = {"all": True, "header": 0 < row <= grid.header_rows,
                   "headonly": row == grid.header_rows}
        return allowed.get(style.inner_h, False)
    if column in (0, grid.columns):
        return ("L" if column == 0 else "R") in style.frame
    return {"all": True, "header": row < grid.header_rows}.get(style.inner_v, False)


def lines(grid, style):
    """(x0, y0, x1, y1, whether it is of the frame): cell by cell, or as long as they go."""
    found = segments(grid, style)
    if style.percell:
        return [percell_line(grid, style.gap, *segment) for segment in sorted(found)]
    out = []
    for row in range(grid.rows + 1):
        on = [("h", row, column) in found for column in range(grid.columns)]
        out += [(grid.xs[a], grid.ys[row], grid.xs[b], grid.ys[row], row in (0, grid.rows))
                for a, b in runs(on)]
    for column in range(grid.columns + 1):
        on = [("v", row, column) in found for row in range(grid.rows)]
        out += [(grid.xs[column], grid.ys[a], grid.xs[column], grid.ys[b],
                 column in (0, grid.columns)) for a, b in runs(on)]
    return out


def percell_line(grid, gap, kind, row, column):
    x, y = grid.xs[column], grid.ys[row]
    if kind == "h":
        return x + gap, y, grid.xs[column + 1] - gap, y, row in (0, grid.rows)
    return x, y + gap, x, grid.ys[row + 1] - gap, column in (0, grid.columns)


def runs(on):
    """(start, end) of the stretches that are on."""
    start = None
    for n, value in enumerate([*on, False]):
        if value and start is None:
            start = n
        if not value and start is not None:
            yield start, n
            start = None


# ------------------------------------------------------------ how a line is drawn

def draw_line(sheet, grid, x0, y0, x1, y1, outer):
    style = sheet.style
    stroke = STROKES.get(style.rule, stroke_line)
    if not outer or style.outer == "same":
        stroke(sheet, x0, y0, x1, y1, style.rule_w)
    elif style.outer == "thick":
        stroke(sheet, x0, y0, x1, y1, 2)
    else:
        gap = DOUBLE_GAP[style.outer]
        second = 1.5 if style.outer == "doublethick" else .5
        dx = 0 if y0 == y1 else (gap if x0 > grid.xs[0] + 1 else -gap)
        dy = 0 if y0 != y1 else (gap if y0 > grid.ys[0] + 1 else -gap)
        stroke(sheet, x0, y0, x1, y1, .5)
        stroke(sheet, x0 + dx, y0 + dy, x1 + dx, y1 + dy, second)


def stroke_line(sheet, x0, y0, x1, y1, width):
    pen, rule = sheet.canvas, sheet.style.rule
    pen.setLineWidth(width)
    if rule in ("dash", "dotted"):
        pen.setDash(*{"dash": (2, 2), "dotted": (.5, 1.5)}[rule])
    pen.line(x0, sheet.up(y0), x1, sheet.up(y1))


def stroke_polygon(sheet, x0, y0, x1, y1, width):
    """A closed path of two points."""
    pen = sheet.canvas
    pen.setLineWidth(width)
    trace(pen, [(x0, sheet.up(y0)), (x1, sheet.up(y1))], stroke=1, fill=0)


def stroke_box(sheet, x0, y0, x1, y1, width):
    """A thin filled box."""
    if y0 == y1:
        sheet.canvas.rect(x0, sheet.up(y0) - width / 2, x1 - x0, width, stroke=0, fill=1)
    else:
        sheet.canvas.rect(x0 - width / 2, sheet.up(y1), width, y1 - y0, stroke=0, fill=1)


def stroke_dots(sheet, x0, y0, x1, y1, width):
    """A row of tiny filled boxes."""
    for n in range(int(max(x1 - x0, y1 - y0) / 2)):
        if y0 == y1:
            sheet.canvas.rect(x0 + 2 * n, sheet.up(y0) - width / 2, 1, width, stroke=0, fill=1)
        else:
            sheet.canvas.rect(x0 - width / 2, sheet.up(y0) - 2 * n - 1, width, 1, stroke=0, fill=1)


def stroke_mitred(sheet, x0, y0, x1, y1, width):
    """A trapezoid with mitred ends, as browsers draw a side."""
    half = width / 2
    top, bottom = sheet.up(y0) + half, sheet.up(y1) - half
    if y0 == y1:
        points = [(x0 - half, top), (x1 + half, top), (x1 - half, bottom), (x0 + half, bottom)]
    else:
        points = [(x0 - half, top), (x0 + half, top - width), (x0 + half, bottom + width),
                  (x0 - half, bottom)]
    trace(sheet.canvas, points, stroke=0, fill=1)


def stroke_picture(sheet, x0, y0, x1, y1, width):
    """A picture of one black pixel, stretched."""
    path = sheet.case.picture("dot")
    if not path.exists():
        Image.new("RGB", (1, 1), (0, 0, 0)).save(path)
    x = x0 - (width / 2 if x0 == x1 else 0)
    y = sheet.up(y1) - (width / 2 if y0 == y1 else 0)
    sheet.canvas.drawImage(str(path), x, y, (x1 - x0) or width, (y1 - y0) or width)


def trace(pen, points, **paint):
    path = pen.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    path.close()
    pen.drawPath(path, **paint)


# ------------------------------------------------------------ lines that come from the cells

def even_odd_cells(sheet, grid):
    """Each cell's border as two nested boxes, filled even-odd."""
    width = sheet.style.rule_w
    for x, y, across, down in boxes(sheet, grid):
        path = sheet.canvas.beginPath()
        path.rect(x, y, across, down)
        path.rect(x + width, y + width, across - 2 * width, down - 2 * width)
        sheet.canvas.drawPath(path, stroke=0, fill=1, fillMode=0)


def winding_cells(sheet, grid):
    """The same with the inner box turning the other way, filled by winding number."""
    width = sheet.style.rule_w
    for x, y, across, down in boxes(sheet, grid):
        x1, y1 = x + across, y + down
        path = sheet.canvas.beginPath()
        outer = [(x, y), (x1, y), (x1, y1), (x, y1)]
        inner = [(x + width, y + width), (x + width, y1 - width), (x1 - width, y1 - width),
                 (x1 - width, y + width)]
        for points in (outer, inner):
            path.moveTo(*points[0])
            for point in points[1:]:
                path.lineTo(*point)
            path.close()
        sheet.canvas.drawPath(path, stroke=0, fill=1, fillMode=1)


def stroked_cells(sheet, grid):
    sheet.canvas.setLineWidth(sheet.style.rule_w)
    for box in boxes(sheet, grid):
        sheet.canvas.rect(*box, stroke=1, fill=0)


def inset_cells(sheet, grid):
    """A black box with white cells in it."""
    pen, half = sheet.canvas, sheet.style.rule_w / 2
    pen.rect(grid.xs[0], sheet.up(grid.ys[-1]), grid.xs[-1] - grid.xs[0],
             grid.ys[-1] - grid.ys[0], stroke=0, fill=1)
    pen.setFillColorRGB(1, 1, 1)
    for x, y, across, down in boxes(sheet, grid):
        pen.rect(x + half, y + half, across - 2 * half, down - 2 * half, stroke=0, fill=1)


STROKES = {"rect": stroke_box, "dots": stroke_dots, "mitred": stroke_mitred,
           "image": stroke_picture, "poly": stroke_polygon}
CELLWISE = {"evenodd": even_odd_cells, "winding": winding_cells, "cellrect": stroked_cells,
            "inset": inset_cells}
