/// Reads what the prose says of its figures, paragraph by paragraph.
///
/// A figure's subject is named right before it, or was named before: at the item's beginning
/// (1.教育支出（类）普通教育（款）初中教育（项）。), or by the figure before. What is not understood is
/// passed over, so that nothing is compared that the report did not say.
struct ProseReader {
    let index: ProseIndex
    let names: ProseNames
    let report: ProseReport
    /// The subject that parts stand under; holds over paragraphs until the next heading.
    var passage: Int?
    /// The figure of that subject, by its slot.
    var passageHead: Int?
    /// The figures of its parts, by subject, and those that a share of it is given of.
    var parts: [Int: Int] = [:]
    var shares: [(part: Int, rate: ProseFigure)] = []
    /// The first figure that each topic was given, by its slot.
    var said: [Topic: Int] = [:]
    /// How what a table's figure is changed, by the figure's reference.
    var changed: [String: Change] = [:]
    var state = State()
    var figures: [ProseFigure] = []
    var rests: [String] = []
    var firstSlot = 0
    var number = 0
    private(set) var claims: [ProseClaim] = []
    /// What a heading showed.
    private var pending: [ProseClaim] = []
    private(set) var notes: [ProseNote] = []

    /// What a paragraph has said so far.
    struct State {
        /// What the figures to come are of, if they name nothing.
        var topic = Topic.unknown
        /// What is spoken of is an item, known or not.
        var isItem = false
        /// The last figures of the topic.
        var value: Int?
        var final: Int?
        /// What was planned: at first, in the end, both.
        var budgets: [Int] = []
        /// The figures of another year.
        var priors: [Prior] = []
        var change: (figure: Int, isMore: Bool, base: Int)?
        /// Figures by the names printed before them.
        var named: [String: Int] = [:]
        /// 其中 was said: parts of one of the figures before follow.
        var isList = false
        var sentence = 0
    }

    /// A figure of another year, and the name it was given.
    struct Prior {
        var figure: Int
        var year: ProseDate.Year
        var subject: String
        /// What was planned, or what was spent; nil where it is not said.
        var role: ProseDefinition.Role?
    }

    enum Topic: Hashable {
        case unknown
        case subject(Int)
        case code(Int)
        /// A class named under a subject.
        case functionClass(Int, under: Int)
        /// A project, by its name's key.
        case project(String)
    }

    /// A change that was said of a figure.
    struct Change {
        var slot: Int
        var isMore: Bool
        /// The figure that it was said of.
        var value: Int
        /// Over what was spent, not over what was planned.
        var isOverFinal: Bool
    }

    init(_ index: ProseIndex, names: ProseNames, report: ProseReport) {
        self.index = index
        self.names = names
        self.report = report
    }

    /// Headings end a passage.
    mutating func readHeading() {
        pending += sums()
        passage = nil
        passageHead = nil
        parts = [:]
        shares = []
    }

    /// What only shows at the end of the text.
    mutating func finish() {
        claims = pending + sums()
        notes = []
    }

    /// Reads a paragraph whose first figure has this slot.
    mutating func read(_ scanner: ProseScanner, paragraph: Int, firstSlot: Int) {
        figures = scanner.figures
        rests = scanner.rests
        self.firstSlot = firstSlot
        number = paragraph
        claims = pending
        pending = []
        notes = []
        state = State()
        takeProject()
        for number in figures.indices { read(number) }
    }

    private mutating func read(_ number: Int) {
        let figure = figures[number]
        takeList(number)
        if figure.sentence != state.sentence {
            state.sentence = figure.sentence
            state.budgets = []
            state.final = nil
            state.change = nil
        }
        let words = takeItem(figure)
        var label = index.label(words)
        if case .project = state.topic, label.subject == ProseReader.project { label.subject = "" }
        label.year = label.year ?? inheritedYear(number, label)
        let isOther = label.year.map(report.isOther) ?? false
        let isChange =
            label.role == .increase || label.role == .decrease || label.role == .growth
            || label.role == .fall
        if figure.kind == .rate {
            if !isOther { readRate(number, label) }
        } else if isChange {
            if !isOther { readChange(number, label) }
        } else if isOther, let year = label.year {
            readPrior(number, label, year)
        } else if label.compared == nil {
            readAmount(number, label)
        }
        readWording(number)
    }

