/// Amounts: what they are of, and what else gives the same.
extension ProseReader {
    mutating func readAmount(_ number: Int, _ label: ProseIndex.Label) {
        let isNamed = !label.subject.isEmpty
        if isNamed {
            if label.role != .budget || report.isPlan { state.named[label.subject] = number }
            take(topic(label.subject), number)
        } else if label.role == nil, !isItemValue(number) {
            // a figure without words: 其中64.30万元为上年结转
            state.value = nil
            return
        }
        if label.role == .budget, !report.isPlan {
            state.budgets.append(number)
            claimBudget(number)
        } else {
            let isAgain =
                !isNamed && label.year != nil && report.year != nil && !opensList(number)
            if isAgain, let value = state.value, state.topic != .unknown || state.isItem {
                add(.equal(ProseClaim.again, .figure(number), .figure(value)))
            }
            if label.role == .final { state.final = number }
            state.value = number
            claimValue(number, label)
        }
    }

    /// The first figure after an item's names needs no words of its own.
    private func isItemValue(_ number: Int) -> Bool {
        state.isItem && state.value == nil && state.budgets.isEmpty
    }

    /// A figure of another year: of what was named before, or of what is named now.
    mutating func readPrior(_ number: Int, _ label: ProseIndex.Label, _ year: ProseDate.Year) {
        state.priors.append(
            Prior(figure: number, year: year, subject: label.subject, role: label.role))
    }

    // MARK: Claims

    private mutating func claimBudget(_ number: Int) {
        switch state.topic {
        case .subject(let subject): claim(number, definition(subject).budget, subject, nil)
        case .project(let key): claim(number, index.definition.projects.budget, key)
        default: return
        }
    }

    private mutating func claimValue(_ number: Int, _ label: ProseIndex.Label) {
        let before = repeated(number, label)
        switch state.topic {
        case .unknown: return
        case .project(let key): claim(number, index.definition.projects.final, key)
        case .subject(let subject):
            claim(number, definition(subject).value, subject, before)
            if subject == passage {
                if passageHead == nil { passageHead = firstSlot + number }
            } else if let passage, definition(subject).under.contains(definition(passage).id) {
                if parts[subject] == nil { parts[subject] = firstSlot + number }
            }
        case .code(let code):
            let references = names.reference(code).map { [$0] } ?? []
            guard !references.isEmpty || before != nil else { return }
            add(
                .equal(
                    "text/code", .figure(number), .table(references, of: .code(code)),
                    fallback: before))
        case .functionClass(let code, let subject):
            add(
                .equal(
                    "text/class", .figure(number),
                    .table(definition(subject).classes, of: .code(code)),
                    fallback: before))
        }
    }

    private mutating func claim(
        _ number: Int, _ references: [String], _ subject: Int, _ before: ProseClaim.Operand?
    ) {
        guard let first = references.first else {
            if let before { add(.equal(ProseClaim.again, .figure(number), before)) }
            return
        }
        let isLimit = first.startsBytewise(with: "<= ")
        let tables = references.map {
            $0.startsBytewise(with: "<= ") ? String($0.dropFirst(3)) : $0
        }
        add(
            .equal(
                "text/" + definition(subject).id, .figure(number), .table(tables, of: .own),
                isLimit ? .atMost : .equal, fallback: isLimit ? nil : before))
    }

    private mutating func claim(_ number: Int, _ references: [String], _ project: String) {
        add(
            .equal("text/project", .figure(number), .table(references, of: .project(project))))
    }

    /// The figure that the same topic was given before.
    private mutating func repeated(
        _ number: Int, _ label: ProseIndex.Label
    ) -> ProseClaim.Operand? {
        if state.topic == .unknown { return nil }
        if case .project = state.topic { return nil }
        if let slot = said[state.topic] { return .slot(slot) }
        said[state.topic] = firstSlot + number
        return nil
    }

    // MARK: Sums

    /// 货物 + 工程 + 服务 where all are named; parts whose shares make 100% where those are given.
    func sums() -> [ProseClaim] {
        guard let passage, let head = passageHead else { return [] }
        let sums = definition(passage).sums
        if !sums.isEmpty {
            return sums.compactMap { sum in
                let found = sum.compactMap { index.subject(id: $0).flatMap { parts[$0] } }
                return found.count == sum.count ? claim(head, found) : nil
            }
        }
        guard shares.count > 1 else { return [] }
        let total = shares.reduce(0) { $0 + $1.rate.value }
        let slack = shares.reduce(0) { $0 + $1.rate.place }
        return abs(total - ProseReader.whole) <= slack ? [claim(head, shares.map(\.part))] : []
    }

    /// 100%, in ten-thousandths of a per cent.
    static let whole = 1_000_000

    private func claim(_ head: Int, _ parts: [Int]) -> ProseClaim {
        ProseClaim(
            relation: "text/sum",
            kind: .sum([(.slot(head), 1)] + parts.map { (.slot($0), -1) }, .equal))
    }
}
