internal import PageModel

/// Something that a rule would change: these scalars become that text.
struct TextChange {
    var range: Range<Int>
    var text: String
}

/// A rule of repair: what it finds in a text, from left to right, without overlaps.
///
/// To add one: a file in Rules/ with its `TextRule`, its line in ``TextRules/all``, its row in
/// docs/repair.md, and its cases in RuleTests.
struct TextRule: Sendable {
    let name: String
    /// Whether it may touch digits: the others must leave every number as it is.
    var isForNumbers = false
    let changes: @Sendable ([Unicode.Scalar]) -> [TextChange]
}

/// All rules, in the order in which they are tried.
enum TextRules {
    static let all: [TextRule] = [
        .characters, .latex, .width, .numberSpaces, .minus, .brackets, .quotes, .doubled,
    ]
}

extension [Unicode.Scalar] {
    /// The scalar there; nil outside.
    func at(_ index: Int) -> Unicode.Scalar? { indices.contains(index) ? self[index] : nil }

    func isDigit(_ index: Int) -> Bool { at(index)?.isASCIIDigit ?? false }
}
