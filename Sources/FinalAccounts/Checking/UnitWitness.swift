/// What figures say of the unit of a table: the same figure stands elsewhere, so many powers of ten apart.
struct UnitWitness {
    /// Two figures of a relation with one unknown shift; see ``UnitResolver``.
    struct Sighting {
        /// The table whose unit is asked for, and the one that its figures are compared with.
        var statement: Int
        var other: Int
        /// The table's figures, multiplied by ten to this power, are those of the other.
        var shift: Int
        /// Significant digits that agree.
        var digits: Int
        /// What tells one figure from another: the same one twice is one witness.
        var value: Int
    }

    /// A part as large as its whole is the same figure: with so many significant digits no chance, whatever the units.
    static let leastDigitsOfPart = 4
    /// Units that reports use lie no further apart: from 元 to 亿元.
    private static let shifts = [0] + (1...8).flatMap { [-$0, $0] }

    private let statements: [Statement]
    private let slots: [Slot]

    init(_ statements: [Statement], _ slots: [Slot]) {
        self.statements = statements
        self.slots = slots
    }

    /// What an equation says, where it is about two tables, or a table and the prose, and nothing else.
    func sightings(_ equation: Equation) -> [Sighting] {
        guard !equation.isRate else { return [] }
        var sides: [(statement: Int, sum: Int, place: Int)] = []
        for term in equation.terms {
            let slot = slots[term.slot]
            guard slot.kind == .money, slot.state != .unread else { return [] }
            let place = slot.value == 0 ? 0 : slot.place
            if let side = sides.firstIndex(where: { $0.statement == slot.statement }) {
                sides[side].sum += term.factor * slot.value
                sides[side].place += place
            } else {
                sides.append((slot.statement, term.factor * slot.value, place))
            }
        }
        guard sides.count == 2, sides.allSatisfy({ $0.sum != 0 }) else { return [] }
        let (one, other) = (sides[0], sides[1])
        return [
            sighting(one.statement, one.sum, one.place, other.statement, -other.sum, other.place),
            sighting(other.statement, other.sum, other.place, one.statement, -one.sum, one.place),
        ].compactMap(\.self).filter {
            equation.sign == .equal || $0.digits >= UnitWitness.leastDigitsOfPart
        }
    }

    private func sighting(
        _ statement: Int, _ value: Int, _ place: Int, _ other: Int, _ otherValue: Int,
        _ otherPlace: Int
    ) -> Sighting? {
        guard !statements[statement].isProse, (value < 0) == (otherValue < 0) else { return nil }
        let digits = min(
            UnitWitness.digits(value, place), UnitWitness.digits(otherValue, otherPlace))
        guard digits > 0 else { return nil }
        let (own, wanted) = (Double(value), Double(otherValue))
        for shift in UnitWitness.shifts {
            let scale = UnitWitness.power(shift)
            let tolerance = (Double(place) * scale + Double(otherPlace)) / 2 + 0.5
            if (own * scale - wanted).magnitude <= tolerance {
                return Sighting(
                    statement: statement, other: other, shift: shift, digits: digits,
                    value: value)
            }
        }
        return nil
    }

    /// Significant digits of a figure that is rounded to `place`, without zeros at its end.
    private static func digits(_ value: Int, _ place: Int) -> Int {
        var rest = value.magnitude / UInt(max(1, place))
        guard rest > 0 else { return 0 }
        while rest % 10 == 0 { rest /= 10 }
        var count = 0
        while rest > 0 {
            rest /= 10
            count += 1
        }
        return count
    }

    private static func power(_ exponent: Int) -> Double {
        var result = 1.0
        for _ in 0..<exponent.magnitude { result *= 10 }
        return exponent < 0 ? 1 / result : result
    }
}
