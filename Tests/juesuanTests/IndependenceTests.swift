import Foundation
import JuesuanTestSupport
import Testing

/// What comes of a document depends on the document alone, whatever its process read before.
@Suite struct IndependenceTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Samples, and small PDFs of which some are made to hurt.
    private static let documents: [String] = {
        let folders = ["samples", "Tests/PDFSourceTests/Fixtures"]
        return folders.flatMap { folder in
            let path = Repository.path(of: folder)
            let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
            return names.filter { $0.hasSuffix(".pdf") }.map { path + "/" + $0 }
        }.sorted()
    }()

    /// Each folder's files; empty where there is none.
    private func files(_ output: String) throws -> [String: [String: String]] {
        var found: [String: [String: String]] = [:]
        for entry in folder.entries where entry.hasPrefix(output + "/") {
            let parts = entry.dropFirst(output.count + 1).split(separator: "/", maxSplits: 1)
            guard parts.count == 2 else { continue }
            found[String(parts[0]), default: [:]][String(parts[1])] = try folder.text(entry)
        }
        return found
    }

    @Test func aDocumentIsTheSameAloneAndAmongOthers() throws {
        #expect(IndependenceTests.documents.contains { $0.hasSuffix("hostile-glyph.pdf") })
        for path in IndependenceTests.documents {
            let result = try Program.run("extract", path, "-o", "alone", "-q", in: folder.path)
            #expect(!result.crashed && ![1, 4].contains(result.status), "\(path)")
        }
        let alone = try files("alone")
        #expect(alone.count > 20)
        for seed in 1...3 as ClosedRange<UInt64> {
            // one worker reads them all, in another order each time
            try IndependenceTests.documents.shuffled(seed: seed).joined(separator: "\n")
                .write(toFile: folder.path + "/list", atomically: true, encoding: .utf8)
            let result = try Program.shell(
                "mapfile -t files < list; juesuan extract \"${files[@]}\" -o batch\(seed) --jobs 1 -q",
                in: folder.path)
            #expect(result.status == 6, "some need a password: \(result.stderr)")
            let batch = try files("batch\(seed)")
            #expect(Set(batch.keys) == Set(alone.keys))
            for (name, files) in alone {
                #expect(batch[name] == files, "\(name), order \(seed)")
            }
        }
    }

    /// Tables of one report in units that contradict each other: much of them is a tie.
    private static func tied(_ seed: Int) -> String {
        let units = ["元", "千元", "万元", "百万元", "亿元"]
        let rows = [
            ("一般公共预算财政拨款收入", "一般公共服务支出"), ("政府性基金预算财政拨款收入", "教育支出"),
            ("事业收入", "社会保障和就业支出"), ("其他收入", "住房保障支出"),
        ]
        let tables = ["收入支出决算总表", "财政拨款收入支出决算总表", "收入决算表", "支出决算表", "一般公共预算财政拨款支出决算表"]
        var text = "2024年度\n某某局部门决算\n\n"
        for (number, table) in tables.enumerated() {
            text +=
                "\(table)\n\n部门：某某局\t\t\t金额单位：\(units[(seed * 7 + number * (seed % 4 + 1)) % 5])\n"
            text += "项目\t决算数\t项目\t决算数\n栏次\t1\t栏次\t2\n"
            for (place, row) in rows.enumerated() {
                let amount = "\((place + 1) * 1357 + seed).\(place)\(number % 3)"
                text += "\(row.0)\t\(amount)\t\(row.1)\t\(amount)\n"
            }
            text += "本年收入合计\t13570.00\t本年支出合计\t13570.00\n\n"
        }
        return text + "2024年度收入总计13570.00万元，支出总计13570.00元。\n"
    }

    /// A dictionary has another order in each process; no result may follow it.
    @Test func eachProcessReadsATranscriptInTheSameWay() throws {
        let names = (0..<40).map { "in/t\($0).txt" }
        for (seed, name) in names.enumerated() {
            try folder.write(IndependenceTests.tied(seed), to: name)
        }
        let all = names.joined(separator: " ")
        for process in 0..<5 {
            // one worker; the process in charge reads a document that is alone
            let result = try Program.shell(
                "juesuan extract \(all) -o p\(process) --jobs 1 -q; juesuan extract in/t0.txt -o p\(process) -q",
                in: folder.path)
            #expect(!result.crashed && result.status == 0, "\(result.stderr)")
        }
        let first = try files("p0")
        #expect(first.count == names.count)
        for process in 1..<5 { #expect(try files("p\(process)") == first) }
    }

    /// Rows go the same way, in one process too.
    @Test func rowsAreTheSameAloneAndAmongOthers() throws {
        func replies(_ paths: [String]) throws -> [String: Substring] {
            var input = Data()
            for (number, path) in paths.enumerated() {
                let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
                let name = path.split(separator: "/").last ?? ""
                input += Data(
                    #"{"id": \#(number), "name": "\#(name)", "bytes": \#(bytes.count)}"#.utf8)
                input += Data("\n".utf8) + bytes
            }
            let result = try Program.run("worker", "--rows", in: folder.path, stdin: input)
            #expect(result.status == 0, "\(result.stderr)")
            let lines = result.stdout.split(separator: "\n")
            #expect(lines.count == paths.count)
            // without their numbers, which are those of the order
            return Dictionary(
                uniqueKeysWithValues: zip(paths, lines.map { $0.drop { $0 != "," } }))
        }
        let some = IndependenceTests.documents.filter { !$0.contains("/samples/") }
        var alone: [String: Substring] = [:]
        for path in some { try alone.merge(replies([path])) { $1 } }
        for seed in 1...2 as ClosedRange<UInt64> {
            let batch = try replies(some.shuffled(seed: seed))
            for (path, line) in alone { #expect(batch[path] == line, "\(path)") }
        }
    }
}

extension [String] {
    /// In an order that the seed decides.
    fileprivate func shuffled(seed: UInt64) -> [String] {
        var numbers = SeededNumbers(state: seed)
        return shuffled(using: &numbers)
    }
}

private struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
