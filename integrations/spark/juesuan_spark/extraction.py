"""What an executor does with its part of the documents."""
from __future__ import annotations

import io
from collections.abc import Callable, Iterator

import pyarrow as pa
import pyarrow.json

from .schema import extracted_schema, reply_schema
from .worker import Extractor, Limits

BYTES_AT_ONCE = 8 << 20
"""Replies are made into columns when there are so many bytes of them."""


def parse(lines: list[bytes], schema: pa.Schema) -> pa.Table:
    """Replies as columns. Arrow's own reader makes them: no row becomes an object of Python's."""
    text = b"".join(lines)
    return pyarrow.json.read_json(
        io.BytesIO(text),
        # a line must fit into a block
        pyarrow.json.ReadOptions(use_threads=False, block_size=len(text) + 1),
        pyarrow.json.ParseOptions(explicit_schema=schema, unexpected_field_behavior="ignore"))


def extraction(
    program: str, options: tuple[str, ...], limits: Limits, description: dict,
) -> Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """A function for mapInArrow: (path, content) in, a row a document out."""

    def run(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        replies, whole = reply_schema(description), extracted_schema(description)
        paths: list[str] = []
        attempts: list[int] = []
        lines: list[bytes] = []

        def columns() -> Iterator[pa.RecordBatch]:
            table = parse(lines, replies)
            placed = [pa.array(paths, pa.string()), pa.array(attempts, pa.int32())]
            columns = [*placed, *(table.column(name) for name in replies.names)]
            yield from pa.table(columns, schema=whole).combine_chunks().to_batches()
            for kept in (paths, attempts, lines):
                kept.clear()

        with Extractor(program, options, limits) as extractor:
            for batch in batches:
                for path, content in zip(batch.column("path"), batch.column("content")):
                    name = path.as_py()
                    # the buffer is Arrow's own: the document is not copied
                    data = memoryview(content.as_buffer() or b"")
                    line, tries = extractor.extract(name.rsplit("/", 1)[-1], data)
                    paths.append(name)
                    attempts.append(tries)
                    lines.append(line)
                    if sum(map(len, lines)) >= BYTES_AT_ONCE:
                        yield from columns()
            if lines:
                yield from columns()

    return run
