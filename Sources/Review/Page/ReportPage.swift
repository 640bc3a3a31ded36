public import Dataset

/// A document's tables beside pictures of their pages: one HTML file that needs nothing else.
public struct ReportPage {
    private let folder: String
    private let document: DocumentRecord
    private let pictures: [(page: Int, bytes: [UInt8])]

    /// `pictures` are WebP files of the pages that hold tables; pages without are shown as frames.
    public init(
        folder: String, document: DocumentRecord, pictures: [(page: Int, bytes: [UInt8])]
    ) {
        self.folder = folder
        self.document = document
        self.pictures = pictures
    }

    /// Scripts that the report needs, in order.
    private static let scripts = [
        "words.js", "elements.js", "model.js", "grid.js", "paper.js", "details.js", "document.js",
        "report.js",
    ]

    public var bytes: [UInt8] {
        // only this page's own script and style run: the mark is in no text that the report shows,
        // since it comes from the file's SHA-256
        let mark = String(document.source.sha256.reversed().prefix(32))
        let title = ReportPage.escaped(document.organisation ?? document.source.file)
        var page = """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; \
            style-src 'nonce-\(mark)'; script-src 'nonce-\(mark)'; base-uri 'none'; form-action 'none'">
            <title>\(title)</title>
            <style nonce="\(mark)">

            """.bytes
        page += WebAssets.style.bytes
        page +=
            """
            </style>
            </head>
            <body>
            <main id="app"></main>
            <script type="application/json" id="data">
            """.bytes
        page += ReportPage.inScript(DocumentPayload(folder: folder, document: document).slim.bytes)
        page += "</script>\n<script type=\"application/json\" id=\"pictures\">".bytes
        page += pictureList
        page += "</script>\n<script type=\"module\" nonce=\"\(mark)\">\n".bytes
        page += ReportPage.script
        page += "</script>\n</body>\n</html>\n".bytes
        return page
    }

    /// Pages and their pictures as data URLs.
    private var pictureList: [UInt8] {
        var bytes = Array("{".utf8)
        for (number, picture) in pictures.enumerated() {
            bytes += (number > 0 ? "," : "").bytes
            bytes += "\"\(picture.page)\":\"data:image/webp;base64,".bytes
            bytes += Base64.text(of: picture.bytes)
            bytes += "\"".bytes
        }
        return bytes + "}".bytes
    }

    /// The modules as one: their imports and exports fall away.
    private static let script: [UInt8] = {
        var lines: [String] = []
        for name in scripts {
            guard let asset = WebAssets.served[name] else { continue }
            for line in String(decoding: asset.bytes, as: UTF8.self)
                .split(separator: "\n", omittingEmptySubsequences: false)
            where !line.hasPrefix("import ") {
                lines.append(String(line.hasPrefix("export ") ? line.dropFirst(7) : line))
            }
        }
        return lines.joined(separator: "\n").bytes
    }()

    /// JSON that nothing of it ends the script it stands in: `<` stands in strings only.
    static func inScript(_ json: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(json.count)
        for byte in json {
            if byte == UInt8(ascii: "<") { bytes += "\\u003c".bytes } else { bytes.append(byte) }
        }
        return bytes
    }

    static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.append(character)
            }
        }
        return result
    }
}

extension String {
    fileprivate var bytes: [UInt8] { Array(utf8) }
}
