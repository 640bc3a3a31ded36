import PDFSource
import PageModel
import Testing

extension PDFSourceTests {
    /// Pages with more characters than Poppler should lay out.
    @Suite struct CrowdTests {
        private let files = TemporaryFiles()

        /// A page of so many rows of "12.50 34.75".
        private func document(rows: Int) throws -> PDFDocument {
            let height = 20 * rows + 100
            let words = (0..<rows).map {
                "BT /F1 10 Tf 50 \(height - 60 - 20 * $0) Td (12.50) Tj 100 0 Td (34.75) Tj ET"
            }
            let content = words.joined(separator: "\n")
            let objects = [
                "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 \(height)] /Contents 4 0 R "
                    + "/Resources << /Font << /F1 5 0 R >> >> >>",
                "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            ]
            let bodies = objects.enumerated().map { "\($0 + 1) 0 obj\n\($1)\nendobj\n" }
            // Poppler finds the objects by itself where no table says where they are
            let text = "%PDF-1.7\n" + bodies.joined() + "trailer\n<< /Root 1 0 R >>\n%%EOF\n"
            return try PDFDocument(path: files.path(text))
        }

        @Test(arguments: [900, 1300]) func theTextIsTheSameHoweverMany(rows: Int) throws {
            let page = try document(rows: rows).page(1)
            #expect(page.text == String(repeating: "12.5034.75", count: rows))
            #expect(page.remarks.isEmpty)
            let (first, sixth) = (page.glyphs[0], page.glyphs[5])
            #expect(abs(first.box.x0 - 50) < 0.2 && abs(sixth.box.x0 - 150) < 0.2)
            #expect(first.box.y0 < 55 && first.box.y1 > 60)
            #expect(abs(first.box.height - 10) < 2)
            #expect(page.styles[first.style].size == 10)
        }
    }
}
