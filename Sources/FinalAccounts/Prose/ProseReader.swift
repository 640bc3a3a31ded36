/// Something that a paragraph says of its figures, and that can be looked at.
struct ProseClaim: Sendable {
    /// What is compared: a figure of the paragraph, or one of the tables.
    enum Operand: Sendable, Hashable {
        case figure(Int)
        case table(String, code: Int?)
    }

    enum Kind: Sendable {
        /// Left and right are the same figure, or one must not exceed the other.
        case equal(Operand, Operand, RelationExpression.Sign)
        /// The first figure is the second in per cent of the sum of the others.
        case rate(Int, of: Operand, in: [(Operand, factor: Int)])
    }

    /// The relation's id: `text/` and the subject, or what is claimed.
    var relation: String
    var kind: Kind
}

/// Reads what the prose says of its figures, paragraph by paragraph.
///
/// A figure's subject is named right before it, or was named before: at the item's beginning
/// (1.教育支出（类）普通教育（款）初中教育（项）。), or by the figure before. What is not understood is
/// passed over, so that nothing is compared that the report did not say.
struct ProseReader {
    private let index: ProseIndex
    private let names: ProseNames
    /// The report's year: figures of another are not in its tables.
    private let year: Int?
    /// The subject that parts stand under; holds over paragraphs until the next heading.
    private var passage: Int?
    private var state = State()
    private var figures: [ProseFigure] = []
    private(set) var claims: [ProseClaim] = []

    /// What a paragraph has said so far.
    private struct State {
        /// What the figures to come are of, if they name nothing.
        var topic = Topic.unknown
        /// The last figures of the topic.
        var value: Int?
        var budget: Int?
        var final: Int?
        /// The figure of the passage's subject.
        var head: Int?
        var change: (figure: Int, isMore: Bool, base: Int)?
        /// Figures by the names printed before them.
        var named: [String: Int] = [:]
        var sentence = 0
    }

    private enum Topic: Hashable {
        case unknown
        case subject(Int)
        case code(Int)
        /// A class named under a subject.
        case functionClass(Int, under: Int)
    }

    init(_ index: ProseIndex, names: ProseNames, year: Int?) {
        self.index = index
        self.names = names
        self.year = year
    }

    /// Headings end a passage.
    mutating func readHeading() { passage = nil }

    mutating func read(_ scanner: ProseScanner) {
        figures = scanner.figures
        claims = []
        state = State()
        for number in figures.indices { read(number, rest: scanner.rests[number]) }
    }

    private mutating func read(_ number: Int, rest: String) {
        let figure = figures[number]
        if figure.sentence != state.sentence {
            state.sentence = figure.sentence
            state.budget = nil
            state.final = nil
            state.change = nil
        }
        takeItem(figure)
        let (label, year) = index.label(figure.label)
        let isOther = year != nil && self.year != nil && year != self.year
        if figure.kind == .rate {
            readRate(number, label)
        } else if label.role == .increase || label.role == .decrease {
            readChange(number, label)
        } else if !isOther {
            readAmount(number, label)
        }
        readWording(rest)
    }

    /// An item's subject: its code, or the names of 类, 款 and 项.
    private mutating func takeItem(_ figure: ProseFigure) {
        let text = figure.gap + figure.label
        guard let item = names.item(in: text) else { return }
        state = State(sentence: state.sentence)
        state.topic = item.code.map(Topic.code) ?? .unknown
    }

    // MARK: Amounts

    private mutating func readAmount(_ number: Int, _ label: ProseIndex.Label) {
        if !label.subject.isEmpty {
            if label.role != .budget { state.named[label.subject] = number }
            take(topic(label.subject), number)
        } else if label.role == nil {
            // a figure without words: 其中64.30万元为上年结转
            state.value = nil
            return
        }
        switch label.role {
        case .budget:
            state.budget = number
            if case .subject(let subject) = state.topic,
                let reference = index.definition.subjects[subject].budget
            {
                claim(number, reference, subject)
            }
        case .final:
            state.final = number
            state.value = number
            claimValue(number)
        default:
            state.value = number
            claimValue(number)
        }
    }

    private func topic(_ key: String) -> Topic {
        if let subject = index.subject(key, under: passage) { return .subject(subject) }
        if let passage, index.definition.subjects[passage].classes != nil,
            let code = names.functionClass(key)
        {
            return .functionClass(code, under: passage)
        }
        return .unknown
    }

    /// A new topic begins.
    private mutating func take(_ topic: Topic, _ number: Int) {
        guard topic != state.topic else { return }
        state.topic = topic
        state.value = nil
        state.budget = nil
        state.final = nil
        if case .subject(let subject) = topic, index.definition.subjects[subject].under == nil {
            passage = subject
            state.head = number
        }
    }

