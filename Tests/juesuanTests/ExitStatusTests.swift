import Dataset
import Digitizer
import JuesuanTestSupport
import PDFSource
import Testing

@testable import juesuan

/// Testing has an `ExitStatus` of its own.
private typealias Status = juesuan.ExitStatus

@Suite struct ExitStatusTests {
    /// Scripts depend on these numbers: a failure here means that one was changed.
    @Test func numbersAreFrozen() {
        let numbers: [Status: Int32] = [
            .done: 0, .failure: 1, .inputDamaged: 2, .dependencyMissing: 3, .cannotWriteOutput: 4,
            .noTableFound: 5, .someFilesFailed: 6, .checksFailed: 7, .encrypted: 8,
            .picturesOnly: 9, .usage: 64, .interrupted: 130,
        ]
        #expect(Set(Status.allCases) == Set(numbers.keys))
        for (status, number) in numbers { #expect(status.rawValue == number) }
    }

    private static let errors: [any Error & Sendable] = [
        PDFError.unreadable(reason: "x"), PDFError.empty, PDFError.notAPDF,
        PDFError.damaged(reason: "x"), PDFError.encrypted, PDFError.wrongPassword,
        PDFError.noPages, PDFError.brokenPage(3), PDFError.drawingNotHeard,
        PDFError.cannotDraw(page: 3, reason: "x"),
        DigitizerError.noSuchPage(9, pages: 3), OutputError.cannotCreate(path: "p", reason: "x"),
        OutputError.cannotWrite(path: "p", reason: "x"), OutputError.diskFull(path: "p"),
        OutputError.notAFolder(path: "p"), OutputError.occupied(path: "p"), CancellationError(),
    ]

    private static let otherCodes = [
        "crashed", "timeout", "no-documents", "dataset", "no-pdf", "bad-name", "no-table",
        "no-such-table", "pictures-only", "too-large", "cut-off", "bad-request", "no-input",
        "not-paths", "stdin-with-others", "several-documents", "not-extracted", "not-a-document",
        "not-read", "stopping", "whole-folder",
    ]

    @Test func everyCodeAndStatusIsDocumented() throws {
        let page = try Repository.text(of: "docs/errors.md")
        for status in Status.allCases { #expect(page.contains("| \(status.rawValue) |")) }
        for code in Self.errors.map({ Failure($0).code }) + Self.otherCodes {
            #expect(page.contains("`\(code)`"), "\(code) is not in docs/errors.md")
        }
    }

    @Test func codesAreDistinct() {
        let codes = Self.errors.map { Failure($0).code } + Self.otherCodes
        #expect(Set(codes).count == codes.count)
    }
}
