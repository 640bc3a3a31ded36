internal import TerminalText

/// How large a comment's box is, so that it shows all of its text.
struct NoteSize {
    /// In pixels.
    private static let character = 7
    private static let line = 18
    private static let margin = 16
    private static let charactersPerLine = 40
    private static let mostLines = 30

    let width = UInt16(clamping: NoteSize.charactersPerLine * NoteSize.character + NoteSize.margin)
    let height: UInt16

    init(_ note: String) {
        let lines = note.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) {
            $0 + 1 + String($1).displayWidth / NoteSize.charactersPerLine
        }
        height = UInt16(clamping: min(NoteSize.mostLines, lines) * NoteSize.line + NoteSize.margin)
    }
}
