"""Pages turned, moved, scaled, skewed, and tables that stick out of them."""
import math

import pikepdf

from data import Maker, expenditure
from drawing import A4_LANDSCAPE, Sheet, usual
from editing import each_page, transform, turn
from registry import named, variation


def flagged(angle):
    """/Rotate alone: the page shows sideways."""
    def change(pdf, page, width, height):
        page.Rotate = angle
    return each_page(change)


def turned(angle):
    """Drawn turned, and /Rotate turns it back: upright as displayed."""
    def change(pdf, page, width, height):
        turn(pdf, page, angle, width, height)
        page.Rotate = angle
    return each_page(change)


def sideways(angle):
    """Landscape pages set sideways on portrait ones, without /Rotate, as for binding."""
    def change(pdf, page, width, height):
        if width > height:
            turn(pdf, page, angle, width, height)
    return each_page(change)


def moved(dx, dy, crop=None, unit=None):
    """The page's boxes do not begin at 0, 0."""
    def change(pdf, page, width, height):
        transform(pdf, page, 1, 0, 0, 1, dx, dy)
        page.MediaBox = [dx, dy, dx + width, dy + height]
        if crop:
            page.CropBox = [dx + crop, dy + crop, dx + width - crop, dy + height - crop]
        if unit:
            page.UserUnit = unit
    return each_page(change)


def scaled(factor):
    def change(pdf, page, width, height):
        transform(pdf, page, factor, 0, 0, factor, 0, 0)
        page.MediaBox = [0, 0, width * factor, height * factor]
    return each_page(change)


def skewed(degrees):
    """As if scanned a little askew."""
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))

    def change(pdf, page, width, height):
        transform(pdf, page, cosine, sine, -sine, cosine, 0, 0)
    return each_page(change)


def turned_and_moved(path):
    turned(90)(path)
    moved(60, 90)(path)


CHANGES = {
    "rotate-90-flag-only": flagged(90), "rotate-180-flag-only": flagged(180),
    "rotate-270-flag-only": flagged(270),
    "rotate-90": turned(90), "rotate-180": turned(180), "rotate-270": turned(270),
    "rotate-offset": turned_and_moved,
    "sideways-left": sideways(90), "sideways-right": sideways(270),
    "mediabox-offset": moved(100, 200), "mediabox-negative": moved(-300, -400),
    "cropbox": moved(0, 0, 20), "cropbox-offset": moved(70, -35, 20),
    "userunit-2": moved(0, 0, unit=2),
    "scale-0.4": scaled(.4), "scale-4": scaled(4),
    "skew-0.3deg": skewed(.3), "skew-1deg": skewed(1),
}


def changed(change):
    return lambda case: usual(case, change=change)


for name, change in CHANGES.items():
    named(f"g-{name}", changed(change))


@variation
def g_wider_than_page(case):
    """the table's right edge lies beyond the page (last ruling outside), text within"""
    sheet = Sheet(case)
    sheet.table(expenditure(Maker(1)), page=A4_LANDSCAPE, x0=75, scale=1.244, pad=6)
    sheet.finish()


@variation
def g_frame_beyond_page(case):
    """outer frame left and right outside the page box, all text inside"""
    sheet = Sheet(case, pad=9)
    table = expenditure(Maker(1))
    scale = (A4_LANDSCAPE[0] + 10) / sum(table.widths)
    sheet.table(table, page=A4_LANDSCAPE, x0=-5, scale=scale)
    sheet.finish()


@variation
def g_two_up(case):
    """a table's two pages side by side on one sheet"""
    part = case.part("pages")
    sheet = Sheet(part)
    table = sheet.table(expenditure(Maker(1)), page=A4_LANDSCAPE)
    sheet.finish()
    width, height = A4_LANDSCAPE
    with pikepdf.open(part.pdf) as source:
        pdf = pikepdf.new()
        page = pdf.add_blank_page(page_size=(2 * width, height))
        for n in (0, 1):
            place = pikepdf.Rectangle(width * n, 0, width * (n + 1), height)
            page.add_overlay(source.pages[n], place)
        pdf.save(case.pdf, deterministic_id=True)
    part.pdf.unlink()
    part.truth.unlink()
    table.pages = [1]
    case.write_truth([table])
