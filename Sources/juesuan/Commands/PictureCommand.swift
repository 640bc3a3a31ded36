internal import ArgumentParser
internal import CProcess
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
    @Option(transform: Bounds.whole(Bounds.pages)) var page: Int
    @Option(transform: Bounds.decimal(InspectCommand.scales)) var scale = 2.0
    @Option(transform: Bounds.decimal(0...100)) var quality = 100.0
    @Option var password: String?
    @Option(transform: Bounds.whole(1...Int32.max)) var parent: Int32?
    @Flag var noSandbox = false

    func run() throws {
        StandardStreams.shield(letLibrariesTalk: false)
        if let parent, process_follow(parent) != 0 { return }
        // a page that is not painted by then never will be
        _ = alarm(PictureCommand.seconds)
        WorkerCommand.limitMemory(PictureCommand.mebibytes)
        if !noSandbox { Confinement.begin(writable: []) }
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
