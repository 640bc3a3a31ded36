import Foundation
import JuesuanTestSupport
import Testing

/// `juesuan dataset`, as a user calls it, and what other programs say of what it makes.
@Suite struct DatasetTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        _ = try Program.run(
            "extract", Repository.path(of: "samples"), "-o", "data", "-q", in: folder.path)
    }

    private func frictionless() throws -> Program.Result {
        try Program.shell(
            "'\(OutsideTool.python ?? "")' -m frictionless validate accounts/datapackage.json",
            in: folder.path)
    }

    @Test(.enabled(if: OutsideTool.python != nil, "make test installs frictionless"))
    func frictionlessAcceptsThePackage() throws {
        let made = try Program.run("dataset", "data", "--format", "csv", in: folder.path)
        #expect(made.stdout.hasPrefix("accounts: 4 documents, "))
        let sound = try frictionless()
        #expect(sound.status == 0, "\(sound.stdout)")
        // it does look: a status that there is not, a table that there is not, a file that is another
        for (file, before, after) in [
            ("records.csv", ",proved\n", ",surely\n"), ("tables.csv", ",t01,", ",t99,"),
            ("findings.csv", "failure", "warning"),
        ] {
            let text = try folder.text("accounts/\(file)")
            guard let place = text.range(of: before) else { continue }
            try folder.write(
                text.replacingCharacters(in: place, with: after), to: "accounts/\(file)")
            #expect(try frictionless().status != 0, "\(file)")
            try folder.write(text, to: "accounts/\(file)")
        }
        #expect(try frictionless().status == 0)
    }

    @Test(.enabled(if: OutsideTool.python != nil, "make test installs pandas and DuckDB"))
    func theRecipesGiveTheSameInEachLanguage() throws {
        _ = try Program.run("dataset", "data", "-o", "accounts.sqlite", in: folder.path)
        _ = try Program.run("dataset", "data", "--format", "csv", in: folder.path)
        let result = try Program.shell(
            "'\(OutsideTool.python ?? "")' '\(Repository.path(of: "Tests/juesuanTests/recipes.py"))' "
                + "'\(Repository.path(of: "docs/recipes.md"))' .", in: folder.path)
        #expect(result.status == 0, "\(result.stdout)\(result.stderr)")
        #expect(result.stdout.contains("ok"))
    }

    @Test(.enabled(if: OutsideTool.python != nil, "make test installs frictionless"))
    func frictionlessAcceptsThePackageForExcelToo() throws {
        let made = try Program.run("dataset", "data", "--format", "csv", "--excel", in: folder.path)
        #expect(made.status == 0)
        let records = URL(fileURLWithPath: folder.path + "/accounts/records.csv")
        #expect(try Data(contentsOf: records).starts(with: [0xEF, 0xBB, 0xBF]))
        let sound = try frictionless()
        #expect(sound.status == 0, "\(sound.stdout)")
        let other = try Program.run("dataset", "data", "--excel", in: folder.path)
        #expect(other.status == 64)
    }

    @Test func aDocumentALine() throws {
        let result = try Program.run("dataset", "data", "--format", "jsonl", in: folder.path)
        #expect(result.stdout == "accounts.jsonl: 4 documents\n")
        let lines = try folder.text("accounts.jsonl").split(separator: "\n")
        #expect(lines.count == 4)
        for line in lines {
            let json = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            #expect(json?["format"] as? String == "juesuan-document/2")
        }
    }

    @Test func aDamagedDocumentIsNamedAndTheOthersAreThere() throws {
        try folder.write("{", to: "data/shanghai-2024/document.json")
        let result = try Program.run("dataset", "data", "--format", "csv", in: folder.path)
        #expect(result.status == 0)
        #expect(result.stdout.hasPrefix("accounts: 3 documents, "))
        #expect(result.stderr.contains("data/shanghai-2024: warning: [not-a-document]"))
    }

    @Test func nothingElseIsOverwritten() throws {
        let result = try Program.run(
            "dataset", "data", "--format", "csv", "-o", "data/shanghai-2024", in: folder.path)
        #expect(result.status != 0)
        #expect(result.stderr.contains("holds files that juesuan did not write"))
        let empty = try Program.run("dataset", ".", in: folder.path)
        #expect(empty.stderr.contains("did you mean data?"))
    }
}
