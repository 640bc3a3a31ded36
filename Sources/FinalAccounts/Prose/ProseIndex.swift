/// The catalogue's words for prose, made ready for looking up.
struct ProseIndex: Sendable {
    /// What a figure's label says.
    struct Label: Sendable, Hashable {
        var role: ProseDefinition.Role?
        /// The subject's key; empty where it is left to what was said before.
        var subject = ""
        /// 占: a share, of `subject`.
        var isShare = false
        /// The year that it speaks of, and the one that it compares with.
        var year: ProseDate.Year?
        var compared: ProseDate.Year?
    }

    let definition: ProseDefinition
    private var subjects: [String: [Int]] = [:]
    /// Names that other words may stand before.
    private var endings: [String] = []
    /// Words that a label ends with, by their last bytes, the longest first.
    private let roles: [UInt32: [(word: String, role: ProseDefinition.Role)]]
    private let fillers: [UInt32: [String]]
    private let openings: [String]
    private let completions: Set<String>
    private let wholes: Set<String>
    private let ids: [String: Int]

    init(_ definition: ProseDefinition, organisations: [String]) {
        self.definition = definition
        ids = Dictionary(
            definition.subjects.enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { one, _ in one })
        for (number, subject) in definition.subjects.enumerated() {
            for name in subject.names {
                let key = LabelKey.key(name)
                subjects[key, default: []].append(number)
                if name.startsBytewise(with: "…") { endings.append(key) }
            }
        }
        let ending: [ProseDefinition.Role] = [
            .budget, .final, .increase, .decrease, .growth, .fall,
        ]
        let words = ending.flatMap { role in
            (definition.words[role] ?? []).map { (word: LabelKey.key($0), role: role) }
        }.sorted { $0.word.utf8.count > $1.word.utf8.count }
        roles = Dictionary(grouping: words) { ProseIndex.lastBytes($0.word) }
        fillers = Dictionary(
            grouping: (definition.words[.filler] ?? []).sorted { $0.utf8.count > $1.utf8.count },
            by: ProseIndex.lastBytes)
        openings =
            organisations
            + (definition.words[.opening] ?? []).map(LabelKey.key)
            .sorted { $0.utf8.count > $1.utf8.count }
        completions = Set((definition.words[.completion] ?? []).map(LabelKey.key))
        wholes = Set((definition.words[.whole] ?? []).map(LabelKey.key))
    }

    /// The last character's.
    private static func lastBytes(_ text: some StringProtocol) -> UInt32 {
        text.utf8.suffix(3).reduce(0) { $0 << 8 | UInt32($1) }
    }

    // MARK: Subjects

    /// The subject that a name means: one under `passage` before one that stands by itself.
    func subject(_ key: String, under passage: Int?) -> Int? {
        let found = subjects[key] ?? []
        let id = passage.map { definition.subjects[$0].id }
        if let id, let part = found.first(where: { definition.subjects[$0].under.contains(id) }) {
            return part
        }
        return found.first { definition.subjects[$0].under.isEmpty }
    }

    func subject(id: String) -> Int? { ids[id] }

    /// Whether words mean the sum of what was named, whatever it is called.
    func isWhole(_ key: String) -> Bool { wholes.contains(key) }

    func contains(_ text: String, _ role: ProseDefinition.Role) -> Bool {
        (definition.words[role] ?? []).contains(where: text.containsBytewise)
    }

    func begins(_ text: String, _ role: ProseDefinition.Role) -> Bool {
        (definition.words[role] ?? []).contains(where: text.startsBytewise)
    }

    /// Words such as 比上年, 与上年度相比 between two figures.
    func isComparison(_ key: String) -> Bool {
        if let date = ProseDate.last(in: key), date.isCompared {
            let rest = trimmed(date.rest)
            return rest.isEmpty || isPlain(rest) || contains(rest, .comparison)
        }
        return contains(key, .comparison) || key.startsBytewise(with: "比")
            || key.startsBytewise(with: "较")
    }

    // MARK: Labels

    /// What stands before a figure.
    func label(_ text: String) -> Label {
        var label = Label()
        var words = text
        if let date = ProseDate.last(in: text) {
            words = date.rest
            if date.isCompared {
                label.compared = date.year
            } else {
                label.year = date.year
                label.isShare = date.before.endsBytewise(with: "占")
            }
        }
        var key = LabelKey.item(words).key
        if key.startsBytewise(with: "占") {
            label.isShare = true
            key = String(key.dropFirst())
        }
        key = trimmed(key)
        if label.isShare {
            label.subject = known(key) ?? key
        } else if label.compared != nil {
            readCompared(key, &label)
        } else if completions.contains(key) {
            label.role = .completion
        } else if let name = known(key) {
            label.subject = name
        } else {
            readRole(key, &label)
        }
        return label
    }

    /// 比2023年预算执行数减少: that of the year before is what it was, not what the figure is of.
    private func readCompared(_ key: String, _ label: inout Label) {
        readRole(key, &label)
        if isPlain(label.subject) || contains(label.subject, .comparison) { label.subject = "" }
    }

    /// Whether words say no more than whether it is a plan or what was spent.
    private func isPlain(_ key: String) -> Bool {
        (roles[ProseIndex.lastBytes(key)] ?? []).contains {
            ($0.role == .budget || $0.role == .final) && $0.word == key
        }
    }

    /// A role that the words end with, and what they are of.
    private func readRole(_ key: String, _ label: inout Label) {
        let words = roles[ProseIndex.lastBytes(key)] ?? []
        guard let ending = words.first(where: { key.endsBytewise(with: $0.word) }) else {
            label.subject = opened(key)
            return
        }
        label.role = ending.role
        let rest = trimmed(String(key.droppingBytewise(suffix: ending.word.utf8.count)))
        label.subject = known(rest) ?? opened(rest)
    }

    /// The name that words are, or end with.
    private func known(_ key: String) -> String? {
        if subjects[key] != nil { return key }
        let opened = opened(key)
        if subjects[opened] != nil { return opened }
        return endings.first(where: key.endsBytewise)
    }

    /// Without the words that may stand before a subject.
    private func opened(_ key: String) -> String {
        var key = key
        var changed = true
        while changed, subjects[key] == nil {
            changed = false
            for word in openings where key.startsBytewise(with: word) {
                key = String(Substring(key.utf8.dropFirst(word.utf8.count)))
                changed = true
                break
            }
        }
        return key
    }

    private func trimmed(_ key: String) -> String {
        var key = key[...]
        while let filler = fillers[ProseIndex.lastBytes(key)]?.first(where: key.endsBytewise) {
            key = key.droppingBytewise(suffix: filler.utf8.count)
        }
        return String(key)
    }
}
