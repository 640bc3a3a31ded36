/// The subjects that prose can name: the codes of the report's own tables, and the classes.
struct ProseNames {
    /// What an item of the prose is about.
    struct Item {
        /// Nil where it is not known which.
        var code: Int?
    }

    private let index: CatalogueIndex
    /// Codes by their name's key; those of one name together.
    private var codes: [String: [Int]] = [:]
    /// Names by code.
    private var keys: [Int: String] = [:]
    /// The codes of each table, by its id.
    private var known: [String: Set<Int>] = [:]

    init(_ index: CatalogueIndex, _ statements: [Statement]) {
        self.index = index
        for statement in statements {
            let id = index.tables[statement.definition].id
            for line in statement.lines {
                guard let code = line.code, code.leadingDigit == 2 else { continue }
                known[id, default: []].insert(code)
                let key = ProseNames.key(line.label)
                if keys[code] == nil { keys[code] = key }
                if codes[key]?.contains(code) != true { codes[key, default: []].append(code) }
            }
        }
    }

    /// A row's name without its code, and without the 支出 that some tables print and some do not.
    private static func key(_ label: String) -> String {
        NameBook.key(NameBook.printed(label))
    }

    /// Whether the table of a reference, and no other one, has the code.
    func has(_ code: Int, _ reference: String) -> Bool {
        let id = String(reference.prefix { $0 != "/" })
        guard known[id]?.contains(code) == true else { return false }
        let others = index.catalogue.prose.codes.map { String($0.prefix { $0 != "/" }) }
        return others.allSatisfy { $0 == id || known[$0]?.contains(code) != true }
    }

    func functionClass(_ key: String) -> Int? {
        let word = index.word(key)
        return word == CatalogueIndex.unknown ? nil : index.classes[word]
    }

    /// The item that words begin; nil where they begin none.
    func item(in text: String) -> Item? {
        if let end = text.range(ofLast: ["（项）", "(项)"]) {
            let before = text[..<end.lowerBound]
            let middle = before.range(ofLast: ["（款）", "(款)"])
            let name = ProseNames.key(String(before[(middle?.upperBound ?? before.startIndex)...]))
            let head = middle.map { before[..<$0.lowerBound] } ?? ""
            let first = head.range(ofLast: ["（类）", "(类)"])
            let parent = ProseNames.key(String(head[(first?.upperBound ?? head.startIndex)...]))
            return Item(code: code(name, parent))
        }
        if let code = printedCode(text) { return Item(code: code) }
        return ProseNames.beginsItem(text) ? Item(code: nil) : nil
    }

    /// The one item of this name whose parent, if it is printed, has the other name.
    private func code(_ name: String, _ parent: String) -> Int? {
        let found = (codes[name] ?? []).filter { code in
            code >= 1_000_000 && (keys[code / 100].map { parent.endsBytewise(with: $0) } ?? true)
        }
        return found.count == 1 ? found[0] : nil
    }

    /// 行政运行（2060101）.
    private func printedCode(_ text: String) -> Int? {
        guard let open = text.range(ofLast: ["（", "("]) else { return nil }
        let digits = text.utf8[open.upperBound...].prefix { (0x30...0x39).contains($0) }
        guard [5, 7].contains(digits.count) else { return nil }
        let rest = text[digits.endIndex...]
        guard rest.startsBytewise(with: "）") || rest.startsBytewise(with: ")") else { return nil }
        return Int(String(Substring(digits)))
    }

    /// 3.文物保护支出: an item, though not which.
    private static func beginsItem(_ text: String) -> Bool {
        var rest = text[...]
        for sign in ["。", "；"] where rest.startsBytewise(with: sign) { rest = rest.dropFirst() }
        let digits = rest.utf8.prefix { (0x30...0x39).contains($0) }
        guard (1...2).contains(digits.count) else { return false }
        let sign = rest[digits.endIndex...]
        return [".", "、", "．"].contains(where: sign.startsBytewise)
    }
}

extension StringProtocol {
    /// Where the last of these words stands.
    fileprivate func range(ofLast words: [String]) -> Range<Index>? {
        words.compactMap { lastRangeBytewise(of: $0) }.max { $0.lowerBound < $1.lowerBound }
    }
}
