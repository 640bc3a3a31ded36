internal import Dataset
internal import Digitizer
internal import Glibc
internal import PDFSource
internal import PageModel

/// What `doctor` looks at, one function a thing.
enum Diagnosis {
    static func all() -> [Finding] {
        [program(), poppler(), popplerData(), workbooks()] + trial()
            + [fonts(), engine(), confinement()] + places()
    }

    // MARK: Libraries

    private static func program() -> Finding {
        Finding(.ok, "juesuan \(Digitizer.version)")
    }

    /// The libraries in use say themselves which they are; headers would only tell what was
    /// there when this program was built.
    private static func poppler() -> Finding {
        guard let version = libraryVersion("poppler_get_version") else {
            return Finding(
                .missing, "Poppler (libpoppler-glib) does not answer",
                remedy: "sudo apt-get install libpoppler-glib8")
        }
        let cairo = libraryVersion("cairo_version_string").map { ", cairo \($0)" } ?? ""
        return Finding(.ok, "Poppler \(version)\(cairo)")
    }

    private static func libraryVersion(_ function: String) -> String? {
        typealias Version = @convention(c) () -> UnsafePointer<CChar>?
        guard let symbol = dlsym(nil, function) else { return nil }
        return unsafeBitCast(symbol, to: Version.self)().map { String(cString: $0) }
    }

    private static func popplerData() -> Finding {
        if let found = CharacterMaps.folder { return Finding(.ok, "poppler-data in \(found)") }
        return Finding(
            .missing, "poppler-data: text in Chinese fonts that are not embedded is lost",
            remedy: "sudo apt-get install poppler-data")
    }

    private static func workbooks() -> Finding {
        guard let version = libraryVersion("lxw_version") else {
            return Finding(
                .missing, "libxlsxwriter does not answer: no Excel workbooks",
                remedy: "sudo apt-get install libxlsxwriter4")
        }
        return Finding(.ok, "libxlsxwriter \(version)")
    }

    // MARK: A trial

    /// Reads a PDF with a font that is not embedded and one line, to see text and ruling arrive.
    private static func trial() -> [Finding] {
        guard let path = temporaryFile(TrialPDF.bytes) else {
            return [Finding(.note, "the trial PDF cannot be written, so reading was not tried")]
        }
        defer { unlink(path) }
        do {
            let page = try PDFDocument(path: path).page(1)
            // a page without text is not drawn, so then its line says nothing
            return [heardText(of: page)] + (page.glyphs.isEmpty ? [] : [heardRuling(of: page)])
        } catch PDFError.drawingNotHeard {
            return [
                Finding(
                    .missing, "Poppler's drawing calls are not heard: rulings would be missed",
                    remedy: "install Poppler and cairo as shared libraries from the distribution, "
                        + "and build juesuan without linking them statically")
            ]
        } catch {
            return [Finding(.missing, "the trial PDF cannot be read: \(error)")]
        }
    }

    private static func heardText(of page: Page) -> Finding {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: page.glyphs.map(\.scalar))
        if String(text) == TrialPDF.text {
            return Finding(.ok, "text in a Chinese font that is not embedded (GBK) is read")
        }
        return Finding(
            .missing, "text in a Chinese font that is not embedded (GBK) comes out as “\(text)”",
            remedy: "sudo apt-get install poppler-data")
    }

    private static func heardRuling(of page: Page) -> Finding {
        page.rulings.isEmpty
            ? Finding(.missing, "the trial PDF's line is not seen: rulings would be missed")
            : Finding(.ok, "Poppler's drawing calls are heard")
    }

    // MARK: Fonts

    static let fontFolders = [
        "/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts",
    ]
    /// Parts of the file names of common fonts with Chinese characters.
    static let fontNames = [
        "cjk", "wqy", "uming", "ukai", "gbsn00lp", "gkai00mp", "sourcehan", "simsun", "simhei",
        "simfang", "simkai", "droidsansfallback", "msyh", "stsong", "fandol",
    ]

    private static func fonts() -> Finding {
        let home = Environment["HOME"] ?? ""
        for folder in fontFolders {
            let path = folder.hasPrefix("~") ? home + folder.dropFirst() : folder
            if let font = font(in: path, depth: 4) {
                return Finding(.ok, "a font with Chinese characters: \(font)")
            }
        }
        return Finding(
            .note, "no font with Chinese characters: `inspect` cannot draw those not embedded",
            remedy: "sudo apt-get install fonts-noto-cjk")
    }

    private static func font(in folder: String, depth: Int) -> String? {
        guard depth > 0, let names = FolderList.names(in: folder) else { return nil }
        for name in names.sorted() {
            let path = "\(folder)/\(name)"
            let lower = name.lowercased()
            let isFont = [".ttf", ".ttc", ".otf", ".otc"].contains { lower.hasSuffix($0) }
            if isFont, fontNames.contains(where: lower.contains) { return path }
            if !isFont, let found = font(in: path, depth: depth - 1) { return found }
        }
        return nil
    }

    // MARK: Scans

    private static func engine() -> Finding {
        if let helper = OCREngineName.helper {
            return Finding(.ok, "the OCR engine for scanned pages: \(helper)")
        }
        return Finding(
            .note, "no OCR engine: scanned pages are marked, not read",
            remedy: "make ocr, or pip install juesuan-ocr; see docs/ocr.md")
    }

    // MARK: Workers

    /// Not only what the kernel says it has: a process that is locked in tries what it should not.
    private static func confinement() -> Finding {
        guard let offer = Confinement.offer else {
            return Finding(
                .note, "workers cannot be locked in: this kernel has no Landlock and no seccomp")
        }
        let file = "\(temporaryFolder)/juesuan-doctor-\(getpid())"
        guard let harm = Confinement.harmWithin(file: file) else {
            return Finding(.note, "whether workers are locked in could not be tried")
        }
        return harm.isEmpty
            ? Finding(.ok, "workers are locked in: \(offer.text)")
            : Finding(
                .note,
                "workers are locked in by \(offer.text) only: what is left is \(harm.joined(separator: ", "))"
            )
    }

    // MARK: Places

    private static func places() -> [Finding] {
        let temporary = temporaryFolder
        return [
            access(".", W_OK) == 0
                ? Finding(.ok, "the current folder can be written")
                : Finding(
                    .note, "the current folder cannot be written",
                    remedy: "go elsewhere or name another folder with --output"),
            access(temporary, W_OK) == 0
                ? Finding(.ok, "\(temporary) can be written")
                : Finding(.note, "\(temporary) cannot be written", remedy: "set TMPDIR"),
        ]
    }

    private static var temporaryFolder: String { Environment["TMPDIR"] ?? "/tmp" }

    private static func isReadable(_ path: String) -> Bool { access(path, R_OK) == 0 }

    private static func temporaryFile(_ bytes: [UInt8]) -> String? {
        var template = Array("\(temporaryFolder)/juesuan-XXXXXX".utf8CString)
        let file = mkstemp(&template)
        guard file >= 0 else { return nil }
        defer { close(file) }
        let path = template.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { String(cString: $0) }
        }
        return StandardStreams.write(bytes, to: file) == nil ? path : nil
    }
}
