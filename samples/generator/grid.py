"""A table as cells with spans, read from a tab-separated file.

In the file `<` stands in a place that belongs to the cell on its left, `^` in one that belongs
to the cell above. The first lines are the header.
"""
from dataclasses import dataclass

LEFT, ABOVE = "<", "^"


@dataclass(frozen=True)
class Cell:
    text: str
    row: int
    column: int
    row_span: int
    column_span: int


class Grid:
    """All cells of a table, header and body; rows are counted from the first header row."""

    def __init__(self, rows, header_rows):
        self.columns = max(len(row) for row in rows)
        self.header_rows = header_rows
        # Editors may strip the tabs at the end of a line.
        self.places = [row + [""] * (self.columns - len(row)) for row in rows]
        self.cells = [self._cell(row, column)
                      for row, line in enumerate(self.places)
                      for column, text in enumerate(line) if text not in (LEFT, ABOVE)]

    @classmethod
    def read(cls, file, header_rows):
        lines = file.read_text(encoding="utf-8").rstrip("\n").split("\n")
        return cls([line.split("\t") for line in lines], header_rows)

    def _cell(self, row, column):
        return Cell(self.places[row][column], row, column,
                    1 + self._run([line[column] for line in self.places[row + 1:]], ABOVE),
                    1 + self._run(self.places[row][column + 1:], LEFT))

    @staticmethod
    def _run(places, mark):
        """How many places from the first one on hold `mark`."""
        count = 0
        while count < len(places) and places[count] == mark:
            count += 1
        return count

    def header(self):
        """The header's text, that of a spanning cell in every place that the cell covers."""
        texts = [[""] * self.columns for _ in range(self.header_rows)]
        for cell in self.cells:
            for row in range(cell.row, min(cell.row + cell.row_span, self.header_rows)):
                for column in range(cell.column, cell.column + cell.column_span):
                    texts[row][column] = cell.text
        return texts

    def body(self):
        """The body's text, that of a spanning cell in its top-left place only."""
        return [["" if text in (LEFT, ABOVE) else text for text in line]
                for line in self.places[self.header_rows:]]
