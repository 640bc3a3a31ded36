/// What a row's label columns say.
struct RowLabel {
    /// As printed, its parts joined.
    private(set) var text = ""
    private(set) var name = ""
    private(set) var code: Int?
    /// The catalogue's word for it; 0 for none.
    private(set) var word = 0
    private(set) var isPart = false
    /// The deepest label column of an outline that is filled.
    private(set) var depth = 0

    var isEmpty: Bool { text.isEmpty }

    init(
        _ layout: TableLayout, _ row: Int, _ columns: [Int], _ block: BlockIndex,
        _ index: CatalogueIndex
    ) {
        var digits = ""
        var names: [String] = []
        for (place, column) in columns.enumerated() {
            guard let cell = layout.cell(row, column), !cell.text.isEmpty else { continue }
            if layout.headerRows.contains(row) { continue }
            text += text.isEmpty ? cell.text : " " + cell.text
            depth = place
            if block.codes != nil, RowLabel.take(cell.text, &digits, &names) { continue }
            names.append(cell.text)
        }
        if block.codes != nil {
            // 类, 款 and 项 left in the first row say nothing
            names.removeAll { ["类", "款", "项"].contains($0) }
            name = names.joined()
            // a number that begins with 0 is none of the subjects', and would lose it
            let isCode = [3, 5, 7].contains(digits.utf8.count) && digits.first != "0"
            code = isCode ? Int(digits) : nil
        } else {
            name = names.joined()
        }
        guard !name.isEmpty, code == nil else { return }
        identify(names, block, index)
    }

    private mutating func identify(
        _ names: [String], _ block: BlockIndex, _ index: CatalogueIndex
    ) {
        for candidate in [name] + names.reversed() {
            let (key, isPart) = LabelKey.item(candidate)
            self.isPart = isPart
            let word = index.word(key)
            if block.hasClasses, let number = index.classes[word] {
                code = number
                return
            }
            if block.rows[word] != nil {
                self.word = word
                return
            }
        }
    }

    /// Whether it is known which row of the block it is.
    var isIdentified: Bool { code != nil || word != CatalogueIndex.unknown }

    /// The label with the rest of it, which a page's end has cut off; nil where both together are no known row.
    func joined(with rest: RowLabel, _ block: BlockIndex, _ index: CatalogueIndex) -> RowLabel? {
        var whole = self
        whole.text += rest.text
        whole.name += rest.name
        whole.identify([whole.name], block, index)
        return whole.isIdentified ? whole : nil
    }

    /// Takes a code or a part of one, with a name after it or without; false where there is none.
    private static func take(
        _ text: String, _ digits: inout String, _ names: inout [String]
    ) -> Bool {
        let head = text.prefix { $0.isASCII && $0.isNumber }
        guard !head.isEmpty else { return false }
        let count = head.utf8.count
        let rest = text.dropFirst(head.count)
        if !rest.isEmpty {
            guard [3, 5, 7].contains(count), digits.isEmpty else { return false }
            digits = String(head)
            names.append(String(rest.drop { $0 == " " }))
            return true
        }
        switch count {
        case 1 where !digits.isEmpty: digits += "0" + head
        case 2 where !digits.isEmpty: digits += head
        case _ where digits.isEmpty || head.hasPrefix(digits): digits = String(head)
        default: return false
        }
        return true
    }

    /// Whether the block can have such a row.
    func fits(_ block: BlockIndex) -> Bool {
        guard let code else { return word != 0 }
        switch block.codes {
        case .function: return code.leadingDigit == 2
        case .economic: return code.leadingDigit == 3
        case nil: return true
        }
    }
}

extension Int {
    var leadingDigit: Int {
        var rest = self
        while rest >= 10 { rest /= 10 }
        return rest
    }
}
