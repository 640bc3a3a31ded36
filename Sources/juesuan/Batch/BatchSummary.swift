internal import Dataset
internal import TerminalText

/// What became of a batch, in a few lines.
struct BatchSummary {
    private let total: Int
    private var told = 0
    private var known = 0
    private(set) var failed = 0
    private var pages = 0
    private var tables = 0
    private var numbers = (proved: 0, plausible: 0, suspect: 0)
    private var picturesOnly = 0
    private var withoutTables = 0
    private var doubtful: [Doubtful] = []
    private var reasons: [String: Int] = [:]

    /// A document that a person should look at.
    private struct Doubtful {
        var path: String
        var suspect: Int
        var warnings: Int
        /// Why it has no tables; nil where it has some.
        var lack: String?

        /// What is likeliest wrong comes first: numbers in doubt, then what was noticed on its pages.
        func needsMore(than other: Doubtful) -> Bool {
            (other.suspect, other.warnings, other.lack == nil ? 0 : 1, path)
                < (suspect, warnings, lack == nil ? 0 : 1, other.path)
        }

        var reason: String {
            let counts = [(suspect, "suspect number"), (warnings, "warning")].filter { $0.0 > 0 }
                .map { Summary.count($0.0, $0.1) }
            return ((lack.map { [$0] } ?? []) + counts).joined(separator: ", ")
        }
    }

    /// So many documents that need a look are named.
    static let mostNamed = 10

    init(total: Int) { self.total = total }

    mutating func count(_ reply: BatchReply, _ path: String, isKnown: Bool = false) {
        told += 1
        if isKnown { known += 1 }
        if let error = reply.error {
            failed += 1
            reasons[error.code, default: 0] += 1
        }
        guard let facts = reply.facts else { return }
        pages += facts.pages
        tables += facts.tables
        numbers.proved += reply.proved
        numbers.plausible += reply.plausible
        numbers.suspect += facts.suspect
        guard facts.suspect + facts.warnings > 0 || facts.tables == 0 else { return }
        var document = Doubtful(path: path, suspect: facts.suspect, warnings: facts.warnings)
        if reply.status == .noText {
            picturesOnly += 1
            document.lack = "pictures only"
        } else if facts.tables == 0 {
            withoutTables += 1
            document.lack = "no table"
        }
        doubtful.append(document)
    }

    /// Another name of a document that was counted.
    mutating func countTwin() { told += 1 }

    /// `namesDoubts`: the documents were not shown one by one.
    func lines(folder: String, namesDoubts: Bool) -> [String] {
        var lines = [(counts(folder) + endings(folder)).joined(separator: "; ")]
        if numbers != (0, 0, 0) {
            lines.append(
                "numbers: \(numbers.proved) proved, \(numbers.plausible) plausible, "
                    + "\(numbers.suspect) suspect")
        }
        if namesDoubts { lines += looks(folder) }
        return lines
    }

    private func counts(_ folder: String) -> [String] {
        var parts = [
            "\(Summary.count(told, "document")): \(Summary.count(tables, "table")) on "
                + "\(Summary.count(pages, "page")), in \(folder.asShellWord)/"
        ]
        if !doubtful.isEmpty { parts.append("\(doubtful.count) to look at") }
        if picturesOnly > 0 { parts.append("\(picturesOnly) of pictures only, which need OCR") }
        if withoutTables > 0 { parts.append("\(withoutTables) without tables") }
        if known > 0 { parts.append("\(known) done before (--force does them again)") }
        return parts
    }

    private func endings(_ folder: String) -> [String] {
        var parts: [String] = []
        if failed > 0 {
            let list = reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                .map { "\($0.value) \($0.key)" }.joined(separator: ", ")
            parts.append(
                "\(failed) failed (\(list)), see \("\(folder)/manifest.jsonl".asShellWord)")
        }
        if told < total {
            parts.append(
                "stopped before the last \(total - told): the same command goes on from here")
        }
        return parts
    }

    /// The documents that need a look most, as paths that can be pasted.
    private func looks(_ folder: String) -> [String] {
        guard !doubtful.isEmpty else { return [] }
        let named = doubtful.sorted { $0.needsMore(than: $1) }.prefix(BatchSummary.mostNamed)
        let share = named.count < doubtful.count ? " (\(named.count) of \(doubtful.count))" : ""
        let rows = named.map { ["  \($0.path.asShellWord)", $0.reason] }
        return ["look first at\(share):"] + AlignedColumns.lines(rows)
            + ["beside their pages: juesuan review \(folder.asShellWord)"]
    }
}
