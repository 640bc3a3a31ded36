import Foundation
import JuesuanTestSupport
import Testing

@testable import juesuan

/// What bash offers after a tab.
@Suite struct CompletionTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        for name in ["in/a b.pdf", "in/c.PDF", "in/notes.md", "in/below/d.pdf"] {
            try folder.write("", to: name)
        }
    }

    /// The last of the words is the one to be completed.
    private func offered(_ words: String...) throws -> [String] {
        let quoted = words.map { "'\($0)'" }.joined(separator: " ")
        let result = try Program.shell(
            """
            source <(juesuan --generate-completion-script bash)
            COMP_WORDS=(juesuan \(quoted)); COMP_CWORD=\(words.count)
            COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}
            _juesuan juesuan "${COMP_WORDS[-1]}" "${COMP_WORDS[-2]}"
            printf '%s\n' "${COMPREPLY[@]}" | sort
            """, in: folder.path)
        return result.stdout.split(separator: "\n").map(String.init)
    }

    @Test(arguments: ["extract", "show", "check", "inspect", "report"])
    func documentsAndFolders(command: String) throws {
        #expect(try offered(command, "i") == ["in"])
        #expect(try offered(command, "in/") == ["in/a b.pdf", "in/below", "in/c.PDF"])
        #expect(try offered(command, "in/a") == ["in/a b.pdf"])
    }

    @Test func folders() throws {
        for command in ["review", "dataset"] {
            #expect(try offered(command, "in/") == ["in/below"])
        }
        #expect(try offered("extract", "in/a b.pdf", "--output", "in/") == ["in/below"])
    }

    @Test func commandsOptionsAndValues() throws {
        #expect(try offered("ex") == ["extract"])
        #expect(try offered("extract", "--pl") == ["--plain-numbers"])
        #expect(try offered("extract", "x.pdf", "--format", "x") == ["xlsx"])
    }

    /// Where the script has nothing to offer bash offers file names, as it does for all programs.
    @Test func theRestIsLeftToBash() throws {
        let result = try Program.shell(
            "source <(juesuan --generate-completion-script bash); complete -p juesuan",
            in: folder.path)
        #expect(
            result.stdout
                == "complete -o bashdefault -o default -o filenames -F _juesuan juesuan\n")
    }

    @Test(arguments: ["zsh", "fish"])
    func otherShells(shell: String) throws {
        let result = try Program.run("--generate-completion-script", shell, in: folder.path)
        #expect(result.status == 0)
        #expect(result.stdout.contains("pdf"))
    }
}
