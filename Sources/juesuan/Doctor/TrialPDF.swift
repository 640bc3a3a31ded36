/// A PDF of one page made in memory: two characters in a font that is not embedded, coded in GBK,
/// and one line.
enum TrialPDF {
    static let text = "决算"

    static var bytes: [UInt8] {
        // 决算 in GBK
        let content = "BT /F1 24 Tf 50 100 Td <BEF6CBE3> Tj ET 50 60 m 150 60 l S"
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R "
                + "/Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
            "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /GBK-EUC-H "
                + "/DescendantFonts [6 0 R] >>",
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light "
                + "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> "
                + "/DW 1000 /FontDescriptor 7 0 R >>",
            "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] "
                + "/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
        ]
        return file(of: objects)
    }

    /// Objects numbered from 1, the first one the catalogue, with their cross-reference table.
    static func file(of objects: [String]) -> [UInt8] {
        var bytes = Array("%PDF-1.4\n".utf8)
        var entries = "0000000000 65535 f \n"
        for (index, object) in objects.enumerated() {
            let digits = String(bytes.count)
            entries += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
            bytes += Array("\(index + 1) 0 obj\n\(object)\nendobj\n".utf8)
        }
        let start = bytes.count
        let size = objects.count + 1
        bytes += Array("xref\n0 \(size)\n\(entries)".utf8)
        bytes += Array(
            "trailer\n<< /Size \(size) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n".utf8)
        return bytes
    }
}
