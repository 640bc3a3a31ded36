/// The catalogue as compact text, a definition a line: what is embedded in the program.
///
/// YAML takes too long to parse at every start.
public enum CatalogueText {
    private static let tab = "\t"

    public static func write(_ catalogue: Catalogue) -> String {
        var lines: [[String]] = []
        for role in Catalogue.Role.allCases {
            lines.append(["H", role.rawValue] + (catalogue.headers[role] ?? []))
        }
        for role in Catalogue.Mark.allCases {
            if let words = catalogue.marks[role] { lines.append(["Q", role.rawValue] + words) }
        }
        lines += catalogue.words.map { ["W", $0.word] + $0.aliases }
        lines += catalogue.functionCodes.map { ["F", $0.code] + $0.names }
        lines += catalogue.economicCodes.map { ["E", $0.code] + $0.names }
        for table in catalogue.tables {
            lines.append(
                [
                    "T", table.id, table.code ?? "", table.kind?.rawValue ?? "", table.title,
                ] + table.variants)
            if !table.form.isEmpty { lines.append(["L"] + table.form) }
            lines += table.fields.map { ["G", $0.id] + $0.names }
            if !table.sections.isEmpty { lines.append(["N"] + table.sections) }
            lines += table.levels.map { ["V"] + $0 }
            for block in table.blocks { append(block, to: &lines) }
            lines += table.relations.map { fields("R", $0) }
        }
        lines += catalogue.relations.map { fields("X", $0) }
        append(catalogue.prose, to: &lines)
        lines += catalogue.across.map { ["A", $0.id, $0.other.rawValue, $0.check] }
        return lines.map { $0.joined(separator: tab) + "\n" }.joined()
    }

    private static func append(_ block: BlockDefinition, to lines: inout [[String]]) {
        let flags = (block.isRepeated ? "r" : "") + (block.hasClasses ? "c" : "")
        lines.append(
            ["B", block.id, block.under ?? "", block.codes?.rawValue ?? "", flags] + block.outline)
        if let key = block.key { lines.append(["K", key]) }
        lines += block.columns.map { ["C", $0.measure, $0.kind.rawValue] + $0.names }
        lines += block.rows.map { ["I", $0.id, $0.after ?? ""] + $0.names }
    }

    private static func append(_ prose: ProseDefinition, to lines: inout [[String]]) {
        for role in ProseDefinition.Role.allCases {
            if let words = prose.words[role] { lines.append(["P", role.rawValue] + words) }
        }
        lines += prose.subjects.map { subject in
            let lists = [
                subject.value, subject.budget, subject.under, subject.share, subject.classes,
                subject.sums.map { $0.joined(separator: "+") },
            ]
            return ["S", subject.id] + lists.map { $0.joined(separator: "|") } + subject.names
        }
        if !prose.codes.isEmpty { lines.append(["D"] + prose.codes) }
        let projects = [prose.projects.marks, prose.projects.budget, prose.projects.final]
        if projects.contains(where: { !$0.isEmpty }) {
            lines.append(["J"] + projects.map { $0.joined(separator: "|") })
        }
    }

    private static func fields(_ letter: String, _ relation: RelationDefinition) -> [String] {
        [
            letter, relation.id, relation.isOfficial ? "" : relation.standing.rawValue,
            relation.when ?? "", relation.check,
        ]
    }

    /// Reads what ``write(_:)`` wrote; lines that it did not write are passed over.
    public static func read(_ text: String) -> Catalogue {
        var text = text
        return text.withUTF8 { read($0) }
    }

    static func read(_ text: UnsafeBufferPointer<UInt8>) -> Catalogue {
        var catalogue = Catalogue()
        var fields: [String] = []
        var start = 0
        for index in 0...text.count {
            // the last line may lack its end
            let byte = index < text.count ? text[index] : UInt8(ascii: "\n")
            guard byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n") else { continue }
            fields.append(String(decoding: text[start..<index], as: UTF8.self))
            start = index + 1
            guard byte == UInt8(ascii: "\n") else { continue }
            if let letter = fields.first { add(letter, fields, to: &catalogue) }
            fields.removeAll(keepingCapacity: true)
        }
        return catalogue
    }

