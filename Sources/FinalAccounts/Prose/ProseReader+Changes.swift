/// Changes over another year, rates and shares.
extension ProseReader {
    /// 比上年减少25.74万元: of what was said last, or of what is named again.
    mutating func readChange(_ number: Int, _ label: ProseIndex.Label) {
        state.change = nil
        let isMore = label.role == .increase || label.role == .growth
        guard let base = base(label, number) else { return }
        state.change = (number, isMore, base)
        if base == state.value { compareChanges(number, base, isMore) }
        guard let prior = prior(label, base, number) else { return }
        add(
            ProseClaim(
                relation: "text/difference",
                kind: .sum(
                    [(.figure(base), 1), (.figure(prior), -1), (.figure(number), isMore ? -1 : 1)],
                    .equal)))
    }

    private static let final = ["执行", "决算"]

    /// What is said twice of one figure must have changed by as much both times.
    private mutating func compareChanges(_ number: Int, _ base: Int, _ isMore: Bool) {
        guard case .subject(let subject) = state.topic else { return }
        let words = figures[number].gap + figures[number].label
        let change = ProseReader.Change(
            slot: firstSlot + number, isMore: isMore, value: figures[base].value,
            isOverFinal: ProseReader.final.contains(where: words.containsBytewise))
        let references = definition(subject).value
        let before = references.compactMap { changed[$0] }.first
        for reference in references where changed[reference] == nil { changed[reference] = change }
        guard let before, before.isMore == isMore, before.value == change.value,
            before.isOverFinal == change.isOverFinal
        else { return }
        add(.equal(ProseClaim.again, .figure(number), .slot(before.slot)))
    }

    /// The figure of this year that changed.
    private func base(_ label: ProseIndex.Label, _ number: Int) -> Int? {
        guard !label.subject.isEmpty, !index.isComparison(label.subject) else {
            return follows(number) ? state.value : nil
        }
        if let named = state.named[label.subject] { return named }
        // by another of its names
        let topic = topic(label.subject)
        return topic != .unknown && topic == state.topic && follows(number) ? state.value : nil
    }

    /// The figure of the other year, where it is printed too, right beside the one or the other.
    private func prior(_ label: ProseIndex.Label, _ value: Int, _ number: Int) -> Int? {
        let words = figures[number].gap + figures[number].label
        let found = state.priors.filter { prior in
            (prior.subject.isEmpty || isTopic(prior.subject)) && isMeant(prior, words)
                && compared(label, number).map { report.isSame($0, prior.year) } ?? true
        }
        guard let prior = found.last, found.count == 1,
            number == max(prior.figure, value) + 1
        else { return nil }
        return prior.figure
    }

    /// What is compared with what was spent is not compared with what was planned.
    private func isMeant(_ prior: Prior, _ words: String) -> Bool {
        let isOfFinal = ProseReader.final.contains(where: words.containsBytewise)
        switch prior.role {
        case .final: return isOfFinal || !words.containsBytewise("预算")
        case .budget: return !isOfFinal
        default: return true
        }
    }

    private func isTopic(_ subject: String) -> Bool {
        state.topic != .unknown && topic(subject) == state.topic
    }

    /// The year that a figure is compared with.
    private func compared(_ label: ProseIndex.Label, _ number: Int) -> ProseDate.Year? {
        if let year = label.compared { return year }
        guard let date = ProseDate.last(in: figures[number].gap), date.isCompared else {
            return nil
        }
        return date.year
    }

    /// Nothing but a comparison stands between this figure and the one before, or what it is for.
    func follows(_ number: Int) -> Bool {
        let gap = figures[number].gap
        if isBetween(gap) { return true }
        // 。主要用于离退休费。与上年相比
        return ProseReader.clauses(gap).allSatisfy { part in
            index.begins(part, .purpose) || isBetween(part)
        }
    }

    private func isBetween(_ text: String) -> Bool {
        let words = LabelKey.key(text)
        return words.isEmpty || index.isComparison(words)
    }

    // MARK: Rates

    mutating func readRate(_ number: Int, _ label: ProseIndex.Label) {
        guard follows(number) else { return }
        if label.isShare { return readShare(number, of: label.subject) }
        switch label.role {
        case .increase, .decrease, .growth, .fall:
            guard label.subject.isEmpty || index.isComparison(label.subject) else { return }
            readGrowth(number, label)
        case .completion: readCompletion(number)
        default: return
        }
    }

    private mutating func readGrowth(_ number: Int, _ label: ProseIndex.Label) {
        let isMore = label.role == .increase || label.role == .growth
        if let change = state.change, change.figure == number - 1 {
            guard change.isMore == isMore else {
                let words = isMore ? ("fall", "rise") : ("rise", "fall")
                return note(
                    .contradiction("a \(words.0) in money and a \(words.1) in per cent"), number)
            }
            let size = figures[change.figure].value
            if isMore, figures[change.base].value >= 0, size > figures[change.base].value {
                return note(.contradiction("a rise by more than there is"), change.figure)
            }
            add(
                ProseClaim(
                    relation: "text/change",
                    kind: .rate(
                        .figure(number), of: [(.figure(change.figure), 1)],
                        in: [(.figure(change.base), 1), (.figure(change.figure), isMore ? -1 : 1)])
                ))
        } else if let value = state.value, let prior = prior(label, value, number) {
            let sign = isMore ? 1 : -1
            add(
                ProseClaim(
                    relation: "text/growth",
                    kind: .rate(
                        .figure(number), of: [(.figure(value), sign), (.figure(prior), -sign)],
                        in: [(.figure(prior), 1)])))
        }
    }

