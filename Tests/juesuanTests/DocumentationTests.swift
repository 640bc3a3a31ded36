import ArgumentParser
import Foundation
import JuesuanTestSupport
import Testing

@testable import juesuan

/// The documentation names what there is, and its links lead somewhere.
@Suite struct DocumentationTests {
    @Test(arguments: ["README.md", "README.zh-CN.md"])
    func readme(page: String) throws {
        let text = try Repository.text(of: page)
        for command in Juesuan.configuration.subcommands {
            let name = try #require(command.configuration.commandName)
            #expect(text.contains("`juesuan \(name)"), "\(name) is not in \(page)")
        }
        #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count < 200)
    }

    @Test(arguments: [
        "README.md", "README.zh-CN.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/format.md",
        "docs/errors.md", "docs/decisions.md", "docs/install.md", "samples/README.md",
        "output/README.md",
    ])
    func links(page: String) throws {
        let folder = (page as NSString).deletingLastPathComponent
        let text = try Repository.text(of: page)
        for match in text.matches(of: /\]\(([^)#]+)\)/) where !match.1.hasPrefix("http") {
            let path = (folder as NSString).appendingPathComponent("\(match.1)")
            let whole = Repository.path(of: path)
            #expect(FileManager.default.fileExists(atPath: whole), "\(page): \(match.1)")
        }
    }
}
