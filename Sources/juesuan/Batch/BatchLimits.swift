internal import PDFSource

/// What one of several documents may take, also of the process in charge.
struct BatchLimits {
    /// A larger file would not fit into a worker, in bytes.
    var bytes = Int.max
    var timeout: Duration = .seconds(BatchOptions.usualTimeout)

    /// The file's SHA-256; nil where the run was asked to end meanwhile.
    func digest(of path: String) throws -> String? {
        let end = ContinuousClock.now + timeout
        let digest = try FileDigest.sha256(of: path, limit: bytes) {
            !Interrupt.isAsked && ContinuousClock.now < end
        }
        if digest == nil, !Interrupt.isAsked { throw Failure.timeout(timeout) }
        return digest
    }
}

extension Failure {
    static func timeout(_ timeout: Duration) -> Failure {
        Failure(
            code: "timeout",
            message: "took longer than \(timeout.components.seconds) s and was given up; "
                + "try it alone with a larger --timeout", status: .failure)
    }
}
