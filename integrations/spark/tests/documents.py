"""Reports to run on: the PDFs of folders, repeated, each another document."""
from __future__ import annotations

import itertools
import json
import sys
import zlib
from collections.abc import Sequence
from pathlib import Path


def sources(folders: Sequence[str]) -> list[Path]:
    found = sorted(path for folder in folders for path in Path(folder).rglob("*.pdf"))
    if not found:
        sys.exit(f"no PDF below {' '.join(folders)}")
    return found


def write(folders: Sequence[str], target: Path, count: int | None = None, repeat: int = 1) -> int:
    """So many documents, or all of them so many times: a comment appended makes each another."""
    found = sources(folders)
    count = count or len(found) * repeat
    for number, source in zip(range(count), itertools.cycle(found)):
        folder = target / f"{number // 500:03}"
        folder.mkdir(parents=True, exist_ok=True)
        content = source.read_bytes() + b"\n%% %d\n" % number
        (folder / f"{number:05}-{source.name}").write_bytes(content)
    return count


def pdf(*objects: bytes) -> bytes:
    """Without a table of its objects: Poppler looks for them itself."""
    body = b"".join(b"%d 0 obj %s endobj\n" % (number, text)
                    for number, text in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer << /Root 1 0 R >>\n"


def page(content: bytes, filters: bytes = b"", note: int = 0) -> bytes:
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), filters, content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>") + b"%% %d\n" % note


def prose(text: str) -> bytes:
    return page(f"BT /F1 12 Tf 20 100 Td ({text}) Tj ET".encode())


def damaged(sample: bytes, count: int) -> dict[str, bytes]:
    """So many of each kind, by name."""
    found: dict[str, bytes] = {}
    for number in range(count):
        found |= {
            f"cut{number}.pdf": sample[:4000 + number],
            f"page{number}.pdf": b"<!doctype html><title>404</title><p>%d" % number,
            f"flipped{number}.pdf": sample[:20] + bytes(
                byte ^ 0x15 for byte in sample[20:20000 + number]),
        }
    return found | {
        "empty.pdf": b"", "empty too.pdf": b"",
        # One takes too long and little memory, the other too much memory and little time, on slow
        # machines too: which of the limits they meet is to be certain.
        "endless.pdf": endless(),
        "greedy.pdf": greedy(),
    }


def endless(depth: int = 9) -> bytes:
    """Forms that each draw the next twenty times; the last one draws nothing, which takes no memory."""
    draws = b"/N Do " * 20
    forms = [form(draws, b"/Resources << /XObject << /N %d 0 R >> >>" % (number + 1))
             for number in range(4, 3 + depth)]
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R "
        b"/Resources << /XObject << /N 4 0 R >> >> >>",
        *forms, form(b"q Q"))


def form(content: bytes, more: bytes = b"") -> bytes:
    return (b"<< /Type /XObject /Subtype /Form /BBox [0 0 200 200] /Length %d %s >>\nstream\n%s\n"
            b"endstream" % (len(content), more, content))


def greedy() -> bytes:
    """A page of one text of half a gibibyte, packed twice."""
    packer, again = zlib.compressobj(), zlib.compressobj()
    inner = again.compress(packer.compress(b"BT /F1 12 Tf 20 100 Td ("))
    inner += b"".join(again.compress(packer.compress(b"A" * (1 << 20))) for _ in range(512))
    inner += again.compress(packer.compress(b") Tj ET")) + again.compress(packer.flush())
    return page(inner + again.flush(), b"/Filter [/FlateDecode /FlateDecode]")


ODD_NAMES = [
    "决算 2024.pdf", "quote's \"name\".pdf", "line\nend.pdf", "[x]{a,b}*?.pdf", "50%20#1.pdf",
    "back\\slash.pdf", "..pdf.pdf", "UPPER.PDF", "=x.pdf", "$(touch x).pdf", "^caret.pdf",
]
"""File names that something on the way may take for something else."""


def pages(output: Path) -> int:
    """Pages of the documents that `juesuan extract` wrote there."""
    entries = map(json.loads, (output / "manifest.jsonl").read_text().splitlines())
    return sum(entry.get("pages") or 0 for entry in entries)
