"""Variations by WeasyPrint, and by Chromium where it is installed: tables as web pages print them."""
import html
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import weasyprint

from data import SHORT_TREE, Maker, expenditure, general_budget, overview, reception
from drawing import merged, spanned
from pages import find_pages
from registry import named

STYLE = """
@page {size: A4; margin: 18mm; @bottom-center {content: '- ' counter(page) ' -'}}
@page wide {size: A4 landscape; margin: 15mm; @bottom-center {content: '- ' counter(page) ' -'}}
body {font-family: 'Noto Serif CJK SC'; font-size: 8pt; margin: 0}
h2 {text-align: center; font-size: 16pt; margin: 0; font-weight: normal}
.code {text-align: right} .unit {display: flex; justify-content: space-between}
section {break-after: page} section.wide {page: wide}
table {border-collapse: collapse; width: 100%; table-layout: fixed}
th, td {border: .5pt solid #000; padding: 2pt 3pt; font-weight: normal; line-height: 1.3}
td.r {text-align: right} th, td.c {text-align: center} td.l {text-align: left}
"""
SEPARATE = "table {border-collapse: separate; border-spacing: 0}"
LOOKS = {
    "base": "",
    "separate": SEPARATE,
    "spacing2": "table {border-collapse: separate; border-spacing: 2pt}",
    "bottom-only": "th, td {border: 0; border-bottom: .5pt solid #ccc}",
    "double": "table {border: 3pt double #000}",
    "dotted": "th, td {border: .5pt dotted #888}",
    "zebra": "th, td {border: 0} tr:nth-child(even) td {background: #eee}"
             "th {background: #346; color: #fff}",
    "light-grey": "th, td {border: .75pt solid #e5e5e5} th {background: #f5f5f5}",
    "letter-spacing": "td, th {letter-spacing: 1pt}",
    "nowrap-overflow": "td, th {white-space: nowrap; overflow: hidden} td.l {max-width: 0}",
    "no-head-repeat": "thead {display: table-row-group}",
    "rounded": SEPARATE + "table {border: 1pt solid #888; border-radius: 6pt}"
               "th, td {border-width: 0 .5pt .5pt 0; border-color: #aaa}",
    "avoid-none-rows-cut": "td {height: 30pt}",
    "vertical-header": "th {writing-mode: vertical-rl}",
    "bold": "td, th {font-weight: bold; font-family: 'Noto Sans CJK SC'}",
    "side-colours": "th, td {border-style: solid; border-width: 1pt .5pt;"
                    "border-color: #000 #888}",
    "inset": "th, td {border: 1pt inset #999}",
}


def plain_tables():
    maker = Maker(1)
    return [overview(maker, 26), expenditure(maker), general_budget(maker)]


def long_amounts():
    return [expenditure(Maker(3, factor=10000, tree=SHORT_TREE)), reception(Maker(4))]


def negative_amounts():
    options = dict(negative_share=.2, negative="−")
    return [overview(Maker(2, **options), 26), expenditure(Maker(3, **options))]


def by_weasyprint(page, pdf):
    weasyprint.HTML(string=page).write_pdf(pdf)


def by_chromium(page, pdf):
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "page.html"
        source.write_text(page)
        subprocess.run(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
             f"--user-data-dir={folder}/profile", f"--print-to-pdf={pdf}", source.as_uri()],
            check=True, capture_output=True)


def printed(write, style, tables=plain_tables, wide=(1,)):
    """write: the program; wide: the numbers of the tables on landscape pages."""
    def draw(case):
        made = tables()
        body = "".join(section(table, n in wide) for n, table in enumerate(made))
        write(f"<!doctype html><html lang='zh'><meta charset='utf-8'><style>{STYLE}{style}</style>"
              f"<body>{body}</body></html>", case.pdf)
        find_pages(case.pdf, made)
        case.write_truth(made)
    return draw


def section(table, wide):
    kind = "wide" if wide else ""
    return (f"<section class='{kind}'><h2>{table.title}</h2><div class='code'>{table.code}</div>"
            f"<div class='unit'><span>{table.office_line}</span><span>{table.unit_line}</span>"
            f"</div>{markup(table)}<p>{table.note}</p></section>")


def markup(table):
    shares = [f"<col style='width:{width / sum(table.widths) * 100:.2f}%'>"
              for width in table.widths]
    head = rows_of(merged(table.header), len(table.header), "th", lambda cell: "")
    body = rows_of(spanned(table.rows, table.spans), len(table.rows), "td",
                   lambda cell: "c" if cell.columns > 1 else table.align[cell.column])
    return (f"<table><colgroup>{''.join(shares)}</colgroup><thead>{head}</thead>"
            f"<tbody>{body}</tbody></table>")


def rows_of(cells, count, tag, kind):
    rows = [""] * count
    for cell in cells:
        rows[cell.row] += (f"<{tag} rowspan={cell.rows} colspan={cell.columns} "
                           f"class='{kind(cell)}'>{html.escape(cell.text)}</{tag}>")
    return "".join(f"<tr>{row}</tr>" for row in rows)


def register(prefix, write):
    for name, style in LOOKS.items():
        named(f"{prefix}-{name}", printed(write, style))
    named(f"{prefix}-break-all-wrapped-amounts",
          printed(write, "td, th {word-break: break-all}", long_amounts, wide=()))
    named(f"{prefix}-neg-u2212", printed(write, "", negative_amounts))


register("h5", by_weasyprint)
if shutil.which("chromium"):
    register("hc", by_chromium)
else:
    print("variations: SKIPPED: variations by Chromium: no chromium", file=sys.stderr)
