/// A catalogue made ready for looking things up: every text a number.
struct CatalogueIndex: Sendable {
    /// Stands for any text that the catalogue does not know.
    static let unknown = 0

    private(set) var words: [String: Int] = [:]
    private(set) var roles: [Int: Catalogue.Role] = [:]
    private(set) var classes: [Int: Int] = [:]
    private(set) var symbols: [String: Int] = [:]
    private(set) var names: [String] = []
    private(set) var tables: [TableIndex] = []
    private(set) var tablesById: [String: Int] = [:]
    private(set) var codeNames: [Int: [String]] = [:]
    let catalogue: Catalogue
    /// Words of headings that mean the sum of what stands beside them.
    private(set) var totals: Set<Int> = []
    /// The measure of columns that are not known.
    private(set) var unmapped = 0

    init(_ catalogue: Catalogue) {
        self.catalogue = catalogue
        unmapped = symbol("unmapped")
        words.reserveCapacity(1024)
        codeNames.reserveCapacity(1024)
        for (word, aliases) in catalogue.words {
            let id = intern(word)
            for alias in aliases { words[LabelKey.title(alias)] = id }
        }
        for (role, texts) in catalogue.headers {
            for text in texts { roles[intern(text)] = role }
        }
        for list in [catalogue.functionCodes, catalogue.economicCodes] {
            for (code, texts) in list {
                guard let number = Int(code) else { continue }
                codeNames[number] = texts
                guard number < 300 else { continue }
                for text in texts { classes[intern(text)] = number }
            }
        }
        for word in catalogue.marks[.total] ?? [] { totals.insert(intern(word)) }
        for table in catalogue.tables { add(table) }
    }

    /// Looks whether every relation speaks of what is defined.
    func validate() throws(CatalogueError) {
        for (table, definition) in catalogue.tables.enumerated() {
            for relation in definition.relations { _ = try compiled(relation, of: table) }
        }
        for relation in catalogue.relations { _ = try compiled(relation, of: nil) }
        let projects = catalogue.prose.projects
        for reference in catalogue.prose.subjects.flatMap(\.references) + catalogue.prose.codes
            + projects.budget + projects.final
        {
            _ = try self.reference(reference)
        }
        for relation in catalogue.across { _ = try sides(of: relation) }
    }

    /// What a reference of the prose's subjects means.
    func reference(_ text: String) throws(CatalogueError) -> RelationIndex.Term {
        let reference = try RelationExpression.reference(text, in: text)
        return try term(RelationExpression.Term(factor: 1, reference: reference), in: nil)
    }

    /// The tables that a relation between tables names.
    func tables(named relation: RelationDefinition) -> [Int] {
        relation.check.split(separator: " ").compactMap { word in
            word.utf8.firstIndex(of: UInt8(ascii: "/")).flatMap { tablesById[String(word[..<$0])] }
        }
    }

    /// Whether a note says that its table has no figures.
    func declaresEmpty(_ note: String) -> Bool {
        (catalogue.prose.words[.empty] ?? []).contains(where: note.containsBytewise)
    }

    /// The number of a header word or row label.
    func word(_ key: String) -> Int { words[key] ?? CatalogueIndex.unknown }

    private mutating func intern(_ text: String) -> Int {
        let key = LabelKey.title(text)
        if let id = words[key] { return id }
        let id = words.count + 1
        words[key] = id
        return id
    }

    mutating func symbol(_ name: String) -> Int {
        if let id = symbols[name] { return id }
        symbols[name] = names.count
        names.append(name)
        return names.count - 1
    }

    private mutating func add(_ table: TableDefinition) {
        var index = TableIndex(id: table.id)
        index.titles = ([table.title] + table.variants).map(LabelKey.title)
        index.kind = table.kind ?? AccountKind(title: table.title)
        index.form = table.form.map { intern($0) }
        for (id, names) in table.fields {
            for name in names { index.fields[intern(LabelKey.item(name).key)] = symbol(id) }
        }
        index.blocks = table.blocks.map { block($0) }
        tablesById[table.id] = tables.count
        tables.append(index)
    }

    private mutating func block(_ block: BlockDefinition) -> BlockIndex {
        var index = BlockIndex(name: block.id)
        index.key = block.key.map { intern($0) }
        index.under = block.under.map { intern($0) }
        index.codes = block.codes
        index.isRepeated = block.isRepeated
        index.hasClasses = block.hasClasses
        index.outline = block.outline.map { intern($0) }
        index.columns = block.columns.map { column in
            let sets = column.names.map { name in
                name.split(separator: " ").map { intern(String($0)) }
            }
            return ColumnIndex(measure: symbol(column.measure), kind: column.kind, sets: sets)
        }
        for row in block.rows {
            let id = symbol(row.id)
            let after = row.after.map { symbol($0) }
            for name in row.names {
                let word = intern(LabelKey.item(name).key)
                index.rows[word, default: []].append((id, after))
            }
        }
        return index
    }