    private mutating func readCompletion(_ number: Int) {
        guard let final = state.final, isRateOf(final, number) else { return }
        if !state.budgets.isEmpty {
            if state.budgets.allSatisfy({ figures[$0].value == 0 }) {
                // there is no share of nothing: reports print 0 or 100 there
                let isUsual = [0, ProseReader.whole].contains(figures[number].value)
                if !isUsual { note(.contradiction("a plan of nothing and a share of it"), number) }
                return
            }
            // reports call the plan of the year's beginning and the changed one the same
            return addRate(
                "text/completion", number, final, .either(state.budgets.map { firstSlot + $0 }))
        }
        guard case .subject(let subject) = state.topic, !definition(subject).budget.isEmpty else {
            return
        }
        addRate("text/completion", number, final, .table(definition(subject).budget, of: .own))
    }

    /// Nothing but rates stands between an amount and this one.
    private func isRateOf(_ part: Int, _ number: Int) -> Bool {
        figures[(part + 1)..<number].allSatisfy { $0.kind == .rate }
    }

    private mutating func addRate(
        _ relation: String, _ rate: Int, _ part: Int, _ whole: ProseClaim.Operand,
        fallback: ProseClaim.Operand? = nil
    ) {
        add(
            ProseClaim(
                relation: relation,
                kind: .rate(.figure(rate), of: [(.figure(part), 1)], in: [(whole, 1)]),
                fallback: fallback))
    }

    // MARK: Shares

    private mutating func readShare(_ number: Int, of key: String) {
        guard let part = state.value, isRateOf(part, number), let whole = whole(key, part) else {
            return
        }
        addRate(ProseClaim.share, number, part, whole, fallback: passageHead(besides: part))
        if whole == passageHead.map(ProseClaim.Operand.slot) {
            shares.append((firstSlot + part, figures[number]))
        }
    }

    /// What a share is of: the one named, or what the part's subject stands under.
    private func whole(_ key: String, _ part: Int) -> ProseClaim.Operand? {
        guard key.isEmpty || index.isWhole(key) else {
            if let figure = state.named[key] { return .figure(figure) }
            return index.subject(key, under: nil).flatMap { subject in
                let values = definition(subject).value
                return values.isEmpty ? nil : .table(values, of: .own)
            }
        }
        if key.isEmpty {
            switch state.topic {
            case .subject(let subject):
                let share = definition(subject).share
                if !share.isEmpty { return .table(share, of: .own) }
                guard !definition(subject).under.isEmpty else { return nil }
            case .functionClass: break
            case .unknown: return listHead(part)
            default: return nil
            }
        }
        if passageHead != nil { return passageHead(besides: part) }
        guard let passage, !definition(passage).value.isEmpty else { return nil }
        return .table(definition(passage).value, of: .own)
    }

    private func passageHead(besides part: Int) -> ProseClaim.Operand? {
        passageHead.flatMap { $0 == firstSlot + part ? nil : .slot($0) }
    }

    /// What a part of no known subject is a share of: one of the figures before 其中.
    private func listHead(_ part: Int) -> ProseClaim.Operand? {
        guard state.isList, state.named.values.contains(part) else { return nil }
        let before = figures[..<part].indices.filter { figures[$0].kind == .money }
        return before.isEmpty ? nil : .either(before.map { firstSlot + $0 })
    }

    // MARK: Words

    /// 决算数小于预算数; 比2023年预算执行数持平.
    mutating func readWording(_ number: Int) {
        let rest = rests[number]
        readUnchanged(number, firstClause(rest))
        guard !state.budgets.isEmpty, let final = state.final else { return }
        let budgets = ProseClaim.Operand.either(state.budgets.map { firstSlot + $0 })
        let isLess = index.contains(rest, .less)
        let isMore = index.contains(rest, .more)
        if isLess != isMore {
            add(.equal("text/wording", .figure(final), budgets, isLess ? .atMost : .atLeast))
        } else if !isLess, saysPlanMet(rest) {
            add(.equal("text/wording", .figure(final), budgets))
        } else {
            return
        }
        (state.budgets, state.final) = ([], nil)
    }

    /// Says that nothing changed.
    private mutating func readUnchanged(_ number: Int, _ clause: String) {
        guard isSame(clause), let date = ProseDate.last(in: clause), date.isCompared,
            let value = state.value
        else { return }
        let priors = state.priors.filter {
            ($0.subject.isEmpty || isTopic($0.subject)) && isMeant($0, clause)
                && report.isSame(date.year, $0.year)
        }
        guard priors.count == 1, max(priors[0].figure, value) == number else { return }
        add(.equal("text/wording", .figure(value), .figure(priors[0].figure)))
    }

    /// 决算数与预算数持平.
    private func saysPlanMet(_ rest: String) -> Bool {
        ProseReader.clauses(rest).contains { clause in
            clause.startsBytewise(with: "决算") && clause.containsBytewise("预算")
                && isSame(clause) && ProseDate.last(in: clause) == nil
        }
    }

    private func isSame(_ clause: String) -> Bool {
        index.contains(clause, .same) && !index.contains(clause, .about)
    }

    private func firstClause(_ rest: String) -> String {
        ProseReader.clauses(rest, most: 1).first ?? ""
    }

    /// What stands between marks.
    private static func clauses(_ text: String, most: Int = .max) -> [String] {
        let marks: Set<Unicode.Scalar> = ["。", "，", "：", "；"]
        return text.unicodeScalars.split(maxSplits: most, whereSeparator: marks.contains)
            .prefix(most).map { String(Substring($0)) }
    }
}
