"""Turns a PDF into one of page pictures only, as a scanner without text recognition does."""
import subprocess
import tempfile
import time
from pathlib import Path

from PIL import Image

RESOLUTION = 200        # dots an inch
THRESHOLD = 185         # greys below it become black
EPOCH = time.gmtime(0)  # a fixed date, so that two runs give the same bytes


def scan(source, target):
    """Draw each page of `source` and write the black-and-white pictures as `target`."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", str(RESOLUTION), "-gray", source, f"{folder}/page"], check=True)
        pages = [black_and_white(file) for file in sorted(Path(folder).iterdir())]
    # Pillow stores 1-bit pictures in PDF with the fax code, CCITT group 4.
    pages[0].save(target, "PDF", resolution=RESOLUTION, save_all=True, append_images=pages[1:],
                  creationDate=EPOCH, modDate=EPOCH)


def black_and_white(file):
    with Image.open(file) as picture:
        return picture.point(lambda grey: 255 * (grey >= THRESHOLD)).convert("1", dither=Image.Dither.NONE)
