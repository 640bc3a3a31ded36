internal import TableRecognition

/// What the lines before a table say of it.
struct TranscriptCaption {
    var title: String?
    var code: String?
    var unit: String?
    var organisation: String?
    var year: Int?
    /// So many of the paragraphs before the table are its caption.
    private(set) var count = 0

    /// Longer lines are prose.
    private static let longestTitle = 40
    static let mostLines = 8

    /// `isTitle` tells the titles of tables that are known.
    init(before: [[String]], isTitle: (String) -> Bool) {
        for lines in before.reversed().prefix(TranscriptCaption.mostLines) {
            guard lines.count == 1, let line = lines.first else { return }
            switch CaptionPart.parse(line) {
            case .code(let code) where self.code == nil: self.code = code
            case .unit(let unit) where self.unit == nil: self.unit = unit
            case .organisation(let name) where organisation == nil: organisation = name
            case .year(let year) where self.year == nil: self.year = year
            case nil where isTitle(line) || TranscriptCaption.endsAsTable(line):
                title = line
                count += 1
                return
            default: return
            }
            count += 1
        }
    }

    private static func endsAsTable(_ line: String) -> Bool {
        line.count <= longestTitle && line.hasSuffix("表") && !line.contains("：")
            && !line.contains("、")
    }
}
