import Foundation

@testable import juesuan

/// PDFs made in code: good ones, and broken ones of each kind.
enum FixturePDF {
    /// One page with this text (ASCII) in Helvetica.
    static func prose(_ text: String = "No table is here.") -> [UInt8] {
        page(content: "BT /F1 12 Tf 20 100 Td (\(text)) Tj ET")
    }

    /// The same page many times over.
    static func prose(pages: Int) -> [UInt8] {
        let kids = String(repeating: " 3 0 R", count: pages)
        return Array(
            String(decoding: prose(), as: UTF8.self)
                .replacing("/Kids [3 0 R] /Count 1", with: "/Kids [\(kids)] /Count \(pages)").utf8)
    }

    static func page(content: String) -> [UInt8] {
        TrialPDF.file(of: [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R "
                + "/Resources << /Font << /F1 5 0 R >> /XObject << /I1 6 0 R >> >> >>",
            "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
                + "/BitsPerComponent 8 /Length 1 >>\nstream\n\u{40}\nendstream",
        ])
    }

    /// One page that is nothing but a picture.
    static var scan: [UInt8] { page(content: "q 200 0 0 200 0 0 cm /I1 Do Q") }

    /// A page of text, and one that is nothing but a picture.
    static var mixed: [UInt8] {
        let contents = [
            "BT /F1 12 Tf 20 100 Td (Typed text.) Tj ET", "q 200 0 0 200 0 0 cm /I1 Do Q",
        ]
        return TrialPDF.file(
            of: [
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [5 0 R 7 0 R] /Count 2 >>",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
                "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
                    + "/BitsPerComponent 8 /Length 1 >>\nstream\n\u{40}\nendstream",
            ]
                + contents.enumerated().flatMap { number, content in
                    [
                        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents "
                            + "\(6 + 2 * number) 0 R /Resources << /Font << /F1 3 0 R >> "
                            + "/XObject << /I1 4 0 R >> >> >>",
                        "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
                    ]
                })
    }

    /// Operators that make no sense.
    static var brokenContent: [UInt8] { page(content: "]] 1 0 << Tj (never closed") }

    static var withoutPages: [UInt8] {
        TrialPDF.file(of: [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>",
        ])
    }

    /// Cut off in the middle of its objects.
    static var truncated: [UInt8] { Array(prose().prefix(150)) }

    /// The cross-reference table is not where the file says.
    static var misplacedTable: [UInt8] {
        let text = String(decoding: prose(), as: UTF8.self)
        return Array(text.replacing("startxref\n", with: "startxref\n7").utf8)
    }

    /// A page of forms that each draw the next twenty times, nine deep: small, and endless to draw.
    static var endless: [UInt8] {
        let depth = 9
        let draws = String(repeating: "/N Do ", count: 20)
        let forms = (0..<depth).map { level in
            let resources =
                level + 1 < depth ? "/Resources << /XObject << /N \(5 + level) 0 R >> >> " : ""
            let content = level + 1 < depth ? draws : "0 0 m 1 1 l S"
            return "<< /Type /XObject /Subtype /Form /BBox [0 0 200 200] \(resources)/Length "
                + "\(content.utf8.count) >>\nstream\n\(content)\nendstream"
        }
        return TrialPDF.file(
            of: [
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents \(4 + depth) 0 R "
                    + "/Resources << /XObject << /N 4 0 R >> >> >>",
            ] + forms + ["<< /Length \(draws.utf8.count) >>\nstream\n\(draws)\nendstream"])
    }

