/// Why results could not be written.
///
/// `description` says what is wrong and what to do.
public enum OutputError: Error, Equatable, CustomStringConvertible {
    /// A folder cannot be made; the system's reason.
    case cannotCreate(path: String, reason: String)
    /// A file cannot be written; the system's reason.
    case cannotWrite(path: String, reason: String)
    case diskFull(path: String)
    /// Something that is no folder stands where one is needed.
    case notAFolder(path: String)
    /// The folder holds something that juesuan did not write; it is left alone.
    case occupied(path: String)

    public var description: String {
        switch self {
        case .cannotCreate(let path, let reason):
            "\(path) cannot be created: \(reason); choose another folder with --output"
        case .cannotWrite(let path, let reason):
            "\(path) cannot be written: \(reason); choose another folder with --output"
        case .diskFull(let path):
            "the disk is full while writing \(path); make room or choose another with --output"
        case .notAFolder(let path):
            "\(path) is not a folder; choose another name with --output"
        case .occupied(let path):
            "\(path) holds files that juesuan did not write; move them or choose another --output"
        }
    }

    /// The same fault, said of another path.
    func named(_ path: String) -> OutputError {
        switch self {
        case .cannotCreate(_, let reason): .cannotCreate(path: path, reason: reason)
        case .cannotWrite(_, let reason): .cannotWrite(path: path, reason: reason)
        case .diskFull: .diskFull(path: path)
        case .notAFolder: .notAFolder(path: path)
        // it names the place that is meant
        case .occupied: self
        }
    }
}
