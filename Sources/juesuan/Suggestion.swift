internal import FinalAccounts
internal import Glibc
internal import TerminalText

/// What somebody meant who named no command: a document without a verb, or a command with a slip in it.
struct Suggestion {
    /// Those that are shown, from which one can be meant.
    let commands: [String]
    /// Those that are there as well, and not for people.
    var hidden: [String] = []
    /// Whether there is such a file or folder.
    var exists: (String) -> Bool = { access($0, F_OK) == 0 }

    /// A command is meant where no more than one letter in so many is wrong.
    private static let lettersPerSlip = 2
    /// Two letters that changed places are two slips.
    private static let mostSlips = 2

    /// In a sentence; nil where it cannot be guessed.
    func sentence(for arguments: [String]) -> String? {
        guard let first = arguments.first, !(commands + hidden).contains(first) else { return nil }
        if let command = nearest(to: first), !exists(first) {
            let line = [command] + arguments.dropFirst().map(\.asShellWord)
            return meant(line, "there is no command \(first.asShellWord)")
        }
        guard let document = arguments.first(where: isDocument) else { return nil }
        let words = arguments.map { $0.hasPrefix("-") ? $0 : $0.asShellWord }
        return meant(["extract"] + words, "\(document.asShellWord) is no command")
    }

    private func meant(_ line: [String], _ reason: String) -> String {
        "\(reason); did you mean `juesuan \(line.joined(separator: " "))`?"
    }

    /// A beginning of so many letters is taken for the whole.
    private static let shortestBeginning = 3

    private func nearest(to word: String) -> String? {
        if word.count >= Suggestion.shortestBeginning,
            let whole = commands.first(where: { $0.hasPrefix(word) })
        {
            return whole
        }
        let letters = Array(word.unicodeScalars)
        let most = min(Suggestion.mostSlips, letters.count / Suggestion.lettersPerSlip)
        return commands.map { ($0, EditDistance.between(letters, Array($0.unicodeScalars))) }
            .filter { $0.1 <= most }.min { $0.1 < $1.1 }?.0
    }

    private func isDocument(_ word: String) -> Bool {
        guard !word.hasPrefix("-") else { return false }
        return [".pdf", ".txt"].contains(where: word.lowercased().hasSuffix) || exists(word)
    }
}
