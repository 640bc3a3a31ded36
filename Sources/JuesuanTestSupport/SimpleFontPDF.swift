/// PDFs of one page whose fonts have one byte a code and are not in the file.
public enum SimpleFontPDF {
    /// Fonts are F1, F2, … of these names (as they stand in a PDF), each code half an em wide; I1 is a black
    /// picture.
    public static func page(content: String, fonts: [String]) -> [UInt8] {
        let widths = [String](repeating: "500", count: 256).joined(separator: " ")
        let entries = fonts.indices.map { "/F\($0 + 1) \(6 + 2 * $0) 0 R" }.joined(separator: " ")
        var objects = [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 400] /Contents 4 0 R /Resources "
                + "<< /Font << \(entries) >> /XObject << /I1 5 0 R >> >> >>",
            "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
            "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
                + "/BitsPerComponent 8 /Length 1 >>\nstream\n\u{10}\nendstream",
        ]
        for (index, name) in fonts.enumerated() {
            objects.append(
                "<< /Type /Font /Subtype /TrueType /BaseFont /\(name) /Encoding /WinAnsiEncoding "
                    + "/FirstChar 0 /LastChar 255 /Widths [\(widths)] "
                    + "/FontDescriptor \(7 + 2 * index) 0 R >>")
            objects.append(
                "<< /Type /FontDescriptor /FontName /\(name) /Flags 32 "
                    + "/FontBBox [0 -141 1000 859] /ItalicAngle 0 /Ascent 859 /Descent -141 "
                    + "/CapHeight 683 /StemV 80 >>")
        }
        return file(of: objects)
    }

    /// A line of text in hexadecimal codes.
    public static func line(
        _ codes: String, x: Int = 30, y: Int, font: String = "F1", before: String = ""
    ) -> String { "BT \(before) /\(font) 12 Tf \(x) \(y) Td <\(codes)> Tj ET " }

    /// A picture's place.
    public static func picture(x: Int, y: Int, width: Int, height: Int) -> String {
        "q \(width) 0 0 \(height) \(x) \(y) cm /I1 Do Q "
    }

    private static func file(of objects: [String]) -> [UInt8] {
        var bytes = Array("%PDF-1.4\n".utf8)
        var entries = "0000000000 65535 f \n"
        for (index, object) in objects.enumerated() {
            let digits = String(bytes.count)
            entries += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
            bytes += Array("\(index + 1) 0 obj\n\(object)\nendobj\n".utf8)
        }
        let start = bytes.count
        let size = objects.count + 1
        bytes += Array("xref\n0 \(size)\n\(entries)trailer\n<< /Size \(size) /Root 1 0 R >>\n".utf8)
        bytes += Array("startxref\n\(start)\n%%EOF\n".utf8)
        return bytes
    }
}
