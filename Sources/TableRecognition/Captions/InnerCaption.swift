internal import PageModel

/// Titles and units that stand inside the ruled area, in rows of their own.
enum InnerCaption {
    /// Takes such rows off the top of the grid; gives their texts.
    static func take(from grid: inout Grid, into caption: inout TableCaption) -> [String] {
        var texts: [String] = []
        while grid.rowCount > 2, takeFirstRow(of: grid, into: &caption) {
            texts += grid.texts(inFirst: 1)
            grid.dropFirst(1)
        }
        return texts
    }

    private static func takeFirstRow(of grid: Grid, into caption: inout TableCaption) -> Bool {
        let cells = grid.starting(in: 0).map { grid.cells[$0] }
        let filled = cells.filter { !$0.content.isEmpty }
        guard !filled.isEmpty, cells.allSatisfy({ $0.span.rowSpan == 1 }) else { return false }
        if filled.count == 1, cells.count == 1, caption.title == nil,
            TableCaption.endsAsTable(filled[0].content.plain)
        {
            caption.title = filled[0].content.plain
            return true
        }
        var said = caption
        guard filled.allSatisfy({ said.take($0.content.lines.joined()) }) else { return false }
        caption = said
        return true
    }
}
