#!/usr/bin/env python3
"""Makes the PDFs of this folder: small pages, each showing one thing that reports do.

    pip install -r samples/requirements.txt
    python3 Tests/PDFSourceTests/Fixtures/make_fixtures.py

The same bytes come out each time. What the tests expect of a page stands beside it in their code.
Fonts: the standard ones, not embedded, and a few glyphs of Bitstream Vera, which ReportLab brings.
"""
import io
import os
import zlib
from pathlib import Path

from PIL import Image, ImageCms
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

HERE = Path(__file__).parent
PAGE = (300, 400)
CHINESE = "STSong-Light"


def document(name, **options):
    return canvas.Canvas(str(HERE / name), pagesize=PAGE, invariant=1, pageCompression=1, **options)


def raw(c, operators):
    """Content as it stands in the PDF."""
    c._code.append(operators)


def words(c, text="Text of the page 123.45", x=30, y=370, font="Helvetica", size=10):
    c.setFont(font, size)
    c.drawString(x, y, text)


def picture(width, height, colour, noise=False):
    image = Image.new("RGB", (width, height), colour)
    if noise:  # something to see, the same each time
        image.putdata([((x * 7 + y * 13) % 256,) * 3 for y in range(height) for x in range(width)])
    return ImageReader(image)


# ---------------------------------------------------------------- what is drawn

def rulings():
    c = document("rulings.pdf")
    # 1: strokes. Two of them are no rulings: one slants, one is a bar.
    words(c)
    for y, style in [(300, "0.5 w"), (280, "0 w"), (260, "2 w"), (240, "0.5 w [3 2] 0 d")]:
        raw(c, f"q {style} 50 {y} m 250 {y} l S Q")
    raw(c, "q 0.5 w 1 0 0 RG 60 200 m 60 320 l S Q")
    raw(c, "q 0.5 w 50 100 m 250 150 l S Q")
    raw(c, "q 9 w 50 80 m 250 80 l S Q")
    raw(c, "q 0.5 w 100 20 60 30 re S Q")
    c.showPage()
    # 2: filled boxes. Two are rulings, the others paper, background, nearly nothing, or covered.
    words(c)
    raw(c, "q 50 300 200 0.5 re f 60 200 0.6 120 re f Q")
    raw(c, "q 1 g 50 280 200 0.5 re f Q")
    raw(c, "q 0.9 g 50 240 200 20 re f Q")
    c.saveState()
    c.setFillAlpha(0.03)
    raw(c, "0 g 50 230 200 0.5 re f")
    c.restoreState()
    raw(c, "q 0 g 50 200 200 0.5 re f 1 g 40 190 220 20 re f Q")
    raw(c, "q 1 G 0.5 w 50 150 m 250 150 l S Q")
    c.showPage()
    # 3: pictures. A black pixel and a black stencil pulled to lines, a white one, a real picture.
    words(c)
    c.drawImage(picture(1, 1, "black"), 50, 300, 200, 0.6)
    c.drawImage(picture(1, 8, "black"), 60, 200, 0.6, 120)
    c.drawImage(picture(1, 1, "white"), 50, 280, 200, 0.6)
    c.drawImage(picture(16, 16, "white", noise=True), 100, 50, 80, 60)
    raw(c, "q 200 0 0 0.5 50 260 cm BI /IM true /W 1 /H 1 /BPC 1 /D [0 1] ID \x00 EI Q")
    c.showPage()
    # 4: a clip that cuts a line in two, and one that hides a line.
    words(c)
    raw(c, "q 50 200 100 150 re W n 0.5 w 20 300 m 280 300 l S Q")
    raw(c, "q 50 200 100 50 re W n 0.5 w 20 300 m 280 300 l S Q")
    c.showPage()
    # 5: lines of dots, four dots that are none; 6: an area of dots.
    for x, y in [*((50 + 2 * n, 300) for n in range(100)), *((60, 200 + 2 * n) for n in range(40)),
                 *((50 + 2 * n, 150) for n in range(4))]:
        raw(c, f"{x} {y} 1 1 re f")
    c.showPage()
    for n in range(400):
        raw(c, f"{50 + 2 * (n % 20)} {300 + 2 * (n // 20)} 1 1 re f")
    c.showPage()
    c.save()


