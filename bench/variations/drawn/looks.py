"""Rulings, fills, fonts and alignment: the usual document in another look."""
from data import NUMERALS, Maker, appropriation, basic_expenditure, expenditure, retitle
from drawing import A4_LANDSCAPE, Sheet, usual
from registry import named, variation

WHITE = (1, 1, 1)
UNRULED = dict(frame="", inner_v="none", inner_h="none")

RULINGS = {
    "base": {},
    "no-left-right": dict(frame="TB"),
    "no-left": dict(frame="TBR"),
    "no-outer": dict(frame=""),
    "no-top": dict(frame="LRB"),
    "no-bottom": dict(frame="LRT"),
    "horizontal-only": dict(frame="TB", inner_v="none"),
    "horizontal-frame": dict(inner_v="none"),
    "vertical-only": dict(inner_h="headonly"),
    "vertical-no-headline": dict(inner_h="none"),
    "header-only": dict(frame="T", inner_v="header", inner_h="header"),
    "header-only-framed": dict(inner_v="header", inner_h="header"),
    "three-line": dict(frame="TB", inner_v="none", inner_h="headonly"),
    "none": UNRULED,
    "double-outer": dict(outer="double"),
    "double-thick": dict(outer="doublethick"),
    "thick-outer": dict(outer="thick"),
    "thick-3pt": dict(rule_w=3),
    "hair-024": dict(rule_w=0.24),
    "hair-0": dict(rule_w=0),
    "hair-01-grey": dict(rule_w=0.1, color=(.6, .6, .6)),
    "rect-05": dict(rule="rect"),
    "rect-percell-gap": dict(rule="rect", percell=True, gap=0.6, rule_w=0.48),
    "percell-gap2": dict(percell=True, gap=2),
    "dash": dict(rule="dash"),
    "dotted": dict(rule="dotted"),
    "dots-of-boxes": dict(rule="dots"),
    "grey-c0": dict(color=(.753,) * 3),
    "grey-e5": dict(color=(.898,) * 3),
    "grey-f2": dict(color=(.95,) * 3),
    "blue": dict(color=(.2, .4, .8)),
    "red": dict(color=(.9, 0, 0)),
    "cellrect": dict(rule="cellrect"),
    "poly": dict(rule="poly"),
    "evenodd-frames": dict(rule="evenodd", rule_w=.6),
    "winding-frames": dict(rule="winding", rule_w=.6),
    "mitred": dict(rule="mitred", rule_w=.75),
    "image-rules": dict(rule="image"),
    "inset-white-cells": dict(rule="inset", rule_w=.8),
    "white-boxes-0.2": dict(white=0.2),
    "white-boxes-0.5": dict(white=0.5),
    "white-boxes-over-rules": dict(white=0.3, rule="rect"),
    "white-lines-on-fill": dict(color=WHITE, rule_w=1, zebra=(.85, .9, .95),
                                header_fill=(.3, .5, .8), header_ink=WHITE),
    "zebra-no-rules": dict(zebra=(.9, .93, .97), header_fill=(.3, .5, .8), header_ink=WHITE,
                           **UNRULED),
    "header-grey": dict(header_fill=(.85, .85, .85)),
    "header-blue-white": dict(header_fill=(.2, .35, .7), header_ink=WHITE),
    "zebra": dict(zebra=(.92, .92, .92)),
    "wide-rowgap": dict(row_height=26, header_height=40),
}
TEXTS = {
    "small-5pt": dict(size=5, row_height=10, header_height=12),
    "small-4pt": dict(size=4, row_height=8, header_height=10),
    "large-14": dict(size=14, row_height=30, header_height=40, margin=20),
    "charspace-1": dict(charspace=1.0, size=8),
    "charspace-neg": dict(charspace=-0.4),
    "bold-double": dict(bold="double"),
    "bold-double0": dict(bold="double0"),
    "bold-quad": dict(bold="quad"),
    "bold-stroke": dict(bold="stroke"),
    "shadow": dict(bold="shadow"),
    "per-glyph": dict(per_glyph=True),
    "shuffled": dict(order="shuffle"),
    "column-order": dict(order="columns", number_font="latin"),
    "jitter": dict(jitter=1.5),
    "num-center": dict(number_align="c"),
    "num-left": dict(number_align="l"),
    "valign-top": dict(vertical_align="t"),
    "valign-bottom": dict(vertical_align="b"),
    "num-top-text-mid": dict(vertical_align={"num": "t", "text": "m"}, row_height=28),
    "num-bottom-text-top": dict(vertical_align={"num": "b", "text": "t"}, row_height=28),
    "stsong-cid": dict(font="STSong-Light"),
    "hei-font": dict(font="hei"),
    "gbsn-font": dict(font="gbsn", number_font="latin"),
    "name-indent": dict(name_indent=True),
}
DENSE = {"evenodd": dict(rule="evenodd", rule_w=.6), "mitred": dict(rule="mitred", rule_w=.75),
         "line": {}}


def styled(style):
    return lambda case: usual(case, **style)


def dense(style):
    """The hard forms with blank zeros, small rows and wrapped names, in a ruling style."""
    def draw(case):
        sheet = Sheet(case, row_height=15, **style)
        sheet.table(appropriation(Maker(1, zero=""), 26), page=A4_LANDSCAPE, size=7)
        table = expenditure(Maker(2, zero=""))
        table.widths[1] = 70
        sheet.table(table, page=A4_LANDSCAPE, vertical_align={"num": "t", "text": "m"})
        table = basic_expenditure(Maker(3, zero=""))
        table.widths = [40, 60, 60] * 3
        sheet.table(table)
        sheet.finish()
    return draw


for name, style in RULINGS.items():
    named(f"r-{name}", styled(style))
for name, style in TEXTS.items():
    named(f"t-{name}", styled(style))
for name, style in DENSE.items():
    named(f"r-hard-{name}", dense(style))


@variation
def q_slow_many_dots(case):
    """twelve tables whose lines are rows of tiny boxes: must not take long"""
    sheet = Sheet(case, rule="dots")
    for n in range(12):
        table = retitle(expenditure(Maker(n)), f"支出决算表{NUMERALS[n]}", f"公开{n + 1:02d}表")
        sheet.table(table, page=A4_LANDSCAPE)
    sheet.finish()
