internal import ArgumentParser
internal import Glibc
internal import ScanReading

/// How scanned pages are read.
struct OCROptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Which pages OCR reads: auto (those that are pictures or whose text lies), off, force (all).",
            valueName: "auto|off|force"))
    var ocr = Mode.auto

    /// The modes of ``ScanMode``, as words of the command line.
    enum Mode: String, ExpressibleByArgument, CaseIterable {
        case auto, off, force

        var scans: ScanMode {
            switch self {
            case .auto: .auto
            case .off: .off
            case .force: .force
            }
        }
    }

    @Option(
        help: ArgumentHelp(
            "What reads them: rapidocr (make ocr installs it), tesseract, or a command; see docs/ocr.md.",
            valueName: "engine"),
        completion: .list(["rapidocr", "tesseract"]))
    var ocrEngine = OCREngineName.rapidocr

    @Option(
        help: ArgumentHelp(
            "Seconds after which OCR of a page is given up. (default: 60)",
            valueName: "seconds"),
        transform: Bounds.whole(Bounds.seconds))
    var ocrTimeout = 60

    /// Workers share the cores.
    @Option(help: .hidden, transform: Bounds.whole(Bounds.processes))
    var ocrThreads = BatchOptions.cores

    /// Nil where no page is to be read, or the engine that nobody asked for by name is not installed.
    func engine() -> EngineHelper? { command().map { helper($0) } }

    /// The program that reads pages, with its arguments; nil as above.
    func command() -> [String]? {
        ocr == .off
            ? nil : ocrEngine.arguments(isWanted: ocr == .force, threads: ocrThreads)
    }

    func helper(_ command: [String], starter: EngineStarter? = nil) -> EngineHelper {
        EngineHelper(arguments: command, seconds: Double(ocrTimeout), starter: starter)
    }

    /// For one of so many workers.
    func arguments(jobs: Int) -> [String] {
        ["--ocr-threads=\(max(1, BatchOptions.cores / jobs))"]
    }

    /// What changes what comes out.
    var options: [String] {
        ["--ocr=\(ocr.rawValue)", "--ocr-engine=\(ocrEngine.text)", "--ocr-timeout=\(ocrTimeout)"]
    }
}

/// `rapidocr`, `tesseract`, or a command with its arguments.
struct OCREngineName: ExpressibleByArgument, CustomStringConvertible {
    let text: String
    static let rapidocr = OCREngineName(text: "rapidocr")

    var description: String { text }
    var defaultValueDescription: String { text }

    init(text: String) { self.text = text }

    init?(argument: String) {
        guard argument.contains(where: { $0 != " " }) else { return nil }
        text = argument
    }

    /// The command; nil where the engine that comes with juesuan is not installed and not asked for.
    func arguments(isWanted: Bool, threads: Int) -> [String]? {
        guard text == "rapidocr" || text == "tesseract" else {
            return text.split(separator: " ").map(String.init)
        }
        guard let helper = OCREngineName.helper else {
            return isWanted || text != "rapidocr" ? [OCREngineName.helperName] : nil
        }
        return [helper, "--engine", text, "--threads", String(threads)]
    }

    static let helperName = "juesuan-ocr"

    /// The helper of integrations/ocr: where JUESUAN_OCR says, where `make ocr` puts it beside the build, or
    /// where `make install` does; nil where there is none.
    static let helper: String? = {
        var path = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &path, path.count - 1)
        let own = String(
            decoding: path.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
        let folder = own.split(separator: "/").dropLast()
        // .build/<triple>/<configuration>/juesuan; <prefix>/bin/juesuan
        let build = "/" + folder.dropLast(2).joined(separator: "/") + "/ocr/bin/\(helperName)"
        let prefix =
            "/" + folder.dropLast().joined(separator: "/") + "/lib/juesuan/ocr/bin/\(helperName)"
        // set and empty: none
        if let asked = getenv("JUESUAN_OCR") {
            let asked = String(cString: asked)
            return access(asked, X_OK) == 0 ? asked : nil
        }
        return [build, prefix].first { access($0, X_OK) == 0 }
    }()
}
