internal import ArgumentParser
internal import Dataset
internal import Digitizer
internal import PDFSource
internal import Review
internal import Workbook

/// The exit codes.
///
/// Scripts depend on them: they are documented in docs/errors.md, tested, and never renumbered.
enum ExitStatus: Int32, CaseIterable {
    case done = 0
    /// Not listed here.
    case failure = 1
    case inputDamaged = 2
    case dependencyMissing = 3
    case cannotWriteOutput = 4
    case noTableFound = 5
    /// Several inputs: some failed, the others are done.
    case someFilesFailed = 6
    /// `check --strict`.
    case checksFailed = 7
    case encrypted = 8
    /// Pictures without text: the document needs OCR.
    case picturesOnly = 9
    /// Wrong arguments; mostly given by ArgumentParser.
    case usage = 64
    /// Ctrl-C.
    case interrupted = 130

    /// To be thrown out of a command's `run()`.
    var asExitCode: ExitCode { ExitCode(rawValue) }
}

/// What goes wrong, for people and for programs: the one place where errors get their code.
struct Failure: Error {
    /// Stable, in the manifest and on stderr.
    let code: String
    let message: String
    let status: ExitStatus

    init(code: String, message: String, status: ExitStatus) {
        self.code = code
        self.message = message
        self.status = status
    }

    init(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let error as PDFError: self.init(pdf: error)
        case let error as TextFileError:
            self.init(code: "not-text", message: error.description, status: .inputDamaged)
        case let error as OutputError: self.init(output: error)
        case let error as WorkbookError: self.init(workbook: error)
        case let error as ReviewServerError:
            self.init(code: "no-server", message: error.description, status: .failure)
        case let error as DigitizerError:
            self.init(code: "no-such-page", message: error.description, status: .usage)
        default: self.init(code: "failure", message: String(describing: error), status: .failure)
        }
    }

    private init(pdf error: PDFError) {
        let (code, status): (String, ExitStatus) =
            switch error {
            case .unreadable: ("unreadable", .inputDamaged)
            case .empty: ("empty-file", .inputDamaged)
            case .notAPDF: ("not-a-pdf", .inputDamaged)
            case .damaged: ("damaged", .inputDamaged)
            case .encrypted: ("encrypted", .encrypted)
            case .wrongPassword: ("wrong-password", .encrypted)
            case .noPages: ("no-pages", .inputDamaged)
            case .brokenPage: ("broken-page", .inputDamaged)
            case .impossiblePage: ("impossible-page", .inputDamaged)
            case .drawingNotHeard: ("drawing-not-heard", .dependencyMissing)
            case .brokenDrawing: ("drawing-broken", .inputDamaged)
            case .cannotDraw: ("cannot-draw", .failure)
            case .tooLarge: ("too-large", .inputDamaged)
            }
        self.init(code: code, message: error.description, status: status)
    }

    private init(output error: OutputError) {
        let code =
            switch error {
            case .cannotCreate: "cannot-create"
            case .cannotWrite: "cannot-write"
            case .diskFull: "disk-full"
            case .notAFolder: "not-a-folder"
            case .occupied: "occupied"
            }
        self.init(code: code, message: error.description, status: .cannotWriteOutput)
    }

    private init(workbook error: WorkbookError) {
        let code =
            switch error {
            case .tooManyRows, .tooManyColumns, .tooManyTables: "too-large-for-excel"
            case .cannotWrite: "cannot-write"
            }
        self.init(code: code, message: error.description, status: .cannotWriteOutput)
    }
}
