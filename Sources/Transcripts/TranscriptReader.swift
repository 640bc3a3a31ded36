public import FinalAccounts
internal import TableRecognition
internal import TextRepair

/// Reads a transcript: the text of a report with its tables as lines of cells between tabs.
public struct TranscriptReader {
    private let words: CatalogueWords
    private var tables: [TranscriptTable] = []
    /// Paragraphs and the page that each begins on.
    private var prose: [(lines: [String], page: Int)] = []

    private init(_ words: CatalogueWords) { self.words = words }

    /// The tables of a text, rebuilt with what the checker's catalogue knows, and its prose.
    public static func transcript(
        _ text: String, checker: AccountsChecker = .standard
    ) -> Transcript {
        var reader = TranscriptReader(CatalogueWords(checker))
        let pages = TranscriptLines.read(text) { reader.read($0) }
        let terms = reader.tables.flatMap { $0.cells.map(\.text) }
        let paragraphs = TranscriptParagraphs.paragraphs(reader.prose, terms: terms)
        return Transcript(pages: pages, paragraphs: paragraphs, tables: reader.tables)
    }

    private mutating func read(_ block: TranscriptBlock) {
        switch block {
        case .prose(let lines, let page):
            if !takeNote(lines) { prose.append((lines, page)) }
        case .table(let rows, let page):
            guard rows.contains(where: { $0.contains { !$0.isEmpty } }) else { return }
            read(rows, page)
        }
    }

    /// A note right below a table belongs to it.
    private mutating func takeNote(_ lines: [String]) -> Bool {
        guard let last = tables.indices.last, tables[last].isOpen, let first = lines.first else {
            return false
        }
        guard TranscriptReader.beginsNote(first) else {
            tables[last].isOpen = false
            return false
        }
        let text = lines.joined()
        tables[last].note = tables[last].note.map { $0 + "\n" + text } ?? text
        return true
    }

    /// 注：, 说明：, 注1; not 注重.
    private static func beginsNote(_ line: String) -> Bool {
        for word in ["注", "说明", "备注", "附注"] where line.hasPrefix(word) {
            let next = line.dropFirst(word.count).first
            return next.map { "：:".contains($0) || $0.isNumber } ?? false
        }
        return false
    }

    private mutating func read(_ rows: [[String]], _ page: Int) {
        let caption = TranscriptCaption(
            before: prose.suffix(TranscriptCaption.mostLines).map(\.lines)
        ) {
            $0.count <= 40 && words.table(titled: $0) != nil
        }
        prose.removeLast(caption.count)
        let definition = caption.title.flatMap(words.table)
        tables.append(TableRebuilder(words, definition, caption, page).table(rows))
    }
}
