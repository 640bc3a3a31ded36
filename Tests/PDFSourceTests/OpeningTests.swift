import Foundation
import PDFSource
import PageModel
import Testing

extension PDFSourceTests {
    /// Files that are no good PDFs: each is told apart, none crashes.
    @Suite struct OpeningTests {
        private let files = TemporaryFiles()

        private func failure(_ path: String, password: String? = nil) throws -> PDFError {
            try #require(throws: PDFError.self) {
                _ = try PDFDocument(path: path, password: password)
            }
        }

        @Test func emptyFile() throws {
            #expect(try failure(files.path([])) == .empty)
        }

        @Test(arguments: ["<html>404 Not Found</html>", "%PD", "PK\u{3}\u{4}"])
        func notAPDF(content: String) throws {
            #expect(try failure(files.path(content)) == .notAPDF)
        }

        @Test func headerAfterRubbish() throws {
            let good = try Data(contentsOf: URL(fileURLWithPath: Fixture.path("text")))
            let path = try files.path(Data("\u{FEFF}\r\n".utf8) + good)
            #expect(try PDFDocument(path: path).pageCount == 7)
        }

        @Test func missingPath() throws {
            let expected = PDFError.unreadable(reason: "no such file or directory")
            #expect(try failure("/nowhere/at/all.pdf") == expected)
        }

        @Test func folder() throws {
            #expect(
                try failure(NSTemporaryDirectory()) == .unreadable(reason: "not a regular file"))
        }

        @Test func noPages() throws {
            let path = try files.path(
                "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
                    + "2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n"
                    + "trailer\n<< /Size 3 /Root 1 0 R >>\n%%EOF\n")
            #expect(try failure(path) == .noPages)
        }

        @Test func withoutCatalogue() throws {
            let path = try files.path(
                "%PDF-1.4\n1 0 obj\n<< >>\nendobj\ntrailer\n<< /Size 2 >>\n")
            guard case .damaged = try failure(path) else {
                Issue.record("not said to be damaged")
                return
            }
        }

        /// Cut anywhere, the file either opens with what is left or is said to be damaged.
        @Test(arguments: [0.001, 0.1, 0.5, 0.9, 0.999])
        func truncated(share: Double) throws {
            let whole = try Data(contentsOf: URL(fileURLWithPath: Fixture.sample("shanghai-2024")))
            let path = try files.path(whole.prefix(Int(Double(whole.count) * share)))
            do {
                let document = try PDFDocument(path: path)
                for number in 1...document.pageCount { _ = try? document.page(number) }
            } catch let error {
                #expect([.damaged, .noPages].contains { $0 ~= error }, "\(error)")
            }
        }

        @Test func damagedCrossReferences() throws {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: Fixture.path("rotated")))
            let text = String(decoding: bytes, as: Unicode.ASCII.self)
            let place = try #require(text.range(of: "startxref\n"))
            let at = text.distance(from: text.startIndex, to: place.upperBound)
            let path = try files.path(bytes[..<at] + Data("99999\n%%EOF\n".utf8))
            let document = try PDFDocument(path: path)
            #expect(document.pageCount == 5)
            #expect(try document.page(1).text == "Turned12.50")
        }

        @Test func brokenContent() throws {
            let content = "]] 1 0 << Tj (never closed"
            let path = try files.path(
                "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
                    + "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
                    + "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>\n"
                    + "endobj\n4 0 obj\n<< /Length \(content.utf8.count) >>\nstream\n\(content)\n"
                    + "endstream\nendobj\ntrailer\n<< /Size 5 /Root 1 0 R >>\n%%EOF\n")
            #expect(try PDFDocument(path: path).page(1).textKind == .blank)
        }

        @Test func noSuchPage() throws {
            let document = try PDFDocument(path: Fixture.path("rotated"))
            for number in [0, 6, -1] {
                #expect(throws: PDFError.brokenPage(number)) { try document.page(number) }
            }
        }

        // MARK: Locks

        @Test func encrypted() throws {
            let path = try Fixture.path("encrypted")
            #expect(try failure(path) == .encrypted)
            #expect(try failure(path, password: "wrong") == .wrongPassword)
            #expect(try failure(path, password: "错误") == .wrongPassword)
            #expect(try failure(path, password: "") == .wrongPassword)
            for password in ["secret", "owner"] {
                let page = try PDFDocument(path: path, password: password).page(1)
                #expect(page.text == "Behindthelock42.00")
            }
        }

        /// Only printing and copying are forbidden: such files open for everyone.
        @Test func lockedForItsOwnerOnly() throws {
            let path = try Fixture.path("owner-locked")
            #expect(try PDFDocument(path: path).page(1).text == "Behindthelock42.00")
            let withPassword = try PDFDocument(path: path, password: "any")
            #expect(try withPassword.page(1).text == "Behindthelock42.00")
        }

        // MARK: What is known of a file

        @Test func factsOfTheFile() throws {
            let path = Fixture.sample("shanghai-2024")
            let document = try PDFDocument(path: path)
            #expect(document.byteCount == (try Data(contentsOf: URL(fileURLWithPath: path))).count)
            #expect(document.sha256.count == 64)
            #expect(document.producer != nil)
        }

        @Test func everyErrorSaysWhatToDo() {
            let errors: [PDFError] = [
                .unreadable(reason: "x"), .empty, .notAPDF, .damaged(reason: "x"), .encrypted,
                .noPages, .drawingNotHeard, .cannotDraw(page: 1, reason: "x"),
            ]
            for error in errors { #expect(error.description.contains(";"), "\(error)") }
        }
    }
}

/// A kind of error, whatever its reason.
private enum Kind {
    case damaged, noPages

    static func ~= (kind: Kind, error: PDFError) -> Bool {
        switch (kind, error) {
        case (.damaged, .damaged), (.noPages, .noPages): true
        default: false
        }
    }
}
