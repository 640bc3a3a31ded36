/// A relation as the checker reads it; see docs/catalogue.md for the language.
struct RelationExpression: Sendable, Hashable {
    enum Sign: Sendable { case equal, atLeast, atMost }

    /// Which rows a reference means.
    enum Rows: Sendable, Hashable {
        /// One row by its id, or by its code.
        case item(String)
        case code(Int)
        /// The row that is named as the form's own field.
        case field(String)
        /// Every row of the block, one relation each.
        case every
        /// Every class (3 digits), one relation each.
        case eachClass
        /// Every code, one relation each.
        case eachCode
        /// The sum over the classes.
        case sumOfClasses
        /// The sum over all rows of a form but the one that the relation is about.
        case sumOfOthers
    }

    struct Reference: Sendable, Hashable {
        var table: String?
        var block: String?
        var rows: Rows
        var measure: String?
    }

    struct Term: Sendable, Hashable {
        var factor: Int
        var reference: Reference
    }

    enum Form: Sendable, Hashable {
        /// Left minus right, all terms with their sign.
        case linear([Term], Sign)
        /// The first is the second in per cent of the third.
        case rate([Term])
        /// Every code is the sum of the codes below it.
        case tree
        /// The same by which label column is filled.
        case outline
        /// Line numbers count up.
        case sequence
        /// A table without figures says that there are none, and no other does.
        case declaredEmpty
        /// A table (its id) is blank where, and only where, the figures are.
        case blank(String, Term)
    }

    var form: Form
    /// How many terms stand on the left.
    var leftCount = 1

    /// Reads an expression; throws a sentence that says what is wrong.
    init(_ text: String) throws(CatalogueError) {
        switch text {
        case "tree": form = .tree
        case "outline": form = .outline
        case "sequence": form = .sequence
        case "declared-empty": form = .declaredEmpty
        default:
            let words = text.split(separator: " ").map(String.init)
            guard let middle = words.firstIndex(where: { ["=", ">=", "<="].contains($0) }) else {
                throw .relation(text, "has no =, >= or <=")
            }
            if words[0] == "blank" {
                guard middle == 2, words.count == 4 else {
                    throw .relation(text, "should be written: blank table = figures")
                }
                let figures = try RelationExpression.reference(words[3], in: text)
                form = .blank(words[1], Term(factor: 1, reference: figures))
                return
            }
            let left = try RelationExpression.terms(words[..<middle], in: text)
            let rest = words[(middle + 1)...]
            if let slash = rest.firstIndex(of: "/") {
                let parts =
                    try RelationExpression.terms(rest[..<slash], in: text)
                    + RelationExpression.terms(rest[(slash + 1)...], in: text)
                guard left.count == 1, parts.count == 2 else {
                    throw .relation(text, "a rate is written a = b / c")
                }
                form = .rate(left + parts)
                return
            }
            let right = try RelationExpression.terms(rest, in: text).map {
                Term(factor: -$0.factor, reference: $0.reference)
            }
            let signs: [String: Sign] = ["=": .equal, ">=": .atLeast, "<=": .atMost]
            form = .linear(left + right, signs[words[middle]] ?? .equal)
            leftCount = left.count
        }
    }

    private static func terms(
        _ words: ArraySlice<String>, in text: String
    ) throws(CatalogueError) -> [Term] {
        var terms: [Term] = []
        var factor: Int? = 1
        for word in words {
            if word == "+" || word == "-" {
                guard factor == nil else { throw .relation(text, "has two signs in a row") }
                factor = word == "+" ? 1 : -1
                continue
            }
            guard let sign = factor else {
                throw .relation(text, "wants + or - before \(word)")
            }
            terms.append(Term(factor: sign, reference: try reference(word, in: text)))
            factor = nil
        }
        guard factor == nil else { throw .relation(text, "ends where a term should stand") }
        return terms
    }

    /// `table/block.row:measure`, all but the row left out where it is clear.
    static func reference(
        _ word: String, in text: String
    ) throws(CatalogueError) -> Reference {
        var rest = Substring(word)
        var result = Reference(rows: .every)
        var closing = false
        if rest.hasPrefix("sum("), rest.hasSuffix(")") {
            rest = rest.dropFirst(4).dropLast()
            closing = true
        }
        if let slash = rest.firstIndex(of: "/") {
            result.table = String(rest[..<slash])
            rest = rest[rest.index(after: slash)...]
        }
        if let colon = rest.firstIndex(of: ":") {
            result.measure = String(rest[rest.index(after: colon)...])
            rest = rest[..<colon]
        }
        if let dot = rest.firstIndex(of: ".") {
            result.block = String(rest[..<dot])
            rest = rest[rest.index(after: dot)...]
        }
        switch (rest, closing) {
        case ("class", true): result.rows = .sumOfClasses
        case ("others", true): result.rows = .sumOfOthers
        case (_, true): throw .relation(text, "knows sum(class) and sum(others), not \(word)")
        case ("*", false): result.rows = .every
        case ("@class", false): result.rows = .eachClass
        case ("@code", false): result.rows = .eachCode
        case ("", false): throw .relation(text, "has a reference without a row: \(word)")
        case _ where rest.hasPrefix("$"): result.rows = .field(String(rest.dropFirst()))
        default: result.rows = Int(rest).map { .code($0) } ?? .item(String(rest))
        }
        return result
    }
}
