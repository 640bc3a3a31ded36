internal import PageModel

/// Page numbers and running headers: what stands in the margins and belongs to no text.
enum PageFurniture {
    /// The margins are this share of the page's height, above and below.
    static let margin = 0.12
    /// Running headers have no more pieces.
    static let mostPieces = 3
    /// A text repeated at one height on so many pages is a running header or footer.
    static let repeats = 3

    /// For each page the indices of its lines that are furniture.
    static func find(_ pages: [(height: Double, lines: [TextLine])]) -> [Set<Int>] {
        var seen: [String: Int] = [:]
        for page in pages {
            for line in page.lines where inMargin(line, page.height) {
                seen[key(line), default: 0] += 1
            }
        }
        return pages.map { page in
            Set(
                page.lines.indices.filter { index in
                    let line = page.lines[index]
                    guard inMargin(line, page.height) else { return false }
                    // rows of tables that repeat are no running headers
                    if line.pieces.count > mostPieces { return false }
                    return isPageNumber(line.text.withoutSpaces)
                        || seen[key(line), default: 0] >= repeats
                            && CaptionPart.parse(line.text) == nil
                            && !TableCaption.endsAsTable(line.text.withoutSpaces)
                })
        }
    }

    private static func inMargin(_ line: TextLine, _ height: Double) -> Bool {
        line.box.midY < margin * height || line.box.midY > (1 - margin) * height
    }

    private static func key(_ line: TextLine) -> String {
        "\(Int(clamping: line.box.midY / 6)) \(line.text.withoutSpaces.filter { !$0.isNumber })"
    }

    /// 12, - 12 -, — 12 —, 第12页, 第 12 页 共 30 页, 12/30.
    static func isPageNumber(_ text: String) -> Bool {
        var digits = 0
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9", "０"..."９": digits += 1
            case "-", "—", "–", "－", "−", "―", "─", "~", "·", "•", "/", "第", "页", "共", "，", ",",
                "（", "）", "(", ")":
                continue
            default: return false
            }
        }
        return digits > 0 && digits <= 7
    }
}
