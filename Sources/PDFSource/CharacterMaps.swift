#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Poppler's character maps (poppler-data): without them Chinese text in fonts that are not in the
/// PDF is lost without a word.
public enum CharacterMaps {
    /// Where Poppler may have been built to look for them.
    public static let folders = ["/usr/share/poppler", "/usr/local/share/poppler"]

    /// The folder that holds them; nil when there is none.
    public static var folder: String? {
        folders.first { access($0 + "/cMap/Adobe-GB1", R_OK) == 0 }
    }
}
