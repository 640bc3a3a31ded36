internal import CProcess

/// What a worker cannot do, whatever a document makes of it: start programs, open sockets, change files other than
/// its output.
enum Confinement {
    /// Locks this process in, for good; only what is below these folders can be written.
    static func begin(writable folders: [String]) {
        let paths = folders.map { Array($0.utf8CString) }
        withPointers(to: paths[...], []) { _ = process_confine($0) }
    }

    /// Hands over a list of C's strings that ends with null.
    private static func withPointers(
        to paths: ArraySlice<[CChar]>, _ pointers: [UnsafePointer<CChar>?],
        _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Void
    ) {
        guard let path = paths.first else {
            return (pointers + [nil]).withUnsafeBufferPointer { list in
                list.baseAddress.map(body)
            } ?? ()
        }
        path.withUnsafeBufferPointer {
            withPointers(to: paths.dropFirst(), pointers + [$0.baseAddress], body)
        }
    }

    /// What the system offers for it, for people; nil where that is nothing.
    static var offer: (text: String, isWhole: Bool)? {
        let offered = process_confinement_offered()
        let parts = [
            offered.landlock > 0 ? "Landlock \(offered.landlock)" : nil,
            offered.seccomp > 0 ? "seccomp" : nil,
        ].compactMap(\.self)
        guard !parts.isEmpty else { return nil }
        return (parts.joined(separator: " and "), parts.count == 2)
    }

    /// What this process can still do of what it should not: for tests and for people who want to know.
    static func harm(file: String) -> [String] { names(process_try_harm(file)) }

    /// The same of a process that is locked in; nil where none can be made.
    static func harmWithin(file: String) -> [String]? {
        let done = process_try_confined(file)
        return done < 0 ? nil : names(done)
    }

    private static func names(_ done: Int32) -> [String] {
        ["socket", "file", "program", "process"].enumerated()
            .filter { done & (1 << $0.offset) != 0 }.map(\.element)
    }
}
