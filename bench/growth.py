#!/usr/bin/env python3
"""How time and memory grow with what is on a page: pages made to be hard, each twice as large as the one before.

    bench/growth.py BINARY [PART ...]

Prints seconds of CPU and megabytes for each; fails where one takes more than it may. The limits are for
this machine's class (2 to 3 GHz); twice the size may take little more than twice the time.
"""
import os
import random
import resource
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
A4 = (595, 842)


def pdf(pages):
    """A PDF of (width, height, content) pages."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", FONT]
    kids = []
    for width, height, content in pages:
        data = zlib.compress(content.encode(), 1)
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(data), data))
        objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %g %g] /Contents %d 0 R /Resources "
                       b"<< /Font << /F1 3 0 R >> >> >>" % (width, height, len(objects)))
        kids.append(len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (
        len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    out, offsets = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def word(x, y, text, size=6):
    return f"BT /F1 {size} Tf {x:g} {y:g} Td ({text}) Tj ET"


def square(count):
    side = round(count ** 0.5)
    return side, count // side


# ---------------------------------------------------------------- pages

def cells(count, draw="{x} {y} {w} {h} re S"):
    """A table of so many cells, each drawn with a border of its own and a number in it."""
    columns, rows = square(count)
    w, h = 24, 12
    width, height = columns * w + 100, rows * h + 100
    parts = ["0.5 w"]
    for row in range(rows):
        for column in range(columns):
            x, y = 50 + column * w, height - 50 - (row + 1) * h
            parts.append(draw.format(x=x, y=y, w=w, h=h, r=x + w, t=y + h))
            parts.append(word(x + 3, y + 3, f"{row % 10}.{column % 10}0"))
    return [(width, height, "\n".join(parts))]


def filled(count):
    """The same, each cell painted white first, its border as thin boxes."""
    return cells(count, "1 g {x} {y} {w} {h} re f 0 g {x} {y} {w} 0.5 re f {x} {y} 0.5 {h} re f "
                 "{x} {t} {w} 0.5 re f {r} {y} 0.5 {h} re f")


def columns(count):
    """A ruled table of two rows and so many columns."""
    w = min(24, 14000 / count)
    width = count * w + 100
    parts = ["0.2 w"] + [f"50 {y} m {50 + count * w:g} {y} l S" for y in (100, 120, 140)]
    for n in range(count + 1):
        parts.append(f"{50 + n * w:g} 100 m {50 + n * w:g} 140 l S")
        if n < count:
            parts += [word(50.5 + n * w, y, str(n % 10), 3) for y in (105, 125)]
    return [(width, 240, "\n".join(parts))]


def bare_columns(count):
    """Five rows of so many columns that no ruling parts, under a caption."""
    w = 14000 / count
    parts = [word(50, 260, "Table 1 (unit: yuan)", 8)]
    for row in range(5):
        parts += [word(50 + n * w, 220 - 12 * row, str(n % 10), min(6, w / 1.5)) for n in range(count)]
    return [(14100, 300, "\n".join(parts))]


def tables(count):
    """So many tables of two cells, apart from each other."""
    across, down = square(count)
    height = down * 30 + 100
    parts = ["0.5 w"]
    for n in range(count):
        x, y = 50 + (n % across) * 40, height - 80 - (n // across) * 30
        parts.append(f"{x} {y} 15 20 re S {x + 15} {y} 15 20 re S")
        parts.append(word(x + 3, y + 6, "1") + word(x + 18, y + 6, "2"))
    return [(across * 40 + 100, height, "\n".join(parts))]


def one_spot(count, text="5"):
    """So many characters at one place."""
    return [(*A4, "\n".join([word(50, 700, "Before 1.00")] + [word(300, 400, text)] * count))]


def spots(count):
    """So many different words at one place."""
    return [(*A4, "\n".join(word(300 + n % 7 / 10, 400 + n % 11 / 10, f"{n}") for n in range(count // 4)))]


def prose(count):
    """So many characters as lines of text."""
    line = "Words of a report, 1,234.56 in all of it "
    lines = count // len(line)
    return [(*A4, "\n".join(word(40 + 180 * (n % 3), 820 - 800 * n / lines, line, 4) for n in range(lines)))]


def lines(count):
    """So many horizontal rulings and as many vertical ones that form no table."""
    parts = ["0.2 w"]
    for n in range(count // 2):
        x, y = 20 + n * 7919 % 550, 20 + n * 104729 % 800
        parts.append(f"{x} {y} m {x + 9} {y} l S {y * 0.6:g} {x} m {y * 0.6:g} {x + 9} l S")
    return [(*A4, "\n".join(parts))]


def pages(count):
    """So many pages of 25 lines."""
    return [(*A4, "\n".join(word(60, 780 - line * 28, f"Line {line} of page {page} has some words and 1,234.56 "
                                 "in it", 10) for line in range(25))) for page in range(count)]


def table_pages(count):
    """So many pages of one table, 40 rows and 5 columns each."""
    parts = ["0.5 w"]
    for row in range(41):
        parts.append(f"50 {780 - row * 18} m 550 {780 - row * 18} l S")
    parts += [f"{50 + n * 100} 780 m {50 + n * 100} 60 l S" for n in range(6)]
    for row in range(40):
        parts += [word(60 + n * 100, 768 - row * 18, f"{row},{n}34.56", 8) for n in range(5)]
    return [(*A4, "\n".join(parts))] * count


def report_pages(count):
    """So many pages of a table as reports have it: code, name, a total and its five parts in 30 rows, all ruled."""
    chance = random.Random(count)
    frame = ["0.5 w"] + [f"50 {780 - row * 23} m 546 {780 - row * 23} l S" for row in range(32)]
    frame += [f"{50 + n * 62} 780 m {50 + n * 62} 67 l S" for n in range(9)]
    frame += [word(53 + n * 62, 765, name, 8) for n, name in
              enumerate(["Code", "Name", "Total", "Staff", "Goods", "Grants", "Capital", "Other"])]
    made = []
    for page in range(count):
        parts = list(frame)
        for row in range(30):
            amounts = [round(chance.uniform(0, 99999), 2) for _ in range(5)]
            texts = [f"{2010000 + 30 * page + row}", f"Item {chance.randrange(10 ** 6)}", f"{sum(amounts):,.2f}"]
            texts += [f"{amount:,.2f}" for amount in amounts]
            parts += [word(53 + n * 62, 742 - row * 23, text, 8) for n, text in enumerate(texts)]
        made.append((*A4, "\n".join(parts)))
    return made


# ---------------------------------------------------------------- transcripts

CAPTION = "2024年度\n第{0}局部门决算\n\n二、{1}\n\n部门：第{0}局\t\t\t金额单位：万元\n"


def transcript(megabytes):
    """So many megabytes of reports as plain text: a table of the catalogue, one of 30 rows, and prose with figures."""
    chance = random.Random(megabytes)
    out, size, number = [], 0, 0
    while size < megabytes * 1_000_000:
        number += 1
        part = CAPTION.format(number, "收入支出决算总表") + "项目\t决算数\t项目\t决算数\n"
        amounts = [round(chance.uniform(0, 9999), 2) for _ in range(3)]
        for name, amount in zip(["一、一般公共预算财政拨款收入", "二、政府性基金预算财政拨款收入", "三、事业收入"], amounts):
            part += f"{name}\t{amount:,.2f}\t\t\n"
        part += f"本年收入合计\t{sum(amounts):,.2f}\t本年支出合计\t{sum(amounts):,.2f}\n\n"
        part += "三、明细表\n\n编码\t名称\t合计\t人员\t公用\t项目\t资本\t其他\n"
        for row in range(30):
            amounts = [round(chance.uniform(0, 9999), 2) for _ in range(5)]
            texts = [f"{2010000 + row}", f"项目{chance.randrange(10 ** 6)}", f"{sum(amounts):,.2f}"]
            part += "\t".join(texts + [f"{amount:,.2f}" for amount in amounts]) + "\n"
        for _ in range(20):
            part += (f"\n第{number}局{2000 + chance.randrange(25)}年度收入总计{chance.uniform(0, 9999):,.2f}万元，与上年相比增加"
                     f"{chance.uniform(0, 9):.2f}万元，主要原因是项目{chance.randrange(10 ** 6)}有所增加。\n")
        out.append(part + "\f")
        size += len(part.encode())
    return "".join(out)


def breaks(count):
    """So many pages that stop in mid-sentence and repeat a character on the next one."""
    middle = "落实各项政策措施，" * 20
    return "\n\n\f".join(f"施第{n}项{middle}第{n}项措施" for n in range(count)) + "\n"


# ---------------------------------------------------------------- measuring

# what, two sizes, seconds and megabytes that the larger may take
PARTS = {
    "cells": (cells, (4000, 16000), 1.0, 300),
    "filled": (filled, (4000, 16000), 1.0, 300),
    "columns": (columns, (1000, 4000), 0.5, 300),
    "bare-columns": (bare_columns, (1000, 4000), 2.0, 300),
    "tables": (tables, (4000, 16000), 2.0, 400),
    "one-spot": (one_spot, (16000, 64000), 1.0, 300),
    "spots": (spots, (16000, 64000), 1.0, 300),
    "prose": (prose, (16000, 64000), 2.0, 300),
    "lines": (lines, (16000, 64000), 2.0, 300),
    "pages": (pages, (1000, 5000), 20.0, 300),
    "table-pages": (table_pages, (250, 1000), 10.0, 200),
    "report-pages": (report_pages, (500, 5000), 60.0, 500),
    "transcript": (transcript, (2, 10), 40.0, 200),
    "breaks": (breaks, (2000, 10000), 20.0, 200),
}
TEXTS = {transcript, breaks}
# of parts that take so many seconds at the smaller size, the larger may take this much more than its share
TELLING, CURVED = 1.0, 1.7


def apart(work):
    """Does it in another process: what this one has taken would count as the program's, which it forks."""
    process = os.fork()
    if process == 0:
        work()
        os._exit(0)
    if os.waitpid(process, 0)[1] != 0:
        sys.exit("growth.py: an input could not be made")


