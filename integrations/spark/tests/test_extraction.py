"""Replies as columns."""
import json
import unittest

import pyarrow as pa

from juesuan_spark.extraction import parse
from juesuan_spark.schema import extracted_schema, reply_schema

DESCRIPTION = {"extractor": "x", "tables": [
    {"name": "documents", "key": ["document"], "columns": [
        {"name": "document", "kind": "text"}, {"name": "year", "kind": "integer"}]},
    {"name": "cells", "key": ["document"], "columns": [
        {"name": "x0", "kind": "real"}, {"name": "amount", "kind": "decimal"},
        {"name": "official", "kind": "flag"}]},
]}


class ParseTests(unittest.TestCase):
    def lines(self, *replies: dict) -> list[bytes]:
        return [json.dumps(reply).encode() + b"\n" for reply in replies]

    def test_each_kind_comes_as_its_type(self) -> None:
        cell = {"x0": 12.3, "amount": "1234567890123456789012345678901234567890.10", "official": True}
        table = parse(self.lines({"id": 1, "status": "done", "lines": [], "rows": {
            "documents": [{"document": "ab", "year": 2024}], "cells": [cell, {}]}}),
            reply_schema(DESCRIPTION))
        rows = table["rows"][0].as_py()
        self.assertEqual(rows["documents"], [{"document": "ab", "year": 2024}])
        self.assertEqual(rows["cells"], [cell, {"x0": None, "amount": None, "official": None}])

    def test_failures_have_no_rows(self) -> None:
        table = parse(self.lines({"id": 1, "status": "failed", "code": "damaged", "message": "é\n\"",
                                  "folder": "a"}), reply_schema(DESCRIPTION))
        self.assertEqual(table.to_pylist(), [{
            "status": "failed", "folder": "a", "sha256": None, "extractor": None, "code": "damaged",
            "message": "é\n\"", "rows": None}])

    def test_long_lines_and_many(self) -> None:
        replies = [{"id": n, "status": "done", "folder": "x" * 3_000_000} for n in range(4)]
        table = parse(self.lines(*replies), reply_schema(DESCRIPTION))
        self.assertEqual([len(text.as_py()) for text in table["folder"]], [3_000_000] * 4)

    def test_a_row_that_does_not_fit_is_an_error(self) -> None:
        wrong = {"status": "done", "rows": {"documents": [{"year": "soon"}]}}
        with self.assertRaises(pa.ArrowInvalid):
            parse(self.lines(wrong), reply_schema(DESCRIPTION))

    def test_the_schema_has_each_table(self) -> None:
        names = [field.name for field in extracted_schema(DESCRIPTION).field("rows").type]
        self.assertEqual(names, ["documents", "cells"])


if __name__ == "__main__":
    unittest.main()
