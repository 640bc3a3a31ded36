internal import ArgumentParser

extension CompletionKind {
    /// What the shell offers for a document: files that are read, and folders.
    ///
    /// Without a kind the shell's own completion of file names is taken away, and nothing put in its place.
    static let documents = CompletionKind.file(extensions: ["pdf", "PDF", "txt"])
}

/// The scripts of `--generate-completion-script`.
enum Completions {
    /// The script that was asked for, as it is to be; nil where none was.
    ///
    /// Bash is to offer file names where the script offers nothing, as for `juesuan sample out`, which is short for
    /// `juesuan sample draw out`.
    static func script(_ message: String, _ arguments: [String]) -> String? {
        guard arguments.count > 1, arguments[1].hasPrefix("--generate-completion-script"),
            message.hasPrefix("#")
        else { return nil }
        return message.replacing(
            "complete -o filenames -F", with: "complete -o filenames -o bashdefault -o default -F")
    }
}
