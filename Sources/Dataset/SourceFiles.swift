/// Where the files lie that the documents of an output folder came from.
public struct SourceFiles: Sendable {
    /// Paths by SHA-256, as the manifest has them.
    private var inputs: [String: [String]] = [:]
    /// Further folders to look into, for files of the same name.
    private let folders: [String]
    private let output: String

    /// Reads the output folder's manifest; `folders` is where files may have been moved to.
    public init(output: String, folders: [String]) {
        self.output = output
        self.folders = folders
        let lines = (Disk.read(output + "/" + Manifest.file) ?? [])
            .split(separator: UInt8(ascii: "\n"))
        for line in lines {
            guard let entry = ManifestEntry(line: line), let facts = entry.facts else { continue }
            inputs[facts.sha256, default: []].append(entry.input)
        }
    }

    /// Paths that the file may have, the likeliest first; whether it is the file is not yet looked at.
    public func candidates(for source: SourceRecord) -> [String] {
        let known = inputs[source.sha256] ?? []
        let beside = known.filter { !$0.hasPrefix("/") }.map { output + "/../" + $0 }
        let moved = folders.flatMap { folder in
            Set(known.compactMap { $0.split(separator: "/").last.map(String.init) } + [source.file])
                .sorted().map { folder + "/" + $0 }
        }
        return (known + beside + moved).filter(Disk.exists)
    }
}
