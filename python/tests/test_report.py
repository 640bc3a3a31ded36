from __future__ import annotations

import contextlib
import io
import json
import pickle
import tempfile
import unittest
from decimal import Decimal
from pathlib import Path
from typing import Any
from unittest import mock

import pandas as pd
import polars
import pyarrow as pa

import juesuan
from juesuan import html as juesuan_html

from . import support


class RecordTests(unittest.TestCase):
    def test_records_are_those_of_the_csv_file(self) -> None:
        for sample in (support.MINISTRY, support.SHANGHAI):
            with tempfile.TemporaryDirectory() as folder:
                file = support.extracted(sample, folder) / "records.csv"
                written = pd.read_csv(file, dtype=str, keep_default_na=False)
            records = support.read(sample).to_records(amounts="text")
            self.assertEqual(list(records.columns), list(written.columns))
            texts = records.astype("object").where(records.notna(), "").astype(str)
            pd.testing.assert_frame_equal(texts, written, check_dtype=False)

    def test_amounts(self) -> None:
        report = support.read(support.MINISTRY)
        records = report.records
        self.assertEqual(records["amount"][0], Decimal("1358.64"))
        self.assertEqual(records["yuan"][0], Decimal("13586400"))
        self.assertEqual(str(records["line"].dtype), "Int64")
        self.assertEqual(str(report.to_records(amounts="float")["yuan"].dtype), "float64")

    def test_arrow_schema_is_that_of_every_report(self) -> None:
        tables = [support.read(path).records_arrow for path in (support.MINISTRY, support.SHANGHAI)]
        together = pa.concat_tables(tables)
        self.assertEqual(together.num_rows, sum(table.num_rows for table in tables))
        frame = polars.DataFrame(together)
        self.assertEqual(frame["amount"][0], Decimal("1358.64"))
        self.assertEqual(len(polars.DataFrame(support.read(support.MINISTRY).records)), 997)


class ReportTests(unittest.TestCase):
    def setUp(self) -> None:
        self.report = support.read(support.MINISTRY)

    def test_whose_it_is(self) -> None:
        self.assertEqual(self.report.scope, "unit")
        told = (self.report.organisation, self.report.year, self.report.kind, self.report.file)
        wanted = ("云河市科学技术局（本级）", 2024, "final-accounts", "ministry-2024.pdf")
        self.assertEqual(told, wanted)
        self.assertEqual(self.report.path, support.MINISTRY)
        self.assertTrue(self.report.ok)
        self.assertIn("12 tables", repr(self.report))

    def test_checks_and_findings(self) -> None:
        check = self.report.checks[0]
        self.assertEqual((check.id, check.result, check.official), ("c01", "holds", True))
        place = check.cells[0]
        self.assertEqual(self.report.tables[place.table].cell(place.row, place.column).page, 7)
        frame = self.report.checks.frame
        self.assertEqual(len(frame), len(self.report.checks))
        self.assertEqual(set(frame["result"]) - {"fails"}, set(frame["result"]))
        finding = self.report.findings[0]
        self.assertEqual((finding.code, finding.mend), ("wrong-figure", "0.00"))
        self.assertEqual(self.report.findings.frame["page"][0], 25)
        self.assertEqual(list(self.report.findings[:1]), [finding])

    def test_every_figure_of_the_prose_is_where_checks_say(self) -> None:
        figures = [place for check in self.report.checks for place in check.prose]
        self.assertTrue(figures)
        for place in figures:
            text = self.report.paragraphs[place.paragraph].text[place.start : place.end]
            self.assertTrue(any(character.isdigit() for character in text), text)

    def test_warnings(self) -> None:
        scanned = support.read(support.SCANNED)
        self.assertEqual(len(scanned.tables), 0)
        self.assertEqual(scanned.warnings[0].code, "scanned-page")
        self.assertEqual(scanned.warnings.frame.shape, (len(scanned.warnings), 3))
        self.assertEqual(len(scanned.records), 0)
        self.assertEqual(len(scanned.findings.frame), 0)
        self.assertEqual(scanned.records_arrow.schema, self.report.records_arrow.schema)

    def test_it_travels_between_processes(self) -> None:
        self.assertTrue(self.report.page(6))
        again = pickle.loads(pickle.dumps(self.report))
        self.assertEqual(again.tables["t02"].frame.shape, (26, 9))
        self.assertEqual(again.page(6).image(scale=0.2).data[:4], b"RIFF")

    def test_all_of_the_document(self) -> None:
        self.assertEqual(self.report.to_dict()["format"], "juesuan-document/2")

    def test_pages(self) -> None:
        page = self.report.page(6)
        self.assertEqual((page.number, page.text, page.width), (6, "digital", 595.3))
        for number in (0, 29):
            with self.assertRaises(juesuan.NoSuchPageError):
                self.report.page(number)


