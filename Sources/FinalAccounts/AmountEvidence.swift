/// What is known for and against one amount; ``status`` alone makes a verdict of it.
public struct AmountEvidence: Sendable, Hashable {
    /// Its text is what the page shows, as far as can be told.
    public var isSound = true
    /// OCR was not sure of it.
    public var isUnsure = false
    /// A finding says that it is wrong.
    public var isAccused = false
    /// A relation holds that would not with another number.
    public var isProved = false
    /// The title says which official table it stands in; true where no catalogue is asked.
    public var isTableCertain = true
    /// Where its unit comes from; nil for what is no money.
    public var unit: UnitSource?
    /// What it was while OCR's other readings were known: without them a relation proves less.
    public var whileReading: AmountStatus?
    /// What a person said of it.
    public var word: AmountStatus?

    public init() {}

    /// Why an amount that a relation proves is not called proved.
    public enum Reservation: String, Sendable, CaseIterable {
        case unitUnknown = "unit-unknown"
        case unitContradicted = "unit-contradicted"
        case tableLikely = "table-likely"
    }

    /// How far the amount can be trusted: a table of the cases stands in docs/format.md.
    public var status: AmountStatus {
        if let word, word.isByPerson { return word }
        if !isSound || isAccused { return .suspect }
        if isProved, let whileReading, whileReading != .proved { return whileReading }
        if isProved { return reservation == nil ? .proved : .plausible }
        return isUnsure ? .suspect : .plausible
    }

    public var reservation: Reservation? {
        guard isProved else { return nil }
        if unit == .unknown { return .unitUnknown }
        if unit == .contradicted { return .unitContradicted }
        return isTableCertain ? nil : .tableLikely
    }
}
