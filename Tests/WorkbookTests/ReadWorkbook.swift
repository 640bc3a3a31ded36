import Dataset
import Foundation
import JuesuanTestSupport
import Workbook

/// A workbook as read_workbook.py, which shares nothing with the writer, reads it.
struct ReadWorkbook: Decodable {
    struct Sheet: Decodable {
        let name: String
        /// By reference, such as B12.
        let cells: [String: Cell]
        let merged: [String]
        let links: [String: String]
        let comments: [String: String]
        let frozenRows: Int
        let numbersAsTextAllowed: Bool
        let isLandscape: Bool
        let heading: String
    }

    struct Cell: Decodable {
        let text: String?
        let isNumber: Bool
        let isFormula: Bool
        let format: String
        let fill: String
    }

    let sheets: [Sheet]
    let definedNames: [String]
    let properties: [String: String]

    static let python: String? = ["/usr/bin/python3", "/usr/local/bin/python3"]
        .first(where: FileManager.default.isExecutableFile)

    /// Nil says that the reader found fault with it; its message is on stderr.
    static func read(_ bytes: [UInt8]) throws -> ReadWorkbook {
        let folder = try TemporaryFolder()
        try folder.write(bytes, to: "workbook.xlsx")
        try folder.write("", to: "out")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: python ?? "")
        process.arguments = [
            Repository.path(of: "Tests/WorkbookTests/read_workbook.py"),
            folder.path + "/workbook.xlsx",
        ]
        process.standardOutput = FileHandle(forWritingAtPath: folder.path + "/out")
        try process.run()
        process.waitUntilExit()
        return try JSONDecoder().decode(Self.self, from: Data(folder.text("out").utf8))
    }

    static func read(_ document: DocumentRecord) throws -> ReadWorkbook {
        try read(DocumentWorkbook.bytes(of: document))
    }

    /// "B12" for row 11, column 1.
    static func reference(_ row: Int, _ column: Int) -> String {
        var letters = ""
        var rest = column
        repeat {
            letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
            rest = rest / 26 - 1
        } while rest >= 0
        return letters + String(row + 1)
    }
}
