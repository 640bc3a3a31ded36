import Testing
import TextRepair

/// What must hold for any text.
@Suite struct RepairPropertyTests {
    /// Texts of the signs that rules look at, put together at random.
    static let texts: [String] = {
        let parts = [
            "支出", "（", "）", "(", ")", "“", "”", "\"", "。", "。。", "，，", "、", "2024", "1", "358",
            "64",
            ".", ",", " ", "%", "％", "－", "—", "−", "△", "万元", "⼯", "⻋", "２", "０", "．", "\\leq ",
            "\\%",
            "$", "年", "-", "一、", "GDP", "ＧＤ", "：", "20", "3",
        ]
        var seed: UInt64 = 4
        return (0..<3000).map { _ in
            var text = ""
            for _ in 0..<12 {
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += parts[Int((seed >> 33) % UInt64(parts.count))]
            }
            return text
        }
    }()

    @Test func repairingTwiceChangesNothingMore() {
        for text in RepairPropertyTests.texts {
            let once = TextRepair.repaired(text).text
            #expect(TextRepair.repaired(once) == RepairedText(once), "\(text)")
        }
    }

    @Test func editsCanBeTakenBack() {
        for text in RepairPropertyTests.texts {
            #expect(TextRepair.repaired(text).original == text)
        }
    }

    /// Rules for words never touch a digit, nor add or drop one; the others keep every digit.
    @Test func numbersKeepTheirDigits() {
        let forNumbers: Set = ["full-width", "number-space", "minus"]
        for text in RepairPropertyTests.texts {
            let repaired = TextRepair.repaired(text)
            #expect(digits(repaired.text) == digits(text), "\(text)")
            for edit in repaired.edits where !forNumbers.contains(edit.rule) && edit.rule != "latex"
            {
                #expect(digits(edit.before) == "" && digits(edit.after) == "", "\(edit)")
            }
        }
    }

    private func digits(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x30...0x39: result.append(scalar)
            case 0xFF10...0xFF19:
                if let plain = Unicode.Scalar(scalar.value - 0xFEE0) { result.append(plain) }
            default: continue
            }
        }
        return String(result)
    }
}