    /// 2023年预算数为9万元，执行数为8万元: the second is of that year, too.
    ///
    /// A plan knows nothing yet of what was spent of it.
    private func inheritedYear(_ number: Int, _ label: ProseIndex.Label) -> ProseDate.Year? {
        guard label.subject.isEmpty, label.role == .budget || label.role == .final else {
            return nil
        }
        if let last = state.priors.last, last.figure == number - 1 { return last.year }
        return report.isPlan && label.role == .final ? .previous : nil
    }

    private static let lists = ["其中", "包括"]

    /// 其中 after a figure: parts of it follow.
    private mutating func takeList(_ number: Int) {
        if number > 0, opensList(number) { state.isList = true }
    }

    /// Whether 其中 stands between this figure and the one before.
    func opensList(_ number: Int) -> Bool {
        let words = figures[number].gap + figures[number].label
        return ProseReader.lists.contains(where: words.containsBytewise)
    }

    /// …项目绩效自评情况：: what follows is said of that project.
    private mutating func takeProject() {
        guard !report.isPlan, let first = figures.first else { return }
        for mark in index.definition.projects.marks {
            guard let place = first.gap.lastRangeBytewise(of: mark) else { continue }
            let name = ProseProject.key(String(first.gap[..<place.lowerBound]))
            if !name.isEmpty { state.topic = .project(name) }
            return
        }
    }

    /// An item's subject: its code, or the names of 类, 款 and 项; what stands before the figure otherwise.
    private mutating func takeItem(_ figure: ProseFigure) -> String {
        let text = figure.gap + figure.label
        guard let item = ProseItem(in: text) else { return figure.label }
        state = State(sentence: state.sentence)
        if !item.names.isEmpty {
            state.isItem = true
            state.topic = names.code(item).map(Topic.code) ?? .unknown
        }
        let rest = text[item.end...]
        let words = rest.utf8.count < figure.label.utf8.count ? rest : figure.label[...]
        return item.names.isEmpty ? String(words) : ProseReader.withoutMarks(words)
    }

    /// What may stand between an item's names and its figure: （项）”科目, （项）支出.
    private static let marks = ["”", "\"", "科目", "支出"]

    private static func withoutMarks(_ text: Substring) -> String {
        var rest = text
        for mark in marks where rest.startsBytewise(with: mark) {
            rest = rest[rest.utf8.index(rest.startIndex, offsetBy: mark.utf8.count)...]
        }
        return String(rest)
    }

    /// A project's paragraph calls it so.
    private static let project = "项目"

    /// What words name.
    func topic(_ key: String) -> Topic {
        if let subject = index.subject(key, under: passage) { return .subject(subject) }
        if let passage, !index.definition.subjects[passage].classes.isEmpty,
            let code = names.functionClass(key)
        {
            return .functionClass(code, under: passage)
        }
        return .unknown
    }

    /// A new topic begins.
    mutating func take(_ topic: Topic, _ number: Int) {
        guard topic != state.topic else { return }
        state.priors = state.priors.filter {
            !$0.subject.isEmpty && self.topic($0.subject) == topic
        }
        state.topic = topic
        state.isItem = false
        state.value = nil
        state.budgets = []
        state.final = nil
        if case .subject(let subject) = topic, index.definition.subjects[subject].under.isEmpty {
            closePassage()
            passage = subject
        }
    }

    func definition(_ subject: Int) -> ProseDefinition.Subject {
        index.definition.subjects[subject]
    }

    mutating func add(_ claim: ProseClaim) { claims.append(claim) }

    private mutating func closePassage() {
        claims += sums()
        passageHead = nil
        parts = [:]
        shares = []
    }

    mutating func note(_ kind: ProseNote.Kind, _ figure: Int) {
        notes.append(
            ProseNote(
                kind: kind, place: ProsePlace(paragraph: number, range: figures[figure].range),
                label: figures[figure].label, printed: figures[figure].amount.text))
    }
}
