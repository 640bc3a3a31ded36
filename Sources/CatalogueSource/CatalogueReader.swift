public import FinalAccounts
internal import Yams

/// Something in a catalogue file that cannot be used, and where.
public struct CatalogueFault: Error, Hashable, CustomStringConvertible {
    public var file: String
    public var line: Int
    public var message: String

    public var description: String { "\(file):\(line): \(message)" }
}

/// Reads catalogues from YAML; see docs/catalogue.md.
public struct CatalogueReader {
    public internal(set) var catalogue: Catalogue
    public private(set) var faults: [CatalogueFault] = []
    private var file = ""

    /// Adds to `catalogue`: tables and relations of the same id are replaced.
    public init(adding catalogue: Catalogue = Catalogue()) {
        self.catalogue = catalogue
    }

    /// Reads one file's text; what is wrong with it is among ``faults``.
    public mutating func read(_ text: String, file: String) {
        self.file = file
        guard YAMLAliases.count(in: text) <= YAMLAliases.most else {
            let message = "more than \(YAMLAliases.most) aliases (*name) in one file"
            faults.append(CatalogueFault(file: file, line: 1, message: message))
            return
        }
        do {
            guard let root = try Yams.compose(yaml: text) else { return }
            for (key, value) in entries(root, "a catalogue") { read(key, value) }
        } catch let error as YamlError {
            addSyntax(error)
        } catch {
            faults.append(CatalogueFault(file: file, line: 1, message: "\(error)"))
        }
    }

    /// Looks whether relations speak of tables, rows and columns that are defined.
    public mutating func validate() {
        do throws(CatalogueError) {
            _ = try AccountsChecker(catalogue)
            return
        } catch {
            // say where: the relation that cannot be used without the others
            let before = faults.count
            validateEach()
            if faults.count == before {
                faults.append(CatalogueFault(file: file, line: 1, message: error.description))
            }
        }
    }

    private mutating func validateEach() {
        let all = catalogue
        var bare = all
        bare.relations = []
        for index in bare.tables.indices { bare.tables[index].relations = [] }
        for (number, table) in all.tables.enumerated() {
            for relation in table.relations {
                var trial = bare
                trial.tables[number].relations = [relation]
                check(trial, relation)
            }
        }
        for relation in all.relations {
            var trial = bare
            trial.relations = [relation]
            check(trial, relation)
        }
    }

    private mutating func check(_ trial: Catalogue, _ relation: RelationDefinition) {
        do throws(CatalogueError) {
            _ = try AccountsChecker(trial)
        } catch {
            faults.append(
                CatalogueFault(
                    file: relation.place?.file ?? file, line: relation.place?.line ?? 1,
                    message: "\(relation.id): \(error.description)"))
        }
    }

    // MARK: Sections

    private mutating func read(_ key: Node, _ value: Node) {
        switch key.string {
        case "headers":
            for (role, names) in entries(value, "headers") {
                guard let known = Catalogue.Role(rawValue: role.string ?? "") else {
                    fault(role, "“\(role.string ?? "")” is no kind of label column")
                    continue
                }
                catalogue.headers[known] = (catalogue.headers[known] ?? []) + texts(names)
            }
        case "marks":
            for (role, words) in entries(value, "marks") {
                guard let known = Catalogue.Mark(rawValue: role.string ?? "") else {
                    fault(role, "“\(role.string ?? "")” is no mark")
                    continue
                }
                catalogue.marks[known] = (catalogue.marks[known] ?? []) + texts(words)
            }
        case "words":
            for (word, aliases) in entries(value, "words") {
                catalogue.words.append((word.string ?? "", texts(aliases)))
            }
        case "function-codes": readCodes(value, into: \.functionCodes)
        case "economic-codes": readCodes(value, into: \.economicCodes)
        case "tables":
            for node in list(value, "tables") { readTable(node) }
        case "relations":
            for relation in relations(value) {
                catalogue.relations.removeAll { $0.id == relation.id }
                catalogue.relations.append(relation)
            }
        case "across": readAcross(value)
        case "prose": readProse(value)
        default: fault(key, "“\(key.string ?? "")” is no section of a catalogue")
        }
    }

    private mutating func readAcross(_ node: Node) {
        for (id, value) in entries(node, "relations between reports") {
            var check = ""
            var other: AcrossDefinition.Other?
            for (key, value) in entries(value, "a relation between reports") {
                switch key.string {
                case "check": check = text(value)
                case "other": other = AcrossDefinition.Other(rawValue: text(value))
                default: fault(key, "a relation between reports has no “\(key.string ?? "")”")
                }
            }
            guard let other else {
                fault(id, "the other report is previous-year or budget")
                continue
            }
            var relation = AcrossDefinition(id: text(id), check: check, other: other)
            relation.place = place(id)
            catalogue.across.removeAll { $0.id == relation.id }
            catalogue.across.append(relation)
        }
    }

    private mutating func readCodes(
        _ node: Node, into path: WritableKeyPath<Catalogue, [(code: String, names: [String])]>
    ) {
        for (code, names) in entries(node, "codes") {
            let text = code.string ?? ""
            guard [3, 5, 7].contains(text.utf8.count), Int(text) != nil else {
                fault(code, "“\(text)” is no code of 3, 5 or 7 digits")
                continue
            }
            catalogue[keyPath: path].removeAll { $0.code == text }
            catalogue[keyPath: path].append((text, texts(names)))
        }
    }

