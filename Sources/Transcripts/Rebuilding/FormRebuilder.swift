internal import FinalAccounts

/// Lays a form out anew: a transcript gives its spans as odd numbers of tabs, and loses some cells.
///
/// A form's rows say what they are by their labels, so each is read by itself and set under the
/// columns that the form's own headings name. Nothing is dropped: what is not understood stays as it
/// is. What could as well stand elsewhere is in doubt.
struct FormRebuilder {
    /// Where things stand in the form that comes out.
    enum Column {
        static let section = 0
        static let label = 1
        static let second = 2
        static let name = 3
        static let target = 4
        static let achieved = 5
        static let weight = 6
        static let score = 7
        static let deviation = 8
        static let reason = 9
        static let count = 10
        /// The six figures of the funds' rows.
        static let firstFigure = 3
        /// The second pair of a row with two.
        static let secondLabel = 5
        static let secondText = 6
    }

    /// Which part of the form the rows are of.
    private enum Part {
        case head, funds, management, goals, indicators
    }

    typealias Cell = TranscriptGrid.Cell

    private static let doubt = "cells of this row were lost; it is not known which"

    private let reader: FormWords
    private var part = Part.head
    /// Labels that stand one row too high.
    private var pendingLabel: String?
    private var funds: FundsRow
    private var rows: [[Cell]] = []

    /// The form with its rows laid out.
    static func rebuilt(
        _ grid: TranscriptGrid, _ definition: TableDefinition, _ words: CatalogueWords
    ) -> TranscriptGrid {
        var rebuilder = FormRebuilder(FormWords(definition, words))
        rebuilder.read(grid)
        return TranscriptGrid(rows: rebuilder.rows)
    }

    private init(_ reader: FormWords) {
        self.reader = reader
        funds = FundsRow(reader)
    }

    private mutating func read(_ grid: TranscriptGrid) {
        let hasProject = grid.rows.contains { row in
            row.contains { reader.field($0.text) == "project" }
        }
        for (number, row) in grid.rows.enumerated() {
            let texts = row.map(\.text).filter { !$0.isEmpty }
            guard !texts.isEmpty else { continue }
            if number == 0, texts.count == 1, !hasProject, let label = reader.projectLabel,
                reader.field(texts[0]) == nil
            {
                // the label of the first row is lost
                rows.append(
                    line([Column.section: Cell(restored: label), Column.name: Cell(texts[0])]))
            } else {
                read(texts)
            }
        }
        flushLabel()
    }

    private mutating func read(_ texts: [String]) {
        let measures = texts.compactMap(reader.measure)
        if measures.count >= 2 { return readHeader(texts, measures) }
        if reader.isTotal(texts) { return readTotal(texts) }
        if texts.contains(where: { reader.field($0) != nil }) { return readFields(texts) }
        if reader.isGoalsHeader(texts) {
            flushLabel()
            part = .goals
            return readPair(texts)
        }
        switch part {
        case .head: rows.append(texts.map { Cell($0) })
        case .funds: readFunds(texts)
        case .management: readManagement(texts)
        case .goals: readPair(texts)
        case .indicators: readIndicator(texts)
        }
    }

    private func line(_ cells: [Int: Cell]) -> [Cell] {
        (0..<Column.count).map { cells[$0] ?? Cell() }
    }

    /// Adds a row; texts that found no place in it follow in a row of their own, in doubt.
    private mutating func add(_ cells: [Int: Cell], of texts: [String]) {
        let row = line(cells)
        rows.append(row)
        var free = row.map(\.text)
        let lost = texts.filter { text in
            if let place = free.firstIndex(of: text) {
                free.remove(at: place)
                return false
            }
            // several texts may have become one, or one two
            return !row.contains { $0.text.contains(text) && text.count > 2 }
                && !row.contains { $0.text.count > 2 && text.contains($0.text) }
        }
        if !lost.isEmpty { rows.append(lost.map { Cell($0, doubt: FormRebuilder.doubt) }) }
    }

    // MARK: Headings

    private mutating func readHeader(_ texts: [String], _ measures: [String]) {
        flushLabel()
        let labels = texts.filter { reader.measure($0) == nil }
        var cells: [Int: Cell] = [:]
        if measures.contains("initial-budget") || measures.contains("year-budget") {
            part = .funds
            funds.printed = measures
            for (place, measure) in FundsRow.measures.enumerated() {
                let text = texts.first { reader.measure($0) == measure }
                cells[Column.firstFigure + place] =
                    text.map { Cell($0) } ?? reader.heading(measure).map { Cell(restored: $0) }
            }
            // a label of the rows below stands in their heading: each is one row too high
            pendingLabel = labels.first(where: reader.isFundsRow)
        } else if measures.contains("target") || measures.contains("achieved") {
            part = .indicators
            let columns = [
                "target": Column.target, "achieved": Column.achieved, "weight": Column.weight,
                "score": Column.score, "deviation": Column.deviation,
            ]
            for text in texts {
                if let column = reader.measure(text).flatMap({ columns[$0] }) {
                    cells[column] = Cell(text)
                }
            }
            var names = labels.filter { !reader.isSection($0) }
            if let last = names.last, reader.isReason(last) {
                cells[Column.reason] = Cell(names.removeLast())
            }
            for (column, name) in zip(Column.label..., names.prefix(3)) {
                cells[column] = Cell(name)
            }
        } else {
            part = .management
            for text in texts {
                if reader.measure(text) == "weight" { cells[Column.weight] = Cell(text) }
                if reader.measure(text) == "score" { cells[Column.score] = Cell(text) }
            }
            var names = labels.filter { !reader.isSection($0) }
            if names.count > 1 { cells[Column.deviation] = Cell(names.removeLast()) }
            if let name = names.first { cells[Column.label] = Cell(name) }
        }
        if let section = labels.first(where: reader.isSection) {
            cells[Column.section] = Cell(section)
        }
        add(cells, of: texts.filter { $0 != pendingLabel })
    }

