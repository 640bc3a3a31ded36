"""What lies over or under tables and is none of them: watermarks, seals, pen strokes, text that
is not to be seen."""
import math
import random
from contextlib import contextmanager

from PIL import Image, ImageDraw

from data import OFFICE, SHORT_TREE, Maker, expenditure, general_budget
from drawing import A4_LANDSCAPE, Sheet, usual
from registry import named, variation

RED = (.9, 0, 0)
GREY = (.7, .7, .7)
STAMP_TIME = "2024-08-20 10:23:45"
ANGLES = (20, 30, 40, 44, 46, 50, 60, 90)


@contextmanager
def pen(sheet, ink, alpha=None):
    """The canvas in one colour; everything is put back afterwards."""
    sheet.canvas.saveState()
    sheet.canvas.setFillColorRGB(*ink, alpha=alpha)
    sheet.canvas.setStrokeColorRGB(*ink)
    yield sheet.canvas
    sheet.canvas.restoreState()


def slanted(sheet, text, x, y, angle, size, ink, font="hei", alpha=None):
    with pen(sheet, ink, alpha) as canvas:
        canvas.translate(x, y)
        canvas.rotate(angle)
        canvas.setFont(font, size)
        canvas.drawCentredString(0, 0, text)


def watermark(text, angle, size, grey=.8, ink=None, alpha=None):
    """Words across the middle of the page."""
    return lambda sheet: slanted(sheet, text, sheet.page_width / 2, sheet.page_height / 2, angle,
                                 size, ink or (grey,) * 3, alpha=alpha)


def tiled(x, y):
    """Words in five rows of four; where the first stands decides which numbers they cross."""
    def draw(sheet):
        for column in range(4):
            for row in range(5):
                slanted(sheet, f"{OFFICE} 2024-08-20", x + column * 180, y + row * 150, 30, 16,
                        (.8,) * 3)
    return draw


def repeated_small(sheet):
    for n in range(3):
        slanted(sheet, "仅供公开使用", 156 + 200 * n, sheet.page_height / 2 + 40 * n, 0, 12,
                (.82,) * 3)


def on_the_side(sheet):
    slanted(sheet, f"打印时间：{STAMP_TIME} 用户：zhangsan", 18, sheet.page_height / 2, 90, 8,
            (.6,) * 3)


def print_times(angle):
    """Three times of printing across the table: numbers that are none of its own."""
    def draw(sheet):
        for n in range(3):
            slanted(sheet, STAMP_TIME, 200 + 170 * n, sheet.page_height / 2, angle, 14, GREY,
                    "latin")
    return draw


def ellipse_picture(sheet, name, size, box, **paint):
    path = sheet.case.picture(name)
    image = Image.new("RGBA", size, (255, 255, 255, 0))
    ImageDraw.Draw(image).ellipse(box, **paint)
    image.save(path)
    return str(path)


def picture(sheet):
    path = ellipse_picture(sheet, "watermark", (800, 400), (100, 50, 700, 350),
                           fill=(200, 200, 230, 120))
    sheet.canvas.drawImage(path, 100, 200, 400, 200, mask="auto")


def seal_picture(sheet):
    path = ellipse_picture(sheet, "seal", (300, 300), (5, 5, 295, 295),
                           outline=(220, 0, 0, 200), width=10)
    sheet.canvas.drawImage(path, sheet.page_width - 240, sheet.page_height / 2 - 60, 120, 120,
                           mask="auto")


def round_seal(sheet):
    """An office's seal as drawing and text: ring, star, name on a circle, number."""
    x, y = sheet.page_width - 180, sheet.page_height / 2
    with pen(sheet, RED) as canvas:
        canvas.setLineWidth(3)
        canvas.circle(x, y, 60)
        star = canvas.beginPath()
        for n in range(5):
            angle = math.pi / 2 + n * 4 * math.pi / 5
            go = star.lineTo if n else star.moveTo
            go(x + 20 * math.cos(angle), y + 20 * math.sin(angle))
        star.close()
        canvas.drawPath(star, fill=1, stroke=0)
    for n, character in enumerate(OFFICE):
        angle = math.radians(200 - n * 44)
        slanted(sheet, character, x + 46 * math.cos(angle), y + 46 * math.sin(angle),
                math.degrees(angle) - 90, 14, RED, "song")
    slanted(sheet, "4101020012345", x, y - 40, 0, 9, RED, "song")


def square_seal(sheet):
    """A red name seal (法人章) over the table."""
    with pen(sheet, RED) as canvas:
        canvas.setLineWidth(2)
        canvas.rect(sheet.page_width - 200, sheet.page_height / 2 - 10, 56, 56)
        for text, dy in (("张印", -24), ("三章", 2)):
            sheet.put(text, sheet.page_width - 172, sheet.page_height / 2 + dy, size=22,
                      align="c", ink=RED)


def pen_strokes(sheet):
    """Red underlines and a stroke across amounts."""
    right = sheet.page_width
    with pen(sheet, RED) as canvas:
        canvas.setLineWidth(1)
        for n in range(4):
            y = sheet.up(160 + 36 * n)
            canvas.line(right - 150, y, right - 60, y)
        canvas.line(right - 300, sheet.up(250), right - 100, sheet.up(150))