    /// A relation made ready for use: only those of a document's tables are needed.
    func compiled(
        _ relation: RelationDefinition, of table: Int?
    ) throws(CatalogueError) -> RelationIndex {
        let expression = try RelationExpression(relation.check)
        var index = RelationIndex(
            id: table.map { "\(tables[$0].id)/\(relation.id)" } ?? relation.id,
            standing: relation.standing, table: table)
        index.form = try form(expression.form, in: table)
        index.leftCount = expression.leftCount
        if let when = relation.when {
            index.condition = try form(try RelationExpression(when).form, in: table)
        }
        return index
    }

    private func form(
        _ form: RelationExpression.Form, in table: Int?
    ) throws(CatalogueError) -> RelationIndex.Form {
        switch form {
        case .tree: return .tree
        case .outline: return .outline
        case .sequence: return .sequence
        case .declaredEmpty: return .declaredEmpty
        case .blank(let name, let figures):
            guard let blank = tablesById[name] else { throw .unknownTable(name) }
            return .blank(blank, try term(figures, in: table))
        case .rate(let parts):
            var terms: [RelationIndex.Term] = []
            for part in parts { terms.append(try term(part, in: table)) }
            return .rate(terms)
        case .linear(let parts, let sign):
            var terms: [RelationIndex.Term] = []
            for part in parts { terms.append(try term(part, in: table)) }
            return .linear(terms, sign)
        }
    }

    private func term(
        _ term: RelationExpression.Term, in own: Int?
    ) throws(CatalogueError) -> RelationIndex.Term {
        let reference = term.reference
        var table = own
        if let name = reference.table {
            guard let found = tablesById[name] else { throw .unknownTable(name) }
            table = found
        }
        guard let table else { throw .unknownTable("") }
        var measure: Int?
        if let name = reference.measure {
            measure = symbols[name]
            let known = tables[table].blocks.contains {
                $0.columns.contains { $0.measure == measure }
            }
            guard known else { throw .unknownMeasure(name, table: tables[table].id) }
        }
        var rows = RelationIndex.Rows.every
        switch reference.rows {
        case .every: rows = .every
        case .eachClass: rows = .eachClass
        case .eachCode: rows = .eachCode
        case .sumOfClasses: rows = .sumOfClasses
        case .sumOfOthers: rows = .sumOfOthers
        case .code(let code): rows = .code(code)
        case .field(let name):
            guard let id = symbols[name],
                own.map({ tables[$0].fields.values.contains(id) }) ?? false
            else { throw .unknownRow("$" + name, table: tables[table].id) }
            rows = .field(id)
        case .item(let name):
            let id = symbols[name]
            let known = tables[table].blocks.contains { block in
                block.rows.values.contains { $0.contains { $0.row == id } }
            }
            guard let id, known else { throw .unknownRow(name, table: tables[table].id) }
            rows = .item(id)
        }
        let block = reference.block.flatMap { name in
            tables[table].blocks.firstIndex { $0.name == name }
        }
        return RelationIndex.Term(
            factor: term.factor, table: table, block: block, rows: rows, measure: measure)
    }
}

struct TableIndex: Sendable {
    let id: String
    var titles: [String] = []
    /// Of which kind of report it is a table; nil for those of any.
    var kind: AccountKind?
    var form: [Int] = []
    /// Ids of fields by their labels.
    var fields: [Int: Int] = [:]
    var blocks: [BlockIndex] = []

    init(id: String) { self.id = id }
}

struct BlockIndex: Sendable {
    let name: String
    var key: Int?
    var under: Int?
    var codes: BlockDefinition.Codes?
    var isRepeated = false
    var hasClasses = false
    var outline: [Int] = []
    var columns: [ColumnIndex] = []
    var rows: [Int: [(row: Int, after: Int?)]] = [:]

    init(name: String) { self.name = name }
}

struct ColumnIndex: Sendable {
    let measure: Int
    let kind: ColumnDefinition.Kind
    /// Sets of words that must all stand above the column.
    let sets: [[Int]]
}

struct RelationIndex: Sendable {
    enum Rows: Sendable, Hashable {
        case item(Int)
        case code(Int)
        /// The row that has the form's field as its key.
        case field(Int)
        case every, eachClass, eachCode, sumOfClasses, sumOfOthers
    }

    struct Term: Sendable {
        var factor: Int
        var table: Int
        var block: Int?
        var rows: Rows
        var measure: Int?
    }

    enum Form: Sendable {
        case linear([Term], RelationExpression.Sign)
        case rate([Term])
        case tree, outline, sequence, declaredEmpty
        /// A table that is blank where, and only where, these figures are.
        case blank(Int, Term)
    }

    let id: String
    let standing: RelationDefinition.Standing
    var isOfficial: Bool { standing == .official }
    /// The table that it is within; nil between tables.
    let table: Int?
    var form = Form.tree
    var leftCount = 1
    var condition: Form?

    init(id: String, standing: RelationDefinition.Standing, table: Int?) {
        self.id = id
        self.standing = standing
        self.table = table
    }
}