    // MARK: Rows

    /// 项目名称, 主管部门 and 实施单位, with the text after each.
    private mutating func readFields(_ all: [String]) {
        let texts = all
        var cells: [Int: Cell] = [:]
        var places = [(Column.section, Column.name), (Column.secondLabel, Column.secondText)][...]
        var index = 0
        while index < texts.count, let place = places.popFirst() {
            cells[place.0] = Cell(texts[index])
            if index + 1 < texts.count, reader.field(texts[index + 1]) == nil {
                cells[place.1] = Cell(texts[index + 1])
                index += 1
            }
            index += 1
        }
        add(cells, of: all)
    }

    private mutating func readFunds(_ all: [String]) {
        let texts = all
        let first = texts.firstIndex(where: FundsRow.isValue) ?? texts.count
        let labels = Array(texts[..<first])
        // the management of the funds begins without its heading
        guard labels.contains(where: reader.isFundsRow) else {
            flushLabel()
            part = .management
            return readManagement(texts)
        }
        var cells: [Int: Cell] = [:]
        var label = labels.last ?? ""
        if let pending = pendingLabel {
            pendingLabel = label
            label = pending
        }
        cells[Column.label] = Cell(label)
        if labels.count > 1 { cells[Column.section] = Cell(labels[0]) }
        for (column, cell) in zip(Column.firstFigure..., funds.placed(Array(texts[first...]))) {
            cells[column] = cell
        }
        add(cells, of: all.filter { $0 != pendingLabel })
    }

    /// The last label of rows whose labels stood one too high has lost its figures.
    private mutating func flushLabel() {
        if let label = pendingLabel { rows.append(line([Column.label: Cell(label)])) }
        pendingLabel = nil
    }

    /// 安排科学性 with what is said of it, its weight and score.
    private mutating func readManagement(_ all: [String]) {
        var texts = all
        var cells: [Int: Cell] = [:]
        let numbers = texts.reversed().prefix { FundsRow.number($0) != nil }.count
        let figures = texts.suffix(min(numbers, 2))
        texts.removeLast(figures.count)
        for (column, text) in zip(Column.weight..., figures) { cells[column] = Cell(text) }
        if let first = texts.first, reader.isSection(first) {
            cells[Column.section] = Cell(texts.removeFirst())
        }
        if texts.count == 1, let space = texts[0].firstIndex(of: " "),
            texts[0][..<space].count <= 10
        {
            texts = [String(texts[0][..<space]), String(texts[0][texts[0].index(after: space)...])]
        }
        if let label = texts.first { cells[Column.label] = Cell(label) }
        if texts.count > 1 {
            cells[Column.name] = Cell(texts.dropFirst().joined(separator: " "))
        }
        add(cells, of: all)
    }

    /// What was to be reached, and what was.
    private mutating func readPair(_ all: [String]) {
        var texts = all
        var cells: [Int: Cell] = [:]
        if texts.count > 1, let first = texts.first, reader.isSection(first) {
            cells[Column.section] = Cell(texts.removeFirst())
        }
        if let first = texts.first { cells[Column.label] = Cell(first) }
        for (column, text) in zip(Column.achieved..., texts.dropFirst().prefix(4)) {
            cells[column] = Cell(text)
        }
        add(cells, of: all)
    }

    private mutating func readTotal(_ all: [String]) {
        let texts = all
        var cells: [Int: Cell] = [:]
        let figures = texts.filter { FundsRow.number($0) != nil }
        cells[Column.section] = texts.first { FundsRow.number($0) == nil }.map { Cell($0) }
        for (column, text) in zip(Column.weight..., figures.prefix(2)) {
            cells[column] = Cell(text)
        }
        add(cells, of: all)
    }

    private mutating func readIndicator(_ texts: [String]) {
        let indicator = IndicatorRow(texts, reader)
        guard indicator.isUnderstood else {
            return rows.append(texts.map { Cell($0, doubt: FormRebuilder.doubt) })
        }
        rows.append(line(indicator.cells))
    }
}

extension TranscriptGrid.Cell {
    /// A text that the transcript has lost.
    init(restored text: String) {
        self.init()
        self.text = text
    }
}