def corner_stroke(sheet):
    """A slanted line in the header's corner cell."""
    sheet.canvas.line(45, sheet.up(110), 150, sheet.up(150))


def running_head(sheet):
    sheet.canvas.line(45, sheet.up(38), sheet.page_width - 45, sheet.up(38))
    sheet.put(f"{OFFICE}2023年度部门决算公开", 45, 34, size=8, bold="")
    sheet.y = 48


def running_foot(sheet):
    sheet.canvas.line(45, 40, sheet.page_width - 45, 40)


def page_frame(sheet):
    sheet.canvas.setLineWidth(1)
    sheet.canvas.rect(25, 35, sheet.page_width - 50, sheet.page_height - 70)


def white_text(sheet):
    with pen(sheet, (1, 1, 1)) as canvas:
        canvas.setFont("song", 8)
        for n in range(12):
            canvas.drawString(60, sheet.up(100 + 30 * n), f"隐藏文字 {n}{n}{n}.{n}{n} 9876.54")


def invisible_text(sheet):
    """Rendering mode 3, as under scans."""
    text = sheet.canvas.beginText(60, sheet.up(100))
    text.setFont("song", 8)
    text.setTextRenderMode(3)
    for n in range(20):
        text.textLine(f"看不见 {n}{n}{n}.{n}{n} 9876.54")
    sheet.canvas.drawText(text)


def text_beyond_page(sheet):
    sheet.canvas.setFont("song", 8)
    for n in range(12):
        sheet.canvas.drawString(60, sheet.page_height + 20 + 14 * n,
                                f"2010101 页外文字 {n}{n}{n}.{n}{n} 9876.54")


OVER = {
    "slant": watermark(OFFICE, 45, 60),
    "slant-tiled": tiled(156, 124),
    "slant-tiled-shifted": tiled(150, 120),
    "slant-transparent": watermark("财政部监制 2023", 45, 40, ink=(1, 0, 0), alpha=.15),
    "slant-small-angle": watermark("青石县财政局 2024", 12, 26, grey=.7),
    "slant-digits": print_times(45),
    "horizontal-transparent": watermark(OFFICE, 0, 48, grey=.5, alpha=.2),
    "horizontal-small": repeated_small,
    "vertical-side": on_the_side,
    "seal-vector": round_seal,
    "seal-image": seal_picture,
    "square-seal": square_seal,
    "handwritten-underline": pen_strokes,
    "diagonal-header-cell": corner_stroke,
    "hidden-white-text": white_text,
    "invisible-ocr-text": invisible_text,
    "beyond-page-text": text_beyond_page,
}
OVER |= {f"slant-digits-{angle}": print_times(angle) for angle in ANGLES}
UNDER = {
    "slant-under": watermark("内部资料", 30, 70, grey=.85),
    "horizontal": watermark("公开", 0, 80, grey=.88),
    "image": picture,
    "page-frame": page_frame,
}


def overlaid(**draw):
    return lambda case: usual(case, **draw)


for name, draw in OVER.items():
    named(f"w-{name}", overlaid(over=[draw]))
for name, draw in UNDER.items():
    named(f"w-{name}", overlaid(under=[draw]))
named("w-header-line", overlaid(under=[running_head], over=[running_foot]))


@variation
def w_covered_text(case):
    """old text covered by a white box with new text over it (edited PDF)"""
    sheet = Sheet(case)
    table = sheet.table(general_budget(Maker(1, tree=SHORT_TREE)))
    x, y, width = sheet.last_box
    sheet.put("9,999,999.99", x + width - 3, y - 6, align="r")
    with pen(sheet, (1, 1, 1)) as canvas:
        canvas.rect(x + width - 80, sheet.up(y) + 1, 79, 16, stroke=0, fill=1)
    sheet.put(table.rows[-1][-1], x + width - 3, y - 6, align="r")
    sheet.finish()


@variation
def w_amount_underlines(case):
    """double underlines below the last amounts (accounting style), inside the cell"""
    sheet = Sheet(case)
    sheet.table(general_budget(Maker(1, tree=SHORT_TREE)))
    x, y, width = sheet.last_box
    for column in range(3):
        right = x + width - 98 * column
        for dy in (3, 4.5):
            sheet.canvas.line(right - 70, sheet.up(y) + dy, right - 4, sheet.up(y) + dy)
    sheet.finish()


@variation
def q_slow_vector_map(case):
    """a page with a drawing of 60000 short lines: must not take long"""
    sheet = Sheet(case, under=[vector_map])
    sheet.new_page()
    sheet.table(expenditure(Maker(1)), page=A4_LANDSCAPE)
    sheet.finish()


def vector_map(sheet):
    if sheet.page_number > 1:
        return
    chance, x, y = random.Random(1), 300, 300
    sheet.canvas.setLineWidth(.1)
    for _ in range(60000):
        next_x = min(560, max(40, x + chance.uniform(-4, 4)))
        next_y = min(500, max(100, y + chance.uniform(-4, 4)))
        sheet.canvas.line(x, y, next_x, next_y if chance.random() < .5 else y)
        x, y = next_x, next_y
