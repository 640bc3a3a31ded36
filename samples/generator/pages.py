"""The pages of one PDF: paragraphs, headings, captions, page numbers, from the top down."""
from reportlab.lib.pagesizes import A4, landscape as turned
from reportlab.pdfgen.canvas import Canvas

SIDE, TOP, BOTTOM = 62, 66, 62      # margins, points
NUMBER_AT = 36                      # height of the page number's baseline
HEADING_SIZE = {2: 15, 3: 14}
PART_SIZE, PART_LEADING = 18, 34
CONTENTS_SIZE = 11.5
CAPTION_SIZE = 10
NOTE_LEADING = 1.35                 # in font sizes


class Pages:
    def __init__(self, file, style, settings):
        self.style, self.settings = style, settings
        self.number = 0
        self.landscape = False
        # invariant: no date and no random identifier in the file
        self.canvas = Canvas(file, pagesize=A4, invariant=1, pageCompression=1,
                             initialFontName=style.table)
        self.canvas.setTitle(f"{settings['organisation']}{settings['year']}年度决算")
        self.canvas.setSubject("sample of juesuan; the unit is made up")

    # ---------------------------------------------------------------- page by page

    def start(self, landscape=False):
        """End the page and begin the next one."""
        self._finish()
        self.landscape = landscape
        size = turned(A4) if landscape else A4
        self.canvas.setPageSize(size)
        self.number += 1
        self.left, self.right, self.bottom = SIDE, size[0] - SIDE, BOTTOM
        self.middle, self.width = size[0] / 2, size[0] - 2 * SIDE
        self.y = size[1] - TOP

    def _finish(self):
        if self.number > 1:     # the cover has no number
            text = self.settings["page_number"].format(self.number)
            self.style.number_face(CAPTION_SIZE).draw_centred(self.canvas, self.middle, NUMBER_AT, text)
        if self.number:
            self.canvas.showPage()

    def close(self):
        self._finish()
        self.canvas.save()

    def skip(self, height):
        self.y -= height

    def need(self, height):
        """Begin a new page unless `height` points are left on this one."""
        if self.y - height < self.bottom:
            self.start()

    # ---------------------------------------------------------------- text

    def cover(self, lines):
        """Lines in the middle of the first page, the last one near its foot."""
        self.start()
        y, face = 600, self.style.heading_face(24)
        for line in lines[:-1]:
            face.draw_centred(self.canvas, self.middle, y, line)
            y -= 46
        self.style.heading_face(16).draw_centred(self.canvas, self.middle, 180, lines[-1])

    def part(self, text):
        """The title of a part, in the middle."""
        face = self.style.heading_face(PART_SIZE)
        for line in face.wrap(text, self.width):
            self.y -= PART_LEADING
            face.draw_centred(self.canvas, self.middle, self.y, line)
        self.y -= PART_LEADING / 3

    def heading(self, level, text):
        # A heading does not stay alone at the foot of a page.
        self.need(self.style.leading * 2.5)
        self._lines(self.style.heading_face(HEADING_SIZE[level]), [text], 2 * self.style.body_size)

    def paragraph(self, text):
        face, indent = self.style.body_face(), 2 * self.style.body_size
        self._lines(face, face.wrap(text, self.width, indent), indent)

    def _lines(self, face, lines, indent):
        for number, line in enumerate(lines):
            self.need(self.style.leading)
            self.y -= self.style.leading
            face.draw(self.canvas, self.left + (0 if number else indent), self.y, line)

    def contents_line(self, is_part, text, number):
        """A line of the contents; dots and the page number only if the report has them."""
        face = self.style.face("Hei" if is_part else self.style.body, CONTENTS_SIZE)
        self.need(self.style.leading)
        self.y -= self.style.leading * 0.8
        start = self.left + (0 if is_part else 2 * CONTENTS_SIZE)
        face.draw(self.canvas, start, self.y, text)
        if not self.settings["contents_numbers"]:
            return
        start += face.width(text) + 4
        dots = int((self.right - 26 - start) / face.width("."))
        face.draw(self.canvas, start, self.y, "." * dots)
        face.draw_right(self.canvas, self.right, self.y, str(number))

    # ---------------------------------------------------------------- around a table

    def table_caption(self, table, organisation_line):
        """Title, 公开 mark, and the line with organisation, year and unit of money."""
        face = self.style.table_face(CAPTION_SIZE)
        if table.get("title"):
            self.y -= 18
            self.style.title_face().draw_centred(self.canvas, self.middle, self.y, table["title"])
        if table.get("code"):
            self.y -= 17
            face.draw_right(self.canvas, self.right, self.y, table["code"])
        if table.get("unit"):
            self.y -= 15
            face.draw_right(self.canvas, self.right, self.y, f"单位：{table['unit']}")
            face.draw(self.canvas, self.left, self.y, organisation_line)
            if table.get("year"):
                face.draw_centred(self.canvas, self.middle, self.y, f"{self.settings['year']}年度")
        self.y -= 6 if table.get("unit") else 12

    def notes(self, notes, size):
        """The notes under a table, in its own size."""
        face = self.style.table_face(size)
        self.y -= 3
        for note in notes:
            for line in face.wrap(note, self.width):
                self.y -= size * NOTE_LEADING
                face.draw(self.canvas, self.left, self.y, line)
        assert self.y >= NUMBER_AT + 2 * CAPTION_SIZE, f"no room for the note on page {self.number}"
