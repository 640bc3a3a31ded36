/// What stands in front of an official title: a year, a number, an organisation, a neutral word.
struct TitlePrefix: Sendable {
    private let neutral: [String]
    private let endings: [String]
    private let qualifying: [String]
    /// Names that the document itself gives organisations, as keys.
    private let organisations: Set<String>

    init(_ words: [Catalogue.Mark: [String]], organisations: Set<String>) {
        func longest(_ role: Catalogue.Mark) -> [String] {
            (words[role] ?? []).sorted { $0.utf8.count > $1.utf8.count }
        }
        neutral = longest(.neutral)
        endings = longest(.organisation)
        qualifying = longest(.qualifier)
        self.organisations = organisations
    }

    /// Whether a title behind it is the same as without it.
    func saysNothing(_ prefix: String) -> Bool {
        let rest = stripped(prefix)
        return rest.isEmpty || isOrganisation(rest)
    }

    /// Without numbers, years, neutral words and organisations known to the document.
    func stripped(_ title: String) -> String {
        var rest = title[...]
        var isChanged = true
        while isChanged, !rest.isEmpty {
            let before = rest.utf8.count
            rest = withoutNumber(withoutYear(rest))
            for word in neutral + Array(organisations) where rest.startsBytewise(with: word) {
                rest = rest.dropFirst(word.count)
                break
            }
            isChanged = rest.utf8.count < before
        }
        return String(rest)
    }

    /// The words in it that say of which money a table is.
    func qualifiers(_ title: String) -> [String] { qualifying.filter(title.containsBytewise) }

    private func isOrganisation(_ text: String) -> Bool {
        let text = withoutEnd(text[...])
        if text.isEmpty || organisations.contains(String(text)) { return true }
        return isOffice(text) && (qualifiers(String(text)).isEmpty || isOfMoney(text))
    }

    /// Without neutral words and years behind a name: 某某局本级2024年度部门.
    private func withoutEnd(_ text: Substring) -> Substring {
        var rest = text
        var isChanged = true
        while isChanged, !rest.isEmpty, !organisations.contains(String(rest)) {
            let before = rest.utf8.count
            rest = withoutYear(rest, atEnd: true)
            for word in neutral where rest.endsBytewise(with: word) {
                rest = rest.droppingBytewise(suffix: word.utf8.count)
                break
            }
            isChanged = rest.utf8.count < before
        }
        return rest
    }

    private func isOffice(_ text: Substring) -> Bool {
        endings.contains { text.endsBytewise(with: $0) }
    }

    /// 某某市财政局: an office for money of a place, which the words in front of the first qualifier name.
    private func isOfMoney(_ text: Substring) -> Bool {
        let starts = qualifying.compactMap { text.firstRangeBytewise(of: $0)?.lowerBound }
        guard let first = starts.min() else { return false }
        return isOffice(text[..<first])
    }

    /// 2024年度, 2024年.
    private func withoutYear(_ text: Substring, atEnd: Bool = false) -> Substring {
        for word in ["年度", "年"] {
            if atEnd {
                guard text.endsBytewise(with: word) else { continue }
                let digits = text.droppingBytewise(suffix: word.utf8.count)
                if digits.suffix(4).isYear { return digits.dropLast(4) }
            } else if text.prefix(4).isYear, text.dropFirst(4).startsBytewise(with: word) {
                return text.dropFirst(4 + word.count)
            }
        }
        return text
    }

    /// 公开03表, 表3, 附件2, 财决01表, 3: brackets and signs are no part of a key.
    private func withoutNumber(_ text: Substring) -> Substring {
        var rest = text
        for word in ["公开", "财决", "附", "表", "件"] where rest.startsBytewise(with: word) {
            rest = rest.dropFirst(word.count)
        }
        if let year = rest.startOfYearBehindNumber { return rest[year...] }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, digits.count <= 3 else { return text }
        rest = rest.dropFirst(digits.count)
        return rest.first == "表" ? rest.dropFirst() : rest
    }
}

extension Substring {
    /// Where the year begins that a number runs into once spaces and points are gone: 表2 2026年 is 表22026年.
    var startOfYearBehindNumber: Index? {
        let digits = prefix { $0.isASCII && $0.isNumber }
        guard (5...7).contains(digits.count), self[digits.endIndex...].first == "年",
            digits.suffix(4).isYear
        else { return nil }
        return digits.suffix(4).startIndex
    }

    fileprivate var isYear: Bool {
        guard utf8.count == 4, utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return false }
        return startsBytewise(with: "20") || startsBytewise(with: "19")
    }
}
