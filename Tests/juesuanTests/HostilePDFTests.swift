import Foundation
import JuesuanTestSupport
import Testing

/// Nothing that a PDF asks for is done: no program, no connection, no other file.
@Suite struct HostilePDFTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private static let canTrace =
        (try? Program.shell("strace -o /dev/null true", in: "/"))?.status == 0

    /// The calls that start, connect, open and make, by all processes; not locked in, so that it is the program
    /// that does not do it.
    private func calls(_ command: String) throws -> [String] {
        let result = try Program.shell(
            "strace -f -qq -s 4096 -o trace -e trace=%file,%network,execve,execveat '\(Program.path)' \(command) > out.bytes",
            in: folder.path)
        #expect(!result.crashed)
        return try folder.text("trace").split(separator: "\n").map(String.init)
    }

    @Test(
        .enabled(if: canTrace, "needs strace, and leave to use it"),
        arguments: [
            "extract in --no-sandbox --jobs 1 -o out", "show in/launch.pdf",
            "inspect in/script.pdf --page 1", "inspect in/externalPage.pdf --page 1",
            "picture in/externalStream.pdf --page 1 --no-sandbox",
        ])
    func nothingIsStartedFetchedOrOpened(command: String) throws {
        let bait = folder.path + "/bait"
        try folder.write("#!/bin/sh\ntouch '\(folder.path)/caught'\n", to: "bait")
        _ = try Program.shell("chmod +x bait", in: folder.path)
        for kind in HostilePDF.allCases {
            try folder.write(kind.bytes(bait: bait), to: "in/\(kind.rawValue).pdf")
        }
        let calls = try calls(command)
        #expect(calls.contains { $0.contains("in/") })
        #expect(calls.filter { $0.contains("bait") } == [])
        #expect(calls.filter { $0.contains("socket(") || $0.contains("connect(") } == [])
        let started = calls.filter { $0.contains("execve") }
        #expect(
            started.allSatisfy { $0.contains("/proc/self/exe") || $0.contains(Program.path) },
            "\(started)")
        #expect(!folder.entries.contains("caught"))
    }

    /// What the tests above would see if it happened.
    @Test(.enabled(if: canTrace, "needs strace, and leave to use it"))
    func theBaitWouldBeSeen() throws {
        try folder.write("Text.", to: "bait.txt")
        #expect(try calls("extract bait.txt -o out").contains { $0.contains("bait") })
    }

    @Test func theTextOfThemIsRead() throws {
        for kind in HostilePDF.allCases {
            try folder.write(kind.bytes(bait: "/nowhere/bait"), to: "in/\(kind.rawValue).pdf")
        }
        let result = try Program.run("extract", "in", "-o", "out", "-q", in: folder.path)
        #expect(result.status == 0, "\(result.stderr)")
        let text = try folder.text("out/script/paragraphs.txt")
        #expect(text.contains("Nothing happens."))
    }

}
