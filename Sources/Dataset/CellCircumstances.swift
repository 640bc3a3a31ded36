public import TextRepair

extension CellRecord {
    /// What is to be said of few cells.
    struct Circumstances: Sendable {
        var edits: [EditRecord] = []
        var doubt: String?
        var certainty: Double?
        var readings: [ScannedNumber.Reading] = []
    }

    /// What was repaired, in the order of the repairs.
    public var edits: [EditRecord] {
        get { circumstances.first?.edits ?? [] }
        set {
            if circumstances.first != nil || !newValue.isEmpty { change { $0.edits = newValue } }
        }
    }

    /// Why it is not sure that the text belongs here; nil where it is.
    public var doubt: String? {
        get { circumstances.first?.doubt }
        set { if circumstances.first != nil || newValue != nil { change { $0.doubt = newValue } } }
    }

    /// How sure OCR was of its least sure character (0 to 1); nil for text that the page itself has.
    public var certainty: Double? {
        get { circumstances.first?.certainty }
        set {
            if circumstances.first != nil || newValue != nil { change { $0.certainty = newValue } }
        }
    }

    /// What else OCR may have meant; not written.
    public var readings: [ScannedNumber.Reading] {
        get { circumstances.first?.readings ?? [] }
        set {
            if circumstances.first != nil || !newValue.isEmpty { change { $0.readings = newValue } }
        }
    }

    private mutating func change(_ body: (inout Circumstances) -> Void) {
        if circumstances.isEmpty { circumstances = [Circumstances()] }
        body(&circumstances[0])
    }
}