def pattern():
    """A box filled with a pattern of lines: they are no rulings of the page."""
    tile = b"0 0 6 0.5 re f"
    content = (b"BT /F1 10 Tf 30 370 Td (Text of the page) Tj ET "
               b"/Pattern cs /P1 scn 50 200 200 100 re f 0 g 50 150 200 0.5 re f")
    write("pattern.pdf", [
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 4 0 R /Resources "
        b"<< /Font << /F1 5 0 R >> /Pattern << /P1 6 0 R >> >> >>",
        stream(content), HELVETICA,
        stream(tile, b"/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 "
                     b"/BBox [0 0 6 6] /XStep 6 /YStep 6 /Resources << >>"),
    ])


def soft_mask():
    """A box painted through a luminosity mask, then a ruling."""
    group = b"0.5 g 50 100 200 200 re f"
    content = (b"BT /F1 10 Tf 30 370 Td (Text of the page) Tj ET q /G1 gs 1 0 0 rg "
               b"40 90 220 220 re f Q 50 50 200 0.5 re f")
    write("soft-mask.pdf", [
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 4 0 R /Resources "
        b"<< /Font << /F1 5 0 R >> /ExtGState << /G1 6 0 R >> >> >>",
        stream(content), HELVETICA,
        b"<< /Type /ExtGState /SMask << /Type /Mask /S /Luminosity /G 7 0 R >> >>",
        stream(group, b"/Type /XObject /Subtype /Form /BBox [0 0 300 400] "
                      b"/Group << /S /Transparency /CS /DeviceGray >>"),
    ])


