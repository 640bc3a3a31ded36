import Foundation
import JuesuanTestSupport
import Testing

/// A worker in which cairo gave a font face up for good is not asked again: the next document is read as alone.
@Suite struct ReplacedWorkerTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Stands between the program and cairo.
    ///
    /// The first face that any worker asks after is broken, once, and workers are counted. Two bytes of a file
    /// that all processes share say so.
    private static let interposer = """
        #define _GNU_SOURCE
        #include <dlfcn.h>
        #include <fcntl.h>
        #include <stdlib.h>
        #include <string.h>
        #include <sys/mman.h>
        #include <unistd.h>

        static volatile unsigned char *shared;

        __attribute__((constructor)) static void begin(int count, char **arguments)
        {
            int file = open(getenv("INTERPOSED"), O_RDWR);
            if (count < 2 || strcmp(arguments[1], "worker") || file < 0) return;
            shared = mmap(0, 2, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
            if (shared == MAP_FAILED) shared = 0;
            if (shared) shared[1]++;
        }

        int cairo_font_face_status(void *face)
        {
            Dl_info caller;
            int is_ours = dladdr(__builtin_return_address(0), &caller) && !strstr(caller.dli_fname, ".so");
            if (is_ours && shared && !shared[0]) { shared[0] = 1; return 1; }
            int (*next)(void *) = dlsym(RTLD_NEXT, "cairo_font_face_status");
            return next(face);
        }
        """

    private static let compiler = "/usr/bin/cc"

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: compiler), "no C compiler"))
    func theNextDocumentIsReadAsAlone() throws {
        try folder.write(ReplacedWorkerTests.interposer, to: "between.c")
        try folder.write("\0\0", to: "shared")
        let made = try Program.shell(
            "\(ReplacedWorkerTests.compiler) -shared -fPIC -o between.so between.c -ldl",
            in: folder.path)
        try #require(made.status == 0, "\(made.stderr)")
        let fixtures = Repository.path(of: "Tests/PDFSourceTests/Fixtures")
        let names = ["letters", "rulings", "text"]
        for name in names {
            let alone = try Program.run(
                "extract", "\(fixtures)/\(name).pdf", "-o", "alone", "-q", in: folder.path)
            #expect(!alone.crashed)
        }
        let inputs = names.map { "'\(fixtures)/\($0).pdf'" }.joined(separator: " ")
        let result = try Program.shell(
            "export INTERPOSED=$PWD/shared LD_PRELOAD=$PWD/between.so; "
                + "juesuan extract \(inputs) -o batch --jobs 1 -q", in: folder.path)
        #expect(!result.crashed && [0, 6].contains(result.status), "\(result.stderr)")
        // broken once; the first worker was replaced by one that did the rest
        #expect(try Array(folder.text("shared").utf8) == [1, 2])
        let lines = try folder.text("batch/manifest.jsonl").split(separator: "\n")
        #expect(lines.count == names.count)
        for name in names.dropFirst() {
            let (one, other) = ("alone/\(name)/document.json", "batch/\(name)/document.json")
            #expect(try folder.text(one) == folder.text(other), "\(name)")
        }
    }
}