def measure(binary, path, out):
    """Seconds of CPU, megabytes at the peak, exit code."""
    with subprocess.Popen([binary, "extract", path, "--output", out, "--force", "--ocr", "off", "--format", "json",
                           "--quiet"],
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, process.returncode


def main():
    binary, chosen = sys.argv[1], sys.argv[2:] or PARTS
    resource.setrlimit(resource.RLIMIT_CPU, (600, 600))
    faults = 0
    print(f"{'':14}{'size':>8}{'seconds':>9}{'MB':>7}")
    with tempfile.TemporaryDirectory() as folder:
        for name in chosen:
            make, sizes, seconds, megabytes = PARTS[name]
            first = 0.0
            for size in sizes:
                is_text = make in TEXTS
                path = Path(folder) / f"{name}-{size}.{'txt' if is_text else 'pdf'}"
                apart(lambda: path.write_bytes(make(size).encode() if is_text else pdf(make(size))))
                took, memory, code = measure(binary, str(path), f"{folder}/out")
                path.unlink()
                most = seconds
                if size == sizes[0]:
                    first = took
                elif first >= TELLING:
                    most = min(seconds, CURVED * first * size / sizes[0])
                bad = code not in (0, 5) or size == sizes[-1] and (took > most or memory > megabytes)
                faults += bad
                note = f"  at most {most:.2f} s, {megabytes} MB" if bad else ""
                if code not in (0, 5):
                    note += f"  exit code {code}"
                print(f"{name:14}{size:8}{took:9.2f}{memory:7.0f}{note}", flush=True)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
