"""Fourteen documents of five tables whose looks are picked at random: what happens together."""
import random

from data import Maker, basic_expenditure, expenditure, general_budget, overview, reception
from drawing import A4_LANDSCAPE, Sheet
from drawn.geometry import moved, turned
from drawn.overlays import round_seal, running_foot, running_head, watermark
from registry import named

OVERLAYS = {
    "slant": dict(over=[watermark("青石县水利局", 45, 60)]),
    "seal": dict(over=[round_seal]),
    "header-line": dict(under=[running_head], over=[running_foot]),
    "horizontal": dict(under=[watermark("公开", 0, 80, grey=.88)]),
}


def mixed(seed):
    def draw(case):
        chance = random.Random(100 + seed)

        def pick(*choices):
            return chance.choice(choices)

        style = look(pick)
        maker = Maker(seed, **amounts(pick))
        overlay = pick(None, "slant", "seal", "header-line", "horizontal", None)
        sheet = Sheet(case, **OVERLAYS.get(overlay, {}), **style)
        draw_tables(sheet, maker, pick)
        sheet.finish(pick(None, turned(90), moved(50, 30, 10)))
    return draw


def look(pick):
    style = dict(
        frame=pick("LRTB", "LRTB", "TB", "LRTB"), rule=pick("line", "rect", "cellrect", "dash"),
        rule_w=pick(.24, .5, 1), color=pick((0, 0, 0), (.75,) * 3, (.2, .4, .8)),
        outer=pick("same", "thick", "double"),
        header_fill=pick(None, (.85,) * 3, (.8, .87, .95)), vertical_align=pick("m", "t", "b"),
        number_align=pick(None, "c"), size=pick(7, 8, 9), repeat=pick("header", "none", "all"),
        continued=pick(False, True), font=pick("song", "hei", "gbsn", "STSong-Light"),
        number_font=pick(None, "latin"), bold=pick(None, None, "double"),
        white=pick(None, None, .4), row_height=pick(14, 18, 24), percell=pick(False, True))
    if style["rule"] == "cellrect":
        style["frame"] = "LRTB"
    return style


def amounts(pick):
    return dict(separators=pick(True, False), zero=pick("0.00", "", "-", "0", "—"),
                negative_share=pick(0, .1), zero_share=pick(.2, .5))


def draw_tables(sheet, maker, pick):
    mode, numbered = pick("joined", "split", "flat"), pick(True, False)
    sheet.table(overview(maker, pick(10, 26), line_numbers=pick(True, False)))
    sheet.table(expenditure(maker, mode=mode, column_numbers=numbered,
                            total_first=pick(True, False)), page=A4_LANDSCAPE)
    sheet.table(basic_expenditure(maker, three=pick(True, False)), page=A4_LANDSCAPE)
    sheet.table(general_budget(maker, mode=mode, column_numbers=numbered))
    sheet.table(reception(maker, interleaved=pick(True, False), column_numbers=numbered),
                page=A4_LANDSCAPE, size=min(sheet.style.size, 7.5))


for seed in range(14):
    named(f"z-combo-{seed:02d}", mixed(seed))