def colour_profile():
    """Colours by an ICC profile: a black ruling and a white one."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    profile = profile[:24] + bytes(12) + profile[36:]  # without the time of day
    content = (b"BT /F1 10 Tf 30 370 Td (Text of the page) Tj ET /C1 cs 0 0 0 sc "
               b"50 300 200 0.5 re f 1 1 1 sc 50 280 200 0.5 re f")
    write("colour-profile.pdf", [
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 4 0 R /Resources "
        b"<< /Font << /F1 5 0 R >> /ColorSpace << /C1 [/ICCBased 6 0 R] >> >> >>",
        stream(content), HELVETICA, stream(profile, b"/N 3 /Alternate /DeviceRGB"),
    ])


# ---------------------------------------------------------------- what is written

def text():
    pdfmetrics.registerFont(UnicodeCIDFont(CHINESE))
    c = document("text.pdf")
    # 1: Latin and Chinese in fonts that are not embedded
    words(c, "Total 1,358.64")
    words(c, "收入支出决算总表", y=340, font=CHINESE, size=12)
    c.showPage()
    # 2: bold made by printing twice, and by filling and stroking
    for dx in (0, 0.4):
        words(c, "合计", 30 + dx, 340, CHINESE, 12)
        words(c, "88.00", 100 + dx, 340)
    raw(c, "BT 1 0 0 1 30 300 Tm /F1 10 Tf 2 Tr 0.3 w (Stroked) Tj 0 Tr ET")
    c.showPage()
    # 3: text in render mode 3 is there and not seen
    words(c, "Seen 1.00")
    raw(c, "BT 1 0 0 1 30 300 Tm /F1 10 Tf 3 Tr (Hidden 2.00) Tj 0 Tr ET")
    c.showPage()
    # 4: above the page's edge
    words(c, "Inside 1.00")
    words(c, "Outside 2.00", y=420)
    c.showPage()
    # 5: cut off by a clip, as sheets do with what does not fit a cell
    raw(c, "q 30 300 40 20 re W n")
    words(c, "Inside the cell and far beyond its edge", y=306)
    raw(c, "Q")
    c.showPage()
    # 6: outlines alone are seen; a text that only clips is not, and the line after it is a line
    raw(c, "BT 1 0 0 1 30 340 Tm /F1 24 Tf 1 Tr (Outline) Tj 0 Tr ET")
    raw(c, "q BT 1 0 0 1 30 300 Tm /F1 24 Tf 7 Tr (Clipping) Tj ET Q")
    raw(c, "q 0.5 w 50 200 m 250 200 l S Q")
    c.showPage()
    # 7: nothing but text that is not seen
    raw(c, "BT 1 0 0 1 30 300 Tm /F1 10 Tf 3 Tr (Hidden 2.00) Tj 0 Tr ET")
    c.showPage()
    c.save()


def watermark():
    c = document("watermark.pdf")
    # 1: slanted, across figures; 2: upright, pale and large
    for slanted in (True, False):
        for row in range(12):
            words(c, f"Row {row}", 60, 340 - 20 * row)
            words(c, f"{1000 + row}.00", 180, 340 - 20 * row)
        c.saveState()
        c.setFillGray(0.8)
        c.translate(60, 150)
        if slanted:
            c.rotate(35)
        words(c, "DRAFT 88", 0, 0, size=44)
        c.restoreState()
        c.showPage()
    c.save()


def rotated():
    """The same page turned by /Rotate, and one whose coordinates do not begin at 0."""
    content = (b"BT /F1 10 Tf 40 360 Td (Turned 12.50) Tj ET "
               b"50 300 200 0.5 re f 60 200 0.5 80 re f")
    pages = [b"/MediaBox [0 0 300 400] /Rotate %d" % angle for angle in (0, 90, 180, 270)]
    pages.append(b"/MediaBox [-20 -30 400 500] /CropBox [10 20 310 420]")
    kids = b" ".join(b"%d 0 R" % (5 + i) for i in range(len(pages)))
    write("rotated.pdf", [stream(content), HELVETICA] + [
        b"<< /Type /Page /Parent 2 0 R %s /Contents 3 0 R "
        b"/Resources << /Font << /F1 4 0 R >> >> >>" % page for page in pages
    ], kids=kids, count=len(pages))


def scans():
    c = document("scans.pdf")
    photo = picture(30, 40, "white", noise=True)
    # 1: a picture and nothing else
    c.drawImage(photo, 0, 0, *PAGE)
    c.showPage()
    # 2: with a text layer that is not seen
    c.drawImage(photo, 0, 0, *PAGE)
    raw(c, "BT 1 0 0 1 30 300 Tm /F1 10 Tf 3 Tr (Read by a machine 1.00) Tj 0 Tr ET")
    c.showPage()
    # 3: with a page number printed over it
    c.drawImage(photo, 0, 0, *PAGE)
    words(c, "- 3 -", 140, 15)
    c.showPage()
    # 4: nothing
    raw(c, "q Q")
    c.showPage()
    # 5: letters drawn as shapes
    for i in range(240):
        x, y = 30 + i % 20 * 12, 370 - i // 20 * 20
        raw(c, f"{x} {y} m {x + 8} {y} l {x + 4} {y + 8} l f")
    c.showPage()
    # 6: a page of text with a logo
    words(c)
    c.drawImage(photo, 200, 340, 60, 40)
    c.showPage()
    # 7: a page of text on a picture
    c.drawImage(photo, 0, 0, *PAGE)
    words(c, y=200)
    c.showPage()
    c.save()


def character_maps():
    """The same figures with a right map, one that shifts the digits, and one without meaning; and fonts
    that say they rise and fall by next to nothing, and by almost three times their size."""
    path = os.path.join(os.path.dirname(ttfonts.__file__), "..", "fonts", "Vera.ttf")
    right = ttfonts.makeToUnicodeCMap

    def shifted(name, subset):
        return right(name, [0x30 + (u - 0x2F) % 10 if 0x30 <= u <= 0x39 else u for u in subset])

    def meaningless(name, subset):
        return right(name, [0xE000 + u for u in subset])

    def foreign(name, subset):
        """Glyphs' numbers taken for characters: ideographs that are out of use among the digits."""
        return right(name, [0x3400 + u if u in b"125" else u for u in subset])

    whole = ttfonts.TTFontFile.get_table

    def without_hints(self, tag):
        if tag in ("cvt ", "fpgm", "prep"):
            raise KeyError(tag)
        return whole(self, tag)

    ttfonts.TTFontFile.get_table = without_hints
    for name, cmap in [("map-right", right), ("map-shifted", shifted), ("map-none", meaningless),
                       ("map-foreign", foreign)]:
        ttfonts.makeToUnicodeCMap = cmap
        pdfmetrics.registerFont(ttfonts.TTFont(name, path, asciiReadable=0))
        c = document(f"{name}.pdf")
        for row, figure in enumerate(["1,358.64", "290.07", "0.00", "88.12", "4,567.39"]):
            words(c, figure, 60, 340 - 20 * row, font=name)
        c.showPage()
        c.save()
    ttfonts.makeToUnicodeCMap = right
    claiming("flat", path, 280, -64)
    c = document("flat-font.pdf")
    words(c, "2995.39", 60, 340, font="flat")
    raw(c, "q 0 1 -1 0 150 300 cm")
    words(c, "iii", 0, 0, font="flat")
    raw(c, "Q")
    c.showPage()
    c.save()
    claiming("tall", path, 1850, -900)
    letters()
    ttfonts.TTFontFile.get_table = whole


