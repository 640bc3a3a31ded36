import Dataset
import Foundation
import JuesuanTestSupport
import Testing

@Suite struct DocumentJSONTests {
    /// The format is published: a change here breaks its readers.
    @Test func formatIsFrozen() {
        let text = String(decoding: DocumentJSON.bytes(of: SampleDocument.document), as: UTF8.self)
        #expect(text == frozen)
    }

    @Test func sampleFitsTheSchema() throws {
        let faults = try SchemaChecker.published().faults(in: Self.sample)
        #expect(faults == [])
    }

    @Test func emptyDocumentFitsTheSchema() throws {
        let document = DocumentRecord(source: SampleDocument.document.source)
        let faults = try SchemaChecker.published().faults(in: DocumentJSON.bytes(of: document))
        #expect(faults == [])
    }

    /// Cells of transcripts have no place on a page, and may be in doubt.
    @Test func cellsOfTranscriptsFitTheSchema() throws {
        var document = SampleDocument.document
        document.tables[0].cells[0].box = nil
        document.tables[0].cells[0].doubt = "a cell of this row was lost"
        let faults = try SchemaChecker.published().faults(in: DocumentJSON.bytes(of: document))
        #expect(faults == [])
    }

    static var sample: [UInt8] { DocumentJSON.bytes(of: SampleDocument.document) }

    private let frozen = """
        {
          "format": "juesuan-document/2",
          "source": {"file": "报告.pdf", "sha256": "\(SampleDocument.digest)", "bytes": 1234, \
        "pages": 2, "producer": null, "extractor": "juesuan 0.1.0"},
          "organisation": "三门峡市科学技术局（本级）",
          "scope": "unit",
          "year": 2024,
          "kind": "final-accounts",
          "pages": [
            {"page": 1, "width": 595.3, "height": 841.9, "rotation": 0, "text": "digital", "glyphs": 0, \
        "furniture": []},
            {"page": 2, "width": 595.3, "height": 841.9, "rotation": 0, "text": "scanned", "glyphs": 0, \
        "furniture": ["– 2 –"]}
          ],
          "tables": [
            {
              "id": "t01",
              "title": "收入支出决算总表",
              "code": "公开01表",
              "catalogue": null,
              "certainty": null,
              "identity": null,
              "unit": "万元",
              "unitFrom": null,
              "organisation": null,
              "year": null,
              "pages": [1],
              "lattice": "ruled",
              "header": [
                ["收入", "收入"],
                ["项目", "金额"]
              ],
              "rows": [
                ["一、财政拨款", "1,358.64"]
              ],
              "cells": [
                {"row": 0, "column": 0, "rowSpan": 1, "columnSpan": 2, "page": 1, \
        "box": [10.0, 20.3, 30.0, 40.0], "kind": "header", "raw": "收 入", "text": "收入"},
                {"row": 2, "column": 1, "rowSpan": 1, "columnSpan": 1, "page": 1, \
        "box": [10.0, 20.3, 30.0, 40.0], "kind": "amount", "raw": "1,358.64", "text": "1,358.64", \
        "amount": "1358.64", "status": "suspect", "checks": ["c01"]}
              ],
              "fields": [],
              "note": null
            }
          ],
          "records": [],
          "paragraphs": [
            {"page": 1, "text": "措施", \
        "edits": [{"rule": "page-break-overlap", "at": 2, "before": "施", "after": ""}]}
          ],
          "checks": [],
          "findings": [],
          "leftovers": [
            {"page": 1, "box": [1.0, 2.0, 3.0, 4.1], "text": "密"}
          ],
          "warnings": [
            {"page": 2, "code": "scanned-page", "message": "needs OCR"},
            {"page": null, "code": "no-year", "message": "no year was found"}
          ]
        }

        """
}
