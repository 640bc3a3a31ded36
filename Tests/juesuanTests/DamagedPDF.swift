import Foundation

@testable import juesuan

/// PDFs damaged on purpose, six ways, each of them in as many variants as are wanted.
enum DamagedPDF: String, CaseIterable {
    case truncated, flipped, endless, bomb, encrypted, notPDF

    func bytes(variant: Int) -> [UInt8] {
        switch self {
        case .truncated:
            return Array(FixturePDF.prose("Cut \(variant).").prefix(120 + variant))
        case .flipped:
            // the first line is left: it still looks like a PDF
            var bytes = FixturePDF.prose("Flipped \(variant).")
            for place in stride(from: 12 + variant % 3, to: bytes.count, by: 3) {
                bytes[place] ^= 0x15
            }
            return bytes
        case .endless:
            // the page tree's root is its own child
            return TrialPDF.file(of: [
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count \(100_000 + variant) >>",
            ])
        case .bomb: return DamagedPDF.bomb(variant)
        case .encrypted:
            return FixturePDF.encrypted + Array("\n% \(variant)\n".utf8)
        case .notPDF:
            return Array("<!doctype html><title>404</title><p>Not found: \(variant)".utf8)
        }
    }

    /// A page whose content is four gibibytes of zeros: it takes long.
    private static func bomb(_ variant: Int) -> [UInt8] { page(packed: zeros, variant) }

    /// A page whose content is a text of half a gibibyte: it takes memory.
    static var greedy: [UInt8] { page(packed: longText, 0) }

    /// A page whose content is packed three times over.
    private static func page(packed content: String, _ variant: Int) -> [UInt8] {
        let content = Data(base64Encoded: content, options: .ignoreUnknownCharacters) ?? Data()
        let head =
            "%PDF-1.4\n% \(variant)\n" + """
                1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
                2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
                3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R >> endobj
                4 0 obj << /Length \(content.count) /Filter [/FlateDecode /FlateDecode /FlateDecode] >>
                stream

                """
        // without a table of its objects: Poppler looks for them itself
        return Array(head.utf8) + content
            + Array("\nendstream endobj\ntrailer << /Root 1 0 R >>\n".utf8)
    }

    private static let zeros = """
        eNqruPX2jqJfDKNI20VzzSYFLg6RttQEjoQLHYs8eftYOptbHhzfwCfCfUCxkDm0Wb2DK+Sy4hmje+XnhNb9Kf4c+6+y
        fo5PW+KOef/2/4+IlWZgYGiYuLtu78+Ptmw81t03L37kBAoZlO2/Xr9Ox72xfvnt9nOMQJHF5bu37974R+BHdem+RzIg
        JVXR8z83PxX7sKXixp+ncmAR/SaQ0glKEkCSQRfMuQDhGCJzRmVGZUZlRmVGZUZlRmVGZUZlRmVGZUZlRmVGZUZlRmVG
        ZUZlRmVGZUZlRmVGZUZlRmVoIFP03XJ+nT8j+/numzf/OVw/mlIhrRY/02rJFAA82b8d
        """

    private static let longText = """
        eNqruPX2zn6to4wSxx8efvRESKXzLOuMuyc1lbsDZ94QFV/QE/SIr+XqEh0dtqVP2HT+lRSxb7v/vFLvofW+vbVl8+3y
        vrnvfzfNf9t79ffa/ZuVGRgYEh7E/XvHuHjx+7dXNxeD+C/WPXu27D2DdPz09uXPgAINB3fHRsn4yzPbrb/Of4YRKNJs
        vn/7Zpu9rHvq7HvPggW2q0kAKQbdJhDvghImx3BUZlRmJMp8+iDOI5Fv57+t77n7/2KrzQUft31kdk49vQwAw+u9+A==
        """
}
