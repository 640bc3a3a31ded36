/// Files of the folders searched that are not read, by kind, and what can be done about them.
struct UnreadFiles: Equatable {
    /// By the ending of their names, in lower case; "" for names without.
    private var counts: [String: Int] = [:]

    /// So many kinds are named, the most frequent first.
    private static let mostNamed = 8
    /// An ending that is longer is part of a name.
    private static let longestEnding = 5

    private enum Kind: Hashable, CaseIterable {
        case writing, sheet, slide, page, archive, picture, text, other

        var endings: [String] {
            switch self {
            case .writing: ["doc", "docx", "wps", "odt", "rtf", "ofd"]
            case .sheet: ["xls", "xlsx", "et", "ods", "csv"]
            case .slide: ["ppt", "pptx"]
            case .page: ["html", "htm", "mht", "mhtml"]
            case .archive: ["zip", "rar", "7z", "gz", "tar", "tgz"]
            case .picture: ["jpg", "jpeg", "png", "tif", "tiff", "bmp", "gif", "webp"]
            case .text: ["txt"]
            case .other: []
            }
        }

        var advice: String? {
            switch self {
            case .writing: "save documents of Word, WPS or OFD as PDF"
            case .sheet: "spreadsheets are tables already, or save them as PDF"
            case .slide: "save slides as PDF"
            case .page: "print web pages to PDF"
            case .archive: "unpack archives"
            case .picture: "put pictures of pages into a PDF, as with img2pdf"
            case .text: "name transcripts (.txt) themselves"
            case .other: nil
            }
        }
    }

    mutating func add(_ name: String) {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        let ending = parts.count > 1 ? parts[parts.count - 1].lowercased() : ""
        let isEnding = ending.count <= UnreadFiles.longestEnding && ending.allSatisfy(\.isASCII)
        counts[isEnding ? ending : "", default: 0] += 1
    }

    /// "12 .docx, 3 .zip not read: save documents of Word, WPS or OFD as PDF; unpack archives"; nil where there
    /// are none.
    var sentence: String? {
        guard !counts.isEmpty else { return nil }
        let sorted = counts.sorted { one, other in
            if one.value != other.value { return one.value > other.value }
            return other.key.isEmpty || !one.key.isEmpty && one.key < other.key
        }
        var kinds = sorted.prefix(UnreadFiles.mostNamed).map { ending, count in
            "\(count) " + (ending.isEmpty ? "without an ending" : ".\(ending)")
        }
        let rest = sorted.dropFirst(UnreadFiles.mostNamed).reduce(0) { $0 + $1.value }
        if rest > 0 { kinds.append("\(rest) of other kinds") }
        let advice = Kind.allCases.filter { kind in
            kind.endings.contains { counts[$0] != nil }
        }.compactMap(\.advice)
        return kinds.joined(separator: ", ") + " not read"
            + (advice.isEmpty ? "" : ": " + advice.joined(separator: "; "))
    }
}
