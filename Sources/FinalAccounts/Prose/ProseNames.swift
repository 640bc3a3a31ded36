/// The items that prose can name: the codes of the report's own tables, and the classes.
struct ProseNames {
    private let index: CatalogueIndex
    /// Codes by their name's key; those of one name together.
    private var codes: [String: [Int]] = [:]
    /// Names by code: the tables may print several.
    private var keys: [Int: Set<String>] = [:]
    /// The references of the tables that have a code.
    private var holders: [Int: Set<String>] = [:]

    init(_ index: CatalogueIndex, _ statements: [Statement]) {
        self.index = index
        let references = Dictionary(
            index.catalogue.prose.codes.map { (String($0.prefix { $0 != "/" }), $0) },
            uniquingKeysWith: { one, _ in one })
        for statement in statements where !statement.isProse {
            let reference = references[index.tables[statement.definition].id]
            for line in statement.lines {
                guard let code = line.code, code.leadingDigit == 2 else { continue }
                if let reference { holders[code, default: []].insert(reference) }
                let key = NameBook.key(NameBook.printed(line.label))
                guard !key.isEmpty else { continue }
                keys[code, default: []].insert(key)
                if codes[key]?.contains(code) != true { codes[key, default: []].append(code) }
            }
        }
    }

    /// The reference of the one table that has a code.
    func reference(_ code: Int) -> String? {
        holders[code].flatMap { $0.count == 1 ? $0.first : nil }
    }

    func functionClass(_ key: String) -> Int? {
        let word = index.word(key)
        return word == CatalogueIndex.unknown ? nil : index.classes[word]
    }

    /// The code of an item; nil where the tables have none that is called so, or several.
    func code(_ item: ProseItem) -> Int? {
        if let code = item.code { return code }
        guard let name = item.names.last.map(NameBook.key), !name.isEmpty else { return nil }
        let parents = item.names.dropLast().map(NameBook.key)
        let found = (codes[name] ?? []).filter { code in
            code >= 1_000_000 && (parents.last.map { isCalled(code / 100, $0) } ?? true)
        }
        if found.count == 1 { return found[0] }
        guard found.isEmpty else { return nil }
        // 人大事务行政运行（项）: both names without a mark between
        let joined = keys.keys.filter { code in
            code >= 1_000_000
                && (keys[code] ?? []).contains { key in
                    name.endsBytewise(with: key) && name != key
                        && isExactly(
                            code / 100, String(name.droppingBytewise(suffix: key.utf8.count)))
                }
        }
        return joined.count == 1 ? joined.first : nil
    }

    /// Whether words end with what the tables call a code; true for one that they do not name.
    private func isCalled(_ code: Int, _ words: String) -> Bool {
        guard let names = keys[code] else { return true }
        return names.contains(where: words.endsBytewise)
    }

    private func isExactly(_ code: Int, _ words: String) -> Bool {
        keys[code]?.contains(NameBook.key(words)) ?? false
    }
}
