/// To which place figures are rounded.
///
/// Each figure is rounded by its own print: 22,118,861 among figures with two decimals may be off by half a unit. But
/// where a table leaves zeros at the end away, 5 means 5.00.
extension Statement {
    /// Sets the places of its figures, which must be all of `slots` that are of this statement.
    func setPlaces(of slots: inout some MutableCollection<Slot>) {
        // OCR loses points and digits: what it read tells no place
        let isScanned = slots.contains { !$0.readings.isEmpty || $0.read != nil }
        let keepsZeros = !isScanned && slots.contains { isRoundPrinted($0) }
        var finest: [Int: Int] = [:]
        for slot in slots where slot.kind != .money && slot.state == .printed {
            let place = MoneyUnit(power: 0).place(scale: slot.scale)
            finest[slot.measure] = min(finest[slot.measure] ?? place, place)
        }
        for number in slots.indices {
            let slot = slots[number]
            slots[number].place =
                slot.kind == .money
                ? unit.place(scale: placeScale(slot, keepsZeros)) : finest[slot.measure] ?? 1
        }
    }

    private func placeScale(_ slot: Slot, _ keepsZeros: Bool) -> Int {
        keepsZeros && slot.state == .printed && slot.slip == nil ? slot.scale : scale
    }

    /// Whether it shows that zeros at the end are printed: 5.00, 5.10.
    private func isRoundPrinted(_ slot: Slot) -> Bool {
        slot.kind == .money && slot.state == .printed && slot.value != 0 && scale > 0
            && slot.scale == scale && slot.value % (unit.place(scale: scale) * 10) == 0
    }
}

extension Statement {
    /// Counts its figures in another unit than they were taken for.
    mutating func take(_ unit: MoneyUnit, _ source: UnitSource, _ slots: inout [Slot]) {
        unitSource = source
        guard unit != self.unit else { return }
        let shift = unit.power - self.unit.power
        self.unit = unit
        guard let first = lines.first, let last = lines.last else { return }
        let own = first.firstSlot..<self.slots(of: last).upperBound
        for number in own where slots[number].kind == .money {
            slots[number].rescale(by: shift)
        }
        setPlaces(of: &slots[own])
    }
}

extension Slot {
    /// Multiplies the figure by ten to this power; what is finer than any account, or larger, is not read.
    fileprivate mutating func rescale(by shift: Int) {
        var factor = 1
        for _ in 0..<shift.magnitude { factor *= 10 }
        func rescaled(_ value: Int) -> Int? {
            guard shift < 0 else {
                let (product, overflow) = value.multipliedReportingOverflow(by: factor)
                return overflow ? nil : product
            }
            return value % factor == 0 ? value / factor : nil
        }
        readings = readings.compactMap { reading in
            rescaled(reading.value).map {
                Reading(value: $0, text: reading.text, cost: reading.cost)
            }
        }
        guard let value = rescaled(value) else {
            state = .unread
            self.value = 0
            return
        }
        self.value = value
        read = read.flatMap(rescaled)
    }
}
