from __future__ import annotations

import csv
import tempfile
import unittest
from decimal import Decimal
from pathlib import Path

import pandas as pd
import polars
import pyarrow as pa

import juesuan
from juesuan.columns import Column, names_of, without_column_numbers
from juesuan.table import Table, Tables

from . import support


def made_up(header: list[list[str]], rows: list[list[str]], **facts: object) -> dict[str, object]:
    """A table whose cells are numbers where a text can be read as one."""
    cells = []
    for index, row in enumerate([*header, *rows]):
        for column, text in enumerate(row):
            kind = "header" if index < len(header) else "text"
            cell: dict[str, object] = {"row": index, "column": column, "rowSpan": 1}
            cell |= {"columnSpan": 1, "page": 1, "box": None, "kind": kind}
            cell |= {"raw": text, "text": text}
            plain = text.replace(",", "")
            if kind != "header" and plain.lstrip("-").replace(".", "", 1).isdigit():
                cell |= {"kind": "amount", "amount": plain, "status": "plausible", "checks": []}
            if kind != "header" and text == "1O.5":
                cell |= {"kind": "amount", "amount": None, "status": "suspect", "checks": []}
            cells.append(cell)
    told: dict[str, object] = {"id": "t01", "title": None, "code": None, "catalogue": None}
    told |= {"unit": None, "pages": [1], "header": header, "rows": rows, "cells": cells}
    return told | facts


class FileTests(unittest.TestCase):
    """Frames beside the files that the command line writes."""

    def test_frames_are_the_csv_files(self) -> None:
        for sample in (support.MINISTRY, support.SHANGHAI):
            with tempfile.TemporaryDirectory() as folder:
                files = sorted((support.extracted(sample, folder) / "tables").glob("*.csv"))
                tables = support.read(sample).tables
                self.assertEqual(len(files), len(tables))
                for file, table in zip(files, tables, strict=True):
                    self.compare(file, table)

    def compare(self, file: Path, table: juesuan.Table) -> None:
        with file.open(encoding="utf-8", newline="") as lines:
            grid = list(csv.reader(lines))
        frame = table.to_frame(amounts="text", column_numbers=True)
        if table.header:
            first = grid.pop(0)
            names = list(frame.columns)
            self.assertEqual([name.removesuffix(".1") for name in names], first)
        texts = [["" if pd.isna(text) else text for text in row] for row in frame.to_numpy()]
        self.assertEqual(texts, grid, table)


class FrameTests(unittest.TestCase):
    def setUp(self) -> None:
        self.income = support.read(support.MINISTRY).tables["收入决算表"]
        self.three = support.read(support.MINISTRY).tables["three-public"]

    def test_amounts(self) -> None:
        column = self.income.frame["本年收入合计"]
        self.assertEqual(column[0], Decimal("1358.64"))
        self.assertIsInstance(column[0], Decimal)
        exact = self.income.to_frame(amounts="float")["本年收入合计"]
        self.assertEqual(str(exact.dtype), "float64")
        self.assertEqual(exact[0], 1358.64)
        self.assertEqual(self.income.to_frame(amounts="text")["本年收入合计"][0], "1,358.64")

    def test_codes_stay_texts_and_empty_is_missing(self) -> None:
        codes = self.income.frame["项目 / 功能分类科目编码"]
        self.assertTrue(pd.isna(codes[0]))
        self.assertEqual(codes[2], "20601")

    def test_header_levels(self) -> None:
        frame = self.three.to_frame(header="multi")
        self.assertIsInstance(frame.columns, pd.MultiIndex)
        column = ("决算数", "公务用车购置及运行维护费", "小计")
        self.assertEqual(frame[column][0], Decimal("0.00"))
        numbered = self.three.to_frame(header="multi", column_numbers=True)
        self.assertEqual(numbered.columns.nlevels, 4)
        self.assertEqual(self.three.frame["预算数 / 合计"][0], Decimal("1.38"))

    def test_statuses_stand_in_the_same_places(self) -> None:
        status = self.income.status
        self.assertEqual(list(status.columns), list(self.income.frame.columns))
        self.assertEqual(status.shape, self.income.shape)
        self.assertEqual(status["本年收入合计"][0], "proved")
        proved = self.income.frame.where(status == "proved")
        self.assertEqual(proved["本年收入合计"][0], Decimal("1358.64"))
        self.assertEqual(int((status == "proved").to_numpy().sum()), self.income.count("proved"))

    def test_attrs(self) -> None:
        attrs = self.income.frame.attrs
        self.assertEqual((attrs["title"], attrs["unit"]), ("收入决算表", "万元"))

    def test_a_form_without_header_has_numbered_columns(self) -> None:
        form = support.read(support.MINISTRY).tables["t11"]
        self.assertEqual(list(form.frame.columns), list(range(10)))
        self.assertEqual(form.frame[0][0], "项目名称")

    def test_wrong_choices_are_refused(self) -> None:
        with self.assertRaisesRegex(ValueError, "'joined', 'multi'"):
            self.income.to_frame(header="both")  # type: ignore[arg-type]
        with self.assertRaisesRegex(ValueError, "'decimal', 'float', 'text'"):
            self.income.to_frame(amounts="int")  # type: ignore[arg-type]

    def test_a_list_of_frames(self) -> None:
        frames = juesuan.frames(support.MINISTRY, pages="6-7")
        self.assertEqual([frame.shape for frame in frames], [(30, 6)])


