internal import PageModel

/// Joins the pieces in which producers draw their lines: short segments per cell, dashes,
/// lines drawn twice or as the two sides of a thin box.
enum RulingMerger {
    /// Lines of one axis this close (points) are one line drawn twice.
    static let doubled = 1.6
    /// Pieces of one line may be this far apart (points): dashes, gaps at corners.
    static let gap = 4.0
    /// What is shorter after joining (points) is a speck or a stroke of a character.
    static let shortest = 6.0

    static func merge(_ rulings: [Ruling]) -> (horizontal: [Ruling], vertical: [Ruling]) {
        (
            merge(rulings.filter { $0.axis == .horizontal }, .horizontal),
            merge(rulings.filter { $0.axis == .vertical }, .vertical)
        )
    }

    private static func merge(_ rulings: [Ruling], _ axis: Ruling.Axis) -> [Ruling] {
        let sorted = rulings.sorted { ($0.position, $0.start) < ($1.position, $1.start) }
        var result: [Ruling] = []
        var first = 0
        while first < sorted.count {
            var last = first
            while last + 1 < sorted.count,
                sorted[last + 1].position - sorted[first].position <= doubled
            {
                last += 1
            }
            result += joined(Array(sorted[first...last]), axis)
            first = last + 1
        }
        return result.filter { $0.length >= shortest }
    }

    /// The pieces of one band, joined end to end.
    private static func joined(_ pieces: [Ruling], _ axis: Ruling.Axis) -> [Ruling] {
        var result: [Ruling] = []
        for piece in pieces.sorted(by: { $0.start < $1.start }) {
            guard var last = result.last, piece.start - last.end <= gap else {
                result.append(piece)
                continue
            }
            let total = last.length + piece.length
            if total > 0 {
                last.position =
                    (last.position * last.length + piece.position * piece.length) / total
            }
            last.end = max(last.end, piece.end)
            last.thickness = max(last.thickness, piece.thickness)
            result[result.count - 1] = last
        }
        return result
    }
}
