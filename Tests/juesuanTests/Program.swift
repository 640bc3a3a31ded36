import Foundation
import JuesuanTestSupport

/// The built program, run as a user runs it.
enum Program {
    struct Result {
        let status: Int32
        /// Ended by a signal, not by itself.
        let crashed: Bool
        let stdout: String
        let stderr: String
    }

    /// Beside the test program.
    static var path: String {
        let own =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(fileURLWithPath: own).deletingLastPathComponent()
            .appendingPathComponent("juesuan").path
    }

    static func run(
        _ arguments: String..., in folder: String = NSTemporaryDirectory(), stdin: String = "",
        ocr: String? = nil
    ) throws -> Result {
        try launch(path, arguments, folder, Data(stdin.utf8), ocr: ocr)
    }

    /// With bytes on stdin, not text.
    static func run(
        _ arguments: String..., in folder: String = NSTemporaryDirectory(), stdin: Data
    ) throws -> Result {
        try launch(path, arguments, folder, stdin)
    }

    /// A line of bash, in which `juesuan` is the program.
    static func shell(_ line: String, in folder: String) throws -> Result {
        try launch("/bin/bash", ["-c", "juesuan() { '\(path)' \"$@\"; }; \(line)"], folder, Data())
    }

    private static func launch(
        _ program: String, _ arguments: [String], _ folder: String, _ stdin: Data,
        ocr: String? = nil
    ) throws -> Result {
        // files, not pipes: nobody has to read while the program runs
        let streams = try TemporaryFolder()
        try streams.write(stdin, to: "in")
        try streams.write("", to: "out")
        try streams.write("", to: "err")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        // what is installed on this machine is not to change what the tests see
        process.environment = ProcessInfo.processInfo.environment
            .merging(["JUESUAN_OCR": ocr ?? ""]) { $1 }
        process.standardInput = FileHandle(forReadingAtPath: streams.path + "/in")
        process.standardOutput = FileHandle(forWritingAtPath: streams.path + "/out")
        process.standardError = FileHandle(forWritingAtPath: streams.path + "/err")
        try process.run()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus,
            crashed: process.terminationReason == .uncaughtSignal,
            stdout: try streams.text("out"), stderr: try streams.text("err"))
    }
}
