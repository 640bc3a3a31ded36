#!/usr/bin/env python3
"""Makes the pictures of README.md: pages beside their table, and a page as `inspect` draws it.

    docs/images/make.py BINARY       (or `make picture`)

Needs pdftoppm (poppler-utils), Pillow (samples/requirements.txt) and a font with Chinese
characters of one width (fonts-noto-cjk).
"""
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

HERE = Path(__file__).parent
SAMPLE = HERE.parent.parent / "samples" / "shanghai-2024.pdf"
TABLE, PAGES = 4, (8, 9, 10)
FONT = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"
FACE = "Noto Sans Mono CJK SC"

PAGE_WIDTH = 560
MARGIN, GAP = 24, 18
TEXT_SIZE, LINE = 15, 23
DESK, PAPER, INK, RULE, HEAD = "#d9dde3", "#ffffff", "#20242a", "#9aa3af", "#1d5fa8"


def mono(size):
    """The font's face with characters of one width."""
    for index in range(16):
        try:
            font = ImageFont.truetype(FONT, size, index=index)
        except OSError:
            break
        if font.getname()[0] == FACE:
            return font
    sys.exit(f"{FACE} is not in {FONT}; install fonts-noto-cjk")


def pages(folder):
    command = ["pdftoppm", "-r", "150", "-f", str(PAGES[0]), "-l", str(PAGES[-1]), "-png"]
    subprocess.run(command + [str(SAMPLE), f"{folder}/page"], check=True)
    for path in sorted(Path(folder).glob("page-*.png")):
        image = Image.open(path).convert("RGB")
        height = image.height * PAGE_WIDTH // image.width
        yield image.resize((PAGE_WIDTH, height), Image.LANCZOS)


def width_of(character):
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def draw_table(lines, font):
    """The lines as a terminal shows them, character by character on a grid."""
    step = font.getlength("0")
    columns = max(sum(map(width_of, line)) for line in lines)
    image = Image.new("RGB", (int(columns * step) + 2 * GAP, len(lines) * LINE + 2 * GAP), PAPER)
    draw = ImageDraw.Draw(image)
    for row, line in enumerate(lines):
        x, y = GAP, GAP + row * LINE
        for character in line:
            wide = width_of(character) * step
            if character in "│┼─":
                if character != "│":
                    draw.line([(x, y + LINE / 2), (x + wide, y + LINE / 2)], RULE)
                if character != "─":
                    draw.line([(x + wide / 2, y), (x + wide / 2, y + LINE)], RULE)
            else:
                draw.text((x, y), character, HEAD if row == 0 else INK, font)
            x += wide
    return image


def save(image, name, colours=64):
    """Few colours are enough, and make a small file."""
    image.quantize(colours, dither=Image.Dither.NONE).save(HERE / name, optimize=True)
    print(f"{HERE / name}: {(HERE / name).stat().st_size // 1000} kB")


def page_and_table(binary):
    shown = subprocess.run([binary, "show", str(SAMPLE), "--table", str(TABLE)],
                           check=True, capture_output=True, text=True).stdout
    table = draw_table(shown.rstrip("\n").split("\n"), mono(TEXT_SIZE))
    with tempfile.TemporaryDirectory() as folder:
        left = list(pages(folder))
    stack = sum(page.height for page in left) + GAP * (len(left) - 1)
    height = max(stack, table.height) + 2 * MARGIN
    image = Image.new("RGB", (PAGE_WIDTH + table.width + 3 * MARGIN, height), DESK)
    y = MARGIN
    for page in left:
        image.paste(page, (MARGIN, y))
        y += page.height + GAP
    image.paste(table, (PAGE_WIDTH + 2 * MARGIN, MARGIN))
    save(image, "page-and-table.png")


def inspected(binary):
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/page.png"
        subprocess.run([binary, "inspect", str(SAMPLE), "--page", str(PAGES[0]), "--scale", "1.5",
                        "--quiet", "-o", path], check=True, stdout=subprocess.DEVNULL)
        image = Image.open(path).convert("RGB")
        # the page's middle, without its empty foot
        save(image.crop((60, 90, image.width - 60, image.height * 2 // 3 + 10)), "inspect.png",
             colours=200)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    page_and_table(sys.argv[1])
    inspected(sys.argv[1])
