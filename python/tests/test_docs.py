"""What the documentation says is so: its code runs, and gives what it says."""

from __future__ import annotations

import contextlib
import io
import re
import unittest

import juesuan

from . import support

PAGES = ("docs/python.md", "python/README.md")
SHOWN = " # → "


class DocumentationTests(unittest.TestCase):
    def test_code_runs_and_gives_what_it_says(self) -> None:
        for page in PAGES:
            text = (support.REPOSITORY / page).read_text()
            blocks = re.findall(r"^```python\n(.+?)^```", text, re.MULTILINE | re.DOTALL)
            self.assertTrue(blocks)
            names: dict[str, object] = {}
            with contextlib.chdir(support.REPOSITORY), contextlib.redirect_stdout(io.StringIO()):
                for block in blocks:
                    self.run_block(page, block, names)

    def run_block(self, page: str, block: str, names: dict[str, object]) -> None:
        pending: list[str] = []
        for line in [*block.splitlines(), SHOWN]:
            if SHOWN not in line:
                pending.append(line)
                continue
            exec(compile("\n".join(pending), page, "exec"), names)
            pending = []
            expression, _, told = line.partition(SHOWN)
            if expression.strip():
                self.assertEqual(str(eval(expression, names)), told.strip(), line)

    def test_every_public_name_is_in_the_manual(self) -> None:
        text = (support.REPOSITORY / "docs" / "python.md").read_text()
        missing = [name for name in juesuan.__all__ if not re.search(rf"\b{name}\b", text)]
        self.assertEqual(missing, [])

    def test_links_lead_somewhere(self) -> None:
        for page in PAGES:
            path = support.REPOSITORY / page
            for target in re.findall(r"\]\(([^)#]+)[^)]*\)", path.read_text()):
                self.assertTrue((path.parent / target).exists(), f"{page}: {target}")
