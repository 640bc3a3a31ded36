import ArgumentParser
import Foundation
import JuesuanTestSupport
import Testing

@testable import juesuan

/// The manual page, and what help says of the environment.
@Suite struct ManualTests {
    private static let hasGroff = FileManager.default.isExecutableFile(atPath: "/usr/bin/groff")

    private func page(_ folder: TemporaryFolder) throws -> Program.Result {
        try Program.shell(
            "'\(Repository.path(of: "scripts/manual.py"))' '\(Program.path)' > juesuan.1",
            in: folder.path)
    }

    @Test func hasEveryCommandExitCodeAndVariable() throws {
        let folder = try TemporaryFolder()
        let result = try page(folder)
        #expect(result.status == 0, "\(result.stderr)")
        let text = try folder.text("juesuan.1")
        for command in Juesuan.configuration.subcommands where command.configuration.shouldDisplay {
            let name = try #require(command.configuration.commandName)
            #expect(text.contains("\n.SS \(name)\n"), "\(name)")
        }
        for status in ExitStatus.allCases {
            #expect(text.contains("\n\\fB\(status.rawValue)\\fR\n"), "\(status)")
        }
        for variable in Environment.used { #expect(text.contains("\\fB\(variable.name)\\fR")) }
        #expect(text.contains("\\fB\\-o\\fR, \\fB\\-\\-output\\fR"))
    }

    @Test(.enabled(if: hasGroff, "groff is not there"))
    func groffHasNothingToSayAgainstIt() throws {
        let folder = try TemporaryFolder()
        _ = try page(folder)
        let result = try Program.shell(
            "groff -man -Tutf8 -K utf8 -ww juesuan.1 > page.txt", in: folder.path)
        #expect(result.status == 0)
        #expect(result.stderr == "")
        #expect(try folder.text("page.txt").contains("决算"))
    }

    /// A variable that is read is told of; HOME only says where things are, as everywhere.
    @Test func helpListsTheEnvironment() throws {
        let listed = Set(Environment.used.map(\.name)).union(["HOME"])
        let sources = Repository.path(of: "Sources")
        for name in FileManager.default.enumerator(atPath: sources)?.allObjects ?? [] {
            guard let name = name as? String, name.hasSuffix(".swift") else { continue }
            let text = try Repository.text(of: "Sources/" + name)
            for match in text.matches(of: /(?:Environment\[|getenv\()"([A-Z_]+)"/) {
                #expect(listed.contains(String(match.1)), "\(match.1) in \(name)")
            }
        }
        let help = try Program.run("--help")
        for name in listed where name != "HOME" { #expect(help.stdout.contains("  \(name) ")) }
    }
}