    private mutating func claimValue(_ number: Int) {
        switch state.topic {
        case .unknown: return
        case .subject(let subject):
            if let reference = index.definition.subjects[subject].value {
                claim(number, reference, subject)
            }
            if subject == passage { state.head = number }
        case .code(let code):
            for reference in index.definition.codes where names.has(code, reference) {
                add("text/code", .equal(.figure(number), .table(reference, code: code), .equal))
            }
        case .functionClass(let code, let subject):
            if let reference = index.definition.subjects[subject].classes {
                add("text/class", .equal(.figure(number), .table(reference, code: code), .equal))
            }
        }
    }

    private mutating func claim(_ number: Int, _ reference: String, _ subject: Int) {
        let isLimit = reference.startsBytewise(with: "<= ")
        let id = "text/" + index.definition.subjects[subject].id
        let table = ProseClaim.Operand.table(
            isLimit ? String(reference.dropFirst(3)) : reference, code: nil)
        add(id, .equal(.figure(number), table, isLimit ? .atMost : .equal))
    }

    // MARK: Changes and rates

    /// 比上年减少25.74万元: of what was said last, or of what is named again.
    private mutating func readChange(_ number: Int, _ label: ProseIndex.Label) {
        state.change = nil
        let isMore = label.role == .increase
        let isNamed = !label.subject.isEmpty && !isComparison(label.subject)
        let base = isNamed ? state.named[label.subject] : state.value
        guard let base, isNamed || follows(number) else { return }
        state.change = (number, isMore, base)
    }

    /// Words such as 比上年, 与上年度相比 between two figures.
    private func isComparison(_ words: String) -> Bool {
        index.contains(words, .comparison) || words.startsBytewise(with: "比")
            || words.startsBytewise(with: "较")
    }

    /// Nothing but a comparison stands between this figure and the one before.
    private func follows(_ number: Int) -> Bool {
        let words = LabelKey.key(figures[number].gap)
        return words.isEmpty || isComparison(words)
    }

    private mutating func readRate(_ number: Int, _ label: ProseIndex.Label) {
        guard follows(number) else { return }
        if label.isShare { return readShare(number, of: label.subject) }
        switch label.role {
        case .growth, .fall:
            guard label.subject.isEmpty, let change = state.change, change.figure == number - 1,
                (label.role == .growth) == change.isMore
            else { return }
            add(
                "text/change",
                .rate(
                    number, of: .figure(change.figure),
                    in: [
                        (.figure(change.base), 1),
                        (.figure(change.figure), change.isMore ? -1 : 1),
                    ]))
        case .completion: readCompletion(number)
        default: return
        }
    }

    private mutating func readCompletion(_ number: Int) {
        guard let final = state.final, final == number - 1 else { return }
        var budget = state.budget.map(ProseClaim.Operand.figure)
        if budget == nil, case .subject(let subject) = state.topic {
            budget = index.definition.subjects[subject].budget.map { .table($0, code: nil) }
        }
        guard let budget else { return }
        add("text/completion", .rate(number, of: .figure(final), in: [(budget, 1)]))
    }

    private mutating func readShare(_ number: Int, of key: String) {
        guard let part = state.value, figures[(part + 1)..<number].allSatisfy({ $0.kind == .rate })
        else { return }
        guard let whole = whole(key, part) else { return }
        add("text/share", .rate(number, of: .figure(part), in: [(whole, 1)]))
    }

    /// What a share is of: the one named, or what the part's subject stands under.
    private func whole(_ key: String, _ part: Int) -> ProseClaim.Operand? {
        guard key.isEmpty else {
            let name = index.label(key).label
            if let figure = state.named[key] ?? state.named[name.subject] { return .figure(figure) }
            return index.subject(name.subject, under: nil).flatMap {
                index.definition.subjects[$0].value.map { .table($0, code: nil) }
            }
        }
        switch state.topic {
        case .subject(let subject):
            let definition = index.definition.subjects[subject]
            if let share = definition.share { return .table(share, code: nil) }
            guard definition.under != nil else { return nil }
        case .functionClass: break
        default: return nil
        }
        if let head = state.head { return head == part ? nil : .figure(head) }
        return passage.flatMap { index.definition.subjects[$0].value }.map { .table($0, code: nil) }
    }

    /// 决算数小于预算数.
    private mutating func readWording(_ rest: String) {
        guard let budget = state.budget, let final = state.final else { return }
        let isLess = index.contains(rest, .less)
        guard isLess != index.contains(rest, .more) else { return }
        add("text/wording", .equal(.figure(final), .figure(budget), isLess ? .atMost : .atLeast))
        (state.budget, state.final) = (nil, nil)
    }

    private mutating func add(_ relation: String, _ kind: ProseClaim.Kind) {
        claims.append(ProseClaim(relation: relation, kind: kind))
    }
}
