"""Changes to finished PDFs, with pikepdf: what other programs' pages differ in."""
from contextlib import contextmanager

import pikepdf
from pikepdf import Dictionary, Name


@contextmanager
def edited(path):
    """The PDF, saved at the end; its ID depends on its content only."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        yield pdf
        pdf.save(path, deterministic_id=True)


def each_page(change):
    """change(pdf, page, width, height) for all pages, as a function of the path."""
    def edit(path):
        with edited(path) as pdf:
            for page in pdf.pages:
                change(pdf, page, float(page.MediaBox[2]), float(page.MediaBox[3]))
    return edit


def transform(pdf, page, *matrix):
    """Draw the page's content through a matrix."""
    words = " ".join(f"{number:g}" if isinstance(number, int) else f"{number:.8f}"
                     for number in matrix)
    page.contents_add(pdf.make_stream(f"q {words} cm\n".encode()), prepend=True)
    page.contents_add(pdf.make_stream(b"\nQ"))


def turn(pdf, page, angle, width, height):
    """Draw it turned to the left by `angle`, on a page that fits."""
    matrix = {90: (0, 1, -1, 0, height, 0), 180: (-1, 0, 0, -1, width, height),
              270: (0, -1, 1, 0, 0, width)}[angle]
    transform(pdf, page, *matrix)
    if angle != 180:
        page.MediaBox = [0, 0, height, width]


def form(pdf, content, box, resources):
    return pdf.make_stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=box,
                           Resources=resources)


def helvetica():
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
