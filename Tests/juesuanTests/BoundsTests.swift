import JuesuanTestSupport
import Testing

/// Numbers of the command line that are too large, too small, or none.
@Suite struct BoundsTests {
    @Test(arguments: [
        "extract a.pdf --timeout", "extract a.pdf --jobs", "extract a.pdf --memory-limit",
        "extract a.pdf --ocr-timeout", "extract a.pdf --ocr-threads", "extract a.pdf --pages",
        "worker --timeout", "worker --memory-limit", "worker --size-limit", "worker --parent",
        "show a.pdf --table", "inspect a.pdf --page", "inspect a.pdf --page 1 --scale",
        "picture a.pdf --page", "picture a.pdf --page 1 --scale",
        "picture a.pdf --page 1 --quality",
        "review out --port", "sample out --error-rate", "sample out --confidence",
        "sample out --allow", "sample result out --sample",
    ])
    func theErrorSaysTheBounds(command: String) throws {
        for number in ["9223372036854775807", "-9223372036854775808", "1e999", "nan", "x"] {
            let result = try Program.shell("juesuan \(command)=\(number)", in: "/tmp")
            #expect(result.status == 64, "\(command) \(number)")
            let option = command.split(separator: " ").last ?? ""
            #expect(result.stderr.contains("'\(option)"), "\(result.stderr)")
            #expect(result.stderr.contains(" from "), "\(result.stderr)")
        }
    }
}
