"""The faces of a report: which font stands where, and how large."""
from dataclasses import dataclass

from generator.typesetting import Face


@dataclass(frozen=True)
class Style:
    body: str               # font of the paragraphs
    body_size: float        # points
    leading: float          # from line to line of a paragraph, points
    table: str              # font of the tables
    title: str              # font of the tables' titles
    title_size: float
    latin: str | None       # font of digits and Latin letters, None for the Chinese one's own

    def face(self, font, size):
        return Face(font, self.latin or font, size)

    def body_face(self):
        return self.face(self.body, self.body_size)

    def heading_face(self, size):
        return self.face("Hei", size)

    def title_face(self):
        return self.face(self.title, self.title_size)

    def table_face(self, size):
        return self.face(self.table, size)

    def number_face(self, size):
        """The face of the page numbers."""
        return Face("Times", "Times", size)


STYLES = {
    "ministry": Style(body="Kai", body_size=14, leading=24, table="Song", title="Hei", title_size=15,
                      latin=None),
    "shanghai": Style(body="Song", body_size=13, leading=23, table="Song", title="Song", title_size=13,
                      latin="Times"),
}
