internal import PageModel

/// Chinese that is set as bytes of GBK in fonts of one byte a code, as old Windows programs wrote it.
///
/// Poppler takes each byte for a letter (`È«ÊÀ½ç` is 全世界). Two such letters become the character that
/// they are, where the font's text as a whole leaves no doubt; what leaves doubt stays and is counted.
struct GBKText {
    /// The text with pairs of bytes joined.
    private(set) var glyphs: [Glyph]
    /// How many characters were joined.
    private(set) var count = 0
    /// Letters that may be bytes of Chinese, and were left.
    private(set) var doubtful = 0
    private(set) var fonts: Set<String> = []

    init(_ glyphs: [Glyph], _ styles: [TextStyle]) {
        self.glyphs = glyphs
        guard glyphs.contains(where: { GBKBytes.isHighLatin($0.scalar) }) else { return }
        let runs = GBKRun.runs(of: glyphs, styles)
        var evidence: [String: GBKEvidence] = [:]
        for run in runs where run.isHigh { evidence[run.font, default: .init(run.font)].add(run) }
        fonts = Set(evidence.filter { $0.value.isConvincing }.keys)
        var joined: [Glyph] = []
        joined.reserveCapacity(glyphs.count)
        for run in runs {
            guard fonts.contains(run.font) else {
                doubtful += run.suspicious
                joined += glyphs[run.range]
                continue
            }
            for unit in run.units { append(unit, to: &joined, of: glyphs) }
        }
        self.glyphs = joined
    }

    private mutating func append(
        _ unit: GBKRun.Unit, to joined: inout [Glyph], of glyphs: [Glyph]
    ) {
        switch unit {
        case .single(let index):
            joined.append(glyphs[index])
        case .loose(let index):
            joined.append(glyphs[index])
            doubtful += 1
        case .pair(let index, let scalar, _):
            count += 1
            guard !scalar.isBlank else { return }
            let box = [glyphs[index].box, glyphs[index + 1].box].boundingBox()
            joined.append(
                Glyph(scalar: scalar, box: box ?? glyphs[index].box, style: glyphs[index].style))
        }
    }

    /// Said of a page whose text was joined.
    var remark: PageRemark? {
        guard count > 0 else { return nil }
        let names = fonts.filter { !$0.isEmpty }.sorted().joined(separator: ", ")
        return PageRemark(
            code: PageRemark.gbkText,
            message: "\(count) characters are bytes of GBK in fonts of one byte a code"
                + (names.isEmpty ? "" : " (\(names))")
                + ": they were read as the Chinese that they are; pictures of the page show other "
                + "letters in their place")
    }

    /// Said of a page where letters were left that may be Chinese.
    var doubt: PageRemark? {
        guard doubtful > 0 else { return nil }
        return PageRemark(
            code: TextTrust.nonsenseCode,
            message:
                "\(doubtful) letters make no words: they may be bytes of Chinese, or of a font "
                + "without a character map; look at the names on this page")
    }
}

/// What speaks for and against a font's text being bytes of GBK.
struct GBKEvidence {
    private var pairs = 0
    private var usual = 0
    private var common = 0
    private var against = 0
    private let isNamed: Bool

    /// Fewer pairs prove nothing: with a font that is known to be Chinese, and without.
    private static let fewest = (named: 2, unnamed: 4)
    /// Letters without a partner, and pairs beyond GB2312, per pair: rare characters of names.
    private static let mostAgainst = 0.1
    /// This share of pairs is of the first level of GB2312 or its signs in all Chinese text.
    private static let leastUsual = 0.8
    /// This share is of the commonest characters; of bytes of other languages a twentieth is.
    private static let leastCommon = 0.2

    init(_ font: String) { isNamed = GBKBytes.isChinese(font: font) }

    mutating func add(_ run: GBKRun) {
        for unit in run.units {
            switch unit {
            case .single: break
            case .loose: against += 1
            case .pair(_, let scalar, let kind):
                guard kind != .extended else {
                    against += 1
                    continue
                }
                pairs += 1
                if kind == .usual { usual += 1 }
                if GBKBytes.common.contains(scalar) { common += 1 }
            }
        }
    }

    var isConvincing: Bool {
        let all = Double(pairs)
        guard Double(against) <= GBKEvidence.mostAgainst * all,
            Double(usual) >= GBKEvidence.leastUsual * all
        else { return false }
        if isNamed { return pairs >= GBKEvidence.fewest.named }
        return pairs >= GBKEvidence.fewest.unnamed
            && Double(common) >= GBKEvidence.leastCommon * all
    }
}
