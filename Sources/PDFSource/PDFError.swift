/// Why a PDF could not be read.
///
/// `description` says what is wrong and what to do; whoever reports it adds the file's name.
public enum PDFError: Error, Equatable, CustomStringConvertible {
    /// The path cannot be opened; the system's reason.
    case unreadable(reason: String)
    case empty
    case notAPDF
    /// Poppler found no usable structure; its reason.
    case damaged(reason: String)
    case encrypted
    case wrongPassword
    case noPages
    /// The page's number, from 1.
    case brokenPage(Int)
    /// The page's number, and its size in points: none that a page has.
    case impossiblePage(Int, width: Double, height: Double)
    /// Poppler's drawing calls do not reach the tap, so rulings would be missed in silence.
    case drawingNotHeard
    /// Not all of a page was drawn; what stopped it.
    case brokenDrawing(Int, reason: String)
    /// A page cannot be made a picture.
    case cannotDraw(page: Int, reason: String)
    /// The file has more bytes than are read.
    case tooLarge(bytes: Int, limit: Int)

    public var description: String {
        switch self {
        case .unreadable(let reason):
            "cannot be read: \(reason); check the path and its permissions"
        case .empty: "is empty (0 bytes); download it again"
        case .notAPDF: "is not a PDF (it does not begin with %PDF); convert or download it again"
        case .damaged(let reason):
            "is damaged (\(reason)); download it again or repair it with qpdf"
        case .encrypted: "is encrypted; give its password with --password"
        case .wrongPassword: "is encrypted and the password given does not open it"
        case .noPages: "has no pages; download it again"
        case .brokenPage(let number): "page \(number) cannot be read; the file may be truncated"
        case .impossiblePage(let number, let width, let height):
            "page \(number) is \(width) × \(height) points, which no page is; look at the file"
        case .drawingNotHeard:
            "the page was drawn without a call of cairo being seen; run `juesuan doctor`"
        case .brokenDrawing(let number, let reason):
            "page \(number) cannot be drawn to its end: \(reason)"
        case .cannotDraw(let page, let reason):
            "page \(page) cannot be drawn: \(reason); try a smaller --scale"
        case .tooLarge(let bytes, let limit):
            "has \(bytes) bytes, more than the \(limit) of --memory-limit; give it more, or 0 for no limit"
        }
    }
}
