/// One change that a repair made to a text.
public struct TextEdit: Sendable, Hashable {
    /// The rule's name, such as "page-break-overlap".
    public var rule: String
    /// Where it begins: Unicode scalars from the beginning of the text as it was just before.
    public var at: Int
    public var before: String
    public var after: String

    public init(rule: String, at: Int, before: String, after: String) {
        self.rule = rule
        self.at = at
        self.before = before
        self.after = after
    }
}

/// A text with what was changed in it.
public struct RepairedText: Sendable, Hashable {
    public var text: String
    /// In the order in which they were made; taking them back from the last to the first gives the
    /// text as it was.
    public var edits: [TextEdit]

    public init(_ text: String, edits: [TextEdit] = []) {
        self.text = text
        self.edits = edits
    }

    /// The text before all edits.
    public var original: String {
        var scalars = Array(text.unicodeScalars)
        for edit in edits.reversed() {
            let end = edit.at + edit.after.unicodeScalars.count
            scalars.replaceSubrange(edit.at..<end, with: edit.before.unicodeScalars)
        }
        return String(scalars)
    }
}

extension String {
    init(_ scalars: some Sequence<Unicode.Scalar>) {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        self.init(view)
    }
}
