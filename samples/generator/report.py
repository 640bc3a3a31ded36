"""One report: reads its folder, sets its pages, and knows the truth about them.

report.yaml holds the captions and layouts of the tables, report.md the text in its order:
`# part`, `## heading`, `### heading`, one paragraph a line, and the commands
`@cover line | line …`, `@contents`, `@page` (begin a new page), `@table KEY` (on a new page),
`@table KEY here` (on this page).
"""
from io import BytesIO

import yaml

from generator.grid import Grid
from generator.pages import Pages
from generator.style import STYLES
from generator.tableview import TableView
from generator.typesetting import register_fonts

TABLE_GAP = 14      # points above a table that does not begin its page


class Report:
    def __init__(self, folder):
        register_fonts()
        self.settings = yaml.safe_load((folder / "report.yaml").read_text(encoding="utf-8"))
        self.style = STYLES[self.settings["style"]]
        text = (folder / "report.md").read_text(encoding="utf-8")
        self.lines = [line.strip() for line in text.split("\n") if line.strip()]
        self.tables = {key: Grid.read(folder / f"{key}.tsv", table["header_rows"])
                       for key, table in self.settings["tables"].items()}

    def write(self, pdf, ruling=None):
        """Write the PDF and return the truth about it.

        The contents page needs the page numbers of what follows it, so all is set twice.
        """
        ruling = ruling or self.settings["ruling"]
        first = Setting(self, BytesIO(), ruling, {})
        return Setting(self, str(pdf), ruling, first.numbers).truth()


class Setting:
    """One run through the report's text, from its first line to its last."""

    def __init__(self, report, file, ruling, known_numbers):
        self.report, self.settings, self.ruling = report, report.settings, ruling
        self.pages = Pages(file, report.style, report.settings)
        self.known_numbers = known_numbers
        self.numbers = {}       # page of each heading and table that the contents name
        self.cover, self.headings, self.paragraphs, self.tables = [], [], [], []
        for line in report.lines:
            self._take(line)
        self.pages.close()

    def truth(self):
        return {"organisation": self.settings["organisation"], "year": self.settings["year"],
                "kind": "final-accounts", "page_count": self.pages.number,
                "tables": self.tables, "paragraphs": self.paragraphs, "headings": self.headings,
                "cover": self.cover}

    def _take(self, line):
        """Set one line of report.md."""
        mark, _, rest = line.partition(" ")
        if mark in ("#", "##", "###"):
            self._heading(len(mark), rest)
        elif mark == "@cover":
            self.cover = [text.strip() for text in rest.split("|")]
            self.pages.cover(self.cover)
        elif mark == "@contents":
            self._contents()
        elif mark == "@page":
            self.pages.start()
        elif mark == "@table":
            self._table(*rest.split())
        else:
            self.paragraphs.append(line)
            self.pages.paragraph(line)

    def _heading(self, level, text):
        if level == 1:
            self.pages.part(text)
        else:
            self.pages.heading(level, text)
        self.numbers[text] = self.pages.number
        self.headings.append(text)

    def _contents(self):
        """Parts, headings of the second level, and tables."""
        self.pages.start()
        self.pages.part("目　录")
        for line in self.report.lines:
            mark, _, rest = line.partition(" ")
            if mark == "@table":
                rest = self.settings["tables"][rest.split()[0]].get("contents")
            if rest and mark in ("#", "##", "@table"):
                self.pages.contents_line(mark == "#", rest, self.known_numbers.get(rest))

    def _table(self, key, where=None):
        table, grid = self.settings["tables"][key], self.report.tables[key]
        if where == "here":
            self.pages.skip(TABLE_GAP)
        else:
            self.pages.start(landscape=table["page"] == "landscape")
        self.numbers[table.get("contents")] = self.pages.number
        label = table.get("organisation_label")
        self.pages.table_caption(table, f"{label}：{self.settings['organisation']}" if label else "")
        face = self.report.style.table_face(table["font_size"])
        numbers = self._draw_parts(TableView(grid, table, face, self.pages.width))
        self.pages.notes(table.get("notes", []), table["font_size"])
        self.tables.append(self._table_truth(table, grid, numbers))

    def _draw_parts(self, view):
        """Draw a table, page for page; return the pages' numbers."""
        pages, numbers = self.pages, []
        for part, strips in enumerate(view.parts()):
            if part:
                pages.start(landscape=pages.landscape)
            numbers.append(pages.number)
            pages.y = view.draw(pages.canvas, pages.left, pages.y, strips, self.ruling)
            assert pages.y >= pages.bottom, f"page {pages.number} is too full: {pages.y}"
        return numbers

    def _table_truth(self, table, grid, numbers):
        organisation = self.settings["organisation"] if table.get("organisation_label") else None
        return {"title": table.get("title"), "code": table.get("code"), "unit": table.get("unit"),
                "organisation": organisation, "pages": numbers, "form": table.get("form", False),
                "header": grid.header(), "rows": grid.body(),
                "note": "\n".join(table.get("notes", [])) or None}