    private mutating func readTable(_ node: Node) {
        var table = TableDefinition(id: "", title: "")
        table.place = place(node)
        for (key, value) in entries(node, "a table") {
            switch key.string {
            case "id": table.id = text(value)
            case "code": table.code = text(value)
            case "title": table.title = text(value)
            case "kind":
                table.kind = AccountKind(rawValue: text(value))
                if table.kind == nil { fault(value, "a table's kind is final-accounts or budget") }
            case "variants": table.variants = texts(value)
            case "form": table.form = texts(value)
            case "fields":
                for (id, names) in entries(value, "fields") {
                    table.fields.append((text(id), texts(names)))
                }
            case "sections": table.sections = texts(value)
            case "levels": table.levels = list(value, "levels").map { texts($0) }
            case "blocks":
                for block in list(value, "blocks") { table.blocks.append(readBlock(block)) }
            case "relations": table.relations = relations(value)
            default: fault(key, "a table has no “\(key.string ?? "")”")
            }
        }
        if table.id.isEmpty || table.title.isEmpty || table.blocks.isEmpty && table.form.isEmpty {
            return fault(node, "a table needs id, title, and blocks or form")
        }
        if let index = catalogue.tables.firstIndex(where: { $0.id == table.id }) {
            catalogue.tables[index] = table
        } else {
            catalogue.tables.append(table)
        }
    }

    private mutating func readBlock(_ node: Node) -> BlockDefinition {
        var block = BlockDefinition(id: "")
        for (key, value) in entries(node, "a block") {
            switch key.string {
            case "id": block.id = text(value)
            case "key": block.key = text(value)
            case "under": block.under = text(value)
            case "codes":
                block.codes = BlockDefinition.Codes(rawValue: text(value))
                if block.codes == nil { fault(value, "codes are function or economic") }
            case "repeat": block.isRepeated = value.bool ?? false
            case "classes": block.hasClasses = value.bool ?? false
            case "outline": block.outline = texts(value)
            case "columns":
                for (measure, names) in entries(value, "columns") {
                    block.columns.append(readColumn(measure, names))
                }
            case "rows":
                for (row, names) in entries(value, "rows") {
                    block.rows.append(readRow(row, names))
                }
            default: fault(key, "a block has no “\(key.string ?? "")”")
            }
        }
        if block.id.isEmpty || block.columns.isEmpty { fault(node, "a block needs id and columns") }
        return block
    }

    private mutating func readColumn(_ measure: Node, _ node: Node) -> ColumnDefinition {
        var column = ColumnDefinition(measure: text(measure), names: [])
        guard node.mapping != nil else {
            column.names = texts(node)
            return column
        }
        for (key, value) in entries(node, "a column") {
            switch key.string {
            case "names": column.names = texts(value)
            case "kind":
                if let kind = ColumnDefinition.Kind(rawValue: text(value)) {
                    column.kind = kind
                } else {
                    fault(value, "a column's kind is money, rate or score")
                }
            default: fault(key, "a column has no “\(key.string ?? "")”")
            }
        }
        return column
    }

    private mutating func readRow(_ id: Node, _ node: Node) -> RowDefinition {
        var row = RowDefinition(id: text(id), names: [])
        guard node.mapping != nil else {
            row.names = texts(node)
            return row
        }
        for (key, value) in entries(node, "a row") {
            switch key.string {
            case "names": row.names = texts(value)
            case "after": row.after = text(value)
            default: fault(key, "a row has no “\(key.string ?? "")”")
            }
        }
        return row
    }

    private mutating func relations(_ node: Node) -> [RelationDefinition] {
        entries(node, "relations").map { id, value in
            var relation = RelationDefinition(id: text(id), check: "")
            relation.place = place(id)
            guard value.mapping != nil else {
                relation.check = text(value)
                return relation
            }
            for (key, value) in entries(value, "a relation") {
                switch key.string {
                case "check": relation.check = text(value)
                case "when": relation.when = text(value)
                case "standing":
                    if let standing = RelationDefinition.Standing(rawValue: text(value)) {
                        relation.standing = standing
                    } else {
                        fault(value, "a relation's standing is official, derived or usual")
                    }
                default: fault(key, "a relation has no “\(key.string ?? "")”")
                }
            }
            return relation
        }
    }
}

// MARK: Nodes

extension CatalogueReader {
    func place(_ node: Node) -> Catalogue.Place {
        Catalogue.Place(file: file, line: node.mark?.line ?? 1)
    }

    mutating func fault(_ node: Node, _ message: String) {
        faults.append(CatalogueFault(file: file, line: node.mark?.line ?? 1, message: message))
    }

    private mutating func addSyntax(_ error: YamlError) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            faults.append(CatalogueFault(file: file, line: mark.line, message: problem))
        default: faults.append(CatalogueFault(file: file, line: 1, message: "\(error)"))
        }
    }

    mutating func entries(_ node: Node, _ what: String) -> [(Node, Node)] {
        guard let mapping = node.mapping else {
            fault(node, "\(what) should be a list of names with values")
            return []
        }
        return mapping.map { ($0.key, $0.value) }
    }

    private mutating func list(_ node: Node, _ what: String) -> [Node] {
        guard let sequence = node.sequence else {
            fault(node, "\(what) should be a list")
            return []
        }
        return Array(sequence)
    }

    mutating func text(_ node: Node) -> String {
        guard let scalar = node.scalar else {
            fault(node, "a text should stand here")
            return ""
        }
        return scalar.string
    }

    /// One text or a list of them.
    mutating func texts(_ node: Node) -> [String] {
        if let scalar = node.scalar { return [scalar.string] }
        return list(node, "names").map { text($0) }
    }
}
