/// Why a page was not read by the OCR engine.
///
/// `description` says what is wrong and what to do.
public enum ScanError: Error, Hashable, CustomStringConvertible {
    /// The engine's program is not there or cannot be run.
    case cannotStart(String, reason: String)
    /// The engine ended; its last word.
    case died(reason: String?)
    /// No reply in time.
    case hangs(seconds: Int)
    /// A reply that is none.
    case nonsense
    /// The engine says that it cannot read this page.
    case refused(String)
    /// The page's picture cannot be made or handed over.
    case noPicture(reason: String)

    public var description: String {
        switch self {
        case .cannotStart(let program, let reason):
            "the OCR engine cannot be started (\(program): \(reason)); run `make ocr`"
        case .died(let reason):
            "the OCR engine ended" + (reason.map { ": \($0)" } ?? ", without a word")
        case .hangs(let seconds): "the OCR engine gave no answer in \(seconds) s"
        case .nonsense: "the OCR engine gave an answer that makes no sense"
        case .refused(let reason): "the OCR engine could not read it: \(reason)"
        case .noPicture(let reason): "its picture cannot be made for OCR: \(reason)"
        }
    }

    /// The engine itself is fine.
    var isOfPage: Bool {
        switch self {
        case .refused, .noPicture: true
        default: false
        }
    }
}
