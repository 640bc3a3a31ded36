/// Which pages OCR reads.
public enum ScanMode: String, Sendable, CaseIterable {
    /// Those that are pictures, and those whose text is not what they show.
    case auto
    /// None.
    case off
    /// All that are not blank.
    case force
}
