import Foundation
import JuesuanTestSupport
import Testing

/// Scanned pages through the program: with the engine of integrations/ocr, and with engines that fail.
@Suite struct ScanTests {
    private let folder: TemporaryFolder
    private static let helper: String? = {
        let path = Repository.path(of: ".build/ocr/bin/juesuan-ocr")
        return FileManager.default.isExecutableFile(atPath: path) ? path : nil
    }()

    init() throws { folder = try TemporaryFolder() }

    // MARK: The engine

    private func document(_ sample: String, _ pages: String) throws -> [String: Any] {
        let result = try Program.run(
            "extract", Repository.path(of: "samples/\(sample).pdf"), "-o", "out", "--pages", pages,
            in: folder.path, ocr: Self.helper)
        #expect(result.status == 0, "\(result.stderr)")
        let data = Data(try folder.text("out/\(sample)/document.json").utf8)
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    private func tables(_ document: [String: Any]) -> [[String: Any]] {
        document["tables"] as? [[String: Any]] ?? []
    }

    /// Paper does not tell the widths of brackets, colons and dashes.
    private func plain(_ grid: Any?) -> [[String]] {
        let widths: [Character: Character] = [
            "（": "(", "）": ")", "：": ":", "；": ";", "，": ",", "％": "%", "—": "-", "－": "-",
        ]
        return (grid as? [[String]] ?? []).map { row in
            row.map { text in String(text.filter { $0 != " " }.map { widths[$0] ?? $0 }) }
        }
    }

    @Test(.enabled(if: helper != nil, "make ocr installs the engine"))
    func theSameTablesAsFromTheDigitalDocument() throws {
        let pages = "6-13"
        let scan = try document("ministry-2024-scanned", pages)
        let digital = try document("ministry-2024", pages)
        let kinds = (scan["pages"] as? [[String: Any]] ?? []).compactMap { $0["text"] as? String }
        #expect(kinds == Array(repeating: "recognised", count: 8))
        #expect(tables(scan).count == tables(digital).count)
        for (one, other) in zip(tables(scan), tables(digital)) {
            #expect(one["title"] as? String == other["title"] as? String)
            #expect(one["code"] as? String == other["code"] as? String)
            #expect(one["unit"] as? String == other["unit"] as? String)
            #expect(plain(one["header"]) == plain(other["header"]))
            let (rows, expected) = (plain(one["rows"]), plain(other["rows"]))
            #expect(rows.count == expected.count)
            for (row, right) in zip(rows, expected) { #expect(row == right) }
        }
    }

    /// Poorer scans than the sample's, made of it; the full set is in `make bench`.
    @Test(.enabled(if: helper != nil, "make ocr installs the engine"))
    func poorScans() throws {
        let python = Repository.path(of: ".build/ocr/bin/python")
        let result = try Program.shell(
            "export JUESUAN_OCR='\(Self.helper ?? "")'; '\(python)' '\(Repository.path(of: "bench/scans.py"))' "
                + "'\(Program.path)' '\(Repository.path(of: "samples/ministry-2024.pdf"))':8-9 "
                + "--variant 'skew +1' --variant 'red seal' --variant 'JPEG 50' --least 0.995,0.999,0.99 --faults",
            in: folder.path)
        #expect(result.status == 0, "\(result.stdout)\(result.stderr)")
    }

    // MARK: Engines that fail

    /// An engine that says hello and then runs a line of sh for each page.
    private func engine(_ body: String) throws -> String {
        try folder.write(
            "echo '{\"ready\": \"juesuan-ocr/1\"}'\nwhile read -r line; do \(body); done\n",
            to: "engine.sh")
        return "/bin/sh \(folder.path)/engine.sh"
    }

    @Test(arguments: ["kill -9 $$", "sleep 60", "echo nonsense", "exit 0", "echo '{}'"])
    func anEngineThatFailsCostsItsPagesAlone(body: String) throws {
        try folder.write(FixturePDF.scan, to: "in/scan.pdf")
        try folder.write(FixturePDF.prose(), to: "in/text.pdf")
        let result = try Program.run(
            "extract", "in", "-o", "out", "--ocr-engine", try engine(body), "--ocr-timeout", "1",
            in: folder.path)
        #expect(result.status == 0)
        #expect(result.stderr.contains("in/scan.pdf:1: warning: [ocr-failed] the OCR engine"))
        #expect(result.stderr.contains("in/scan.pdf:1: warning: [scanned-page]"))
        #expect(try folder.text("out/scan/document.json").contains("\"text\": \"scanned\""))
        #expect(try folder.text("out/text/document.json").contains("No table is here."))
    }

    @Test func anEngineThatIsMissingIsNamed() throws {
        try folder.write(FixturePDF.scan, to: "in/scan.pdf")
        let result = try Program.run(
            "extract", "in", "-o", "out", "--ocr-engine", "/none/ocr", in: folder.path)
        #expect(result.stderr.contains("cannot be started (/none/ocr: no such file or directory)"))
        // nobody asked for it by name: the page is told of, as ever
        let silent = try Program.run("extract", "in", "-o", "other", in: folder.path)
        #expect(!silent.stderr.contains("ocr-failed"))
        #expect(silent.stderr.contains("[scanned-page]"))
    }

    @Test func offMeansOff() throws {
        try folder.write(FixturePDF.scan, to: "in/scan.pdf")
        let result = try Program.run(
            "extract", "in", "-o", "out", "--ocr", "off", "--ocr-engine", "/none/ocr",
            in: folder.path)
        #expect(!result.stderr.contains("ocr-failed"))
    }

    /// A page that has text of its own is read only when that is asked for.
    @Test func digitalPagesAreLeftAlone() throws {
        try folder.write(FixturePDF.prose(), to: "in/text.pdf")
        let engine = try engine("exit 1")
        let usual = try Program.run(
            "extract", "in", "-o", "out", "--ocr-engine", engine, in: folder.path)
        #expect(!usual.stderr.contains("ocr-failed"))
        let forced = try Program.run(
            "extract", "in", "-o", "out", "--ocr-engine", engine, "--ocr", "force", in: folder.path)
        #expect(forced.stderr.contains("ocr-failed"))
        // what cannot be read by OCR keeps its own text
        #expect(try folder.text("out/text/document.json").contains("No table is here."))
    }

    /// In a document of both kinds the engine is asked for the scanned pages alone.
    @Test func mixedDocuments() throws {
        try folder.write(FixturePDF.mixed, to: "in/mixed.pdf")
        let letters = "READ".enumerated().map { place, letter in
            "[\"\(letter)\", \(20 + 9 * place), \(28 + 9 * place), 0.99]"
        }
        try folder.write(
            "{\"id\": \"1\", \"skew\": 0, \"rulings\": [], \"lines\": [{\"box\": [20, 40, 56, 52], "
                + "\"characters\": [\(letters.joined(separator: ", "))]}]}\n", to: "reply")
        let engine = try engine("echo \"$line\" >> \(folder.path)/asked; cat \(folder.path)/reply")
        let result = try Program.run(
            "extract", "in/mixed.pdf", "-o", "out", "--ocr-engine", engine, in: folder.path)
        #expect(!result.stderr.contains("ocr-failed"))
        let text = try folder.text("out/mixed/document.json")
        let document =
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        let kinds = (document?["pages"] as? [[String: Any]])?.compactMap { $0["text"] as? String }
        #expect(kinds == ["digital", "recognised"])
        #expect(text.contains("Typed text.") && text.contains("READ"))
        #expect(try folder.text("asked").split(separator: "\n").count == 1)
    }

    // MARK: Which pages are scans

    private static let text = "BT /F1 12 Tf 20 100 Td (Hidden 1,234.56) Tj ET"
    /// Dark over all of the page.
    private static let picture = "q 200 0 0 200 0 0 cm /I1 Do Q"
    /// Paper with bars of ink.
    private static let scan =
        "q 200 0 0 200 0 0 cm BI /W 1 /H 8 /CS /G /BPC 8 /F /AHx ID FFFF00FFFFFF00FF> EI Q"
    private static let lines =
        "BT /F1 16 Tf 14 TL 5 195 Td "
        + String(repeating: "(Text of the page itself) ' ", count: 13) + "ET"

    /// However text is hidden, or how little of it is printed over a scan.
    @Test(
        arguments: [
            ("under the picture", text + picture, "scanned"),
            ("in the picture's colour", picture + " 0.251 g " + text, "scanned"),
            ("as a clip", picture + " 7 Tr " + text, "scanned"),
            ("white on a scan", scan + " 1 g " + text, "scanned"),
            ("as a stamp on a scan", scan + " " + text, "scanned"),
            ("seen on a dark picture", picture + " 1 g " + text, "digital"),
            ("a page of it over a picture", scan + " " + lines, "digital"),
            ("on paper", text, "digital"),
        ])
    func textAndPictures(how: String, content: String, kind: String) throws {
        try folder.write(FixturePDF.page(content: content), to: "in/page.pdf")
        _ = try Program.run("extract", "in/page.pdf", "-o", "out", "--ocr", "off", in: folder.path)
        let document = try folder.text("out/page/document.json")
        #expect(document.contains("\"text\": \"\(kind)\""), "\(how)")
        let warned = document.contains("\"scanned-page\"")
        #expect(warned == (kind == "scanned"), "\(how)")
    }
}
