import Foundation
import JuesuanTestSupport
import Testing

@testable import juesuan

/// Arguments, help, exit codes.
@Suite struct CommandLineTests {
    @Test(arguments: [
        ["extract"], ["extract", "a.pdf", "--format", "xml"], ["extract", "a.pdf", "--pages", "0"],
        ["extract", "a.pdf", "--pages", "9-5"], ["extract", "a.pdf", "-q", "-v"], ["show"],
        ["show", "a.pdf", "--table", "x"], ["frobnicate"], ["--frobnicate"],
    ])
    func wrongArguments(arguments: [String]) throws {
        let line = "juesuan " + arguments.joined(separator: " ")
        let result = try Program.shell(line, in: NSTemporaryDirectory())
        #expect(result.status == 64)
        #expect(result.stdout == "")
        #expect(result.stderr.contains("Error: "))
    }

    @Test(arguments: ["--help", "extract --help", "show --help", "doctor --help", "help extract"])
    func helpShowsExamples(arguments: String) throws {
        let result = try Program.shell("juesuan \(arguments)", in: NSTemporaryDirectory())
        #expect(result.status == 0)
        #expect(result.stdout.contains("EXAMPLES:"))
        #expect(result.stderr == "")
    }

    @Test func version() throws {
        let result = try Program.run("--version")
        #expect(result.stdout.hasPrefix("juesuan "))
        #expect(result.status == 0)
    }

    @Test func showSaysWhyThereIsNothing() throws {
        let folder = try TemporaryFolder()
        try folder.write(FixturePDF.prose(), to: "prose.pdf")
        try folder.write(FixturePDF.scan, to: "scan.pdf")
        try folder.write("", to: "empty.pdf")
        for (file, code, status) in [
            ("prose.pdf", "no-table", 5), ("scan.pdf", "pictures-only", 9),
            ("empty.pdf", "empty-file", 2),
        ] {
            let result = try Program.run("show", file, in: folder.path)
            #expect(result.status == status)
            #expect(result.stdout == "")
            #expect(result.stderr.contains("\(file): error: [\(code)] "))
        }
    }

    @Test func doctorTriesItsOwnPDF() throws {
        let result = try Program.run("doctor")
        #expect(result.status == 0, "\(result.stdout)")
        #expect(result.stdout.contains("ok       Poppler's drawing calls are heard"))
        #expect(result.stdout.contains("ok       text in a Chinese font that is not embedded"))
    }
}
