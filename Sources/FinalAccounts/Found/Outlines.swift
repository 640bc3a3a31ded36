/// What the labels alone say of what is part of what.
extension LineSearch {
    /// Tries codes, label columns and numbering.
    mutating func findOutlines(_ pool: inout FamilyPool) {
        guard lines.direction == .rows else { return }
        for (reading, formulas) in [
            ("codes", codeTree()), ("deepest", depthTree(\.deepest)), ("first", depthTree(\.first)),
            ("numbers", numberTree(.all)), ("numbers-without-parts", numberTree(.withoutParts)),
            ("numbers-before-parts", numberTree(.beforeParts)), ("marked", numberTree(.marked)),
        ] where !formulas.isEmpty {
            let family = RelationFamily(kind: .outline, direction: .rows, reading: reading)
            // what an earlier reading explains stays with it
            let open = formulas.filter { formula in
                !isExplained[formula.target] && !formula.terms.contains { isConsumed[$0.line] }
            }
            _ = consider([family], open, &pool)
        }
    }

    private func sums(_ children: [Int: [Int]]) -> [Formula] {
        children.keys.sorted().map {
            Formula(target: $0, sum: children[$0] ?? [], labels: lines.labels)
        }
    }

    /// 208 is the sum of 20805 and its like.
    private func codeTree() -> [Formula] {
        var lineByCode: [[UInt8]: Int] = [:]
        var children: [Int: [Int]] = [:]
        for (line, label) in lines.labels.enumerated() where label.code.count >= 3 {
            var shorter = label.code.dropLast(1)
            while shorter.count >= 3 {
                if let parent = lineByCode[Array(shorter)] {
                    if lines.fullness[line] > 0 { children[parent, default: []].append(line) }
                    break
                }
                shorter.removeLast()
            }
            lineByCode[label.code] = line
        }
        return sums(children)
    }

    /// Rows are part of the row above whose label stands further left.
    private func depthTree(_ depth: KeyPath<LineLabel, Int?>) -> [Formula] {
        var open: [(line: Int, depth: Int)] = []
        var children: [Int: [Int]] = [:]
        var depths: Set<Int> = []
        for (line, label) in lines.labels.enumerated() {
            guard lines.fullness[line] > 0, let own = label[keyPath: depth] else { continue }
            let depth = label.isHeadedTotal ? -1 : own
            depths.insert(depth)
            while let last = open.last, last.depth >= depth { open.removeLast() }
            if let last = open.last { children[last.line, default: []].append(line) }
            open.append((line, depth))
        }
        return depths.count > 1 ? sums(children) : []
    }

    private enum Unmarked { case all, withoutParts, beforeParts, marked }

    /// 一、 is the sum of （一）, which is the sum of 1.; rows without a number are part of the row above that has one.
    private func numberTree(_ unmarked: Unmarked) -> [Formula] {
        let labels = lines.labels
        let hasParts = labels.contains { $0.isPart }
        if unmarked == .withoutParts || unmarked == .beforeParts, !hasParts { return [] }
        let deepest = 9
        var open: [(line: Int, level: Int)] = []
        var children: [Int: [Int]] = [:]
        var isAfterPart = false
        for (line, label) in labels.enumerated() {
            if label.isTotal, label.mark == nil {
                open = []
                continue
            }
            let level: Int
            if let mark = label.mark {
                level = mark
                isAfterPart = false
            } else {
                if unmarked == .marked || label.isEmpty || open.isEmpty { continue }
                level = deepest
                if label.isPart { isAfterPart = true }
                if unmarked == .withoutParts, label.isPart { continue }
                if unmarked == .beforeParts, isAfterPart { continue }
            }
            while let last = open.last, last.level >= level { open.removeLast() }
            if let last = open.last, lines.fullness[line] > 0 {
                children[last.line, default: []].append(line)
            }
            open.append((line, level))
        }
        return sums(children)
    }
}
