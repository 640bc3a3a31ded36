internal import PageModel
public import TableRecognition

/// The first repair that cells need: wrapped lines joined, characters spread apart brought
/// together, full-width digits in numbers made plain.
public enum CellText {
    /// The cell's text in one line, repaired.
    ///
    /// Numbers keep their separators and signs as printed.
    public static func repaired(_ cell: TableCell) -> RepairedText {
        switch cell.kind {
        case .amount, .code, .lineNumber: RepairedText(text(lines: cell.lines, isNumber: true))
        default: TextRepair.repaired(text(lines: cell.lines, isNumber: false))
        }
    }

    static func text(lines: [String], isNumber: Bool) -> String {
        if isNumber {
            var text = String.UnicodeScalarView()
            for scalar in lines.joined().unicodeScalars where !scalar.isBlank {
                text.append(scalar.isWideDigit ? Amount.ascii(scalar) : scalar)
            }
            return String(text)
        }
        return joined(lines.map(closed))
    }

    /// No space between two Chinese characters, nor between one and anything else: justified cells
    /// spread them apart.
    ///
    /// Between Latin words it stays.
    public static func closed(_ line: String) -> String {
        var result = String.UnicodeScalarView()
        var pending = false
        for scalar in line.unicodeScalars {
            if scalar.isBlank {
                pending = !result.isEmpty
                continue
            }
            if pending, let last = result.last, !last.isCJK, !scalar.isCJK { result.append(" ") }
            pending = false
            result.append(scalar)
        }
        return String(result)
    }

    /// A space between lines only where a Latin word ends and another begins.
    static func joined(_ lines: [String]) -> String {
        lines.reduce(into: "") { append($1, to: &$0) }
    }

    static func append(_ line: String, to text: inout String) {
        if let a = text.unicodeScalars.last, let b = line.unicodeScalars.first,
            a.properties.isAlphabetic, b.properties.isAlphabetic, !a.isCJK, !b.isCJK
        {
            text += " "
        }
        text += line
    }
}

extension Unicode.Scalar {
    fileprivate var isWideDigit: Bool {
        value >= 0xFF10 && value <= 0xFF19 || self == "．" || self == "，"
    }
}