    /// A font program that is noise: Poppler complains about it on its own.
    static var brokenFont: [UInt8] {
        TrialPDF.file(of: [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R "
                + "/Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length 61 >>\nstream\nBT /F1 12 Tf 20 100 Td (A broken font) Tj ET 20 90 m 99 90 l S\n"
                + "endstream",
            "<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Noise /FirstChar 32 /LastChar 33 "
                + "/Widths [500 500] /FontDescriptor 6 0 R >>",
            "<< /Type /FontDescriptor /FontName /ABCDEF+Noise /Flags 4 /FontBBox [0 0 1000 1000] "
                + "/ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 "
                + "/FontFile2 7 0 R >>",
            "<< /Length 32 >>\nstream\nthis is noise and no font at all\nendstream",
        ])
    }

    /// Opens with the password "secret" (RC4, 40 bits), made once with qpdf.
    static var encrypted: [UInt8] {
        Array(Data(base64Encoded: encryptedText, options: .ignoreUnknownCharacters) ?? Data())
    }

    private static let encryptedText = """
        JVBERi0xLjQKJb/3ov4KMSAwIG9iago8PCAvUGFnZXMgMiAwIFIgL1R5cGUgL0NhdGFsb2cgPj4KZW5kb2JqCjIg
        MCBvYmoKPDwgL0NvdW50IDEgL0tpZHMgWyAzIDAgUiBdIC9UeXBlIC9QYWdlcyA+PgplbmRvYmoKMyAwIG9iago8
        PCAvQ29udGVudHMgNCAwIFIgL01lZGlhQm94IFsgMCAwIDIwMCAyMDAgXSAvUGFyZW50IDIgMCBSIC9SZXNvdXJj
        ZXMgPDwgL0ZvbnQgPDwgL0YxIDUgMCBSID4+ID4+IC9UeXBlIC9QYWdlID4+CmVuZG9iago0IDAgb2JqCjw8IC9M
        ZW5ndGggNTIgL0ZpbHRlciAvRmxhdGVEZWNvZGUgPj4Kc3RyZWFtCqZEGgfsVe/xyfCuk87/DW/rlavyZ6YHYCeo
        yQ9jA8pVtcnZUgVEIjI9WjNIN+2/HyMkId5lbmRzdHJlYW0KZW5kb2JqCjUgMCBvYmoKPDwgL0Jhc2VGb250IC9I
        ZWx2ZXRpY2EgL1N1YnR5cGUgL1R5cGUxIC9UeXBlIC9Gb250ID4+CmVuZG9iago2IDAgb2JqCjw8IC9GaWx0ZXIg
        L1N0YW5kYXJkIC9MZW5ndGggNDAgL08gPDkyZmUwZjQ0NTRhZDRjOTY0NDY5M2YzM2MwN2NiNTRmNTg3ZGNlMWUy
        NjgyZmU5ZWNlYTYxMDdhMWVmNjMwZGQ+IC9QIC00IC9SIDIgL1UgPGMxYzgyNzY3MTk0Y2UzNTU0YTVmOWRiZmYw
        NjA4ZTA3ZDI4NTcyNjliMGM3YzVjNmI0ZjJhZTQ2ZDIxMTZjOTY+IC9WIDEgPj4KZW5kb2JqCnhyZWYKMCA3CjAw
        MDAwMDAwMDAgNjU1MzUgZiAKMDAwMDAwMDAxNSAwMDAwMCBuIAowMDAwMDAwMDY0IDAwMDAwIG4gCjAwMDAwMDAx
        MjMgMDAwMDAgbiAKMDAwMDAwMDI1MSAwMDAwMCBuIAowMDAwMDAwMzczIDAwMDAwIG4gCjAwMDAwMDA0NDMgMDAw
        MDAgbiAKdHJhaWxlciA8PCAvUm9vdCAxIDAgUiAvU2l6ZSA3IC9JRCBbPDY4ZGMyM2MxMjdiMjkyN2M0OTYyMjZm
        NTUxMGI5MWM5Pjw2OGRjMjNjMTI3YjI5MjdjNDk2MjI2ZjU1MTBiOTFjOT5dIC9FbmNyeXB0IDYgMCBSID4+CnN0
        YXJ0eHJlZgo2NDkKJSVFT0YK
        """
}
