"""Runs docs/notebook.ipynb anew, keeps what it shows, and makes its picture (with Chromium).

The same samples and the same program give the same bytes.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

import nbclient
import nbconvert
import nbformat
from PIL import Image

REPOSITORY = Path(__file__).resolve().parents[1]
NOTEBOOK = REPOSITORY / "docs" / "notebook.ipynb"
PICTURE = REPOSITORY / "docs" / "images" / "notebook.png"
SECONDS = 120
SHOWN_CELLS = 6
WIDTH, HEIGHT = 1280, 2600
COLOURS = 128


def main() -> None:
    """Both of it."""
    program = REPOSITORY / ".build" / "release" / "juesuan"
    os.environ.setdefault("JUESUAN_PROGRAM", str(program))
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    execute(notebook)
    nbformat.write(notebook, NOTEBOOK)
    notebook.cells = notebook.cells[:SHOWN_CELLS]
    page, _ = nbconvert.HTMLExporter(template_name="lab").from_notebook_node(notebook)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "notebook.html"
        file.write_text(page, encoding="utf-8")
        photograph(file, Path(folder) / "notebook.png")


def execute(notebook: nbformat.NotebookNode) -> None:
    """Runs its cells where it lies, and keeps nothing of when and by what it was run."""
    client = nbclient.NotebookClient(
        notebook,
        timeout=SECONDS,
        kernel_name="python3",
        record_timing=False,
        resources={"metadata": {"path": str(NOTEBOOK.parent)}},
        extra_arguments=["--log-level=ERROR"],
    )
    client.execute()
    notebook.metadata["language_info"] = {"name": "python"}


def photograph(page: Path, picture: Path) -> None:
    """A picture of a page as the browser shows it."""
    options = ["--headless", "--no-sandbox", "--hide-scrollbars", "--virtual-time-budget=5000"]
    size = f"--window-size={WIDTH},{HEIGHT}"
    subprocess.run(
        ["chromium", *options, size, f"--screenshot={picture}", page.as_uri()],
        check=True,
        capture_output=True,
    )
    with Image.open(picture) as image:
        image.convert("RGB").quantize(COLOURS).save(PICTURE, optimize=True)


if __name__ == "__main__":
    main()
