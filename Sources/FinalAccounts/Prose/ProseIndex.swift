/// The catalogue's words for prose, made ready for looking up.
struct ProseIndex: Sendable {
    /// What a figure's label says.
    struct Label: Sendable, Hashable {
        var role: ProseDefinition.Role?
        /// The subject's key; empty where it is left to what was said before.
        var subject = ""
        /// 占: a share, of `subject`.
        var isShare = false
    }

    let definition: ProseDefinition
    private var subjects: [String: [Int]] = [:]
    private var ids: [String: Int] = [:]
    /// Words that a label ends with, the longest first.
    private let endings: [(word: String, role: ProseDefinition.Role)]
    private let fillers: [String]
    private let openings: [String]
    private let completions: Set<String>

    init(_ definition: ProseDefinition) {
        self.definition = definition
        for (number, subject) in definition.subjects.enumerated() {
            ids[subject.id] = number
            for name in subject.names { subjects[LabelKey.key(name), default: []].append(number) }
        }
        let roles: [ProseDefinition.Role] = [
            .budget, .final, .increase, .decrease, .growth, .fall,
        ]
        endings = roles.flatMap { role in
            (definition.words[role] ?? []).map { (LabelKey.key($0), role) }
        }.sorted { $0.0.utf8.count > $1.0.utf8.count }
        fillers = (definition.words[.filler] ?? []).sorted { $0.utf8.count > $1.utf8.count }
        openings = (definition.words[.opening] ?? []).map(LabelKey.key)
        completions = Set((definition.words[.completion] ?? []).map(LabelKey.key))
    }

    /// The subject that a name means: one under `passage` before one that stands by itself.
    func subject(_ key: String, under passage: Int?) -> Int? {
        let found = subjects[key] ?? []
        let id = passage.map { definition.subjects[$0].id }
        if let id, let part = found.first(where: { definition.subjects[$0].under == id }) {
            return part
        }
        return found.first { definition.subjects[$0].under == nil }
    }

    func contains(_ text: String, _ role: ProseDefinition.Role) -> Bool {
        (definition.words[role] ?? []).contains(where: text.containsBytewise)
    }

    /// What stands before a figure; `year` is the year that it speaks of, where it names one.
    func label(_ text: String) -> (label: Label, year: Int?) {
        let (rest, year) = ProseIndex.withoutYear(text)
        var key = LabelKey.item(rest).key
        if key.startsBytewise(with: "占") {
            return (Label(subject: trimmed(String(key.dropFirst())), isShare: true), year)
        }
        key = trimmed(key)
        if completions.contains(key) { return (Label(role: .completion), year) }
        // a subject's name may itself end with such a word
        if subjects[key] != nil { return (Label(subject: key), year) }
        for (word, role) in endings where key.endsBytewise(with: word) {
            let rest = String(key.droppingBytewise(suffix: word.utf8.count))
            let subject = opened(trimmed(rest))
            return (Label(role: role, subject: subject), year)
        }
        return (Label(subject: opened(key)), year)
    }

    /// Without the word that may stand before a subject.
    private func opened(_ key: String) -> String {
        guard subjects[key] == nil, let word = openings.first(where: key.startsBytewise) else {
            return key
        }
        return String(key.dropFirst(word.count))
    }

    private func trimmed(_ key: String) -> String {
        var key = key[...]
        var changed = true
        while changed {
            changed = false
            for filler in fillers where key.endsBytewise(with: filler) {
                key = key.droppingBytewise(suffix: filler.utf8.count)
                changed = true
                break
            }
        }
        return String(key)
    }

    /// What follows the last 20xx年度, and that year: before it stands the unit's name.
    private static func withoutYear(_ text: String) -> (rest: String, year: Int?) {
        let scalars = Array(text.unicodeScalars)
        var index = scalars.count - 1
        while index >= 4 {
            if scalars[index] == "年", let year = year(scalars[(index - 4)..<index]) {
                var rest = scalars[(index + 1)...]
                if rest.first == "度" { rest.removeFirst() }
                var view = String.UnicodeScalarView()
                view.append(contentsOf: rest)
                return (String(view), year)
            }
            index -= 1
        }
        return (text, nil)
    }

    private static func year(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
        var year = 0
        for scalar in scalars {
            guard scalar.value >= 0x30, scalar.value <= 0x39 else { return nil }
            year = year * 10 + Int(scalar.value - 0x30)
        }
        return (2000...2099).contains(year) ? year : nil
    }
}
