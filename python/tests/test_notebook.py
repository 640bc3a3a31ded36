"""The notebook of the documentation, from its first cell to its last."""

from __future__ import annotations

import unittest

import nbformat

from remake_notebook import NOTEBOOK, execute


class NotebookTests(unittest.TestCase):
    def test_it_runs_and_shows_what_it_showed(self) -> None:
        notebook = nbformat.read(NOTEBOOK, as_version=4)
        kept = [_kinds(cell) for cell in notebook.cells]
        execute(notebook)
        self.assertEqual([_kinds(cell) for cell in notebook.cells], kept)
        shown = nbformat.writes(notebook)
        for wanted in ("data:image/webp;base64,", "收入决算表", "background:#e6f4e6", "<rect "):
            self.assertIn(wanted, shown)


def _kinds(cell: nbformat.NotebookNode) -> list[list[str]]:
    return [sorted(output.get("data", ())) for output in cell.get("outputs", ())]
