/// What a report's tables call each code, and which of its names is the better attested.
struct NameBook {
    /// A printed name that is not the one the others have.
    struct Doubt {
        var statement: Int
        var line: Int
        var printed: String
        var name: String
    }

    private let index: CatalogueIndex
    /// The names of each code: their keys, how many tables print them, and as printed.
    private var names: [Int: [(key: String, text: String, count: Int)]] = [:]
    private(set) var doubts: [Doubt] = []

    init(_ index: CatalogueIndex, _ statements: [Statement]) {
        self.index = index
        for statement in statements where !statement.isProse {
            for line in statement.lines { take(line) }
        }
        for (number, statement) in statements.enumerated() where !statement.isProse {
            for (place, line) in statement.lines.enumerated() { compare(line, number, place) }
        }
    }

    /// A row's label without its code.
    static func printed(_ label: String) -> String {
        String(Substring(label.utf8.drop { $0 == 0x20 || (0x30...0x39).contains($0) }))
    }

    /// A name's key; tables print 教育支出 and 教育 for the same class.
    static func key(_ name: String) -> String {
        let key = LabelKey.item(name).key
        return key.endsBytewise(with: "支出") ? String(key.droppingBytewise(suffix: 6)) : key
    }

    private mutating func take(_ line: Statement.Line) {
        guard let code = line.code else { return }
        let text = NameBook.printed(line.label)
        let key = NameBook.key(text)
        guard !key.isEmpty else { return }
        if let place = names[code]?.firstIndex(where: { $0.key == key }) {
            names[code]?[place].count += 1
        } else {
            names[code, default: []].append((key, text, 1))
        }
    }

    /// The code's name: what is printed where the catalogue knows it so, else the name that most
    /// tables have, else the catalogue's.
    func name(_ code: Int, _ label: String) -> String {
        let printed = NameBook.printed(label)
        let official = index.codeNames[code] ?? []
        let key = NameBook.key(printed)
        if let known = official.first(where: { NameBook.key($0) == key }) { return known }
        guard let best = best(code) else { return official.first ?? printed }
        return best
    }

    /// The best attested name: in the catalogue and printed somewhere, or printed in more tables
    /// than any other; nil where nothing decides.
    private func best(_ code: Int) -> String? {
        let official = index.codeNames[code] ?? []
        let printed = names[code] ?? []
        for name in official where printed.contains(where: { $0.key == NameBook.key(name) }) {
            return name
        }
        guard let most = printed.map(\.count).max(), most > 1,
            printed.count(where: { $0.count == most }) == 1
        else { return nil }
        return printed.first { $0.count == most }?.text
    }

    private mutating func compare(_ line: Statement.Line, _ statement: Int, _ place: Int) {
        guard let code = line.code, (names[code]?.count ?? 0) > 1, let best = best(code) else {
            return
        }
        let printed = NameBook.printed(line.label)
        let key = NameBook.key(printed)
        guard !key.isEmpty, key != NameBook.key(best),
            !(index.codeNames[code] ?? []).contains(where: { NameBook.key($0) == key })
        else { return }
        doubts.append(Doubt(statement: statement, line: place, printed: printed, name: best))
    }
}
