internal import Glibc

/// The documents of a folder that `extract` wrote.
public enum OutputListing {
    /// Names of the folders that hold a document, in order.
    public static func folders(in output: String) -> [String] {
        Disk.entries(of: output).filter {
            !$0.hasPrefix(".") && Disk.exists("\(output)/\($0)/\(DocumentFiles.documentFile)")
        }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