def claiming(name, path, ascent, descent):
    """A font that says so of its height."""
    font = ttfonts.TTFont(name, path, asciiReadable=0)
    # ReportLab has one face a name: the first one registered
    font.face.name = name.encode()
    font.face.ascent, font.face.descent = ascent, descent
    pdfmetrics.registerFont(font)


def letters():
    c = document("letters.pdf")
    # lines closer than such a font's boxes are high, and the same figures in a plain font beside them
    for row, figure in enumerate(["2995.39", "2995.40", "2995.41"]):
        words(c, figure, 60, 340 - 12 * row, font="tall")
        words(c, figure, 160, 340 - 12 * row)
    c.showPage()
    # letters made bold by their outlines, drawn as paths; the second in a cell of its own, beside it one
    # in a cell that is hardly wider
    words(c, "H", 60, 300, size=24)
    words(c, "H", 160, 300, size=24)
    words(c, "H", 240, 300, size=24)
    sides = [(2, 0), (5, 0), (5, 8), (12, 8), (12, 0), (15, 0), (15, 17), (12, 17), (12, 10), (5, 10), (5, 17), (2, 17)]
    raw(c, "1 w")
    for left in (60, 160):
        points = [f"{left + x} {300 + y}" for x, y in sides]
        raw(c, f"{points[0]} m " + " ".join(f"{point} l" for point in points[1:]) + " h S")
    raw(c, "150 290 40 40 re S 238 298 21 20 re S")
    c.showPage()
    # a clip as narrow as the ink: a point's is not in the middle of its width
    raw(c, "q 60 330 9 20 re W n")
    words(c, "1.", 60, 340, font="map-right")
    raw(c, "Q")
    c.showPage()
    c.save()


# ---------------------------------------------------------------- locked

def encrypted():
    for name, user in [("encrypted.pdf", "secret"), ("owner-locked.pdf", "")]:
        lock = StandardEncryption(user, ownerPassword="owner", canPrint=0, canCopy=0, strength=128)
        c = document(name, encrypt=lock)
        words(c, "Behind the lock 42.00")
        c.showPage()
        c.save()


# ---------------------------------------------------------------- PDFs object by object

HELVETICA = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def stream(content, entries=b""):
    packed = zlib.compress(content, 9)
    return b"<< %s /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (
        entries, len(packed), packed)


