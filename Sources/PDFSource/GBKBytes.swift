internal import CGBK
internal import PageModel

/// Bytes of GBK, as the letters that Poppler takes them for (WinAnsiEncoding).
enum GBKBytes {
    /// Letters of 80 to 9F; those that are missing all become a bullet, and are lost.
    private static let special: [Unicode.Scalar: UInt8] = [
        "€": 0x80, "‚": 0x82, "ƒ": 0x83, "„": 0x84, "…": 0x85, "†": 0x86, "‡": 0x87, "ˆ": 0x88,
        "‰": 0x89, "Š": 0x8A, "‹": 0x8B, "Œ": 0x8C, "Ž": 0x8E, "‘": 0x91, "’": 0x92, "“": 0x93,
        "”": 0x94, "–": 0x96, "—": 0x97, "˜": 0x98, "™": 0x99, "š": 0x9A, "›": 0x9B, "œ": 0x9C,
        "ž": 0x9E, "Ÿ": 0x9F,
    ]
    /// Signs that stand in Chinese text by themselves.
    private static let signs: Set<Unicode.Scalar> = [
        "·", "×", "÷", "°", "±", "§", "©", "®", "€", "…", "‰", "‘", "’", "“", "”", "–", "—", "™",
    ]
    /// Two in three characters of reports, and of other prose not many fewer.
    static let common = Set(
        ("支出算政预费公年万元务的行业本目项位单一和部事金款其收用经学科财入标资工人会表基主度拨指门中要他计机数共"
            + "理分区国上管保作关增教加合般法等设办决及社省服察检情育建况总三实市全二府类级运房购安与专效为员大能有住"
            + "因生是开车技十性动展成明协制发提民委化职组说研议体比个高结名补商重平普不了在我这来到时地们对可也后自以")
            .unicodeScalars)
    /// Parts of the names that fonts with Chinese characters have.
    private static let names = [
        "simsun", "simhei", "fangsong", "kaiti", "simkai", "simfang", "song", "heiti", "yahei",
        "gb2312", "gbk",
    ]

    static func isHighLatin(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0xA1 && scalar.value <= 0xFF
    }

    /// Letters with accents and their like.
    static func isHighLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0xC0 && scalar.value <= 0xFF && scalar != "×" && scalar != "÷"
    }

    static func isSign(_ scalar: Unicode.Scalar) -> Bool { signs.contains(scalar) }

    static func lead(_ scalar: Unicode.Scalar) -> UInt8? {
        if isHighLatin(scalar) { return UInt8(scalar.value) }
        return special[scalar]
    }

    static func trail(_ scalar: Unicode.Scalar) -> UInt8? {
        // WinAnsiEncoding has a second hyphen, at AD; the first cannot end a character
        if scalar == "-" { return 0xAD }
        if scalar.value >= 0x40 && scalar.value < 0x7F { return UInt8(scalar.value) }
        return lead(scalar)
    }

    static func character(_ lead: UInt8, _ trail: UInt8) -> Unicode.Scalar? {
        let value = gbk_character(lead, trail)
        return value == 0 ? nil : Unicode.Scalar(value)
    }

    /// GB2312 begins at A1 A1: signs to A9, then 3,755 characters in common use to D7, then rarer ones.
    static func kind(_ lead: UInt8, _ trail: UInt8) -> GBKRun.Kind {
        guard trail >= 0xA1 else { return .extended }
        return switch lead {
        case 0xA1...0xA3, 0xB0...0xD7: .usual
        case 0xA4...0xA9, 0xD8...0xF7: .rare
        default: .extended
        }
    }

    /// Whether a font of this name has Chinese characters.
    static func isChinese(font: String) -> Bool {
        if font.unicodeScalars.contains(where: \.isCJK) { return true }
        let name = font.lowercased()
        return names.contains(where: name.contains)
    }

    /// A font's name, which may itself be GBK.
    static func name(_ text: UnsafePointer<CChar>) -> String {
        if let name = String(validatingCString: text) { return name }
        var bytes: [UInt8] = []
        var place = text
        while place.pointee != 0 {
            bytes.append(UInt8(bitPattern: place.pointee))
            place += 1
        }
        return decoded(bytes) ?? String(cString: text)
    }

    private static func decoded(_ bytes: [UInt8]) -> String? {
        var scalars = String.UnicodeScalarView()
        var index = 0
        while index < bytes.count {
            if bytes[index] < 0x80 {
                scalars.append(Unicode.Scalar(bytes[index]))
                index += 1
            } else {
                guard index + 1 < bytes.count, let one = character(bytes[index], bytes[index + 1])
                else { return nil }
                scalars.append(one)
                index += 2
            }
        }
        return String(scalars)
    }
}