class LoadTests(unittest.TestCase):
    def test_what_was_extracted_and_what_was_saved(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            written = juesuan.load(support.extracted(support.MINISTRY, folder))
            self.assertEqual(written.to_dict(), support.read(support.MINISTRY).to_dict())
            with self.assertRaisesRegex(juesuan.Error, "pdf="):
                written.page(6).image()
            saved = Path(folder) / "saved.json"
            written.save(saved)
            again = juesuan.load(saved, pdf=support.MINISTRY)
            self.assertEqual(again.page(6).image().media_type, "image/webp")

    def test_what_is_none(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            with self.assertRaises(juesuan.NotFoundError):
                juesuan.load(folder)
            for text in ("", "[]", '{"format": "juesuan-document/1"}', "\0"):
                path = Path(folder) / "document.json"
                path.write_text(text)
                with self.assertRaises(juesuan.Error) as caught:
                    juesuan.load(path)
                self.assertEqual(caught.exception.code, "not-a-document")


class PictureTests(unittest.TestCase):
    def test_plain_and_with_marks(self) -> None:
        page = support.read(support.MINISTRY).page(6)
        plain, marked = page.image(), page.image(scale=1, marks=True)
        self.assertEqual((plain.media_type, marked.media_type), ("image/webp", "image/png"))
        self.assertEqual(plain.to_pil().size, (1191, 1684))
        self.assertEqual(marked.to_pil().size[0], 596)
        self.assertIn("data:image/webp;base64,", plain._repr_html_())

    def test_saved_in_the_format_of_its_name(self) -> None:
        image = support.read(support.MINISTRY).page(6).image(scale=0.5)
        with tempfile.TemporaryDirectory() as folder:
            for name, first in (("a.webp", b"RIFF"), ("a.png", b"\x89PNG")):
                image.save(Path(folder) / name)
                self.assertEqual((Path(folder) / name).read_bytes()[:4], first)

    def test_of_a_document_with_a_password(self) -> None:
        report = juesuan.read(support.ENCRYPTED, password=support.PASSWORD)
        self.assertEqual(report.page(1).image().data[:4], b"RIFF")

    def test_of_a_file_that_was_changed(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "a.pdf"
            path.write_bytes(support.MINISTRY.read_bytes())
            report = juesuan.read(path, pages=1)
            path.write_bytes(support.SHANGHAI.read_bytes())
            with self.assertRaises(juesuan.Error) as caught:
                report.page(1).image()
            self.assertEqual(caught.exception.code, "changed")
            path.unlink()
            with self.assertRaises(juesuan.NotFoundError):
                report.page(1).image()

    def test_of_bytes(self) -> None:
        report = juesuan.read(support.MINISTRY.read_bytes(), pages=6)
        self.assertIsNone(report.path)
        self.assertEqual(report.page(6).image().data[:4], b"RIFF")


class NotebookTests(unittest.TestCase):
    def test_a_table_shows_its_statuses(self) -> None:
        html = support.read(support.MINISTRY).tables["收入决算表"]._repr_html_()
        self.assertIn("background:#e6f4e6", html)
        self.assertIn('colspan="2"', html)
        self.assertIn('title="proved, p. 8: c', html)
        self.assertEqual(html.count("<tr>"), 29)

    def test_a_report_lists_its_tables(self) -> None:
        html = support.read(support.MINISTRY)._repr_html_()
        self.assertIn("云河市科学技术局（本级） · 2024", html)
        self.assertEqual(html.count("<tr>"), 13)

    def test_a_long_table_is_cut(self) -> None:
        told = support.read(support.MINISTRY).tables["t02"].to_dict()
        with mock.patch.object(juesuan_html, "MOST_ROWS", 10):
            self.assertIn("… 19 more rows", juesuan_html.table(told))

    def test_text_of_a_document_is_never_markup(self) -> None:
        evil = '<script>alert("1")</script>'

        def spoil(value: Any) -> Any:
            if isinstance(value, dict):
                return {key: spoil(each) for key, each in value.items()}
            if isinstance(value, list):
                return [spoil(each) for each in value]
            is_text = isinstance(value, str) and not value.startswith("juesuan-document/")
            return evil if is_text else value

        spoilt = juesuan.Report.from_json(
            json.dumps(spoil(support.read(support.MINISTRY).to_dict()))
        )
        shown = spoilt._repr_html_() + spoilt.tables._repr_html_() + spoilt.tables[0]._repr_html_()
        self.assertNotIn("<script", shown)
        self.assertNotIn('alert("', shown)

    def test_a_table_beside_its_pages(self) -> None:
        report = support.read(support.MINISTRY)
        side = report.show("收入决算表", scale=0.5)
        self.assertEqual(side.html.count("<img "), 2)
        self.assertEqual(
            side.html.count("<rect "),
            sum(report.tables["t02"].count(status) for status in ("proved", "plausible")),
        )
        self.assertIn("beside its pages", repr(side))
        with tempfile.TemporaryDirectory() as folder:
            side.save(Path(folder) / "table.html")
            self.assertTrue((Path(folder) / "table.html").read_text().startswith("<!DOCTYPE html>"))


class ReadingTests(unittest.TestCase):
    def test_what_can_be_read(self) -> None:
        content = support.MINISTRY.read_bytes()
        with support.MINISTRY.open("rb") as file:
            reports = [
                juesuan.read(given, pages=[6, 7])
                for given in (str(support.MINISTRY), content, io.BytesIO(content), file)
            ]
        self.assertEqual([len(report.tables) for report in reports], [1] * 4)
        names = [report.file for report in reports]
        self.assertEqual(names, ["ministry-2024.pdf", *["document.pdf"] * 2, "ministry-2024.pdf"])

    def test_a_relative_path(self) -> None:
        relative = Path("samples/ministry-2024.pdf")
        with contextlib.chdir(support.REPOSITORY):
            self.assertEqual(juesuan.read(relative, pages="1").file, "ministry-2024.pdf")
        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(Path(folder)):
            # the same worker, from another folder
            Path("b.pdf").write_bytes(support.MINISTRY.read_bytes())
            self.assertEqual(juesuan.read("b.pdf", pages="1").file, "b.pdf")

    def test_pages(self) -> None:
        for pages in ("6-7", [6, 7], range(6, 8), (6, 7)):
            self.assertEqual(
                [p.number for p in juesuan.read(support.MINISTRY, pages=pages).pages], [6, 7]
            )
        self.assertEqual(len(juesuan.read(support.MINISTRY, pages="all").pages), 28)
        for wrong in ([], 0, [1, -1]):
            with self.assertRaises(ValueError):
                juesuan.read(support.MINISTRY, pages=wrong)
        for text in ("x", "7-6"):
            with self.assertRaises(juesuan.UsageError) as caught:
                juesuan.read(support.MINISTRY, pages=text)
            self.assertIn("pages such as 5-9,12", str(caught.exception))
        with self.assertRaises(juesuan.NoSuchPageError):
            juesuan.read(support.MINISTRY, pages=99)

    def test_a_transcript(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "a.txt"
            path.write_text("收入决算表\n单位：万元\n项目\t金额\n合计\t1.00\n财政拨款收入\t1.00\n")
            self.assertEqual(juesuan.read(path).file, "a.txt")

    def test_an_own_catalogue(self) -> None:
        with self.assertRaises(juesuan.UsageError) as caught:
            juesuan.read(support.MINISTRY, catalogue="/nowhere")
        self.assertEqual(caught.exception.code, "no-catalogue")
