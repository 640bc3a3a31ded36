internal import Dataset
internal import TerminalText

/// Errors and warnings on stderr: `file:page:table: severity: [code] text`.
struct Messages {
    enum Severity: String {
        case error, warning, note

        /// As a terminal shows it.
        var colour: String {
            switch self {
            case .error: "\u{1B}[1;31m"
            case .warning: "\u{1B}[1;33m"
            case .note: "\u{1B}[1;36m"
            }
        }
    }

    let options: MessageOptions
    private let isColoured: Bool

    init(options: MessageOptions) {
        self.options = options
        isColoured =
            StandardStreams.isTerminal(StandardStreams.talk) && Environment["NO_COLOR"] == nil
    }

    func error(_ file: String, _ failure: Failure) {
        say(.error, file, failure.code, failure.message)
    }

    /// Not under `--quiet`.
    func warning(_ place: String, code: String, _ text: String) {
        if !options.quiet { say(.warning, place, code, text) }
    }

    /// What a person should know, and nothing is wrong with; not under `--quiet`.
    func note(_ place: String, code: String, _ text: String) {
        if !options.quiet { say(.note, place, code, text) }
    }

    /// A document's warnings; those that say the same of several pages in one line.
    func warnings(of document: DocumentRecord, file: String) {
        for (warning, pages) in WarningGroup.groups(of: document.warnings) {
            let place = pages.isEmpty ? file : "\(file):\(PageList.text(pages))"
            self.warning(place, code: warning.code, warning.message)
        }
    }

    /// Runs what may crash on this file, with a last word prepared.
    func guarding<Value>(_ file: String, _ body: () throws -> Value) rethrows -> Value {
        if !options.verbose { CrashNote.arm(file: file.safeForTerminal) }
        if !options.verbose, !options.quiet { StatusLine.show("reading \(file)") }
        defer {
            CrashNote.disarm()
            StatusLine.clear()
        }
        return try body()
    }

    private func say(_ severity: Severity, _ place: String, _ code: String, _ text: String) {
        let word =
            isColoured
            ? "\(severity.colour)\(severity.rawValue):\u{1B}[0m" : "\(severity.rawValue):"
        let line = "\(place.safeForTerminal): \(word) [\(code)] \(text.safeForTerminal)\n"
        StatusLine.clear()
        StandardStreams.write(Array(line.utf8), to: StandardStreams.talk)
    }
}

/// Warnings that differ in their page only.
enum WarningGroup {
    static func groups(of warnings: [WarningRecord]) -> [(warning: WarningRecord, pages: [Int])] {
        var order: [String] = []
        var groups: [String: (warning: WarningRecord, pages: [Int])] = [:]
        for warning in warnings {
            let key = "\(warning.code)\n\(warning.message)"
            if groups[key] == nil {
                order.append(key)
                groups[key] = (warning, [])
            }
            if let page = warning.page { groups[key]?.pages.append(page) }
        }
        return order.compactMap { groups[$0] }
    }
}

/// Page numbers for people.
enum PageList {
    /// "3, 7-9": rising numbers, runs joined.
    static func text(_ pages: [Int], separator: String = ",") -> String {
        var runs: [ClosedRange<Int>] = []
        for page in Set(pages).sorted() {
            if let last = runs.last, page == last.upperBound + 1 {
                runs[runs.count - 1] = last.lowerBound...page
            } else {
                runs.append(page...page)
            }
        }
        return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
            .joined(separator: separator)
    }
}
