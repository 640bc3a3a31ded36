internal import ArgumentParser
internal import Glibc
internal import PDFSource

/// `juesuan picture`: a page as the review shows it; a process of its own, since a page can make its
/// reader crash.
struct PictureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "picture", abstract: "Paint a page as WebP, to stdout.", shouldDisplay: false)

    private static let seconds: UInt32 = 30
    private static let mebibytes = 2048

    @Argument var file: String
    @Option var page: Int
    @Option var scale = 2.0
    @Option var quality = 100.0
    @Option var password: String?

    func validate() throws {
        guard page >= 1, InspectCommand.scales.contains(scale) else {
            throw ValidationError("--page counts from 1, --scale is a number from 0.1 to 20")
        }
    }

    func run() throws {
        StandardStreams.shield(letLibrariesTalk: false)
        // a page that is not painted by then never will be
        _ = alarm(PictureCommand.seconds)
        WorkerCommand.limitMemory(PictureCommand.mebibytes)
        do {
            let picture = try PDFDocument(path: file, password: password)
                .webPicture(ofPage: page, scale: scale, quality: quality)
            _ = StandardStreams.write(picture, to: StandardStreams.results)
        } catch {
            let failure = Failure(error)
            let line = "\(failure.message)\n"
            StandardStreams.write(Array(line.utf8), to: StandardStreams.talk)
            throw failure.status.asExitCode
        }
    }
}