def write(name, objects, kids=b"3 0 R", count=1):
    """Objects from number 3 on; 1 is the catalogue, 2 the list of pages."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>",
               b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count)] + objects
    out = io.BytesIO(b"%PDF-1.5\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, start))
    (HERE / name).write_bytes(out.getvalue())


# ---------------------------------------------------------------- made to hurt

def hurtful(name, contents, sizes=None, fonts=b"/F1 3 0 R", objects=(), extra=b""):
    """Pages of these contents, whose font F1 is Helvetica, not embedded."""
    first = 4 + len(objects)
    pages, streams = [], []
    for index, content in enumerate(contents):
        width, height = (sizes or {}).get(index, PAGE)
        pages.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R /Resources "
                     b"<< /Font << %s >> %s >> >>" % (
                         width, height, first + len(contents) + index, fonts, extra))
        streams.append(stream(content))
    write(name, [HELVETICA, *objects, *pages, *streams], count=len(pages),
          kids=b" ".join(b"%d 0 R" % (first + index) for index in range(len(pages))))


def line(text, y, font=b"F1", size=10):
    return b"BT /%s %d Tf 30 %d Td (%s) Tj ET 0.5 w 30 %d m 250 %d l S " % (font, size, y, text, y - 5, y - 5)


def hostile():
    seen, after = line(b"Seen 1.00", 370), line(b"After 2.00", 200)
    # glyphs larger than any font can be made, painted, clipping, as outlines, off the page; then a sound page
    large = b"BT /F1 20000 Tf %d Tr %d 300 Td (8) Tj ET "
    hurtful("hostile-glyph.pdf", [
        seen + large % (0, -90000) + large % (0, 50) + after,
        seen + b"q " + large % (7, 50) + b"Q " + large % (1, 50) + after,
        seen + after])
    # 1, 2: dashes that cairo takes for errors; 3: coordinates beyond numbers; 4: sound
    far = b"1" + 200 * b"0"
    hurtful("hostile-calls.pdf", [
        seen + b"[-1 2] 0 d 30 300 m 250 300 l S [] 0 d " + after,
        seen + b"[0 0] 0 d 30 300 m 250 300 l S [] 0 d " + after,
        seen + b"q " + 2 * (b"%s 0 0 %s 0 0 cm " % (far, far)) + b"30 300 m 90 300 l S Q " + after,
        seen + after])
    # 1: a page wider than a road; 2: text and strokes larger than any; 3: sound
    wide = 10 ** 20
    hurtful("hostile-numbers.pdf", [
        seen + after,
        seen + b"BT /F1 %d Tf 30 300 Td (8) Tj ET %d w 30 250 m 31 250 l S " % (10 ** 12, 10 ** 25) + after,
        seen + after], sizes={0: (wide, 400)})
    # 1: text on a picture over a page too large to be painted; 2: the same, small; 3: sound
    over = b"q %d 0 0 %d 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xFF EI Q "
    hurtful("hostile-page.pdf", [
        over % (14400, 14400) + line(b"Seen 1.00", 7000), over % PAGE + seen + after, seen + after],
        sizes={0: (14400, 14400)})
    # a page so long that a mask of its size, at four units a point, has no room in cairo
    write("hostile-mask.pdf", [
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 14400] /Contents 4 0 R /Resources "
        b"<< /Font << /F1 5 0 R >> /ExtGState << /G1 6 0 R >> >> >>",
        stream(seen + b"q /G1 gs 40 90 220 220 re f Q " + after), HELVETICA,
        b"<< /Type /ExtGState /SMask << /Type /Mask /S /Luminosity /G 7 0 R >> >>",
        stream(b"0.5 g 50 100 200 200 re f", b"/Type /XObject /Subtype /Form /BBox [0 0 300 14400] "
               b"/Group << /S /Transparency /CS /DeviceGray >>")])
    # text in a font whose file is no font: 1 nothing else, 2 beside sound text, 3 a little, 4 none
    objects = [b"<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Broken /FirstChar 32 /LastChar 126 "
               b"/Widths [%s] /FontDescriptor 5 0 R /Encoding /WinAnsiEncoding >>" % (95 * b"500 "),
               b"<< /Type /FontDescriptor /FontName /ABCDEF+Broken /Flags 32 /FontBBox [0 0 1000 1000] "
               b"/ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 /FontFile2 6 0 R >>",
               stream(b"this is no font " * 20)]
    lost = line(b"Lost 3.00", 300, b"F2")
    hurtful("damaged-font.pdf", [
        lost, seen + lost + after, 30 * line(b"A page of sound text, 1,234.56", 150) + line(b"x", 300, b"F2"),
        seen], fonts=b"/F1 3 0 R /F2 4 0 R", objects=objects)


if __name__ == "__main__":
    for make in (rulings, pattern, soft_mask, colour_profile, text, watermark, rotated, scans,
                 character_maps, encrypted, hostile):
        make()