    private static func add(_ letter: String, _ fields: [String], to catalogue: inout Catalogue) {
        let last = catalogue.tables.indices.last
        switch letter {
        case "H":
            if let role = Catalogue.Role(rawValue: fields[1]) {
                catalogue.headers[role] = Array(fields[2...])
            }
        case "Q":
            if let role = Catalogue.Mark(rawValue: fields[1]) {
                catalogue.marks[role] = Array(fields[2...])
            }
        case "W": catalogue.words.append((fields[1], Array(fields[2...])))
        case "F": catalogue.functionCodes.append((fields[1], Array(fields[2...])))
        case "E": catalogue.economicCodes.append((fields[1], Array(fields[2...])))
        case "T":
            var table = TableDefinition(id: fields[1], title: fields[4])
            table.code = fields[2].isEmpty ? nil : fields[2]
            table.kind = AccountKind(rawValue: fields[3])
            table.variants = Array(fields[5...])
            catalogue.tables.append(table)
        case "X": catalogue.relations.append(relation(fields))
        case "P":
            if let role = ProseDefinition.Role(rawValue: fields[1]) {
                catalogue.prose.words[role] = Array(fields[2...])
            }
        case "S": catalogue.prose.subjects.append(subject(fields))
        case "A":
            if let other = AcrossDefinition.Other(rawValue: fields[2]) {
                catalogue.across.append(
                    AcrossDefinition(id: fields[1], check: fields[3], other: other))
            }
        case "D": catalogue.prose.codes = Array(fields[1...])
        case "J":
            let lists = fields[1...3].map { $0.split(separator: "|").map(String.init) }
            catalogue.prose.projects.marks = lists[0]
            catalogue.prose.projects.budget = lists[1]
            catalogue.prose.projects.final = lists[2]
        case "L":
            if let last { catalogue.tables[last].form = Array(fields[1...]) }
        case "N":
            if let last { catalogue.tables[last].sections = Array(fields[1...]) }
        case "V":
            if let last { catalogue.tables[last].levels.append(Array(fields[1...])) }
        case "G":
            if let last { catalogue.tables[last].fields.append((fields[1], Array(fields[2...]))) }
        case "R":
            if let last { catalogue.tables[last].relations.append(relation(fields)) }
        default:
            if let last { add(letter, fields, to: &catalogue.tables[last]) }
        }
    }

    private static func add(_ letter: String, _ fields: [String], to table: inout TableDefinition) {
        if letter == "B" {
            var block = BlockDefinition(id: fields[1])
            block.under = fields[2].isEmpty ? nil : fields[2]
            block.codes = BlockDefinition.Codes(rawValue: fields[3])
            block.isRepeated = fields[4].contains("r")
            block.hasClasses = fields[4].contains("c")
            block.outline = Array(fields[5...])
            return table.blocks.append(block)
        }
        guard let last = table.blocks.indices.last else { return }
        if letter == "K" { table.blocks[last].key = fields[1] }
        if letter == "C" {
            var column = ColumnDefinition(measure: fields[1], names: Array(fields[3...]))
            column.kind = ColumnDefinition.Kind(rawValue: fields[2]) ?? .money
            table.blocks[last].columns.append(column)
        } else if letter == "I" {
            var row = RowDefinition(id: fields[1], names: Array(fields[3...]))
            row.after = fields[2].isEmpty ? nil : fields[2]
            table.blocks[last].rows.append(row)
        }
    }

    private static func subject(_ fields: [String]) -> ProseDefinition.Subject {
        var subject = ProseDefinition.Subject(id: fields[1], names: Array(fields[8...]))
        let lists = fields[2...7].map { $0.split(separator: "|").map(String.init) }
        subject.value = lists[0]
        subject.budget = lists[1]
        subject.under = lists[2]
        subject.share = lists[3]
        subject.classes = lists[4]
        subject.sums = lists[5].map { $0.split(separator: "+").map(String.init) }
        return subject
    }

    private static func relation(_ fields: [String]) -> RelationDefinition {
        var relation = RelationDefinition(id: fields[1], check: fields[4])
        relation.standing = RelationDefinition.Standing(rawValue: fields[2]) ?? .official
        relation.when = fields[3].isEmpty ? nil : fields[3]
        return relation
    }
}