class ColumnTests(unittest.TestCase):
    def test_dashes_in_a_column_of_numbers_are_missing(self) -> None:
        frame = Table(made_up([["甲"]], [["1"], ["—"], ["-%"], [""]])).frame
        self.assertEqual(frame["甲"][0], Decimal(1))
        self.assertTrue(frame["甲"][1:].isna().all())

    def test_a_column_with_words_is_one_of_texts(self) -> None:
        frame = Table(made_up([["甲"]], [["1"], ["无"], ["2,000"]])).frame
        self.assertEqual(list(frame["甲"]), ["1", "无", "2,000"])

    def test_dashes_alone_stay(self) -> None:
        self.assertEqual(Table(made_up([["甲"]], [["—"]])).frame["甲"][0], "—")

    def test_what_is_no_number_is_missing_and_suspect(self) -> None:
        table = Table(made_up([["甲"]], [["1"], ["1O.5"]]))
        self.assertTrue(pd.isna(table.frame["甲"][1]))
        self.assertEqual(table.status["甲"][1], "suspect")
        self.assertEqual(table.to_frame(amounts="text")["甲"][1], "1O.5")

    def test_names_are_all_different(self) -> None:
        names = ["合计", "合计", "合计.1", "", "合计"]
        columns = [Column((name,)) for name in names]
        told = ["合计", "合计.2", "合计.1", "Unnamed: 3", "合计.3"]
        self.assertEqual(names_of(columns), told)

    def test_the_row_that_numbers_the_columns(self) -> None:
        numbered = (["栏次", "栏次", "1", "2"], ["", "1", "2", "3"], ["栏 次", "1", "2=3+4", ""])
        for row in numbered:
            self.assertEqual(len(without_column_numbers([["甲"] * len(row), row])), 1, row)
        for row in (["2023", "2024"], ["栏次", "金额"], ["甲", "甲"], ["", ""], ["类", "1"]):
            self.assertEqual(len(without_column_numbers([["甲", "甲"], row])), 2, row)
        self.assertEqual(len(without_column_numbers([["1", "2"]])), 1)

    def test_an_empty_table(self) -> None:
        table = Table(made_up([], []))
        self.assertEqual(table.frame.shape, (0, 0))
        self.assertEqual(table.arrow().num_columns, 0)
        self.assertIn("t01", table._repr_html_())


class ArrowTests(unittest.TestCase):
    def test_pyarrow_and_polars_take_a_table(self) -> None:
        table = support.read(support.MINISTRY).tables["收入决算表"]
        arrow = pa.table(table)
        self.assertEqual(arrow.schema.field("本年收入合计").type, pa.decimal128(38, 2))
        self.assertEqual(arrow.schema.field("项目 / 科目名称").type, pa.string())
        frame = polars.DataFrame(table)
        self.assertEqual(frame.shape, table.shape)
        self.assertEqual(frame["本年收入合计"][0], Decimal("1358.64"))
        self.assertEqual(frame.columns, list(table.frame.columns))

    def test_every_table_of_the_samples(self) -> None:
        for sample in (support.MINISTRY, support.SHANGHAI):
            for table in support.read(sample).tables:
                self.assertEqual(polars.DataFrame(table).shape, table.shape)

    def test_numbers_of_any_length(self) -> None:
        digits = "9" * 40
        told = made_up([["甲", "乙"]], [[digits, "9" * 90], ["0.5", "0.5"]])
        arrow = Table(told).arrow()
        self.assertEqual(arrow.schema.field("甲").type, pa.decimal256(76, 1))
        self.assertEqual(arrow["甲"][0].as_py(), Decimal(digits))
        self.assertEqual(arrow["乙"][0].as_py(), "9" * 90)


class LookupTests(unittest.TestCase):
    def setUp(self) -> None:
        self.tables = support.read(support.MINISTRY).tables

    def test_names(self) -> None:
        for name in ("收入决算表", " 收入 决算表", "公开02表", "income", "t02"):
            self.assertEqual(self.tables[name].id, "t02", name)
        self.assertEqual(self.tables[1].id, "t02")
        self.assertEqual(self.tables[-1].id, "t12")
        self.assertEqual([table.id for table in self.tables[:2]], ["t01", "t02"])
        typed = '一般公共预算财政拨款"三公"经费支出决算表'
        self.assertEqual(self.tables[typed].id, "t09")
        self.assertIn("收入决算表", self.tables)
        self.assertNotIn("资产负债表", self.tables)
        self.assertNotIn("", self.tables)

    def test_a_name_that_is_near(self) -> None:
        with self.assertRaises(juesuan.TableNotFoundError) as caught:
            self.tables["收入预算表"]
        self.assertIn("did you mean 收入决算表", str(caught.exception))
        self.assertIsInstance(caught.exception, KeyError)
        with self.assertRaisesRegex(KeyError, "一般公共预算财政拨款“三公”经费支出决算表"):
            self.tables["三公"]
        with self.assertRaisesRegex(KeyError, "there are 12"):
            self.tables["abc"]
        with self.assertRaisesRegex(KeyError, "there are 12"):
            self.tables[""]

    def test_a_name_of_several(self) -> None:
        with self.assertRaisesRegex(KeyError, "t11 and t12"):
            self.tables["项目自评表"]
        self.assertEqual([table.id for table in self.tables.find("自评表")], ["t11", "t12"])

    def test_of_none(self) -> None:
        with self.assertRaises(KeyError):
            Tables([])["收入决算表"]

    def test_cells(self) -> None:
        table = self.tables["收入决算表"]
        cell = table.cell(3, 2)
        self.assertEqual((cell.amount, cell.status), (Decimal("1358.64"), "proved"))
        self.assertEqual((cell.page, cell.kind), (8, "amount"))
        self.assertIs(table.cell(0, 0), table.cell(0, 1))
        self.assertEqual(table.rows[0][1], "合计")
        self.assertEqual(repr(table), "<Table t02 收入决算表: 26 × 9, p. 8-9, 公开02表, 万元>")


if __name__ == "__main__":
    unittest.main()
