internal import CPopplerData

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Poppler's character maps (poppler-data): without them Chinese text in fonts that are not in the
/// PDF is lost without a word.
public enum CharacterMaps {
    /// Where Poppler may have been built to look for them.
    static let usual = ["/usr/share/poppler", "/usr/local/share/poppler"]

    /// The folder that holds them; nil when there is none.
    public static var folder: String? { carried ?? usual.first(where: holdsMaps) }

    /// Those that came with the program, `../share/poppler` beside it, once Poppler has been told of them; nil where
    /// there are none, or Poppler cannot be told.
    ///
    /// Poppler must not have opened anything before this is first asked.
    static let carried: String? = {
        guard let folder = besideProgram, holdsMaps(folder), !usual.contains(folder) else {
            return nil
        }
        return poppler_data_use(folder) != 0 ? folder : nil
    }()

    private static func holdsMaps(_ folder: String) -> Bool {
        access(folder + "/cMap/Adobe-GB1", R_OK) == 0
    }

    /// `PREFIX/share/poppler` for a program `PREFIX/bin/juesuan`.
    private static var besideProgram: String? {
        var path = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &path, path.count - 1)
        guard count > 0 else { return nil }
        let bytes = path.prefix(count).map(UInt8.init(bitPattern:))
        let program = String(decoding: bytes, as: UTF8.self)
        let prefix = program.split(separator: "/").dropLast(2)
        return "/" + (prefix + ["share", "poppler"]).joined(separator: "/")
    }
}
