/// Something that a paragraph says of its figures, and that can be looked at.
struct ProseClaim: Sendable {
    /// What is compared.
    enum Operand: Sendable, Hashable {
        /// A figure of the paragraph.
        case figure(Int)
        /// A figure of the prose, by its slot, and one of several.
        case slot(Int)
        case either([Int])
        /// A figure of the tables: that of the first of these references which agrees.
        case table([String], of: Row)
    }

    /// Which row a reference means where it leaves that open.
    enum Row: Sendable, Hashable {
        case own
        /// That of a code.
        case code(Int)
        /// That of a project, by its name's ``ProseProject/key(_:)``, or one of its form.
        case project(String)
    }

    typealias Term = (operand: Operand, factor: Int)

    enum Kind: Sendable {
        /// The terms make nothing, or less, or more.
        case sum([Term], RelationExpression.Sign)
        /// The first figure is the sum of some in per cent of the sum of the others.
        case rate(Operand, of: [Term], in: [Term])
    }

    static let share = "text/share"
    static let again = "text/again"

    /// The relation's id: `text/` and the subject, or what is claimed.
    var relation: String
    var kind: Kind
    /// What is compared where the tables have no such figure: the same as said before.
    var fallback: Operand?

    /// Left and right are the same figure, or one must not exceed the other.
    static func equal(
        _ relation: String, _ left: Operand, _ right: Operand,
        _ sign: RelationExpression.Sign = .equal, fallback: Operand? = nil
    ) -> ProseClaim {
        ProseClaim(
            relation: relation, kind: .sum([(left, 1), (right, -1)], sign), fallback: fallback)
    }

    /// With the paragraph's figures counted from this slot on.
    func counting(from first: Int) -> ProseClaim {
        func moved(_ operand: Operand) -> Operand {
            guard case .figure(let number) = operand else { return operand }
            return .slot(first + number)
        }
        func moved(_ terms: [Term]) -> [Term] { terms.map { (moved($0.operand), $0.factor) } }
        var result = self
        result.fallback = fallback.map(moved)
        result.kind =
            switch kind {
            case .sum(let terms, let sign): .sum(moved(terms), sign)
            case .rate(let rate, let part, let whole):
                .rate(moved(rate), of: moved(part), in: moved(whole))
            }
        return result
    }
}

/// Something in the prose that a person should look at, whatever the tables say.
struct ProseNote: Sendable {
    enum Kind: Sendable {
        /// A unit without a figure.
        case missingFigure
        /// A figure with what follows it, which cannot both be so.
        case contradiction(String)
        /// XX局.
        case placeholder
        /// A year that cannot be meant; the one that can.
        case year(String)
        /// A table that the contents list names and the report has not.
        case missingTable
        /// An item that no table names; the one that has the same figure.
        case item(String)
    }

    var kind: Kind
    var place: ProsePlace
    /// The words before a figure.
    var label = ""
    /// The words or the figure in question.
    var printed: String?
}
